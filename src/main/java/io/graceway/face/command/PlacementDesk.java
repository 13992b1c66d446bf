package io.graceway.face.command;

import io.graceway.journey.account.AccountNumber;
import io.graceway.journey.account.PlacementNumber;
import io.graceway.journey.placement.change.Approvals;
import io.graceway.journey.placement.change.Erasures;
import io.graceway.journey.recall.RecallPage;
import io.graceway.journey.recall.RefusedRecall;
import java.util.List;
import java.util.Optional;

/** What people ask a started gateway to do with placements; agencies hear of it with the next round. */
public interface PlacementDesk {

    /**
     * Takes a placement back because people want it; the agency hears of it with the next round.
     *
     * @param reason a code of the house's
     * @param force  at once, also while a payment is in transit
     */
    RecallPage recall(PlacementNumber placement, String reason, boolean force);

    /**
     * Takes single invoices of a placement back at once, while it goes on with the others.
     *
     * @param items the source's ids
     * @return why not; empty when it is done
     */
    Optional<RefusedRecall> recallItems(PlacementNumber placement, List<String> items, String reason);

    /** Has every agency that had the account erase what it holds of it; orders that stand are only told. */
    Erasures.Result erase(AccountNumber number);

    /**
     * Tells the agency that has a placement what people wrote; it leaves with the next round.
     *
     * @return why not, as a stable code; empty when it is done
     */
    Optional<String> note(PlacementNumber placement, String text);

    /**
     * Answers an agency's request for a legal step.
     *
     * @param consent empty says no
     */
    Approvals.Result approve(PlacementNumber placement, String request, Optional<Approvals.Consent> consent);
}
