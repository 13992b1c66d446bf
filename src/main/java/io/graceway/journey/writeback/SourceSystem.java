package io.graceway.journey.writeback;

import io.graceway.journey.account.CheckStep;
import java.util.List;
import java.util.Set;

/** A source system as it is written to. */
public interface SourceSystem {

    /** What became of one posting. */
    record Outcome(String key, Result result, String evidence) {

        /** POSTED now; ALREADY there under this key; REFUSED for good; LATER not tried or rolled back, ask again. */
        public enum Result {
            POSTED, ALREADY, REFUSED, LATER
        }
    }

    /** What it can take; everything else becomes work for people. */
    Set<Posting.Kind> takes();

    /**
     * Posts in the given order, each key at most once however often it is asked; answers for every posting. After a
     * lost
     * connection the same postings are simply given again.
     */
    List<Outcome> post(List<Posting> postings);

    /**
     * Whether it knows postings only as the group they were given in, so that after a crash just the same have to be
     * given together again.
     */
    default boolean takesGroups() {
        return true;
    }

    /** Tries harmlessly whether it could be written to. */
    List<CheckStep> checkWriting();

    /** One that nothing is posted to: everything is work for people. */
    static SourceSystem byHand() {
        return new SourceSystem() {
            @Override
            public Set<Posting.Kind> takes() {
                return Set.of();
            }

            @Override
            public List<Outcome> post(List<Posting> postings) {
                return List.of();
            }

            @Override
            public List<CheckStep> checkWriting() {
                return List.of();
            }
        };
    }
}
