package io.graceway.journey.writeback;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A book in memory. */
public final class KeptPostings implements PostingBook {

    public final Map<String, Posting> waiting = new LinkedHashMap<>();
    public final Map<String, State> states = new HashMap<>();
    public final Map<String, String> evidence = new HashMap<>();
    private final List<List<Posting>> groups = new ArrayList<>();

    private boolean waits(Posting one) {
        return states.get(one.key()) == State.PENDING;
    }

    @Override
    public List<Waiting> pending(String source, long after, int limit) {
        List<String> keys = new ArrayList<>(waiting.keySet());
        return keys.stream().filter(key -> waits(waiting.get(key)) && keys.indexOf(key) > after)
                .limit(limit).map(key -> new Waiting(keys.indexOf(key), waiting.get(key))).toList();
    }

    @Override
    public List<List<Posting>> begun(String source) {
        return groups.stream().map(group -> group.stream().filter(this::waits).toList())
                .filter(group -> !group.isEmpty()).toList();
    }

    @Override
    public void begin(List<Posting> together) {
        groups.add(List.copyOf(together));
    }

    @Override
    public void recast(List<Posting> some) {
        some.forEach(one -> waiting.put(one.key(), one));
    }

    @Override
    public Map<String, State> states(Collection<String> keys) {
        return states;
    }

    @Override
    public void record(List<Fate> fates, Instant at) {
        fates.forEach(one -> {
            states.put(one.posting().key(), one.state());
            evidence.put(one.posting().key(), one.evidence());
        });
    }

    @Override
    public List<Work> worklist(int limit) {
        return List.of();
    }

    @Override
    public java.util.Optional<Work> work(String key) {
        return java.util.Optional.empty();
    }

    @Override
    public boolean doneByHand(String key, Proof proof, String who, Instant at) {
        return false;
    }
}
