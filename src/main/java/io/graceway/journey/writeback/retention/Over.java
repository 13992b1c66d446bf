package io.graceway.journey.writeback.retention;

import io.graceway.journey.account.AccountNumber;
import io.graceway.journey.account.Place;
import java.time.LocalDate;
import java.util.Set;

/**
 * An account of which personal data is left although nothing is open on it.
 *
 * @param last   last day on which anything happened about it
 * @param places where its customer is, as far as it is known
 * @param kept   codes of what keeps its data, in order; empty where nothing does
 */
public record Over(String source, AccountNumber number, LocalDate last, Set<Place> places, Set<String> kept) {

    /** People said that its data is needed, for a court or an authority. */
    public static final String LEGAL_HOLD = "LEGAL_HOLD";

    /** The same, found to be kept because money is open on it, or a source has still to settle it. */
    public static final String OPEN = "OPEN";
}
