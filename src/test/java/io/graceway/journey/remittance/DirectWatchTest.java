package io.graceway.journey.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.Money;
import io.graceway.journey.delinquency.Itemization;
import io.graceway.journey.delinquency.OpenItem;
import io.graceway.journey.placement.Placement.State;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 100.00 was placed with 25 percent; all amounts in USD, worked out by hand. */
class DirectWatchTest {

    /** shown, left, unadopted, perhaps less, perhaps more -> direct, fee, beyond or rise, unadopted afterwards. */
    @ParameterizedTest
    @CsvSource({
        "100, 100,   0,  0,  0,   nothing",
        " 60, 100,   0,  0,  0,   direct 40.00 fee 10.00 puzzle 0 unadopted 0.00",
        "  0, 100,   0,  0,  0,   direct 100.00 fee 25.00 puzzle 0 unadopted 0.00",
        " 60,  60,  40,  0,  0,   direct 0 fee 0 puzzle 0 unadopted 0.00",
        " 60,  60,  30,  0,  0,   direct 10.00 fee 2.50 puzzle 0 unadopted 0.00",
        // A payment of 60 was posted just now, and an older extract shows only a part of the postings before it.
        " 60,  40,  60,  0, 60,   direct 0 fee 0 puzzle 0 unadopted 20.00",
        // Our own posting of 40 is not answered for: nobody knows whose the drop is, so it waits.
        " 60,  60,   0, 40,  0,   direct 0 fee 0 puzzle 0 unadopted -40.00",
        " 50,  60,   0, 40,  0,   direct 10.00 fee 2.50 puzzle 0 unadopted -40.00",
        // A reversal of 30 was posted long ago: the source shows 100 + 30 - 50 paid directly.
        " 80, 100, -30,  0,  0,   direct 50.00 fee 12.50 puzzle 0 unadopted 0.00",
        // The same, posted just now: only 20 are certain, 30 may be the extract's age.
        " 80, 100, -30, 30,  0,   direct 20.00 fee 5.00 puzzle 0 unadopted -30.00",
        // More is open than before.
        "130, 100,   0,  0,  0,   direct 0 fee 0 puzzle 30.00 unadopted 0.00",
        "130, 100, -30,  0,  0,   direct 0 fee 0 puzzle 0 unadopted 0.00",
        "130, 100, -20,  0,  0,   direct 0 fee 0 puzzle 10.00 unadopted 0.00",
        "130, 100,   0,  0, 30,   direct 0 fee 0 puzzle 0 unadopted 30.00",
        // A payment of 30 was posted long ago, and the source still does not show it.
        "100, 100,  30,  0,  0,   direct 0 fee 0 puzzle 30.00 unadopted 0.00",
        "100, 100,  30,  0, 30,   nothing",
        // More is gone than was left.
        "  0,  70,   0,  0,  0,   direct 70.00 fee 17.50 puzzle 30.00 unadopted 0.00"})
    void only_what_we_did_not_do_is_the_customers_doing(String shown, String left, String unadopted, String less,
                                                        String more, String expected) {
        assertThat(text(compare(usd(shown), account(left, unadopted, less, more, State.ACKNOWLEDGED), true)))
                .isEqualTo(expected);
    }

    @Test
    void a_contract_without_a_fee_on_direct_payments_gives_none() {
        assertThat(text(compare(usd("60"), account("100", "0", "0", "0", State.SENT), false)))
                .startsWith("direct 40.00 fee 0.00");
    }

    @Test
    void what_has_not_left_yet_is_withdrawn_and_no_agency_earns_a_fee() {
        DirectPage.Change change = compare(usd("60"), account("100", "0", "0", "0", State.DECIDED), true).orElseThrow();
        assertThat(change.withdrawn()).isTrue();
        assertThat(change.direct()).isEmpty();
    }

    @Test
    void every_direct_payment_has_a_number_of_its_own() {
        PlacedAccount first = account("100", "0", "0", "0", State.SENT);
        PlacedAccount second = new PlacedAccount(first.held(), Set.of("I1"), usd("100"), usd("0"), usd("0"),
                usd("0"), 1, List.of(), Optional.empty(), usd("0"));
        assertThat(compare(usd("60"), first, true).orElseThrow().direct().orElseThrow().id())
                .isNotEqualTo(compare(usd("60"), second, true).orElseThrow().direct().orElseThrow().id());
    }

