package io.graceway.journey.placement.change;

import io.graceway.journey.delinquency.DelinquentAccount;
import io.graceway.journey.placement.report.Holding;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where it is kept what agencies were told of a customer. */
public interface ChangeBook {

    /**
     * A running placement that has left, and what its agency knows.
     *
     * @param facts    what it was told last; empty while it only knows what came with the placement
     * @param placed   the account as it was placed; empty where {@code facts} are known
     * @param ownCases ids of cases that it told the house of itself
     * @param requests the agency's numbers of requests without an answer
     */
    record Told(Holding held, boolean emailKept, Optional<Facts> facts, Optional<DelinquentAccount> placed,
                Set<String> ownCases, List<String> requests) {

        Facts before() {
            return facts.orElseGet(() -> Facts.of(placed.orElseThrow(), emailKept));
        }
    }

    /** Those of the placements that are with their agencies, by number. */
    Map<String, Told> told(String source, Collection<String> placements);

    /** Writes a page down in one transaction with its messages and log entries. */
    ChangePage record(ChangePage page);
}
