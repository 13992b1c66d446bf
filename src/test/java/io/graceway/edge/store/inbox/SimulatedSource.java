package io.graceway.edge.store.inbox;

import io.graceway.journey.account.CheckStep;
import io.graceway.journey.account.Money;
import io.graceway.journey.remittance.History;
import io.graceway.journey.writeback.Posting;
import io.graceway.journey.writeback.Posting.Kind;
import io.graceway.journey.writeback.SourceSystem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A source that takes each key once, is away at times, and sometimes takes a posting whose answer is lost. */
final class SimulatedSource implements SourceSystem {

    final Map<String, Money> open = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private long luck;
    private boolean reliable;

    SimulatedSource() {
        History.CAST.forEach(one -> open.put(one.number(), one.money()));
    }

    /** From now on chance is decided by this and the posting's key alone, however often it is asked. */
    void luck(long seed) {
        luck = seed;
    }

    void reliable() {
        reliable = true;
    }

    @Override
    public Set<Kind> takes() {
        return EnumSet.allOf(Kind.class);
    }

    @Override
    public List<Outcome> post(List<Posting> postings) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Posting one : postings) {
            int chance = reliable ? 9 : new Random(luck * 31 + one.key().hashCode()).nextInt(4);
            if (chance == 0) {
                outcomes.add(new Outcome(one.key(), Outcome.Result.LATER, "away"));
                continue;
            }
            boolean fresh = taken.add(one.key());
            if (fresh && one.kind().movesMoney()) {
                Money amount = one.amount().orElseThrow();
                open.merge(one.reference(), one.kind() == Kind.PAYMENT ? amount.negated() : amount, Money::plus);
            }
            outcomes.add(new Outcome(one.key(), chance == 1 ? Outcome.Result.LATER
                    : fresh ? Outcome.Result.POSTED : Outcome.Result.ALREADY, "ok"));
        }
        return outcomes;
    }

    @Override
    public List<CheckStep> checkWriting() {
        return List.of();
    }
}
