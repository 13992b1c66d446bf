package io.graceway.journey.eligibility;

import io.graceway.journey.account.Money;
import io.graceway.journey.account.Pass;
import io.graceway.journey.delinquency.RefusedAccount;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Where every account's standing is kept. */
public interface AccountBook {

    /** Where an account stands on its way. */
    enum Stage {
        /** Refused as the source shows it. */
        REFUSED,
        /** In house, with reasons. */
        HELD,
        /** In house, and could be warned. */
        CLEARED,
        /** A placement notice is under way or its last chance runs. */
        NOTICED,
        /** With an agency. */
        PLACED,
        /** The source shows it no more. */
        LEFT
    }

    /**
     * One account of a page after its verdict was written down.
     *
     * @param stage     where it stands now
     * @param notice    id of the running notice
     * @param placement number of the running placement
     * @param restUntil no new notice before this day
     */
    record Standing(Verdict verdict, Stage stage, Optional<String> notice, Optional<String> placement,
                    Optional<LocalDate> restUntil) {
    }

    /** A page of standings of one pass, and the accounts refused beside them. */
    record StandingPage(Pass pass, String source, List<Standing> standings, List<RefusedAccount> refused) {

        /** Routes look a page up whenever they ask it something: that must not walk over all its accounts. */
        @Override
        public int hashCode() {
            return Objects.hash(pass, source, standings.size(), refused.size());
        }
    }

    /** Accounts of a stage and what they add up to. */
    record Count(Stage stage, String currency, long accounts, Money balance) {
    }

    /** Writes a page of verdicts down in one transaction, with a log entry wherever something changed. */
    StandingPage record(VerdictPage page);
}
