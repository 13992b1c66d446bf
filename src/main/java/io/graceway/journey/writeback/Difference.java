package io.graceway.journey.writeback;

import io.graceway.journey.account.Money;
import io.graceway.journey.writeback.BeliefBook.Belief;
import io.graceway.journey.writeback.BeliefBook.Moved;
import io.graceway.journey.writeback.Break.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Takes a difference apart into what postings of ours explain of it, and the rest; the parts add up to it exactly. */
final class Difference {

    /** More than this many postings make sums by chance. */
    private static final int MOST_POSTINGS = 12;
    private static final int MOST_PARTS = 3;

    /** @param about the posting that explains it; empty where none does */
    record Part(Kind kind, Money by, Optional<Moved> about) {

        static Part of(Kind kind, Moved moved) {
            return new Part(kind, kind == Kind.NOT_SHOWN ? moved.effect().negated() : moved.effect(),
                    Optional.of(moved));
        }
    }

    private final Belief belief;
    private final Money now;
    private final Money by;
    private final Map<String, Money> items;
    private final boolean gone;

    /**
     * @param items what the source shows open of each item that is compared
     * @param gone  whether it shows the account no more
     */
    Difference(Belief belief, Money now, Money by, Map<String, Money> items, boolean gone) {
        this.belief = belief;
        this.now = now;
        this.by = by;
        this.items = items;
        this.gone = gone;
    }

    /** One posting that explains all of it, else several, else what the items give away, else nothing of ours. */
    List<Part> parts() {
        Optional<Part> whole = whole();
        if (whole.isPresent()) {
            return List.of(whole.get());
        }
        List<Part> together = together();
        if (!together.isEmpty()) {
            return together;
        }
        return beside().map(this::withRest).orElseGet(() -> List.of(rest(by)));
    }

    private Optional<Part> whole() {
        Optional<Part> missing = last(Moved::isPosted, one -> one.effect().negated().equals(by), Kind.NOT_SHOWN);
        // Also where what is posted adds up to nothing: a payment and its reversal, of which an export has the first.
        boolean unchanged = !belief.unshown().isZero() && now.equals(belief.seen().orElseThrow());
        if (unchanged || missing.isPresent()) {
            return missing.or(() -> Optional.of(new Part(Kind.NOT_SHOWN, by, Optional.empty())));
        }
        return belief.postings().stream().filter(one -> !one.isPosted() && one.effect().equals(by)).findFirst()
                .map(one -> Part.of(Kind.SHOWN_NOT_CLOSED, one))
                .or(() -> last(Moved::isPosted, one -> one.effect().equals(by), Kind.POSTED_TWICE));
    }

    private Optional<Part> last(Predicate<Moved> which, Predicate<Moved> fits, Kind kind) {
        return belief.postings().stream().filter(which).filter(fits).reduce((first, last) -> last)
                .map(one -> Part.of(kind, one));
    }

    /** The fewest postings that add up to all of it, where only one choice does; a second entry is guessed last. */
    private List<Part> together() {
        for (int count = 2; belief.postings().size() <= MOST_POSTINGS && count <= MOST_PARTS; count++) {
            List<List<Part>> found = new ArrayList<>();
            choose(0, count, by, new ArrayList<>(), found);
            List<List<Part>> milder = found.stream().filter(one -> one.stream()
                    .noneMatch(part -> part.kind() == Kind.POSTED_TWICE)).toList();
            List<List<Part>> left = milder.isEmpty() ? found : milder;
            Set<String> different = new TreeSet<>();
            left.forEach(one -> different.add(one.stream().map(part -> part.kind() + " " + part.by()).sorted().toList()
                    .toString()));
            if (!found.isEmpty()) {
                return different.size() == 1 ? left.get(0) : List.of();
            }
        }
        return List.of();
    }

    private void choose(int from, int count, Money left, List<Part> chosen, List<List<Part>> found) {
        if (count == 0) {
            if (left.isZero()) {
                found.add(List.copyOf(chosen));
            }
            return;
        }
        for (int i = from; i < belief.postings().size(); i++) {
            Moved moved = belief.postings().get(i);
            for (Kind kind : moved.isPosted() ? List.of(Kind.NOT_SHOWN, Kind.POSTED_TWICE)
                    : List.of(Kind.SHOWN_NOT_CLOSED)) {
                Part part = Part.of(kind, moved);
                chosen.add(part);
                choose(i + 1, count - 1, left.minus(part.by()), chosen, found);
                chosen.remove(chosen.size() - 1);
            }
        }
    }

    /** A posting that the items give away although something else happened too; never a second entry. */
    private Optional<Part> beside() {
        if (gone || belief.open().isEmpty()) {
            return Optional.empty();
        }
        List<Money> moves = new ArrayList<>();
        Set<String> ids = new TreeSet<>(belief.open().keySet());
        ids.addAll(items.keySet());
        Money none = by.minus(by);
        ids.forEach(id -> moves.add(items.getOrDefault(id, none).minus(belief.open().getOrDefault(id, none))));
        moves.removeIf(Money::isZero);
        boolean rose = moves.stream().anyMatch(one -> !one.isNegative());
        List<Moved> unshown = belief.postings().stream().filter(Moved::isPosted)
                .filter(one -> one.effect().isNegative() && one.effect().negated().equals(belief.unshown())).toList();
        // More is open than has to be, and no item rose: what was posted cannot have come to it.
        if (!by.isNegative() && !rose && unshown.size() == 1) {
            return Optional.of(Part.of(Kind.NOT_SHOWN, unshown.get(0)));
        }
        List<Moved> fitting = belief.postings().stream().filter(one -> moves.contains(one.effect())).toList();
        boolean once = fitting.size() == 1 && Collections.frequency(moves, fitting.get(0).effect()) == 1;
        return once && !fitting.get(0).isPosted() ? Optional.of(Part.of(Kind.SHOWN_NOT_CLOSED, fitting.get(0)))
                : Optional.empty();
    }

    private List<Part> withRest(Part part) {
        return List.of(part, rest(by.minus(part.by())));
    }

    private Part rest(Money by) {
        return new Part(gone ? Kind.GONE_FROM_SOURCE : Kind.ADJUSTED_IN_SOURCE, by, Optional.empty());
    }
}
