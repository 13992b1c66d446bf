package io.graceway.wiring;

import io.graceway.audit.LogPublisher;
import io.graceway.face.command.PlacementDesk;
import io.graceway.journey.account.AccountNumber;
import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.Pass;
import io.graceway.journey.account.PlacementNumber;
import io.graceway.journey.placement.change.Approvals;
import io.graceway.journey.placement.change.Changes;
import io.graceway.journey.placement.change.Erasures;
import io.graceway.journey.recall.PartialRecalls;
import io.graceway.journey.recall.RecallBook;
import io.graceway.journey.recall.RecallPage;
import io.graceway.journey.recall.Recalls;
import io.graceway.journey.recall.RefusedRecall;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationContext;

/** Does with placements what people ask for; what it did is published at once. */
record PlacementRoom(ApplicationContext context) implements PlacementDesk {

    @Override
    public RecallPage recall(PlacementNumber placement, String reason, boolean force) {
        RecallPage page = context.getBean(Recalls.class).begin(placement, reason, now(context), force);
        RecallPage recorded = context.getBean(RecallBook.class).record(page);
        context.getBean(LogPublisher.class).publish();
        return recorded;
    }

    @Override
    public Optional<RefusedRecall> recallItems(PlacementNumber placement, List<String> items, String reason) {
        Optional<RefusedRecall> refused = context.getBean(PartialRecalls.class).take(placement, items, reason,
                now(context));
        context.getBean(LogPublisher.class).publish();
        return refused;
    }

    @Override
    public Erasures.Result erase(AccountNumber number) {
        Erasures.Result result = context.getBean(Erasures.class).order(number, now(context));
        context.getBean(LogPublisher.class).publish();
        return result;
    }

    @Override
    public Optional<String> note(PlacementNumber placement, String text) {
        Optional<String> refused = context.getBean(Changes.class).note(placement, text, now(context));
        context.getBean(LogPublisher.class).publish();
        return refused;
    }

    @Override
    public Approvals.Result approve(PlacementNumber placement, String request, Optional<Approvals.Consent> consent) {
        Approvals.Result result = context.getBean(Approvals.class).answer(placement, request, consent, now(context));
        context.getBean(LogPublisher.class).publish();
        return result;
    }

    /** This moment, as rounds see it. */
    static Pass now(ApplicationContext context) {
        Instant now = context.getBean(Clock.class).instant();
        return new Pass(now, AsOf.moment(now), Pass.Until.ROUNDS, true);
    }
}
