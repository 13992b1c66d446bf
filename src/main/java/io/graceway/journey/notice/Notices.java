package io.graceway.journey.notice;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.Debtor;
import io.graceway.journey.account.Ids;
import io.graceway.journey.account.Money;
import io.graceway.journey.delinquency.Channel;
import io.graceway.journey.eligibility.AccountBook.Stage;
import io.graceway.journey.eligibility.AccountBook.Standing;
import io.graceway.journey.eligibility.AccountBook.StandingPage;
import io.graceway.journey.eligibility.Cleared;
import io.graceway.journey.eligibility.Held;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The door of the stage: who is warned, whose last chance is over, who is pulled back. */
public final class Notices {

    /** Days without a new notice after one was withdrawn or an agency gave the account back. */
    public static final int REST_DAYS = 14;

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

    /**
     * Whether a notice that has not left yet must not leave any more: the dates in its text allow for the day after it
     * was written and for no later one. A stale notice is dropped unsent, and the next pass writes a new one.
     *
     * @param today the debtor's day on which it would be handed over
     */
    public static boolean isStale(NoticeRecord notice, LocalDate today) {
        return today.isAfter(LastChance.latestHandOver(notice.writtenOn()));
    }

    /** Serves notices: what every account of the page needs on its way to a last chance that is over. */
    public NoticePage serve(StandingPage page) {
        Map<String, NoticeRecord> running = book.running(page);
        NoticePage result = NoticePage.empty(page.pass());
        List<Wanted> wanted = new ArrayList<>();
        for (Standing standing : page.standings()) {
            if (standing.verdict() instanceof Cleared cleared && termsOf(cleared) == null) {
                result.unplaced().add(new NoticePage.Unplaced(cleared.account().key(), "the brand "
                        + cleared.account().brand().id() + " has no terms for notices, so nobody is warned"));
                continue;
            }
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
        if (standing.verdict() instanceof Held held) {
            into.withdrawn().add(withdraw(notice, "held: " + held.reasons(), held.day().plusDays(REST_DAYS)));
        } else if (standing.verdict() instanceof Cleared cleared) {
            proceed(cleared, notice, wanted, into);
        }
    }

    private void proceed(Cleared cleared, NoticeRecord notice, List<Wanted> wanted, NoticePage into) {
        LocalDate day = cleared.day();
        // Only what was past due when the notice was written: a newer invoice must not hide a payment on an older one.
        Money left = cleared.account().balance(notice.writtenOn());
        if (left.compareTo(notice.balance()) < 0) {
            into.withdrawn().add(withdraw(notice, "paid: " + notice.balance() + " is now " + left,
                    day.plusDays(REST_DAYS)));
        } else if (notice.state() == NoticeRecord.State.BOUNCED) {
            wanted.add(new Wanted(cleared, termsOf(cleared).channels().indexOf(notice.channel()) + 1, notice.id()));
        } else {
            notice.servedBy(day).ifPresent(served -> served(notice, served, cleared, into));
        }
    }

    private void served(NoticeRecord notice, NoticeServed served, Cleared cleared, NoticePage into) {
        if (notice.state() == NoticeRecord.State.TAKEN) {
            into.served().add(served);
        }
        Clocks clocks = new Clocks(notice, served, cleared, lastChance(cleared));
        if (clocks.areOver()) {
            into.ready().add(new ReadyToPlace(served, cleared, clocks.all(), clocks.isEmailKept()));
        }
    }

    private void plan(List<Wanted> wanted, NoticePage into) {
        Map<AccountKey, AgencyPreview.Preview> previews = agencies.preview(
                wanted.stream().map(Wanted::cleared).toList());
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
        AccountKey key = cleared.account().key();
        boolean shared = termsOf(cleared).shareEmail() && !cleared.account().debtor().email().isBlank();
        return new NoticeRecord(Ids.of("N", key, day, channel), key, channel, NoticeRecord.State.PLANNED, day,
                lastChance.deadline(channel, day), lastChance.days(), Optional.empty(),
                Optional.of(lastChance.emailOptOut(channel, day)).filter(date -> shared), cleared.balance(), agency,
                false);
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

    private static NoticePage.Withdrawn withdraw(NoticeRecord notice, String reason, LocalDate restUntil) {
        return new NoticePage.Withdrawn(notice.account(), notice.id(), reason, restUntil);
    }
}
