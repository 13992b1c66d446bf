package io.graceway.edge.store.back;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.Databases;
import io.graceway.edge.store.inbox.SqlInbox;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.account.Money;
import io.graceway.journey.eligibility.HoldReason;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.remittance.Cases;
import io.graceway.journey.remittance.DirectPage;
import io.graceway.journey.remittance.FeeStatement;
import io.graceway.journey.remittance.Remittances;
import io.graceway.journey.writeback.Posting;
import io.graceway.journey.writeback.SourceSystem;
import io.graceway.journey.writeback.Writeback;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Databases.class)
class SqlRemittanceBookTest {

    private static final Instant LATER = Instant.parse("2026-05-06T16:00:00Z");

    @Parameter
    Databases databases;

    private House house;
    private SqlRemittanceBook book;
    private Remittances remittances;
    private Writeback writeback;

    @BeforeEach
    void placements() {
        house = new House(databases).place("P1", "northgate", "1400.00").place("P2", "harbour", "70.00", "USD",
                State.DECIDED);
        book = new SqlRemittanceBook(house.store, house.transaction, house.log, Duration.ofHours(12));
        remittances = new Remittances(house.agencies, book);
        writeback = new Writeback(Map.of("erp", new Taker()), new SqlPostingBook(house.store, house.transaction,
                house.log),
                Clock.fixed(Instant.parse("2026-05-05T16:00:00Z"), ZoneOffset.UTC));
    }

    @Test
    void a_drop_that_we_did_not_make_is_a_direct_payment_told_to_the_agency_once() {
        look(House.NOON, "P1", "1000.00");
        look(LATER, "P1", "1000.00");
        assertThat(house.rows("select placement, amount, fee, seen_on from direct_payment")).containsExactly(
                "P1 400 100 2026-05-04");
        assertThat(house.messages("northgate", "direct-payment", "placement", "account", "amount", "currency",
                "paid-on"))
                .containsExactly("direct-payment P1 AC-P1 400.00 USD 2026-05-04");
        assertThat(house.rows("select balance, seen, unadopted, state from placement where placement = 'P1'"))
                .containsExactly("1000 1000 0 ACKNOWLEDGED");
        assertThat(house.logged()).containsExactly("remittance.direct");
    }

    @Test
    void our_own_posting_is_no_direct_payment_neither_before_nor_after_we_know_of_it() {
        pay("1000.00", "250.00");
        look(House.NOON, "P1", "400.00");
        assertThat(house.rows("select id from direct_payment")).isEmpty();
        writeback.post("erp");
        assertThat(house.rows("select seen, unadopted from placement where placement = 'P1'")).containsExactly("400 0");
        look(LATER, "P1", "0");
        assertThat(house.rows("select amount, fee from direct_payment")).containsExactly("400 100");
        assertThat(house.rows("select balance, seen, unadopted, state, ending from placement where placement = 'P1'"))
                .containsExactly("0 0 0 CLOSED PAID");
        assertThat(house.rows("select stage from account where number = 'AC-P1'")).containsExactly("CLEARED");
    }

    @Test
    void a_posting_without_an_answer_explains_a_drop_however_old_it_is() {
        pay("1000.00", "250.00");
        look(Instant.parse("2026-07-06T16:00:00Z"), "P1", "400.00");
        assertThat(house.rows("select id from direct_payment")).isEmpty();
        assertThat(house.rows("select code from quarantine")).isEmpty();
    }

    /** Receipts of 1,000.00 and 400.00 paid directly, fee 25 percent; by hand. */
    @Test
    void the_statement_is_the_contract_worked_out() {
        pay("1000.00", "250.00");
        writeback.post("erp");
        look(LATER, "P1", "0");
        FeeStatement statement = statement("USD");
        assertThat(statement.fees()).isEqualTo(Money.of("350.00", "USD"));
        assertThat(statement.invoice()).isEqualTo(Money.of("100.00", "USD"));
        assertThat(statement("EUR").fees()).isEqualTo(Money.zero("EUR"));
    }

