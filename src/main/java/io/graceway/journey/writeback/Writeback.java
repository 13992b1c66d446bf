package io.graceway.journey.writeback;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.delinquency.SourceRefused;
import io.graceway.journey.writeback.Posting.Kind;
import io.graceway.journey.writeback.PostingBook.Fate;
import io.graceway.journey.writeback.PostingBook.State;
import io.graceway.journey.writeback.PostingBook.Waiting;
import io.graceway.journey.writeback.SourceSystem.Outcome;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The door of the stage: gives every source what happened outside, in order for each account. */
public final class Writeback {

    private static final int PAGE = 500;

    private final Map<String, SourceSystem> sources;
    private final PostingBook book;
    private final Clock clock;
    private final Patience patience = new Patience();

    /**
     * What one run came to.
     *
     * @param why the first reason for which postings wait, with its code; empty when none does
     */
    public record Run(long posted, long worklist, long later, String why) {
    }

    /** @param sources by id */
    public Writeback(Map<String, SourceSystem> sources, PostingBook book, Clock clock) {
        this.sources = Map.copyOf(sources);
        this.book = book;
        this.clock = clock;
    }

    /**
     * Every source that is due, in the order of their ids; one that was away comes last, and not before its time. Only
     * this process remembers it: another one asks for itself.
     */
    public List<String> sources() {
        return patience.due(sources.keySet(), clock.instant());
    }

    /** Those of them that are given one posting as well as many: what one gets together is better given in rounds. */
    public List<String> prompt() {
        return sources().stream().filter(one -> !sources.get(one).takesGroups()).toList();
    }

    /** Posts what waits for a source; what it cannot take now stays, and so does everything after it on its account. */
    public Run post(String source) {
        SourceSystem system = sources.get(source);
        if (system == null) {
            throw new IllegalArgumentException("source " + source + " is not configured");
        }
        // A round and what was just told can come together; each would give the source the same.
        synchronized (system) {
            return patiently(source, system);
        }
    }

    private Run patiently(String source, SourceSystem system) {
        boolean answered = false;
        try {
            Run run = post(source, system);
            answered = run.later == 0 || run.posted + run.worklist > 0;
            return run;
        } finally {
            if (answered) {
                patience.answered(source);
            } else {
                patience.failed(source, clock.instant());
            }
        }
    }

    private Run post(String source, SourceSystem system) {
        Map<AccountKey, String> stopped = new LinkedHashMap<>();
        List<State> all = new ArrayList<>();
        long seen = 0;
        for (List<Posting> together : book.begun(source)) {
            List<Fate> fates = give(system, together, stopped);
            book.record(fates, clock.instant());
            fates.forEach(one -> all.add(one.state()));
            seen += fates.size();
        }
        List<Waiting> page = book.pending(source, Long.MIN_VALUE, PAGE);
        while (!page.isEmpty()) {
            boolean tried = page.stream().anyMatch(one -> !stopped.containsKey(one.posting().account()));
            List<Fate> fates = post(system, page, stopped);
            fates.forEach(one -> all.add(one.state()));
            seen += page.size();
            // Nothing of a whole page could be posted: the source is away, and more of the same would not bring it
            // back.
            page = tried && fates.isEmpty() ? List.of() : book.pending(source, page.get(page.size() - 1).seq(), PAGE);
        }
        long posted = all.stream().filter(State.POSTED::equals).count();
        return new Run(posted, all.size() - posted, seen - all.size(),
                stopped.values().stream().filter(one -> one.startsWith("GW-")).findFirst().orElse(""));
    }

    /** What waits for a source that does not take it is told; it stays in the book and is given again. */
    public void tell(Run run) {
        if (!run.why().isEmpty()) {
            String[] coded = run.why().split(": ", 2);
            throw new SourceRefused(coded[0], "postings wait: " + coded[1], null);
        }
    }

    /** Round by round, one posting of each account at a time: whatever the source does inside a call, order is kept. */
    private List<Fate> post(SourceSystem system, List<Waiting> page, Map<AccountKey, String> stopped) {
        Map<AccountKey, List<Posting>> byAccount = new LinkedHashMap<>();
        page.stream().map(Waiting::posting).filter(one -> !stopped.containsKey(one.account())).forEach(one ->
                byAccount.computeIfAbsent(one.account(), key -> new ArrayList<>()).add(one));
        List<Fate> all = new ArrayList<>();
        for (int round = 0; !byAccount.isEmpty(); round++) {
            List<Posting> now = new ArrayList<>();
            for (List<Posting> one : byAccount.values()) {
                now.add(one.get(round));
            }
            List<Fate> fates = round(system, now, stopped);
            book.record(fates, clock.instant());
            all.addAll(fates);
            int next = round + 1;
            byAccount.entrySet().removeIf(one -> stopped.containsKey(one.getKey()) || one.getValue().size() <= next);
        }
        return all;
    }

    private List<Fate> round(SourceSystem system, List<Posting> now, Map<AccountKey, String> stopped) {
        List<Fate> fates = new ArrayList<>();
        List<Posting> able = new ArrayList<>();
        Map<String, State> payments = book.states(now.stream().filter(one -> one.kind() == Kind.REVERSAL)
                .map(Posting::code).toList());
        for (Posting one : now) {
            Optional<Posting> fitting = one.fitting(system.takes());
            if (fitting.isEmpty()) {
                fates.add(new Fate(one, State.WORKLIST, "GW-WRB-001: the source takes no " + one.kind()
                        + one.kind().general().map(general -> " and no " + general).orElse("")));
            } else if (one.kind() == Kind.REVERSAL && payments.get(one.code()) == State.WORKLIST) {
                fates.add(new Fate(one, State.WORKLIST, "GW-WRB-003: the payment that it takes back waits for people"));
            } else {
                able.add(fitting.get());
            }
        }
        // Written down first: a source that learns the other kind later must not be given the same under both.
        book.recast(able.stream().filter(one -> !now.contains(one)).toList());
        if (!able.isEmpty()) {
            if (system.takesGroups()) {
                book.begin(able);
            }
            fates.addAll(give(system, able, stopped));
        }
        return fates;
    }

    /** A source that takes files knows one by the postings in it: after a crash the same go together again. */
    private static List<Fate> give(SourceSystem system, List<Posting> together, Map<AccountKey, String> stopped) {
        List<Fate> fates = new ArrayList<>();
        Map<String, Outcome> outcomes = new HashMap<>();
        system.post(together).forEach(outcome -> outcomes.put(outcome.key(), outcome));
        together.forEach(one -> fate(one, outcomes.get(one.key()), fates, stopped));
        return fates;
    }

    /** An answer that is missing is no answer: the posting waits, and is asked for again under its key. */
    private static void fate(Posting one, Outcome outcome, List<Fate> fates, Map<AccountKey, String> stopped) {
        if (outcome == null || outcome.result() == Outcome.Result.LATER) {
            stopped.put(one.account(), outcome == null ? "GW-WRB-004: the source gave no answer" : outcome.evidence());
        } else if (outcome.result() == Outcome.Result.REFUSED) {
            fates.add(new Fate(one, State.WORKLIST, "GW-WRB-002: " + outcome.evidence()));
        } else {
            fates.add(new Fate(one, State.POSTED, outcome.evidence()));
        }
    }
}
