package io.graceway.edge.source.rest;

import io.graceway.edge.source.rest.PlayedSets.Navigation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A legal entity of Dynamics 365 Finance with five customers, and another one with one. */
final class DynamicsBooks {

    final PlayedErp erp = new PlayedErp("dynamics365", false, "/data");
    private int number;

    DynamicsBooks() {
        for (String account : List.of("US-001", "US-002", "O'3", "US-004", "US-005")) {
            erp.row("CustomersV3", "dataAreaId", "usmf", "CustomerAccount", account, "PartyType", "Person",
                    "OrganizationName", "Pat " + account, "AddressCountryRegionISOCode", "US", "AddressState", "NY",
                    "AddressTimeZone", "GMTMINUS0500EASTERNTIME", "LanguageId", "en-us", "SalesMemo", "pays late");
            open(account, "CIV-" + account, "80.25", LocalDate.of(2026, 2, 3));
        }
        erp.row("CustomersV3", "dataAreaId", "dat", "CustomerAccount", "US-001", "PartyType", "Nobody");
        open("O'3", "CIV-3b", "20.00", LocalDate.of(2026, 2, 4));
        open("US-004", "", "-30.00", LocalDate.of(2026, 2, 20));
        open("US-005", "CIV-never", "1.00", LocalDate.of(1900, 1, 1));
        erp.row("CustDisputes", "dataAreaId", "usmf", "SysRecId", 77L, "CustTrans", 2L, "StatusChangedDate",
                LocalDate.of(2026, 2, 12));
        erp.navigations.put("CustTransOpens/CustTransaction", new Navigation("CustTransactions", row ->
                erp.first("CustTransactions", "SysRecId", row.get("RefRecId"))));
        erp.navigations.put("CustDisputes/CustTransaction", new Navigation("CustTransactions", row ->
                erp.first("CustTransactions", "SysRecId", row.get("CustTrans"))));
        erp.booked = this::booked;
    }

    private void open(String account, String invoice, String amount, LocalDate due) {
        erp.row("CustTransactions", "dataAreaId", "usmf", "SysRecId", (long) ++number, "AccountNum", account, "Invoice",
                invoice, "Voucher", "V-" + number, "CurrencyCode", "USD");
        erp.row("CustTransOpens", "dataAreaId", "usmf", "SysRecId", 100L + number, "AccountNum", account, "RefRecId",
                (long) number, "AmountCur", new BigDecimal(amount), "DueDate", due);
    }

    void booked(String set, Map<String, Object> row) {
        if (set.endsWith("Headers")) {
            row.put("JournalBatchNumber", "0000" + ++number);
        } else if (erp.first("CustomerPaymentJournalHeaders", "JournalBatchNumber", row.get("JournalBatchNumber"))
                == null || row.containsKey("MarkedInvoice") && erp.first("CustTransactions", "Invoice",
                row.get("MarkedInvoice")) == null) {
            throw new IllegalArgumentException("NotThere");
        } else {
            row.putIfAbsent("CreditAmount", BigDecimal.ZERO);
            row.putIfAbsent("DebitAmount", BigDecimal.ZERO);
        }
    }
}
