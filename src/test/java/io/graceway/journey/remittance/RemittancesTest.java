package io.graceway.journey.remittance;

import static io.graceway.journey.remittance.Cases.held;
import static io.graceway.journey.remittance.Cases.knowing;
import static io.graceway.journey.remittance.Cases.line;
import static io.graceway.journey.remittance.Cases.payment;
import static io.graceway.journey.remittance.Cases.reversal;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Money;
import io.graceway.journey.placement.Agency;
import io.graceway.journey.placement.Agency.Basis;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.placement.report.Holding;
import io.graceway.journey.remittance.RemittancePage.Booked;
import io.graceway.journey.remittance.RemittancePage.Turn;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectors: fee 25 percent, worked out by hand. */
class RemittancesTest {

    private static final Agency NET = Cases.net("northgate");
    private static final Agency GROSS = Cases.gross("harbour");

    @Test
    void a_net_agency_takes_the_fee_of_100_on_400_paid_directly_out_of_750() {
        RemittancePage page = book(NET, usd("P1", "2000.00"), payment("1", "P1", "1000.00", "250.00", "USD"));
        FeeStatement statement = Cases.statement(payments(page), "100.00");

        assertThat(parts(page, 0)).isEqualTo("applied 750.00 suspense 0.00 fee 250.00 credited 1000.00");
        assertThat(statement.offset(Basis.NET)).isEqualTo(Money.of("100.00", "USD"));
        assertThat(statement.invoice()).isEqualTo(Money.of("100.00", "USD"));
    }

    @Test
    void a_gross_agency_remits_1000_and_invoices_350() {
        RemittancePage page = book(GROSS, usd("P1", "2000.00"), payment("1", "P1", "1000.00", null, "USD"));
        FeeStatement statement = Cases.statement(payments(page), "100.00");

        assertThat(parts(page, 0)).isEqualTo("applied 1000.00 suspense 0.00 fee 0.00 credited 1000.00");
        assertThat(statement.receipts()).isEqualTo(Money.of("1000.00", "USD"));
        assertThat(statement.invoice()).isEqualTo(Money.of("350.00", "USD"));
    }

    @Test
    void a_cheque_of_200_that_bounces_takes_back_200_and_gives_50_of_fee_back() {
        RemittancePage page = book(NET, usd("P1", "2000.00"), payment("1", "P1", "200.00", "50.00", "USD"),
                reversal("2", "1", "P1", "200.00", "USD"));
        FeeStatement next = Cases.statement(payments(page).subList(1, 2), "0.00");

        assertThat(parts(page, 1)).isEqualTo("applied 150.00 suspense 0.00 fee 50.00 credited 200.00");
        assertThat(next.receipts()).isEqualTo(Money.of("-200.00", "USD"));
        assertThat(next.fees()).isEqualTo(Money.of("-50.00", "USD"));
        assertThat(next.offset(Basis.NET)).isEqualTo(Money.of("0.00", "USD"));
        assertThat(page.booked().get(1).held().orElseThrow().left()).isEqualTo(Money.of("2000.00", "USD"));
    }

    /** Left 100; the contract gives 25 percent of what is credited; amount = applied + suspense + fee. */
    @ParameterizedTest(name = "paid {0}, kept back {1}")
    @CsvSource({
        "100.00, 25.00, applied 75.00 suspense 0.00 fee 25.00 credited 100.00, ''",
        "100.00, 20.00, applied 80.00 suspense 0.00 fee 20.00 credited 100.00, ''",
        "100.00, 40.00, applied 60.00 suspense 15.00 fee 25.00 credited 100.00, FEE_ABOVE_CONTRACT 15.00 USD;",
        "150.00, 25.00, applied 75.00 suspense 50.00 fee 25.00 credited 100.00, OVERPAYMENT 50.00 USD;",
        "150.00, 37.50, applied 75.00 suspense 50.00 fee 25.00 credited 100.00, OVERPAYMENT 37.50 "
        + "USD;FEE_ABOVE_CONTRACT 12.50 USD;",
        "0.02, 0.02, applied 0.00 suspense 0.01 fee 0.01 credited 0.02, FEE_ABOVE_CONTRACT 0.01 USD;"})
    void every_cent_is_somewhere(String paid, String kept, String parts, String reason) {
        RemittancePage page = book(NET, usd("P1", "100.00"), payment("1", "P1", paid, kept, "USD"));
        assertThat(parts(page, 0)).isEqualTo(parts);
        assertThat(page.booked().get(0).payment().reason()).isEqualTo(reason);
        assertThat(page.remarks()).hasSize(reason.isEmpty() ? 0 : reason.split(";").length);
    }

