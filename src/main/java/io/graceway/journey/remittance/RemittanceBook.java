package io.graceway.journey.remittance;

import io.graceway.journey.account.Pass;
import java.util.Collection;
import java.util.Map;

/** Where it is kept what customers paid directly. */
public interface RemittanceBook {

    /** The open ones among these placements, by number, as they stand before the pass is looked at. */
    Map<String, PlacedAccount> placed(Pass pass, Collection<String> placements);

    /** Writes a page down in one transaction with its log entries; a placement that changed meanwhile waits. */
    DirectPage record(DirectPage page);
}
