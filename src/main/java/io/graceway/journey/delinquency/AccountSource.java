package io.graceway.journey.delinquency;

import io.graceway.journey.account.CheckStep;
import java.util.List;

/** A source system as it is read. */
public interface AccountSource {

    /** Takes today's set, as a whole or not at all. */
    Extract open() throws SourceRefused;

    /** Tries every step of reaching it and reading one record; stops at the first that fails. */
    List<CheckStep> check();
}
