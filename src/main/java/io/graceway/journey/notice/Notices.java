package io.graceway.journey.notice;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.Debtor;
import io.graceway.journey.account.Ids;
import io.graceway.journey.delinquency.Channel;
import io.graceway.journey.eligibility.AccountBook.Stage;
import io.graceway.journey.eligibility.AccountBook.Standing;
import io.graceway.journey.eligibility.AccountBook.StandingPage;
import io.graceway.journey.eligibility.Cleared;
import io.graceway.journey.eligibility.Held;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The door of the stage: who is warned, whose last chance is over, who is pulled back. */
public final class Notices {

    /** Days without a new notice after one was withdrawn: the customer is given room. */
    static final int REST_DAYS = 14;

    /** An account that needs a notice, by this channel of the brand's or a later one. */
    private record Wanted(Cleared cleared, int firstChannel, String after) {
    }

    private final Map<String, NoticeTerms> terms;
    private final AgencyPreview agencies;
    private final NoticeBook book;

    /** @param terms by brand id */
    public Notices(Map<String, NoticeTerms> terms, AgencyPreview agencies, NoticeBook book) {
        this.terms = Map.copyOf(terms);
        this.agencies = agencies;
        this.book = book;
    }

    /** Serves notices: what every account of the page needs on its way to a last chance that is over. */
    public NoticePage serve(StandingPage page) {
        Map<String, NoticeRecord> running = book.running(page);
        NoticePage result = NoticePage.empty(page.pass());
        List<Wanted> wanted = new ArrayList<>();
        for (Standing standing : page.standings()) {
            Optional<NoticeRecord> notice = standing.notice().map(running::get);
            if (standing.stage() == Stage.NOTICED && notice.isPresent()) {
                proceed(standing, notice.get(), wanted, result);
            } else if (standing.stage() == Stage.CLEARED && standing.verdict() instanceof Cleared cleared
                    && standing.restUntil().map(rest -> !cleared.day().isBefore(rest)).orElse(true)) {
                wanted.add(new Wanted(cleared, 0, null));
            }
        }
        plan(wanted, result);
        return result;
    }

    private void proceed(Standing standing, NoticeRecord notice, List<Wanted> wanted, NoticePage into) {
        LocalDate day = standing.verdict().day();
        if (standing.verdict() instanceof Held held) {
            into.withdrawn().add(withdraw(notice, day, "held: " + held.reasons()));
        } else if (standing.verdict() instanceof Cleared cleared) {
            if (cleared.balance().compareTo(notice.balance()) < 0) {
                into.withdrawn().add(withdraw(notice, day, "paid: " + notice.balance() + " is now " + cleared.balance()));
            } else if (notice.state() == NoticeRecord.State.BOUNCED) {
                wanted.add(new Wanted(cleared, termsOf(cleared).channels().indexOf(notice.channel()) + 1, notice.id()));
            } else {
                notice.servedBy(day).ifPresent(served -> served(notice, served, cleared, into));
            }
        }
    }

    private static void served(NoticeRecord notice, NoticeServed served, Cleared cleared, NoticePage into) {
        if (notice.state() == NoticeRecord.State.TAKEN) {
            into.served().add(served);
        }
        Map<String, LocalDate> clocks = clocks(notice, served, cleared);
        if (clocks.values().stream().noneMatch(cleared.day()::isBefore)) {
            into.ready().add(new ReadyToPlace(served, cleared, clocks, notice.emailKept()));
        }
    }

    /** First day that each clock allows: the latest decides. */
    private static Map<String, LocalDate> clocks(NoticeRecord notice, NoticeServed served, Cleared cleared) {
        Map<String, LocalDate> clocks = new LinkedHashMap<>();
        clocks.put("in-house-window", cleared.windowEnded());
        clocks.put("last-chance", served.lastChance().plusDays(1));
        clocks.put("notice-deadline", notice.deadline().plusDays(1));
        served.emailOptOut().filter(day -> !notice.emailKept())
                .ifPresent(day -> clocks.put("email-opt-out", day.plusDays(1)));
        return clocks;
    }

    private void plan(List<Wanted> wanted, NoticePage into) {
        Map<AccountKey, AgencyPreview.Preview> previews = agencies.preview(wanted.stream().map(Wanted::cleared).toList());
        for (Wanted one : wanted) {
            AccountKey key = one.cleared.account().key();
            AgencyPreview.Preview preview = previews.get(key);
            Optional<Channel> channel = channel(one.cleared, one.firstChannel);
            if (preview.agency().isEmpty() || channel.isEmpty()) {
                into.unplaced().add(new NoticePage.Unplaced(key,
                        channel.isEmpty() ? "no channel reaches the customer" : preview.why()));
            } else {
                into.planned().add(new NoticePage.Planned(one.cleared,
                        write(one.cleared, channel.get(), preview.agency().get()), one.after, preview.why()));
            }
        }
    }

    private NoticeRecord write(Cleared cleared, Channel channel, String agency) {
        LastChance lastChance = lastChance(cleared);
        LocalDate day = cleared.day();
        return new NoticeRecord(Ids.of("N", cleared.account().key(), day, channel), cleared.account().key(), channel, NoticeRecord.State.PLANNED, day,
                lastChance.deadline(channel, day), lastChance.days(), Optional.empty(),
                lastChance.emailOptOut(day, !cleared.account().debtor().email().isBlank()), cleared.balance(), agency,
                false);
    }

    /** Whether a notice is too old to be sent: its deadlines were computed for leaving by the day after it was written. */
    public static boolean isStale(NoticeRecord notice, LocalDate today) {
        return today.isAfter(notice.writtenOn().plusDays(1));
    }

    private Optional<Channel> channel(Cleared cleared, int first) {
        Debtor debtor = cleared.account().debtor();
        List<Channel> channels = termsOf(cleared).channels();
        return channels.stream().skip(first).filter(channel -> channel == Channel.EMAIL ? !debtor.email().isBlank()
                : channel == Channel.LETTER && debtor.address().isComplete()).findFirst();
    }

    private LastChance lastChance(Cleared cleared) {
        return new LastChance(termsOf(cleared), cleared.rules());
    }

    private NoticeTerms termsOf(Cleared cleared) {
        return terms.get(cleared.account().brand().id());
    }

    private static NoticePage.Withdrawn withdraw(NoticeRecord notice, LocalDate day, String reason) {
        return new NoticePage.Withdrawn(notice.account(), notice.id(), reason, day.plusDays(REST_DAYS));
    }
}
