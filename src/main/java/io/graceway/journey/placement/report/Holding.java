package io.graceway.journey.placement.report;

import io.graceway.journey.account.Money;
import io.graceway.journey.placement.Placement;
import io.graceway.journey.placement.Placement.State;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * One placement as an agency's report meets it.
 *
 * @param zone       where the debtor's days begin
 * @param agencyFile the agency's number for it, once it has answered
 * @param answered   whether the agency has answered to the placement at all
 * @param ending     how it ended: {@link #PAID}, a closure code or the reason of a recall; empty before
 * @param home       whether its account is in house now, with no notice running
 * @param delivery   the delivery that brought it; empty before
 * @param toneSha256 hash of the tone that travelled with it
 * @param recalledOn day on which it was taken back for good
 */
public record Holding(Placement placement, ZoneId zone, Optional<AgencyFileNumber> agencyFile, boolean answered,
                      String ending, boolean home, Optional<String> delivery, String toneSha256,
                      Optional<LocalDate> recalledOn) {

    /** How a placement ended of which everything is paid. */
    public static final String PAID = "PAID";

    public String number() {
        return placement.number().value();
    }

    public State state() {
        return placement.state();
    }

    public Money left() {
        return placement.left();
    }

    /** The same placement with another amount left. */
    public Holding leaving(Money left) {
        return with(left, state(), ending, home);
    }

    /** The same placement ended, its account back in house. */
    public Holding ended(State state, String how) {
        return with(left(), state, how, true);
    }

    /** The same placement once the agency has answered to it. */
    public Holding answeredWith(Optional<AgencyFileNumber> file) {
        Holding after = state() == State.SENT ? with(left(), State.ACKNOWLEDGED, ending, home) : this;
        return new Holding(after.placement, zone, file, true, ending, home, delivery, toneSha256,
                recalledOn);
    }

    /** The same placement while it is being taken back. */
    public Holding recalled() {
        return with(left(), State.RECALL_PENDING, "", false);
    }

    /** The same placement running again. */
    public Holding reopened() {
        return with(left(), answered ? State.ACKNOWLEDGED : State.SENT, "", false);
    }

    private Holding with(Money left, State state, String how, boolean atHome) {
        Placement was = placement;
        return new Holding(new Placement(was.number(), was.account(), was.agency(), was.tier(), was.placedOn(),
                was.placed(), left, was.feeBasisPoints(), was.tone(), state), zone, agencyFile, answered, how, atHome,
                delivery, toneSha256, recalledOn);
    }
}
