package io.graceway.journey.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.AccountNumber;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.account.Money;
import io.graceway.journey.writeback.Posting.Kind;
import io.graceway.journey.writeback.PostingBook.State;
import io.graceway.journey.writeback.SourceSystem.Outcome;
import io.graceway.journey.writeback.SourceSystem.Outcome.Result;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WritebackTest {

    private final KeptPostings book = new KeptPostings();
    private final Scripted source = new Scripted();
    private final Writeback writeback = new Writeback(Map.of("erp", source), book,
            Clock.fixed(Instant.parse("2026-05-04T12:00:00Z"), ZoneOffset.UTC));

    @Test
    void posts_in_the_order_of_each_account_and_takes_already_for_posted() {
        add("1", "A", Kind.PAYMENT, "");
        add("2", "B", Kind.PAYMENT, "");
        add("3", "A", Kind.STATUS, "PAID");
        source.answers.put("2", Result.ALREADY);
        assertThat(writeback.post("erp")).isEqualTo(new Writeback.Run(3, 0, 0, ""));
        assertThat(source.calls).containsExactly(List.of("1", "2"), List.of("3"));
        assertThat(book.states.values()).containsOnly(State.POSTED);
    }

    @Test
    void what_has_to_wait_keeps_everything_after_it_on_its_account_waiting() {
        add("1", "A", Kind.PAYMENT, "");
        add("2", "A", Kind.STATUS, "PAID");
        add("3", "B", Kind.PAYMENT, "");
        source.answers.put("1", Result.LATER);
        assertThat(writeback.post("erp")).isEqualTo(new Writeback.Run(1, 0, 2, "GW-SRC-048: the source said so"));
        assertThat(book.states).containsEntry("1", State.PENDING).containsEntry("2", State.PENDING)
                .containsEntry("3", State.POSTED);

        source.answers.clear();
        assertThat(writeback.post("erp")).isEqualTo(new Writeback.Run(2, 0, 0, ""));
        assertThat(source.calls.subList(1, 3)).containsExactly(List.of("1"), List.of("2"));
    }

    @Test
    void that_postings_wait_is_told_with_the_reason_and_that_none_does_is_not() {
        add("1", "A", Kind.PAYMENT, "");
        add("2", "A", Kind.STATUS, "PAID");
        source.answers.put("1", Result.LATER);
        Writeback.Run waits = writeback.post("erp");
        assertThatThrownBy(() -> writeback.tell(waits))
                .hasMessage("GW-SRC-048: postings wait: the source said so");
        source.answers.clear();
        writeback.tell(writeback.post("erp"));
    }

    @Test
    void no_answer_is_no_success() {
        add("1", "A", Kind.PAYMENT, "");
        source.silent.add("1");
        assertThat(writeback.post("erp")).isEqualTo(new Writeback.Run(0, 0, 1,
                "GW-WRB-004: the source gave no answer"));
        assertThat(book.states).containsEntry("1", State.PENDING);
    }

    @Test
    void what_the_source_does_not_take_or_refuses_is_work_for_people() {
        source.takes.remove(Kind.CLOSURE);
        add("1", "A", Kind.CLOSURE, "SETTLED");
        add("2", "A", Kind.PAYMENT, "");
        source.answers.put("2", Result.REFUSED);
        assertThat(writeback.post("erp")).isEqualTo(new Writeback.Run(0, 2, 0, ""));
        assertThat(book.evidence.get("1")).startsWith("GW-WRB-001");
        assertThat(book.evidence.get("2")).startsWith("GW-WRB-002").contains("said so");
    }

    @Test
    void a_reversal_of_what_people_still_have_to_post_is_theirs_too() {
        add("1", "A", Kind.PAYMENT, "");
        add("2", "A", Kind.REVERSAL, "1");
        source.answers.put("1", Result.REFUSED);
        writeback.post("erp");
        assertThat(book.evidence.get("2")).startsWith("GW-WRB-003");
        assertThat(source.calls).containsExactly(List.of("1"));
    }

    @Test
    void after_a_crash_gives_the_same_postings_together_again_before_any_new_one() {
        add("1", "A", Kind.PAYMENT, "");
        add("2", "B", Kind.PAYMENT, "");
        source.crashes = true;
        assertThatThrownBy(() -> writeback.post("erp")).hasMessage("crash");
        source.crashes = false;
        add("3", "C", Kind.PAYMENT, "");
        assertThat(writeback.post("erp")).isEqualTo(new Writeback.Run(3, 0, 0, ""));
        assertThat(source.calls).containsExactly(List.of("1", "2"), List.of("1", "2"), List.of("3"));
    }

    @Test
    void asks_a_source_that_is_away_for_one_page_only_and_goes_beyond_a_page_otherwise() {
        for (int i = 0; i < 1200; i++) {
            add("K" + i, "A" + i, Kind.PAYMENT, "");
            source.answers.put("K" + i, Result.LATER);
        }
        assertThat(writeback.post("erp")).isEqualTo(new Writeback.Run(0, 0, 500,
                "GW-SRC-048: the source said so"));
        source.answers.clear();
        assertThat(writeback.post("erp")).isEqualTo(new Writeback.Run(1200, 0, 0, ""));
    }

    @Test
    void what_was_just_told_is_given_to_sources_that_take_one_as_well_as_many() {
        assertThat(writeback.prompt()).isEmpty();
        assertThat(writeback.sources()).containsExactly("erp");
        source.takesGroups = false;
        assertThat(writeback.prompt()).containsExactly("erp");
    }

    private void add(String key, String account, Kind kind, String code) {
        book.waiting.put(key, new Posting(key, new AccountKey("erp", new AccountNumber(account), "USD"), kind,
                kind.amount() == Posting.Amount.NONE ? Optional.empty() : Optional.of(Money.of("1.00", "USD")),
                LocalDate.of(2026, 5, 4), code,
                "P1", "text"));
        book.states.put(key, State.PENDING);
    }

    /** A source that answers as it is told. */
    private static final class Scripted implements SourceSystem {

        private boolean crashes;
        private boolean takesGroups = true;
        private final Set<Kind> takes = EnumSet.allOf(Kind.class);
        private final Map<String, Result> answers = new HashMap<>();
        private final Set<String> silent = new java.util.HashSet<>();
        private final List<List<String>> calls = new ArrayList<>();

        @Override
        public Set<Kind> takes() {
            return takes;
        }

        @Override
        public boolean takesGroups() {
            return takesGroups;
        }

        @Override
        public List<Outcome> post(List<Posting> postings) {
            calls.add(postings.stream().map(Posting::key).toList());
            if (crashes) {
                throw new IllegalStateException("crash");
            }
            return postings.stream().filter(one -> !silent.contains(one.key())).map(one -> new Outcome(one.key(),
                    answers.getOrDefault(one.key(), Result.POSTED), "GW-SRC-048: the source said so")).toList();
        }

        @Override
        public List<CheckStep> checkWriting() {
            return List.of();
        }
    }
}