    @Test
    void the_last_cent_ends_the_placement_as_paid_and_a_bounce_runs_it_again() {
        RemittancePage page = book(NET, usd("P1", "100.00"), payment("1", "P1", "99.99", "0", "USD"),
                payment("2", "P1", "0.01", "0", "USD"), reversal("3", "1", "P1", "99.99", "USD"));
        assertThat(page.booked()).extracting(Booked::turn).containsExactly(Turn.NONE, Turn.PAID, Turn.REOPENED);
        assertThat(page.booked().get(1).held().orElseThrow().state()).isEqualTo(State.CLOSED);
        assertThat(page.booked().get(2).held().orElseThrow().state()).isEqualTo(State.ACKNOWLEDGED);
    }

    @Test
    void a_bounce_after_the_account_moved_on_runs_nothing_again_and_says_so() {
        Holding away = Cases.held("P1", "northgate", Money.of("100.00", "USD"));
        Holding gone = new Holding(away.leaving(Money.zero("USD")).ended(State.CLOSED, "PAID").placement(), away.zone(),
                away.agencyFile(), true, "PAID", false, away.delivery(), "hash", java.util.Optional.empty());
        AgencyPayment earlier = book(NET, away, payment("1", "P1", "100.00", null, "USD")).booked().get(0).payment();
        RemittancePage page = Remittances.reconcile(new RemittanceLines(NET, "f", 0, List.of(
                reversal("2", "1", "P1", "100.00", "USD"))), new Known(java.util.Map.of("P1", gone),
                java.util.Map.of("1", earlier), java.util.Map.of()));
        assertThat(page.booked().get(0).turn()).isEqualTo(Turn.NONE);
        assertThat(page.booked().get(0).held().orElseThrow().left()).isEqualTo(Money.of("100.00", "USD"));
        assertThat(page.remarks()).extracting(one -> one.remark().code()).containsExactly("GW-REM-072");
    }

    @Test
    void an_unknown_placement_keeps_all_of_the_money_in_suspense_and_a_reversal_takes_it_out() {
        RemittancePage page = book(NET, usd("P1", "100.00"), payment("1", "P9", "40.00", "10.00", "USD"),
                reversal("2", "1", "P9", "40.00", "USD"));
        assertThat(parts(page, 0)).isEqualTo("applied 0.00 suspense 40.00 fee 0.00 credited 0.00");
        assertThat(parts(page, 1)).isEqualTo(parts(page, 0));
        assertThat(page.booked().get(0).held()).isEmpty();
    }

    @Test
    void a_recalled_placement_is_credited_while_something_is_left() {
        Holding recalled = usd("P1", "100.00").ended(State.RECALLED, "OPEN_DISPUTE");
        RemittancePage page = book(NET, recalled, payment("1", "P1", "130.00", null, "USD"));
        assertThat(parts(page, 0)).isEqualTo("applied 100.00 suspense 30.00 fee 0.00 credited 100.00");
        assertThat(page.booked().get(0).held().orElseThrow().state()).isEqualTo(State.RECALLED);
    }

    @Test
    void the_same_line_again_counts_once_and_another_line_under_its_number_is_a_conflict() {
        RemittancePage page = book(NET, usd("P1", "100.00"), payment("1", "P1", "10.00", null, "USD"),
                payment("1", "P1", "10.00", "0.00", "USD"), payment("1", "P1", "10.01", null, "USD"));
        assertThat(page.booked()).hasSize(1);
        assertThat(page.repeated()).containsExactly("1");
        assertThat(page.refused()).extracting(one -> one.reject().code()).containsExactly("GW-REM-030");
        assertThat(page.refused().get(0).money().orElseThrow().split().rejected()).isEqualTo(Money.of("10.01", "USD"));
    }

