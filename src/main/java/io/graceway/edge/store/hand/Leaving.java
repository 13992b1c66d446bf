package io.graceway.edge.store.hand;

/** What waits to leave: one condition for the page that shows it and for the parcel that takes it. */
public final class Leaving {

    /**
     * Rows of {@code placement} that nobody holds back and no delivery has, of agencies that people let have something
     * new; what a parcel claimed leaves with it.
     */
    public static final String PLACEMENTS = "state = 'DECIDED' and (delivery is not null and not exists (select 1 from "
            + "delivery d where d.id = placement.delivery) or delivery is null and not exists (select 1 from held_back "
            + "h where h.kind = 'PLACEMENT' and h.subject = placement.placement) and not exists (select 1 from "
            + "agency_life l where l.agency = placement.agency and l.state <> 'ACTIVE'))";

    /** Rows of {@code agency_message} that no delivery has; an empty delivery was told at once. */
    public static final String MESSAGES = "(delivery is null or delivery <> '' and not exists (select 1 from delivery "
            + "d where d.id = agency_message.delivery))";

    /** Placements that people hold back one by one. */
    public static final String HELD = "state = 'DECIDED' and delivery is null and exists (select 1 from held_back h "
            + "where h.kind = 'PLACEMENT' and h.subject = placement.placement)";

    private static final String AGENCY_HELD = " and not exists (select 1 from held_back a where a.kind = 'AGENCY' and "
            + "a.subject = ";

    /** The table's rows that leave next: as those conditions say, without agencies of which everything is held. */
    public static final String PLACEMENT_ROWS = "placement where " + PLACEMENTS + AGENCY_HELD + "placement.agency)";

    public static final String MESSAGE_ROWS = "agency_message where " + MESSAGES + AGENCY_HELD
            + "agency_message.agency)";

    private Leaving() {
    }
}