    @Test
    void a_direct_payment_that_bounces_is_told_and_its_fee_goes_back() {
        look(House.NOON, "P1", "1000.00");
        look(LATER, "P1", "1400.00");
        assertThat(house.messages("northgate", "direct-payment", "amount")).containsExactly("direct-payment 400.00");
        assertThat(house.messages("northgate", "direct-payment-reversal", "amount")).containsExactly(
                "direct-payment-reversal 400.00");
        assertThat(house.rows("select balance, seen, unadopted, state from placement where placement = 'P1'"))
                .containsExactly("1400 1400 0 ACKNOWLEDGED");
        assertThat(statement("USD").fees()).isEqualTo(Money.zero("USD"));
        assertThat(house.text("select count(*) from direct_payment r join direct_payment d on r.reverses = d.id"))
                .isEqualTo("1");
        look(LATER.plusSeconds(86_400), "P1", "1800.00");
        assertThat(house.rows("select code from quarantine")).containsExactly("GW-REM-070");
    }

    private FeeStatement statement(String currency) {
        return new Statements(house.store).of("northgate", currency, Cases.DAY.minusDays(1), Cases.DAY.plusDays(9));
    }

    @Test
    void a_rise_that_nobody_explains_is_for_people() {
        look(House.NOON, "P1", "1500.00");
        look(LATER, "P1", "1500.00");
        assertThat(house.rows("select origin, file, code from quarantine")).containsExactly("erp P1 GW-REM-070");
        assertThat(house.rows("select balance, seen from placement where placement = 'P1'"))
                .containsExactly("1400 1500");
    }

    @Test
    void what_has_not_left_is_withdrawn_when_the_customer_pays() {
        look(House.NOON, "P2", "60.00");
        assertThat(house.rows("select state, ending from placement where placement = 'P2'"))
                .containsExactly("WITHDRAWN PAID_DIRECTLY");
        assertThat(house.rows("select stage, placement from account where number = 'AC-P2'"))
                .containsExactly("CLEARED null");
        assertThat(house.messages("harbour", "direct-payment")).isEmpty();
        assertThat(house.rows("select id from direct_payment")).isEmpty();
    }

    @Test
    void an_account_of_which_nothing_is_open_any_more_is_paid() {
        look(House.NOON, "P1", "0");
        assertThat(house.rows("select balance, state from placement where placement = 'P1'"))
                .containsExactly("0 CLOSED");
    }

    @Test
    void a_placement_that_changed_since_it_was_read_waits_for_the_next_look() {
        DirectPage page = remittances.direct(house.standing(House.NOON, HoldReason.NOT_DELINQUENT, "P1", "1000.00"));
        pay("10.00", null);
        assertThat(book.record(page).changes()).isEmpty();
        assertThat(house.rows("select id from direct_payment")).isEmpty();
    }

    private void look(Instant at, String placement, String open) {
        if (house.text("select stage from account where number = ?", "AC-" + placement).equals("PLACED")) {
            book.record(remittances.direct(house.standing(at, HoldReason.NOT_DELINQUENT, placement, open)));
        }
    }

    private void pay(String amount, String fee) {
        new SqlInbox(house.store, house.transaction, house.log, house.agencies, List.of())
                .take(OneLine.remittance("r" + amount,
                Cases.payment("1", "P1", amount, fee, "USD")));
    }

    /** A source that takes everything. */
    private static final class Taker implements SourceSystem {

        @Override
        public Set<Posting.Kind> takes() {
            return EnumSet.allOf(Posting.Kind.class);
        }

        @Override
        public List<Outcome> post(List<Posting> postings) {
            return postings.stream().map(one -> new Outcome(one.key(), Outcome.Result.POSTED, "ok")).toList();
        }

        @Override
        public List<CheckStep> checkWriting() {
            return List.of();
        }
    }
}
