package io.graceway.journey.eligibility;

import io.graceway.journey.account.Money;
import io.graceway.journey.delinquency.DelinquentAccount;
import java.time.LocalDate;
import java.util.List;

/** The decision about one account on one day, with all its findings. */
public sealed interface Verdict permits Cleared, Held {

    DelinquentAccount account();

    /** The debtor's day on which it was judged. */
    LocalDate day();

    /** What could be placed on that day. */
    Money balance();

    List<Finding> findings();
}
