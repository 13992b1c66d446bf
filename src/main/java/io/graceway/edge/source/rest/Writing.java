package io.graceway.edge.source.rest;

import io.graceway.journey.writeback.Posting;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How one kind of posting is made in the system.
 *
 * @param codes  our code to the system's; absent where ours is taken as it is
 * @param find   calls that find what is needed, each exactly one row
 * @param posted finds what was posted under our key: asked before, and read back after; needed where money moves
 * @param over   what the amount is laid on, in that order, each up to its own amount; absent for one posting of all
 * @param order  column of {@code over} whose least value comes first; absent for the order of the answer
 * @param whole  whether what the amount is laid on can be taken only as a whole, as when a payment is cancelled
 * @param first  calls made once before the parts; made twice they do no harm, as an empty journal does none
 * @param make   the calls that do it, for each part
 * @param paging of the lists that {@code posted} and {@code over} give, where one answer does not hold all
 * @param batch  how all calls of {@code make}, of all parts, are made together or not at all; absent for one by one
 */
public record Writing(Map<String, String> codes, List<Call> find, Call posted, Call over, String order, Boolean whole,
                      List<Call> first, List<Call> make, Table.Paging paging, Changeset batch) {

    static final Set<String> GIVEN = Set.of("key", "account", "amount", "currency", "on", "code", "reference", "text");

    public Writing {
        find = find == null ? List.of() : List.copyOf(find);
        first = first == null ? List.of() : List.copyOf(first);
        make = List.copyOf(make);
        whole = whole != null && whole;
    }

    /** @param login names that the login gives */
    void check(Posting.Kind kind, Set<String> login) {
        if (paging != null && paging.isBy(Table.Paging.OFFSET)) {
            throw new IllegalArgumentException(kind + " cannot page by offset: its lists may change in between");
        }
        Set<String> known = new HashSet<>(GIVEN);
        known.addAll(login);
        for (Call one : find) {
            one.mustRead(kind + " find", known);
            known.addAll(one.keep().keySet());
        }
        if (kind.movesMoney() && (posted == null || posted.amount() == null)) {
            throw new IllegalArgumentException(kind + " moves money: posted has to say how it is found again, with"
                    + " its amount, or it could be posted twice");
        }
        if (posted != null) {
            if (posted.match().values().stream().noneMatch(one -> Template.names(one).contains("key"))) {
                throw new IllegalArgumentException(kind + " posted has to match our {key}");
            }
            posted.mustRead(kind + " posted", paged(known));
        }
        for (Call one : first) {
            one.mustKnow(kind + " first", known);
            known.addAll(one.keep().keySet());
        }
        known.addAll(Set.of("part", "nth"));
        places(kind, known);
        makes(kind, known);
    }

    void mustNotBatch() {
        if (batch != null) {
            throw new IllegalArgumentException("a changeset is no XML: its calls are made one by one");
        }
    }

    private void makes(Posting.Kind kind, Set<String> known) {
        for (Call one : make) {
            if (batch != null && !(one.keep().isEmpty() && one.done().isEmpty())) {
                throw new IllegalArgumentException(kind + " make: what is made in one changeset is answered as a"
                        + " whole, so that its calls have neither keep nor done");
            }
            one.mustKnow(kind + " make", known);
            known.addAll(one.keep().keySet());
        }
    }

    /** The parts that are made in one go. */
    <T> List<List<T>> goes(List<T> parts) {
        return batch == null ? parts.stream().map(List::of).toList() : parts.isEmpty() ? List.of() : List.of(parts);
    }

    private void places(Posting.Kind kind, Set<String> known) {
        if (over != null) {
            if (!kind.movesMoney() || over.amount() == null) {
                throw new IllegalArgumentException(kind + " over lays an amount on rows: it is for kinds that move"
                        + " money, and needs the column of what each can take");
            }
            over.mustRead(kind + " over", paged(known));
            known.addAll(over.keep().keySet());
        }
        if (over == null && (whole || order != null)) {
            throw new IllegalArgumentException(kind + ": whole and order say how an amount is laid on the rows of"
                    + " over, which is missing");
        }
    }

    private Set<String> paged(Set<String> known) {
        if (paging != null) {
            paging.check("paging", known);
        }
        Set<String> all = new HashSet<>(known);
        all.addAll(paging == null ? Set.of() : Set.of("cursor", "limit"));
        return all;
    }
}
