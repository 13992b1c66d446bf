package io.graceway.journey.recall;

import io.graceway.journey.account.Pass;
import io.graceway.journey.account.PlacementNumber;
import io.graceway.journey.eligibility.AccountBook.Stage;
import io.graceway.journey.eligibility.AccountBook.Standing;
import io.graceway.journey.eligibility.AccountBook.StandingPage;
import io.graceway.journey.eligibility.Held;
import io.graceway.journey.eligibility.HoldReason;
import io.graceway.journey.eligibility.Verdict;
import io.graceway.journey.placement.Agency;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.placement.report.Holding;
import io.graceway.journey.placement.report.LineFault;
import io.graceway.journey.recall.RecallBook.Running;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The door of the stage: takes placements back, with the agency's right to object. */
public final class Recalls {

    /** What stops an agency at once: the law or the customer's dignity leaves no time for objections. */
    private static final Set<HoldReason> AT_ONCE = EnumSet.of(HoldReason.ATTORNEY, HoldReason.BANKRUPTCY,
            HoldReason.DECEASED, HoldReason.FRAUD, HoldReason.MORATORIUM, HoldReason.CEASE_CONTACT);

    private static final Set<HoldReason> WITH_OBJECTION = EnumSet.of(HoldReason.OPEN_DISPUTE,
            HoldReason.OPEN_SERVICE_ISSUE, HoldReason.OPEN_BILLING_ISSUE, HoldReason.OPEN_COMPLAINT,
            HoldReason.OPEN_HARDSHIP, HoldReason.OPEN_ARRANGEMENT, HoldReason.PAYMENT_CLAIMED,
            HoldReason.WANTS_TO_TALK);

    private static final int PAGE = 1000;

    private final Map<String, Agency> agencies;
    private final RecallBook book;

    /** @param agencies by id */
    public Recalls(Map<String, Agency> agencies, RecallBook book) {
        this.agencies = Map.copyOf(agencies);
        this.book = book;
    }

    /**
     * Placed accounts that something in house now holds, or whose agency's vetting has lapsed: begins their recall,
     * unless one is running already.
     */
    public RecallPage watch(StandingPage page) {
        List<Standing> placed = page.standings().stream().filter(one -> one.stage() == Stage.PLACED
                && (one.verdict() instanceof Held || agencies.values().stream().anyMatch(agency ->
                Lapse.of(agency, one.verdict()).isPresent()))).toList();
        Map<String, Running> running = book.running(placed.stream().map(Standing::placement).flatMap(Optional::stream)
                .toList());
        RecallPage result = RecallPage.empty(page.pass().at());
        for (Standing standing : placed) {
            standing.placement().map(running::get).ifPresent(one ->
                    watch(one, standing.verdict(), result));
        }
        return result;
    }

    private void watch(Running one, Verdict verdict, RecallPage into) {
        List<HoldReason> reasons = verdict instanceof Held held ? held.reasons() : List.of();
        Optional<Lapse> lapse = Lapse.of(agency(one.held()), verdict);
        Optional<String> atOnce = reasons.stream().filter(AT_ONCE::contains).findFirst().map(Enum::name)
                .or(() -> lapse.filter(Lapse.LICENCE_LAPSED::equals).map(Enum::name));
        if (atOnce.isPresent()) {
            into.ended().add(new FinalRecall(one.held(), atOnce.get(), verdict.day()));
        } else if (one.recall().isEmpty()) {
            boolean planned = one.inHouse().filter(last -> !verdict.day().isAfter(last)).isPresent();
            reasons.stream().filter(WITH_OBJECTION::contains)
                    .filter(reason -> reason != HoldReason.OPEN_ARRANGEMENT || !planned).findFirst().map(Enum::name)
                    .or(() -> lapse.map(Enum::name))
                    .ifPresent(reason -> begin(one.held(), reason, verdict.day(), into));
        }
    }

    private void begin(Holding held, String reason, LocalDate day, RecallPage into) {
        begin(held, reason, day, agency(held).terms(), into);
    }

