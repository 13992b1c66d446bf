package io.graceway.journey.placement;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.Money;
import io.graceway.journey.account.PlacementNumber;
import java.time.LocalDate;

/**
 * One account with one agency, as the house sees it.
 *
 * @param tier           1 for a first placement
 * @param placedOn       debtor's day
 * @param placed         balance that was placed
 * @param left           what is still owed of it
 * @param feeBasisPoints contingency fee that the contract gives
 * @param tone           profile and version that travelled with it, such as {@code acme-home@4}
 */
public record Placement(PlacementNumber number, AccountKey account, String agency, int tier, LocalDate placedOn,
                        Money placed, Money left, int feeBasisPoints, String tone, State state) {

    /** How far a placement is. */
    public enum State {
        /** Decided; leaves with the agency's next parcel. */
        DECIDED,
        /** In a parcel that is under way or delivered. */
        SENT,
        /** The agency took it on. */
        ACKNOWLEDGED,
        /** Being taken back; the agency may object. */
        RECALL_PENDING,
        /** Taken back for good. */
        RECALLED,
        /** The agency gave it back or everything is paid. */
        CLOSED,
        /** The agency refused it. */
        REJECTED,
        /** Taken back before it left: the agency never heard of it. */
        WITHDRAWN;

        public boolean isOpen() {
            return compareTo(RECALLED) < 0;
        }
    }
}
