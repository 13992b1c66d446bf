package io.graceway.journey.placement;

import io.graceway.journey.account.AccountKey;
import java.util.Collection;

/** Where placements are kept. */
public interface PlacementBook {

    /** What is known of the agencies now, with the earlier agencies of these accounts. */
    AgencyChoice.Market market(Collection<AccountKey> accounts);

    /** Writes a page of placements down, in one transaction with the log; gives the page back. */
    PlacementPage record(PlacementPage page);
}
