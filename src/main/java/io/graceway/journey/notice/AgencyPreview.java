package io.graceway.journey.notice;

import io.graceway.journey.eligibility.Cleared;
import java.util.Optional;

/** Who an account would go to: asked before the customer is told a name. */
public interface AgencyPreview {

    /**
     * @param agency id of the agency; empty when no agency may have the account
     * @param name   as the customer reads it
     * @param why    every agency and why or why not, for the log
     */
    record Preview(Optional<String> agency, String name, String why) {
    }

    Preview preview(Cleared cleared);
}
