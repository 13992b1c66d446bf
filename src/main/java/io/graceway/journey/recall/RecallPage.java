package io.graceway.journey.recall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What recalls a page came to.
 *
 * @param pending   begun, the agency may object
 * @param ended     final; what had not left yet is simply withdrawn, and its agency never hears of it
 * @param refused   asked for by people and not begun
 */
public record RecallPage(Instant at, List<PendingRecall> pending, List<FinalRecall> ended,
        List<RefusedRecall> refused) {

    static RecallPage empty(Instant at) {
        return new RecallPage(at, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    public boolean isEmpty() {
        return pending.isEmpty() && ended.isEmpty() && refused.isEmpty();
    }
}
