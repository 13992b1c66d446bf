package io.graceway.journey.notice;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.eligibility.Cleared;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Who accounts would go to: asked before customers are told a name. */
public interface AgencyPreview {

    /**
     * @param agency id of the agency; empty when no agency may have the account
     * @param why    every agency and why or why not, for the log
     */
    record Preview(Optional<String> agency, String why) {
    }

    /** A preview for every account asked about. */
    Map<AccountKey, Preview> preview(Collection<Cleared> accounts);
}
