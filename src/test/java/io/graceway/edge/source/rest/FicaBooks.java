package io.graceway.edge.source.rest;

import io.graceway.edge.source.rest.PlayedSets.Navigation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/** Five contract accounts, one of them with three open invoices. */
final class FicaBooks {

    static final String ROOT = "/sap/opu/odata/sap/ERP_UTILITIES_UMC";

    final PlayedErp erp = new PlayedErp("sap-fica", true, ROOT);

    FicaBooks() {
        for (int i = 1; i <= 5; i++) {
            String account = "00010000000" + i;
            String partner = "100000000" + i;
            erp.row("ContractAccounts", "ContractAccountID", account, "AccountID", partner, "Description", "Power");
            erp.row("Accounts", "AccountID", partner, "AccountTypeID", i == 2 ? "2" : "1", "FullName", "Pat " + i,
                    "CorrespondenceLanguageISO", "DE");
            invoice(account, "70000000000" + i, "80.25", LocalDate.of(2026, 2, 3));
            erp.row("AccountContacts", "AccountContactID", "" + i, "AccountID", partner, "ContactClassID", "0001",
                    "ContactActionID", "0001", "ContactTypeID", "1", "ContactDate",
                    LocalDateTime.of(2026, 2, 10, 9, 30));
        }
        invoice("000100000003", "700000000010", "20.00", LocalDate.of(2026, 2, 4));
        invoice("000100000003", "700000000011", "5.00", LocalDate.of(2026, 2, 5));
        invoice("000100000003", "700000000012", "0.00", LocalDate.of(2026, 1, 5));
        erp.navigations.put("ContractAccounts/Invoices", children("Invoices", "ContractAccountID"));
        erp.navigations.put("Accounts/AccountContacts", children("AccountContacts", "AccountID"));
        erp.navigations.put("Accounts/StandardAccountAddress", new Navigation("", row -> Map.of("AddressInfo", Map.of(
                "Street", "Example Road", "HouseNo", "2", "City", "Berlin", "CountryID", "DE", "TimeZone", "CET"))));
        erp.navigations.put("Accounts/AccountAddressIndependentEmails", new Navigation("", row -> List.of(Map.of(
                "Email", "pat@customer.example"))));
        erp.booked = this::booked;
    }

    private void invoice(String account, String id, String open, LocalDate due) {
        erp.row("Invoices", "InvoiceID", id, "AccountID", "1", "ContractAccountID", account, "AmountDue",
                new BigDecimal(open), "Currency", "EUR", "DueDate", due, "InvoiceDate", due.minusDays(14),
                "AmountRemaining", new BigDecimal(open));
    }

    private Navigation children(String set, String by) {
        return new Navigation(set, row -> erp.rows(set).stream()
                .filter(one -> row.get(by).equals(one.get(by))).toList());
    }

    private void booked(String set, Map<String, Object> row) {
        if (set.equals("AccountContacts")) {
            row.put("AccountContactID", "new-" + erp.rows(set).size());
            return;
        }
        BigDecimal amount = (BigDecimal) row.get("Amount");
        Map<String, Object> invoice = erp.first("Invoices", "InvoiceID", row.get("InvoiceID"));
        BigDecimal left = ((BigDecimal) invoice.get("AmountRemaining")).subtract(set.equals("AgencyPayments") ? amount
                : amount.negate());
        if (left.signum() < 0) {
            throw new IllegalArgumentException("/ZCOLL/PAY/017");
        }
        invoice.put("AmountRemaining", left);
    }
}
