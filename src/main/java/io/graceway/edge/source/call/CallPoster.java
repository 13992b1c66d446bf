package io.graceway.edge.source.call;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.writeback.Posting;
import io.graceway.journey.writeback.SourceSystem.Outcome;
import io.graceway.journey.writeback.SourceSystem.Outcome.Result;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Posts one after the other; after a call whose end is unknown nothing more is sent, and repeating is safe by key. */
public final class CallPoster {

    /** Makes one posting in the source, or fails with {@link Troubled}. */
    @FunctionalInterface
    public interface One {
        Outcome post(Posting posting);
    }

    private final One one;
    private final Set<Posting.Kind> takes;
    private final Set<AccountKey> waiting = new HashSet<>();
    private String cut = "";

    public CallPoster(One one, Set<Posting.Kind> takes) {
        this.one = one;
        this.takes = takes;
    }

    public List<Outcome> post(List<Posting> postings) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Posting posting : postings) {
            outcomes.add(one(posting));
        }
        return outcomes;
    }

    private Outcome one(Posting posting) {
        if (!takes.contains(posting.kind())) {
            return new Outcome(posting.key(), Result.REFUSED, "GW-SRC-050: this source takes no " + posting.kind());
        }
        if (!cut.isEmpty()) {
            return new Outcome(posting.key(), Result.LATER, "not tried, because an earlier call failed: " + cut);
        }
        if (waiting.contains(posting.account())) {
            return new Outcome(posting.key(), Result.LATER,
                    "an earlier posting of the account waits, so this one waits too");
        }
        try {
            return one.post(posting);
        } catch (Troubled e) {
            return troubled(posting, e.trouble());
        }
    }

    private Outcome troubled(Posting posting, Trouble trouble) {
        if (trouble.what() == Trouble.What.DOUBTFUL) {
            cut = trouble.text();
        }
        if (trouble.what() == Trouble.What.REFUSED || trouble.what() == Trouble.What.DOUBTFUL) {
            return new Outcome(posting.key(), Result.REFUSED, trouble.text());
        }
        waiting.add(posting.account());
        if (trouble.what() == Trouble.What.CUT) {
            cut = trouble.text();
        }
        return new Outcome(posting.key(), Result.LATER, trouble.text());
    }
}
