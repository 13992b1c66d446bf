package io.graceway.journey.notice;

import io.graceway.journey.account.Ids;
import io.graceway.journey.delinquency.DelinquentAccount;
import io.graceway.journey.delinquency.Itemization;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One round of handing planned notices over, and of hearing which came back. */
public final class NoticeRound {

    /** So many days after its deadline a personal link still answers. */
    private static final int LINK_DAYS = 30;

    /** A notice that waits to be handed over. @param account as it was when the notice was written */
    public record Waiting(NoticeRecord notice, DelinquentAccount account) {
    }

    /** Where the round's results are kept, each in one transaction with the log. */
    public interface Outbox {

        /** Notices planned, or leaving when a crash came; a bounded number at a time. */
        List<Waiting> waiting();

        /**
         * From here on nobody can tell whether it was sent until one of the others is told.
         *
         * @param template the wording it goes with
         * @return false when it was withdrawn meanwhile: then it is not sent
         */
        boolean leaving(Waiting notice, NoticeTerms.Template template, String tokenSha256, LocalDate linkUntil,
                        Instant at);

        void taken(Waiting notice, LocalDate deliveredOn, NoticeDispatch.Dispatched dispatched);

        /** Came back or was refused at the door: another channel takes over. */
        void bounced(String notice, String code, Instant at);

        /** Not reachable now: stays planned. */
        void later(Waiting notice, String evidence, Instant at);

        /**
         * Not sent and void: too old, or a text that must not be sent; the account can be warned again from that day.
         */
        void dropped(Waiting notice, String why, LocalDate againFrom, Instant at);
    }

    private final Map<String, NoticeTerms> terms;
    private final NoticeDispatch dispatch;
    private final Outbox outbox;
    private final AnswerLink links;
    private final Function<String, String> agencyNames;
    private final Clock clock;

    public NoticeRound(Map<String, NoticeTerms> terms, NoticeDispatch dispatch, Outbox outbox, AnswerLink links,
                       Function<String, String> agencyNames, Clock clock) {
        this.terms = Map.copyOf(terms);
        this.dispatch = dispatch;
        this.outbox = outbox;
        this.links = links;
        this.agencyNames = agencyNames;
        this.clock = clock;
    }

    /** Hands over every notice that waits. */
    public void send() {
        for (List<Waiting> some = outbox.waiting(); !some.isEmpty(); some = outbox.waiting()) {
            boolean moved = false;
            for (Waiting one : some) {
                moved |= send(one);
            }
            if (!moved) {
                return;
            }
        }
    }

    /** Hears of notices that came back; each is told to the outbox before it is taken out of the bounce box. */
    public void hear() {
        List<NoticeDispatch.Bounce> bounces = dispatch.bounces();
        bounces.forEach(bounce -> outbox.bounced(bounce.notice(), bounce.code(), clock.instant()));
        dispatch.taken(bounces);
    }

    private boolean send(Waiting one) {
        NoticeRecord notice = one.notice();
        Instant now = clock.instant();
        LocalDate today = now.atZone(one.account().debtor().zone().orElse(ZoneId.of("UTC"))).toLocalDate();
        NoticeTerms mine = terms.get(one.account().brand().id());
        LocalDate delivered = LastChance.delivered(mine, notice.channel(), today);
        if (Notices.isStale(notice, today)) {
            outbox.dropped(one, "not sent in time", today, now);
            return true;
        }
        if (agencyNames.apply(notice.agency()) == null) {
            // Its file was taken away meanwhile: another notice names another agency.
            outbox.dropped(one, "agency not configured any more", today, now);
            return true;
        }
        String token = links.token(notice.id());
        if (!outbox.leaving(one, mine.template(), Ids.hex(token), notice.deadline().plusDays(LINK_DAYS), now)) {
            return true;
        }
        try {
            return done(one, delivered, dispatch.dispatch(write(one, links.link(token)), mine,
                    delivered.plusDays(notice.lastChanceDays())));
        } catch (NoticeRefused e) {
            outbox.dropped(one, e.getMessage(), today.plusDays(1), now);
            return true;
        }
    }

    private boolean done(Waiting one, LocalDate delivered, NoticeDispatch.Dispatched dispatched) {
        switch (dispatched.outcome()) {
            case TAKEN -> outbox.taken(one, delivered, dispatched);
            case BOUNCED -> outbox.bounced(one.notice().id(), dispatched.evidence(), dispatched.at());
            case LATER -> outbox.later(one, dispatched.evidence(), dispatched.at());
        }
        return dispatched.outcome() != NoticeDispatch.Dispatched.Outcome.LATER;
    }

    private PlacementNotice write(Waiting one, URI link) {
        NoticeRecord notice = one.notice();
        DelinquentAccount account = one.account();
        Itemization itemization = account.itemization().orElseGet(() -> Itemization.ofOpenAmount(
                account.firstMissed(notice.writtenOn()).orElseThrow(), notice.balance()));
        List<String> shared = notice.emailOptOut().isPresent() ? List.of("name", "address", "phone", "email")
                : List.of("name", "address", "phone");
        return new PlacementNotice(notice.id(), account.key(), account.debtor(), notice.channel(), notice.writtenOn(),
                notice.deadline(), itemization, account.pastDue(notice.writtenOn()), agencyNames.apply(notice.agency()),
                shared, notice.emailOptOut(), link);
    }
}
