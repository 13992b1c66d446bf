package io.graceway.face.console.room;

import io.graceway.journey.placement.BrandTone;
import io.graceway.journey.placement.VettingWatch;
import io.graceway.journey.placement.hand.AgencyLife;
import io.graceway.journey.placement.report.Scorecard;
import io.graceway.journey.writeback.Confirmation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What the console asks about agencies; the command line asks the same. */
public interface AgencyDesk {

    /** An OpenPGP key of an agency's, and while it counts. */
    record Key(String fingerprint, LocalDate from, LocalDate until) {
    }

    /** @param mailbox kind of it, as the file names it */
    record Ways(String mailbox, List<Key> keys) {
    }

    /** How the vetting of every agency stands, by id. */
    List<VettingWatch.State> vetting();

    Ways ways(String agency);

    /** Whether it gets new placements. */
    AgencyLife.State standing(String agency);

    /** Tones that agencies have to accept today. */
    Collection<BrandTone> tones();

    List<Scorecard> scorecards();

    List<Confirmation> confirmations(Instant since);

    /** What an agency has to know: file to content. */
    Map<String, byte[]> handbook(String agency);
}
