package io.graceway.journey.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.AccountNumber;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.account.Money;
import io.graceway.journey.writeback.Posting.Kind;
import io.graceway.journey.writeback.PostingBook.State;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sources that know matters under older names only. */
class WritebackKindsTest {

    private final KeptPostings book = new KeptPostings();
    private final Learning source = new Learning();
    private final Writeback writeback = new Writeback(Map.of("erp", source), book,
            Clock.fixed(Instant.parse("2026-05-04T12:00:00Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({"HOLD, DISPUTE", "ARRANGEMENT, STATUS", "WRITE_OFF, CLOSURE", "ADJUSTMENT,"})
    void a_source_is_told_under_the_kind_it_takes_else_under_the_older_one_else_people_are(Kind kind, Kind older) {
        add("1", kind, "C");
        writeback.post("erp");
        assertThat(source.given).extracting(Posting::kind).containsExactly(kind);

        source.takes.remove(kind);
        source.given.clear();
        add("2", kind, "C");
        writeback.post("erp");
        if (older != null) {
            assertThat(source.given).containsExactly(new Posting("2", source.given.get(0).account(), older,
                    Optional.empty(), LocalDate.of(2026, 5, 4), "C", "P1", "text"));
            source.takes.remove(older);
            add("3", kind, "C");
            writeback.post("erp");
        }
        String last = older == null ? "2" : "3";
        assertThat(book.states).containsEntry(last, State.WORKLIST);
        assertThat(book.evidence.get(last)).isEqualTo("GW-WRB-001: the source takes no " + kind + (older == null ? ""
                : " and no " + older));
        assertThat(book.waiting.get(last).kind()).isEqualTo(kind);
    }

    @Test
    void what_was_given_as_a_dispute_stays_one_when_the_source_learns_of_holds_before_it_answered() {
        source.takes.remove(Kind.HOLD);
        source.isSilent = true;
        add("1", Kind.HOLD, "HARDSHIP");
        writeback.post("erp");
        source.takes.add(Kind.HOLD);
        source.isSilent = false;
        writeback.post("erp");
        assertThat(source.given).extracting(Posting::kind).containsExactly(Kind.DISPUTE, Kind.DISPUTE);
    }

    private void add(String key, Kind kind, String code) {
        book.waiting.put(key, new Posting(key, new AccountKey("erp", new AccountNumber("A"), "USD"), kind,
                kind.amount() == Posting.Amount.NONE ? Optional.empty() : Optional.of(Money.of("1.00", "USD")),
                LocalDate.of(2026, 5, 4), code, "P1", "text"));
        book.states.put(key, State.PENDING);
    }

    /** A source whose file names other kinds later, and that knows postings one by one. */
    private static final class Learning implements SourceSystem {

        private boolean isSilent;
        private final Set<Kind> takes = EnumSet.allOf(Kind.class);
        private final List<Posting> given = new ArrayList<>();

        @Override
        public Set<Kind> takes() {
            return takes;
        }

        @Override
        public boolean takesGroups() {
            return false;
        }

        @Override
        public List<Outcome> post(List<Posting> postings) {
            given.addAll(postings);
            return postings.stream().map(one -> new Outcome(one.key(), isSilent ? Outcome.Result.LATER
                    : Outcome.Result.POSTED, "")).toList();
        }

        @Override
        public List<CheckStep> checkWriting() {
            return List.of();
        }
    }
}
