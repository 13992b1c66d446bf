package io.graceway.journey.writeback;

import io.graceway.journey.account.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where postings wait until their source has them, in the order in which they came about. */
public interface PostingBook {

    /** How far a posting is. */
    enum State {
        /** Waits for its source. */
        PENDING,
        /** The source has it, or people posted it there and said so. */
        POSTED,
        /** People have to post it. */
        WORKLIST
    }

    /** One posting that waits, and its place in the order. */
    record Waiting(long seq, Posting posting) {
    }

    /**
     * What became of one posting.
     *
     * @param evidence the source's own word, or why it is work for people
     */
    record Fate(Posting posting, State state, String evidence) {
    }

    /** One posting for people to do. */
    record Work(Posting posting, String why, Instant since) {
    }

    /** Pending ones that were given to the source before and whose end nobody saw, in the groups they were given in. */
    List<List<Posting>> begun(String source);

    /** Writes down that these are given to the source together, before they are. */
    void begin(List<Posting> together);

    /** Writes down that these are given to their source under more general kinds than they came about with. */
    void recast(List<Posting> some);

    /** Pending ones of a source after that place, in order. */
    List<Waiting> pending(String source, long after, int limit);

    /** How far postings with these keys are; a key that nobody knows has no entry. */
    Map<String, State> states(Collection<String> keys);

    /** Writes down what became of them, in one transaction with the log; only what was still open changes. */
    void record(List<Fate> fates, Instant at);

    /**
     * What shows that people did something.
     *
     * @param text   kept beside the posting, where it can be erased; empty for a file, which the house keeps itself
     * @param sha256 what the routing log keeps of it
     */
    record Proof(String text, String sha256) {

        public static Proof ofText(byte[] text) {
            return new Proof(new String(text, StandardCharsets.UTF_8), Ids.hex(text));
        }

        public static Proof ofFile(byte[] content) {
            return new Proof("", Ids.hex(content));
        }
    }

    /** What people have to do, oldest first. */
    List<Work> worklist(int limit);

    /** What people have to do under that key; empty when it is not on the worklist. */
    Optional<Work> work(String key);

    /**
     * People posted it in the source.
     *
     * @param proof what shows it, such as the source's document number
     * @return whether it was on the worklist
     */
    boolean doneByHand(String key, Proof proof, String who, Instant at);
}
