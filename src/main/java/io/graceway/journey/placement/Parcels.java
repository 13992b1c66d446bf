package io.graceway.journey.placement;

import io.graceway.journey.account.Pass;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** What waits to leave, agency by agency, once the agency's cutoff of the day is over. */
public final class Parcels {

    private final List<Agency> agencies;
    private final List<OutgoingBook> books;

    /** @param books in the order in which their deliveries leave */
    public Parcels(Collection<Agency> agencies, List<OutgoingBook> books) {
        this.agencies = agencies.stream().sorted(Comparator.comparing(Agency::id)).toList();
        this.books = List.copyOf(books);
    }

    /**
     * One delivery after another. The next is looked for only when it is asked for, because until then the one before is
     * not written down and would be found again; so there may be one element more than deliveries, and that one is null.
     */
    public Iterator<Outgoing> waiting(Pass pass) {
        Queue<Agency> due = new ArrayDeque<>(agencies.stream().filter(agency -> pass.urgent() || isCutoffOver(agency, pass))
                .toList());
        return new Iterator<>() {

            @Override
            public boolean hasNext() {
                return !due.isEmpty();
            }

            @Override
            public Outgoing next() {
                while (!due.isEmpty()) {
                    String agency = due.element().id();
                    Optional<Outgoing> next = books.stream().map(book -> book.next(agency)).flatMap(Optional::stream).findFirst();
                    if (next.isPresent()) {
                        return next.get();
                    }
                    due.remove();
                }
                return null;
            }
        };
    }

    private static boolean isCutoffOver(Agency agency, Pass pass) {
        LocalTime local = pass.at().atZone(agency.zone()).toLocalTime();
        return !local.isBefore(agency.cutoff());
    }
}