    @Test
    void what_counts_is_what_was_placed_and_every_credit_whenever_it_came() {
        PlacedAccount one = account("100", "0", "0", "0", State.SENT);
        assertThat(one.counts(new OpenItem("I1", Cases.DAY, usd("60")))).isTrue();
        assertThat(one.counts(new OpenItem("C9", Cases.DAY, usd("-30")))).isTrue();
        assertThat(one.counts(new OpenItem("I2", Cases.DAY, usd("30")))).isFalse();
    }

    @Test
    void a_rise_of_just_a_direct_payment_is_that_payment_bounced_and_gives_back_its_fee() {
        DirectPayment paid = DirectPayment.paid("D1", usd("40"), usd("10"), Cases.DAY);
        PlacedAccount one = account("60", "0", "0", "0", State.SENT);
        PlacedAccount after = new PlacedAccount(one.held(), one.items(), usd("60"), usd("0"), usd("0"), usd("0"), 1,
                List.of(paid), Optional.empty(), usd("0"));
        DirectPage.Change change = compare(usd("100"), after, true).orElseThrow();
        assertThat(change.direct().orElseThrow().reverses()).contains("D1");
        assertThat(change.direct().orElseThrow().fee()).isEqualTo(usd("10"));
        assertThat(change.left()).isEqualTo(usd("100"));
        assertThat(change.puzzle()).isEmpty();
        assertThat(text(compare(usd("100"), after.untold(), true)))
                .isEqualTo("direct 0 fee 0 puzzle 40.00 unadopted 0.00");
        assertThat(text(compare(usd("99"), after, true))).isEqualTo("direct 0 fee 0 puzzle 39.00 unadopted 0.00");
    }

    @Test
    void what_the_source_itemises_as_credited_is_no_payment_and_earns_no_fee() {
        LocalDate date = LocalDate.of(2026, 3, 1);
        PlacedAccount one = new PlacedAccount(Cases.held("P1", "northgate", usd("100"), State.SENT), Set.of("I1"),
                usd("100"), usd("0"), usd("0"), usd("0"), 0, List.of(), Optional.of(itemized(date, "5")), usd("10"));
        assertThat(one.credits(Optional.of(itemized(date, "40")))).isEqualTo(usd("25"));
        assertThat(one.credits(Optional.of(itemized(date.plusDays(1), "40")))).isEqualTo(usd("0"));
        assertThat(one.credits(Optional.empty())).isEqualTo(usd("0"));
        DirectPage.Change change = DirectWatch.compare(one, true, Cases.DAY, new DirectWatch.Shown(usd("60"),
                usd("25"), true)).orElseThrow();
        assertThat(change.credit().orElseThrow().amount()).isEqualTo(usd("25"));
        assertThat(change.credit().orElseThrow().fee()).isEqualTo(usd("0"));
        assertThat(change.credit().orElseThrow().document()).isEqualTo("adjustment");
        assertThat(change.direct().orElseThrow().amount()).isEqualTo(usd("15"));
        assertThat(change.left()).isEqualTo(usd("60"));
    }

    private static Itemization itemized(LocalDate date, String credits) {
        return new Itemization(date, usd("200"), usd("0"), usd("0"), usd("0"), usd(credits),
                usd("200").minus(usd(credits)));
    }

    private static Optional<DirectPage.Change> compare(Money shown, PlacedAccount account, boolean fee) {
        return DirectWatch.compare(account, fee, Cases.DAY, DirectWatch.Shown.of(shown));
    }

    private static PlacedAccount account(String left, String unadopted, String less, String more, State state) {
        return new PlacedAccount(Cases.held("P1", "northgate", usd("100"), state).leaving(usd(left)), Set.of("I1"),
                usd("100"), usd(unadopted), usd(less), usd(more), 0, List.of(), Optional.empty(), usd("0"));
    }

    private static String text(Optional<DirectPage.Change> change) {
        return change.map(one -> "direct " + one.direct().map(direct -> direct.amount().amount() + " fee "
                + direct.fee().amount()).orElse("0 fee 0") + " puzzle " + one.puzzle().map(puzzle ->
                puzzle.amount().amount().toString()).orElse("0") + " unadopted " + one.unadopted().amount())
                .orElse("nothing");
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
