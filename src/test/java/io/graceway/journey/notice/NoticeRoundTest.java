package io.graceway.journey.notice;

import static io.graceway.journey.GivenRules.cleared;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.GivenAccount;
import io.graceway.journey.eligibility.Verdict;
import io.graceway.journey.notice.NoticeRound.Waiting;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoticeRoundTest implements NoticeRound.Outbox, NoticeDispatch {

    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");

    private final List<Waiting> waiting = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    private void round(String configured) {
        Verdict verdict = cleared(GivenAccount.wellTreated(), "2026-03-03");
        waiting.add(new Waiting(NoticeCases.in(NoticeRecord.State.PLANNED, NoticeCases.served(verdict,
                LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 5), 14)), verdict.account()));
        new NoticeRound(Map.of("acme", NoticeCases.terms()), this, this, new AnswerLink(URI.create("https://x.example"),
                new byte[32]), id -> id.equals(configured) ? "Northgate Ltd" : null, Clock.fixed(NOW, ZoneOffset.UTC))
                .send();
    }

    @Test
    void hands_over_what_names_an_agency_of_the_house() {
        round(NoticeCases.AGENCY);
        assertThat(told).containsExactly("dispatched naming Northgate Ltd", "taken");
    }

    @Test
    void names_no_agency_whose_file_was_taken_away() {
        round("another");
        assertThat(told).containsExactly("dropped: agency not configured any more, again from 2026-03-04");
    }

    @Override
    public List<Waiting> waiting() {
        List<Waiting> some = List.copyOf(waiting);
        waiting.clear();
        return some;
    }

    @Override
    public Dispatched dispatch(PlacementNotice notice, NoticeTerms terms, LocalDate noDeadlineBefore) {
        told.add("dispatched naming " + notice.agencyName());
        return new Dispatched(Dispatched.Outcome.TAKEN, NOW, "250 2.0.0", "");
    }

    @Override
    public boolean leaving(Waiting notice, NoticeTerms.Template template, String token, LocalDate until, Instant at) {
        return true;
    }

    @Override
    public void taken(Waiting notice, LocalDate deliveredOn, Dispatched dispatched) {
        told.add("taken");
    }

    @Override
    public void dropped(Waiting notice, String why, LocalDate againFrom, Instant at) {
        told.add("dropped: " + why + ", again from " + againFrom);
    }

    @Override
    public void bounced(String notice, String code, Instant at) {
        told.add("bounced");
    }

    @Override
    public void later(Waiting notice, String evidence, Instant at) {
        told.add("later");
    }

    @Override
    public List<Bounce> bounces() {
        return List.of();
    }

    @Override
    public void taken(List<Bounce> bounces) {
        told.add("bounces taken");
    }
}