    @Test
    void refuses_what_cannot_be_with_its_reason_and_keeps_its_money() {
        assertThat(refused(NET, line("2", "GIFT", null, "P1", "10", null, "USD")))
                .isEqualTo("GW-REM-011 kind 10.00 USD");
        assertThat(refused(NET, payment("2", "P1", "-10", null, "USD"))).isEqualTo("GW-REM-012 amount -");
        assertThat(refused(NET, payment("2", "P1", "0", null, "USD"))).isEqualTo("GW-REM-012 amount -");
        assertThat(refused(NET, payment("2", "P1", "1.001", null, "USD"))).isEqualTo("GW-REM-012 amount -");
        assertThat(refused(NET, payment("2", "P1", "10", null, "EUR"))).isEqualTo("GW-REM-031 currency 10.00 EUR");
        assertThat(refused(NET, payment("2", "P1", "10", "10.01", "USD"))).isEqualTo("GW-REM-033 fee 10.00 USD");
        assertThat(refused(NET, payment("2", "P1", "10", "-1", "USD"))).isEqualTo("GW-REM-033 fee 10.00 USD");
        assertThat(refused(GROSS, payment("2", "P1", "10", "1", "USD"))).isEqualTo("GW-REM-032 fee 10.00 USD");
        assertThat(refused(NET, reversal("2", "9", "P1", "10", "USD"))).isEqualTo("GW-REM-034 reverses 10.00 USD");
        assertThat(refused(NET, line("2", "PAYMENT", "1", "P1", "10", null, "USD"))).startsWith("GW-REM-034");
        assertThat(refused(NET, payment("", "P1", "10", null, "USD"))).isEqualTo("GW-REM-010 payment-id 10.00 USD");
        assertThat(refused(NET, payment("x".repeat(65), "P1", "10", null, "USD"))).startsWith("GW-REM-013 payment-id");
        assertThat(refused(NET, new DocumentLine(3, "payment", java.util.Map.of("kind", "PAYMENT", "amount", "ten",
                "currency", "USD"))))
                .startsWith("GW-REM-013");
    }

    @Test
    void a_reversal_takes_back_the_whole_payment_of_the_same_placement_once() {
        DocumentLine paid = payment("1", "P1", "10.00", "2.50", "USD");
        assertThat(refused(NET, paid, reversal("2", "1", "P1", "9.00", "USD"))).startsWith("GW-REM-035");
        assertThat(refused(NET, paid, reversal("2", "1", "P2", "10.00", "USD"))).startsWith("GW-REM-035");
        assertThat(refused(NET, paid, line("2", "REVERSAL", "1", "P1", "10.00", "1", "USD"))).startsWith("GW-REM-035");
        assertThat(refused(NET, paid, reversal("2", "1", "P1", "10.00", "USD"), reversal("3", "1", "P1", "10.00",
                "USD")))
                .startsWith("GW-REM-036");
        assertThat(refused(NET, paid, reversal("2", "1", "P1", "10.00", "USD"), reversal("3", "2", "P1", "10.00",
                "USD")))
                .startsWith("GW-REM-034");
    }

    private static String refused(Agency agency, DocumentLine... lines) {
        RemittancePage page = book(agency, usd("P1", "100.00"), lines);
        assertThat(page.refused()).hasSize(1);
        RemittancePage.Refused one = page.refused().get(0);
        return one.reject().code() + " " + one.reject().field() + " "
                + one.money().map(money -> money.amount().toString()).orElse("-");
    }

    private static RemittancePage book(Agency agency, Holding held, DocumentLine... lines) {
        return Remittances.reconcile(new RemittanceLines(agency, "f".repeat(64), 0, List.of(lines)), knowing(held));
    }

    private static Holding usd(String number, String placed) {
        return held(number, "northgate", Money.of(placed, "USD"));
    }

    private static List<AgencyPayment> payments(RemittancePage page) {
        return page.booked().stream().map(Booked::payment).toList();
    }

    private static String parts(RemittancePage page, int index) {
        Split split = page.booked().get(index).payment().split();
        return "applied " + plain(split.applied()) + " suspense " + plain(split.suspense()) + " fee "
                + plain(split.fee())
                + " credited " + plain(split.credited());
    }

    private static BigDecimal plain(Money money) {
        return money.amount();
    }
}
