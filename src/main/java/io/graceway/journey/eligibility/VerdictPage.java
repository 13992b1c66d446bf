package io.graceway.journey.eligibility;

import io.graceway.journey.account.Pass;
import io.graceway.journey.delinquency.RefusedAccount;
import java.util.List;

/** A page of verdicts of one pass, and the accounts that were refused beside them. */
public record VerdictPage(Pass pass, String source, List<Verdict> verdicts, List<RefusedAccount> refused) {
}
