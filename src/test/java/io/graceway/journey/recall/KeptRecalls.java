package io.graceway.journey.recall;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A book of recalls in memory. */
final class KeptRecalls implements RecallBook {

    final Map<String, Running> kept = new TreeMap<>();
    Set<String> leaving = Set.of();

    @Override
    public Map<String, Running> running(Collection<String> placements) {
        return kept;
    }

    @Override
    public List<Running> due(LocalDate latest, String after, int atMost) {
        return new ArrayList<>(kept.values()).stream().filter(one -> one.held().number().compareTo(after) > 0
                && one.recall().filter(recall -> !recall.finalOn().isAfter(latest)).isPresent()).limit(atMost)
                .toList();
    }

    @Override
    public List<Running> since(String agency, LocalDate latest, String after, int atMost) {
        return kept.values().stream().filter(one -> one.held().number().compareTo(after) > 0
                && one.recall().isEmpty() && !one.held().placement().placedOn().isAfter(latest)).limit(atMost)
                .toList();
    }

    @Override
    public Set<String> leaving() {
        return leaving;
    }

    @Override
    public List<Running> held(String agency, int atMost) {
        return kept.values().stream().filter(one -> one.recall().isEmpty()).limit(atMost).toList();
    }

    @Override
    public RecallPage record(RecallPage page) {
        page.pending().forEach(one -> kept.put(one.held().number(), new Running(one.held(),
                Optional.of(one.recall()))));
        page.ended().forEach(one -> kept.remove(one.held().number()));
        return page;
    }
}
