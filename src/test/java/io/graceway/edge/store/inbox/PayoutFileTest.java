package io.graceway.edge.store.inbox;

import static io.graceway.journey.remittance.Cases.payment;
import static io.graceway.journey.remittance.Cases.reversal;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.Databases;
import io.graceway.edge.store.back.House;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.remittance.Receipt;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Northgate is net: of 1,000.00 received it keeps 250.00 back, and takes 100.00 on 400.00 paid directly; by hand. */
@ParameterizedClass
@EnumSource(Databases.class)
class PayoutFileTest {

    private static final String AFTER = "2026-06-30T16:00:00Z";

    @Parameter
    Databases databases;

    private House house;
    private SqlInbox inbox;

    @BeforeEach
    void receipts() {
        house = new House(databases).place("P1", "northgate", "9000.00").place("H1", "harbour", "2000.00");
        inbox = new SqlInbox(house.store, house.transaction, house.log, house.agencies, List.of(House.TONE), 2);
        remit("northgate", "r1", payment("1", "P1", "1000.00", "250.00", "USD"));
        remit("harbour", "r2", payment("1", "H1", "1000.00", null, "USD"));
        direct("D1", "P1", "100");
        direct("D2", "H1", "100");
    }

    @Test
    void a_net_agency_sends_what_it_received_less_all_fees_once() {
        assertThat(take("northgate", "f1", payout("PO-1", "2026-05-30", "650.01")).code()).isEqualTo("GW-REM-124");
        assertThat(take("northgate", "f2", payout("PO-1", "2026-05-30", "649.99")).code()).isEqualTo("GW-REM-124");
        assertThat(house.rows("select payout, settled from agency_payment")).containsOnly("null null");
        assertThat(take("northgate", "f3", payout("PO-1", "2026-05-30", "650.00")).outcome()).isEqualTo("A");
        assertThat(take("northgate", "f4", payout("PO-1", "2026-05-30", "650.00"))).isEqualTo(new Receipt("A", 1, 0, 0,
                1, ""));
        assertThat(take("northgate", "f5", payout("PO-1", "2026-05-30", "1.00")).code()).isEqualTo("GW-REM-101");
        assertThat(take("northgate", "f6", payout("PO-2", "2026-05-30", "650.00")).code()).isEqualTo("GW-REM-124");
        assertThat(take("northgate", "f7", payout("PO-2", "2026-06-30", "0.00")).code()).isEqualTo("GW-REM-123");
        assertThat(house.rows("select agency, payout, amount, carried from payout")).containsExactly(
                "northgate PO-1 650 0");
        assertThat(house.logged()).contains("remittance.paid-out");
        assertThat(house.messages("northgate", "reject", "why").get(2)).contains("650.00 USD are due",
                "received 750.00 USD", "fees 100.00 USD");
        assertThat(take("northgate", "f8", fees("350.00")).code()).isEqualTo("GW-REM-122");
        assertThat(take("northgate", "f9", fees("0.00")).outcome()).isEqualTo("A");
    }

    @Test
    void a_gross_agency_sends_all_of_it_and_bills_afterwards() {
        assertThat(take("harbour", "f1", payout("PO-1", "2026-05-30", "650.00")).code()).isEqualTo("GW-REM-124");
        assertThat(take("harbour", "f2", payout("PO-1", "2026-05-30", "1000.00")).outcome()).isEqualTo("A");
        assertThat(take("harbour", "f3", fees("350.00")).outcome()).isEqualTo("A");
    }

    @Test
    void what_was_billed_is_not_taken_out_a_second_time() {
        assertThat(take("northgate", "f1", fees("100.00")).outcome()).isEqualTo("A");
        assertThat(take("northgate", "f2", payout("PO-1", "2026-05-30", "650.00")).code()).isEqualTo("GW-REM-124");
        assertThat(take("northgate", "f3", payout("PO-1", "2026-05-30", "750.00")).outcome()).isEqualTo("A");
    }

    @Test
    void what_comes_late_and_what_goes_back_belong_to_the_next() {
        take("northgate", "f1", payout("PO-1", "2026-05-30", "650.00"));
        remit("northgate", "r3", payment("2", "P1", "200.00", "50.00", "USD"));
        assertThat(take("northgate", "f2", payout("PO-2", "2026-06-02", "150.00")).outcome()).isEqualTo("A");
        remit("northgate", "r4", reversal("3", "2", "P1", "200.00", "USD"));
        assertThat(take("northgate", "f3", payout("PO-3", "2026-06-09", "0.00")).outcome()).isEqualTo("A");
        remit("northgate", "r5", payment("4", "P1", "1000.00", "250.00", "USD"));
        assertThat(take("northgate", "f4", payout("PO-4", "2026-06-16", "750.00")).code()).isEqualTo("GW-REM-124");
        assertThat(take("northgate", "f5", payout("PO-4", "2026-06-16", "600.00")).outcome()).isEqualTo("A");
        assertThat(house.rows("select payout, amount, carried from payout order by payout")).containsExactly(
                "PO-1 650 0", "PO-2 150 0", "PO-3 0 -150", "PO-4 600 0");
    }

    @Test
    void money_that_waits_in_suspense_has_to_come_too_and_refused_money_has_not() {
        remit("northgate", "r3", payment("2", "P-NOBODYS", "50.00", null, "USD"));
        remit("northgate", "r4", payment("3", "P1", "70.00", "80.00", "USD"));
        assertThat(house.rows("select sum(suspense), sum(rejected) from agency_payment where agency = 'northgate'"))
                .containsExactly("50 70");
        assertThat(take("northgate", "f1", payout("PO-1", "2026-05-30", "700.00")).outcome()).isEqualTo("A");
    }

    private void direct(String id, String placement, String fee) {
        house.jdbc.update("insert into direct_payment (id, placement, currency, amount, fee, seen_on, kind) values (?, "
                + "?, 'USD', 400, ?, date '2026-05-10', 'PAYMENT')", id, placement, new BigDecimal(fee));
    }

    private void remit(String agency, String name, DocumentLine line) {
        inbox.take(new Sent(agency, "remittance", name, line));
    }

    private Receipt take(String agency, String name, DocumentLine line) {
        return inbox.take(new Sent(agency, line.record(), agency + name, line).at(AFTER));
    }

    private static DocumentLine payout(String number, String until, String amount) {
        return DocumentLine.of("payout", "payout", number, "until", LocalDate.parse(until), "amount",
                new BigDecimal(amount), "currency", "USD");
    }

    private static DocumentLine fees(String amount) {
        return DocumentLine.of("fee-invoice", "invoice", "FI-1", "from", LocalDate.of(2026, 5, 1), "until",
                LocalDate.of(2026, 5, 30), "fee", new BigDecimal(amount), "currency", "USD");
    }
}
