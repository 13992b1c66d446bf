package io.graceway.face.command;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.Money;
import io.graceway.journey.account.Reject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who looks at what a source has, before and after mapping; what is shown may be personal. */
public interface SourceSheet {

    /**
     * What is looked at.
     *
     * @param sample a file, or a folder of them, instead of what the source has now
     */
    record Look(String source, Optional<Path> sample) {
    }

    /** A record as it came, and what it means. */
    void record(String table, long line, String before, Map<String, String> after);

    /** A record that is not taken. */
    void refused(String table, long line, String before, String field, String code, String why);

    /**
     * What the records of one customer and currency come to.
     *
     * @param open of all its items that could be read
     * @param why  why it is not taken; empty when it is
     */
    void account(AccountKey key, Money open, List<Reject> why);

    /** Everything together, at the end. */
    void total(Totals totals);

    /**
     * What everything comes to.
     *
     * @param records  read, by table
     * @param rejected records of them that are not taken
     * @param ignored  records of customers without an open item
     * @param taken    open of accounts that are taken, by currency
     * @param refused  open of those that are not, as far as it can be read
     * @param missing  tables that are not there
     * @param sha256   over all of it: which data this was
     */
    record Totals(Map<String, Long> records, long rejected, long ignored, long accounts, long refusedAccounts,
                  Map<String, Money> taken, Map<String, Money> refused, List<String> missing, String sha256) {
    }
}
