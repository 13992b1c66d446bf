package io.graceway.journey.eligibility;

import io.graceway.journey.delinquency.DelinquentAccount;
import java.time.LocalDate;
import java.util.List;

/** One sentence of the policy: asked about an account on a day, it answers with findings for the rules it looks at. */
@FunctionalInterface
interface Policy {

    List<Finding> ask(DelinquentAccount account, LocalDate day, EffectiveRules rules);
}
