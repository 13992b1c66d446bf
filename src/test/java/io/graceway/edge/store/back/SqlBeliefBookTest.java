package io.graceway.edge.store.back;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.Databases;
import io.graceway.edge.store.inbox.SqlInbox;
import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.Money;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.remittance.Cases;
import io.graceway.journey.writeback.BeliefBook.Belief;
import io.graceway.journey.writeback.BeliefBook.Placed;
import io.graceway.journey.writeback.PostingBook;
import io.graceway.journey.writeback.PostingBook.Fate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Databases.class)
class SqlBeliefBookTest {

    private static final AccountKey PLACED = Cases.key("P1", "USD");

    @Parameter
    Databases databases;

    private House house;
    private SqlBeliefBook book;
    private SqlPostingBook postings;

    @BeforeEach
    void two_payments_on_a_placement() {
        house = new House(databases).place("P1", "northgate", "100.00").place("P2", "northgate", "40.00", "EUR",
                State.ACKNOWLEDGED);
        book = new SqlBeliefBook(house.store);
        postings = new SqlPostingBook(house.store, house.transaction, house.log);
        SqlInbox inbox = new SqlInbox(house.store, house.transaction, house.log, house.agencies, List.of());
        inbox.take(OneLine.remittance("r1", Cases.payment("1", "P1", "30.00", null, "USD")));
        inbox.take(OneLine.remittance("r2", Cases.payment("2", "P1", "20.00", null, "USD")));
        postings.record(List.of(new Fate(postings.pending("erp", Long.MIN_VALUE, 1).get(0).posting(),
                PostingBook.State.POSTED, "4711")), House.NOON);
    }

    private Belief belief(AccountKey key) {
        return book.of("erp", List.of(key)).get(key);
    }

    @Test
    void knows_what_was_placed_what_was_posted_and_what_the_agency_asks_for() {
        Belief belief = belief(PLACED);
        assertThat(belief.items()).containsExactly("I1");
        assertThat(belief.seen()).contains(Money.of("100", "USD"));
        assertThat(belief.unshown()).isEqualTo(Money.of("30", "USD"));
        assertThat(belief.placed()).contains(new Placed("P1", "northgate", Money.of("50", "USD")));
        assertThat(belief.postings()).extracting(one -> one.key() + " " + one.effect().amount() + " " + one.state())
                .containsExactly("PAY-northgate-1 -30.00 POSTED", "PAY-northgate-2 -20.00 PENDING");
    }

    @Test
    void gives_only_the_accounts_that_were_asked_for_of_that_source() {
        assertThat(book.of("erp", List.of(PLACED, Cases.key("P9", "USD")))).containsOnlyKeys(PLACED);
        assertThat(book.of("billing", List.of(PLACED))).isEmpty();
        assertThat(book.of("erp", List.of(Cases.key("P1", "EUR")))).isEmpty();
        assertThat(book.of("erp", List.of())).isEqualTo(Map.of());
    }

    @Test
    void of_an_account_in_house_counts_what_was_posted_since_the_day_it_was_read() {
        house.jdbc.update("update placement set state = 'CLOSED' where placement = 'P1'");
        house.jdbc.update("update account set placement = null, stage = 'HELD', judged_on = date '2026-05-04' where "
                + "placement = 'P1'");
        Belief belief = belief(PLACED);
        assertThat(belief.placed()).isEqualTo(Optional.empty());
        assertThat(belief.seen()).contains(Money.of("100", "USD"));
        assertThat(belief.unshown()).isEqualTo(Money.of("30", "USD"));
        house.jdbc.update("update account set judged_on = date '2026-05-05' where number = 'AC-P1'");
        assertThat(belief(PLACED).unshown()).isEqualTo(Money.of("0", "USD"));
        assertThat(belief(PLACED).postings()).hasSize(1);
        house.jdbc.update("delete from account_document");
        assertThat(belief(PLACED).seen()).isEmpty();
    }
}