    static void begin(Holding held, String reason, LocalDate day, Agency.Terms terms, RecallPage into) {
        if (held.state() == State.DECIDED) {
            into.ended().add(new FinalRecall(held, reason, day));
        } else {
            into.pending().add(new PendingRecall(held, Recall.begun(reason, day, terms.objectionDays())));
        }
    }

    /**
     * Recalls one placement because people want it.
     *
     * @param reason a code of the house's, such as {@code CUSTOMER_COMPLAINT}
     * @param force  takes it back at once, also while a payment is in transit or an arrangement runs
     */
    public RecallPage begin(PlacementNumber placement, String reason, Pass pass, boolean force) {
        RecallPage result = RecallPage.empty(pass.at());
        Running one = book.running(List.of(placement.value())).get(placement.value());
        if (one == null) {
            result.refused().add(new RefusedRecall(placement.value(), "GW-REM-081",
                    "the placement is not with an agency"));
            return result;
        }
        LocalDate day = pass.asOf().day(one.held().zone());
        String agency = one.held().placement().agency();
        if (!agencies.containsKey(agency)) {
            result.refused().add(new RefusedRecall(placement.value(), "GW-REM-087", "agency " + agency
                    + " has no file in partner-config any more, so nobody could tell it; give the file back"));
        } else if (force) {
            result.ended().add(new FinalRecall(one.held(), reason, day));
        } else if (one.recall().filter(recall -> recall.isPaymentInTransit(day)).isPresent()) {
            result.refused().add(new RefusedRecall(placement.value(), "GW-REM-080",
                    "a payment is in transit until " + one.recall().get().finalOn() + "; wait, or force the recall"));
        } else if (one.arranged().filter(last -> !day.isAfter(last)).isPresent()) {
            result.refused().add(new RefusedRecall(placement.value(), "GW-REM-082",
                    "the customer pays by an arrangement until " + one.arranged().get()
                    + "; leave it, or force the recall"));
        } else if (one.recall().isEmpty()) {
            begin(one.held(), reason, day, result);
        }
        return result;
    }

    /**
     * Recalls whose final day has come for their debtors, and placements whose time with the agency is over, at most
     * about a thousand: ask until the page is empty.
     */
    public RecallPage due(Pass pass) {
        RecallPage result = RecallPage.empty(pass.at());
        new TimeOver(agencies, book).find(pass, result);
        String after = "";
        List<Running> page;
        do {
            page = book.due(pass.asOf().day(TimeOver.FIRST), after, PAGE);
            for (Running one : page) {
                after = one.held().number();
                LocalDate day = pass.asOf().day(one.held().zone());
                one.recall().filter(recall -> !day.isBefore(recall.finalOn())).ifPresent(recall ->
                        result.ended().add(new FinalRecall(one.held(), recall.reason(), day)));
            }
        } while (page.size() == PAGE && result.ended().size() < PAGE);
        return result;
    }

    /**
     * Hears an objection.
     *
     * @param day   the debtor's day on which it came
     * @param terms of the agency that holds the placement
     * @return the recall, extended
     * @throws LineFault when it comes too late, twice, or nothing is being recalled
     */
    public static PendingRecall object(RecallObjection objection, Running one, LocalDate day, Agency.Terms terms) {
        Recall recall = one.recall().orElseThrow(() -> new LineFault("placement", "GW-REM-060",
                "no recall of this placement is running, so there is nothing to object to"));
        if (recall.objection().isPresent()) {
            throw new LineFault("code", "GW-REM-062", "the recall was extended before, and is not extended twice");
        }
        if (day.isAfter(recall.objectBy())) {
            throw new LineFault("code", "GW-REM-061", "the last day to object was " + recall.objectBy());
        }
        LocalDate longest = day.plusDays(terms.extensionDays());
        LocalDate until = objection.until().filter(longest::isAfter).orElse(longest);
        return new PendingRecall(one.held(), recall.extended(objection.code(),
                until.isAfter(recall.finalOn()) ? until : recall.finalOn()));
    }

    private Agency agency(Holding held) {
        Agency agency = agencies.get(held.placement().agency());
        if (agency == null) {
            throw new IllegalStateException("agency " + held.placement().agency()
                    + " is not configured any more; keep its file while it holds placements");
        }
        return agency;
    }
}
