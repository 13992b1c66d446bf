package io.graceway.journey.placement.hand;

import io.graceway.journey.account.Money;
import io.graceway.journey.placement.Agency;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;

/** What is going to leave for agencies, without taking any of it. */
public interface Waiting {

    /**
     * One kind of document that leaves with the next parcels.
     *
     * @param sums of the money in it, one for each currency; empty for what is no placement
     */
    record Load(String document, long records, List<Money> sums) {
    }

    /** Everything that the next round takes for the agency once its cutoff is over and nobody holds it back. */
    List<Load> loads(String agency);

    /** Placements with the agency that are held back one by one. */
    long heldOneByOne(String agency);

    /**
     * When what waits may leave, in the agency's zone: from the cutoff until midnight with every round.
     *
     * @return the cutoff of that day, over or not, or of the next day on which the agency is open
     */
    static ZonedDateTime cutoff(Agency agency, Instant now) {
        LocalDate today = now.atZone(agency.zone()).toLocalDate();
        return agency.cutoff().from(today).atZone(agency.zone());
    }
}
