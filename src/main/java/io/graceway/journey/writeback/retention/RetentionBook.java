package io.graceway.journey.writeback.retention;

import io.graceway.journey.account.AccountNumber;
import io.graceway.journey.account.Pass;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** Where personal data lies, and what keeps it there. */
public interface RetentionBook {

    /** Why data is removed, as the log tells it. */
    record Why(String rule, List<String> notTold) {
    }

    /** Accounts that are over and about which nothing happened after that day, page by page. */
    void over(LocalDate last, LocalDate today, Consumer<List<Over>> page);

    /** All accounts of that number of which personal data is left, also such as are not over. */
    List<Over> of(AccountNumber number, LocalDate today);

    /**
     * Removes the personal data of accounts in one transaction with a log entry for each, unless something keeps it by
     * then; sums of money stay.
     *
     * @return those of which it was removed
     */
    List<Over> remove(List<Over> accounts, java.util.function.Function<Over, Why> why, Pass pass);

    /** Keeps data of accounts of that number whatever the rule says; a code, no words about anybody. */
    void hold(AccountNumber number, String because, Pass pass);

    /** Ends that; false where nothing was kept so. */
    boolean release(AccountNumber number, Pass pass);
}
