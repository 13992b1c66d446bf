package io.graceway.journey.placement;

import io.graceway.journey.account.Pass;
import io.graceway.journey.account.PlacementNumber;
import io.graceway.journey.notice.ReadyToPlace;
import java.util.List;

/**
 * What one page of ready accounts came to.
 *
 * @param decided placed with an agency
 * @param refused not placed, because the agency that the customer was told may not have it any more
 */
public record PlacementPage(Pass pass, List<Decided> decided, List<Refused> refused) {

    /** @param why every agency and why or why not */
    public record Decided(PlacementNumber number, int tier, ReadyToPlace ready, VettedAgency agency, String why) {

        /** The contingency fee that the agency's contract gives for a debt of this age and size, in this tier. */
        public int feeBasisPoints() {
            return agency.agency().terms().fees().basisPoints(tier, ready.cleared().account()
                    .firstMissed(ready.cleared().day()).orElseThrow(), ready.cleared().day(),
                    ready.cleared().balance());
        }
    }

    /** @param why every agency and why or why not */
    public record Refused(ReadyToPlace ready, String why) {
    }
}
