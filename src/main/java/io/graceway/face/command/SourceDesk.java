package io.graceway.face.command;

import io.graceway.journey.account.CheckStep;
import io.graceway.journey.delinquency.SourceRefused;
import io.graceway.journey.writeback.PostingBook;
import io.graceway.journey.writeback.Reconciliation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a started gateway is asked about its sources. */
public interface SourceDesk {

    /**
     * A source as it is configured.
     *
     * @param way   how it is read: {@code files}, {@code sql} ...
     * @param takes kinds of posting; the rest is done by people
     * @param last  how it was last found
     */
    record Known(String id, String way, String dialect, String brand, Set<String> takes, Optional<Checked> last) {
    }

    /** A walk through the steps of using a source, up to the first that fails. */
    record Checked(Instant at, List<CheckStep> steps) {

        boolean passed() {
            return steps.stream().allMatch(CheckStep::passed);
        }
    }

    /** Every source, by id. */
    List<Known> list();

    /** Tries every step of reading and of posting, changes nothing in the source, and remembers what it found. */
    Checked check(String source);

    /** A paper that was fetched. */
    record Paper(long bytes, String sha256) {
    }

    /**
     * Fetches a paper of an account from the source into a new file that only its owner may read.
     *
     * @throws SourceRefused with code and hint
     */
    Paper paper(String source, String account, String reference, Path to);

    /** What people have to post, oldest first; of one source or of all. */
    List<PostingBook.Work> worklist(Optional<String> source);

    /**
     * People posted it.
     *
     * @return the code of why not: GW-WRB-005 where it is closed already, GW-WRB-006 where it does not wait for people
     */
    Optional<String> done(String key, PostingBook.Proof proof, String who);

    /**
     * Reads a source anew and compares its balances with what is known here.
     *
     * @param each told of every account
     */
    Reconciliation.Result reconcile(String source, Runnable each);
}
