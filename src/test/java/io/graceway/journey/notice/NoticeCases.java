package io.graceway.journey.notice;

import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.Money;
import io.graceway.journey.account.Pass;
import io.graceway.journey.delinquency.Channel;
import io.graceway.journey.eligibility.AccountBook.Stage;
import io.graceway.journey.eligibility.AccountBook.Standing;
import io.graceway.journey.eligibility.AccountBook.StandingPage;
import io.graceway.journey.eligibility.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The stage with a book in memory and one agency that may have everything. */
public final class NoticeCases implements NoticeBook, AgencyPreview {

    public static final String AGENCY = "northgate";

    private final Map<String, NoticeRecord> running = new HashMap<>();
    private final Notices notices;

    public NoticeCases(NoticeTerms terms) {
        this(terms, true);
    }

    /** Without terms: the brand says nothing about notices. */
    NoticeCases() {
        notices = new Notices(Map.of(), this, this);
    }

    NoticeCases(NoticeTerms terms, boolean anAgency) {
        AgencyPreview nobody = accounts -> {
            Map<io.graceway.journey.account.AccountKey, Preview> none = new HashMap<>();
            accounts.forEach(one -> none.put(one.account().key(),
                    new Preview(Optional.empty(), "northgate: no licence")));
            return none;
        };
        notices = new Notices(Map.of("acme", terms), anAgency ? this : nobody, this);
    }

    /** Fourteen days, e-mail first and then letter, three days to bounce, two post days, the address shared. */
    public static NoticeTerms terms() {
        return terms(true, 14, Set.of(), Channel.EMAIL, Channel.LETTER);
    }

    static NoticeTerms terms(boolean shareEmail, int lastChanceDays, Set<LocalDate> holidays, Channel... channels) {
        return new NoticeTerms("Acme Ltd", "Acme", new NoticeTerms.Template("acme", 1), List.of(channels),
                lastChanceDays, 3, 2, holidays, shareEmail, List.of(), "call us", "pay us");
    }

    /** A served notice of 240.00 dollars, written and handed over long before. */
    public static NoticeRecord served(Verdict verdict, LocalDate writtenOn, LocalDate deliveredOn, int days) {
        return new NoticeRecord("N1", verdict.account().key(), Channel.LETTER, NoticeRecord.State.SERVED, writtenOn,
                deliveredOn.plusDays(days), days, Optional.of(deliveredOn), Optional.empty(), Money.of("240.00", "USD"),
                AGENCY, false);
    }

    static NoticeRecord in(NoticeRecord.State state, NoticeRecord one) {
        return new NoticeRecord(one.id(), one.account(), one.channel(), state, one.writtenOn(), one.deadline(),
                one.lastChanceDays(), one.deliveredOn(), one.emailOptOut(), one.balance(), one.agency(),
                one.emailKept());
    }

    /** The same after the channel took it on that day. */
    static NoticeRecord taken(NoticeRecord one, LocalDate handedOver) {
        return new NoticeRecord(one.id(), one.account(), one.channel(), NoticeRecord.State.TAKEN, one.writtenOn(),
                one.deadline(), one.lastChanceDays(),
                Optional.of(LastChance.delivered(terms(), one.channel(), handedOver)),
                one.emailOptOut(), one.balance(), one.agency(), one.emailKept());
    }

    static NoticeRecord kept(NoticeRecord one) {
        return new NoticeRecord(one.id(), one.account(), one.channel(), one.state(), one.writtenOn(), one.deadline(),
                one.lastChanceDays(), one.deliveredOn(), one.emailOptOut(), one.balance(), one.agency(), true);
    }

    /** What the stage does with an account that is cleared and has no notice. */
    NoticePage first(Verdict verdict) {
        return serve(verdict, Stage.CLEARED, Optional.empty(), Optional.empty());
    }

    NoticePage resting(Verdict verdict, LocalDate until) {
        return serve(verdict, Stage.CLEARED, Optional.empty(), Optional.of(until));
    }

    /** What it does with an account whose notice runs. */
    public NoticePage next(Verdict verdict, NoticeRecord notice) {
        running.put(notice.id(), notice);
        return serve(verdict, Stage.NOTICED, Optional.of(notice.id()), Optional.empty());
    }

    NoticeRecord planned(Verdict verdict) {
        return first(verdict).planned().get(0).notice();
    }

    private NoticePage serve(Verdict verdict, Stage stage, Optional<String> notice, Optional<LocalDate> rest) {
        Pass pass = new Pass(Instant.EPOCH, AsOf.date(verdict.day()), Pass.Until.END, false);
        return notices.serve(new StandingPage(pass, "erp",
                List.of(new Standing(verdict, stage, notice, Optional.empty(), rest)), List.of()));
    }

    @Override
    public Map<String, NoticeRecord> running(StandingPage page) {
        return running;
    }

    @Override
    public NoticePage record(NoticePage page) {
        return page;
    }

    @Override
    public Map<io.graceway.journey.account.AccountKey, Preview> preview(
            Collection<io.graceway.journey.eligibility.Cleared> accounts) {
        Map<io.graceway.journey.account.AccountKey, Preview> all = new HashMap<>();
        accounts.forEach(one -> all.put(one.account().key(), new Preview(Optional.of(AGENCY), "northgate: chosen")));
        return all;
    }
}
