package io.graceway.journey.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.face.TestClock;
import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.AccountNumber;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.account.Money;
import io.graceway.journey.writeback.Posting.Kind;
import io.graceway.journey.writeback.PostingBook.State;
import io.graceway.journey.writeback.SourceSystem.Outcome.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A source that is away is asked ever more seldom, after all others, and gets everything in order when it is back. */
class WritebackAwayTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private final KeptPostings book = new KeptPostings();
    private final TestClock clock = new TestClock(NOON.toString());
    private final List<String> posted = new ArrayList<>();
    private Result answer = Result.LATER;
    private boolean breaks;
    private final Writeback writeback = new Writeback(Map.of("a-erp", new Away(), "b-crm", new Away()), book, clock);

    private void at(long minutes) {
        clock.set(NOON.plus(Duration.ofMinutes(minutes)).toString());
    }

    private void add(String key, String account) {
        book.waiting.put(key, new Posting(key, new AccountKey("a-erp", new AccountNumber(account), "USD"), Kind.PAYMENT,
                Optional.of(Money.of("1.00", "USD")), LocalDate.of(2026, 5, 4), "", "P1", "text"));
        book.states.put(key, State.PENDING);
    }

    /** Asks at every minute as the heartbeat does, and tells the minutes at which the source was really asked. */
    private List<Long> asked(long until) {
        List<Long> minutes = new ArrayList<>();
        for (long minute = 0; minute <= until; minute++) {
            at(minute);
            if (writeback.sources().contains("a-erp")) {
                minutes.add(minute);
                writeback.post("a-erp");
            }
        }
        return minutes;
    }

    @Test
    void is_left_alone_twice_as_long_each_time_and_an_hour_at_the_most() {
        add("1", "A");
        // By hand: at once, then after 1, 2, 4, 8, 16, 32, 60 and 60 minutes.
        assertThat(asked(200)).containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 32L, 64L, 124L, 184L);
    }

    @Test
    void comes_after_all_others_until_it_answers() {
        assertThat(writeback.sources()).containsExactly("a-erp", "b-crm");
        add("1", "A");
        writeback.post("a-erp");
        assertThat(writeback.sources()).containsExactly("b-crm", "a-erp");
        writeback.post("a-erp");
        assertThat(writeback.sources()).containsExactly("b-crm");
        at(1);
        answer = Result.POSTED;
        writeback.post("a-erp");
        assertThat(writeback.sources()).containsExactly("a-erp", "b-crm");
    }

    @Test
    void a_source_that_throws_is_away_too() {
        add("1", "A");
        breaks = true;
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> writeback.post("a-erp")).hasMessage("broken");
        }
        assertThat(writeback.sources()).containsExactly("b-crm");
    }

    @Test
    void one_account_that_waits_does_not_make_its_source_away() {
        add("1", "A");
        add("2", "B");
        answer = Result.POSTED;
        book.states.put("1", State.POSTED);
        writeback.post("a-erp");
        assertThat(writeback.sources()).containsExactly("a-erp", "b-crm");
    }

    @Test
    void gets_the_postings_of_each_account_in_their_order_when_it_is_back() {
        add("1", "A");
        add("2", "A");
        add("3", "B");
        asked(4);
        posted.clear();
        answer = Result.POSTED;
        at(8);
        assertThat(writeback.post("a-erp")).isEqualTo(new Writeback.Run(3, 0, 0, ""));
        assertThat(posted).containsSubsequence("1", "2").contains("3").hasSize(3);
    }

    /** Takes nothing while it is away. */
    private final class Away implements SourceSystem {

        @Override
        public Set<Kind> takes() {
            return Set.of(Kind.values());
        }

        @Override
        public boolean takesGroups() {
            return false;
        }

        @Override
        public List<Outcome> post(List<Posting> postings) {
            if (breaks) {
                throw new IllegalStateException("broken");
            }
            postings.forEach(one -> posted.add(one.key()));
            return postings.stream().map(one -> new Outcome(one.key(), answer, "GW-SRC-041: away")).toList();
        }

        @Override
        public List<CheckStep> checkWriting() {
            return List.of();
        }
    }
}
