package io.graceway.journey.delinquency;

import io.graceway.journey.account.Pass;
import java.util.List;

/** A page of accounts as their source shows them, those that can be judged and those that are refused. */
public record RecognisedPage(Pass pass, String source, List<DelinquentAccount> accounts, List<RefusedAccount> refused) {
}
