package io.graceway.journey.placement;

import io.graceway.journey.account.Pass;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
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

    /** One delivery after another; the next is looked for only when the one before it was written down. */
    public Iterator<Outgoing> waiting(Pass pass) {
        Queue<Agency> due = new ArrayDeque<>(agencies.stream().filter(agency -> pass.urgent() || isCutoffOver(agency, pass))
                .toList());
        return new Iterator<>() {

            private Optional<Outgoing> next = Optional.empty();

            @Override
            public boolean hasNext() {
                while (next.isEmpty() && !due.isEmpty()) {
                    next = books.stream().map(book -> book.next(due.peek().id())).flatMap(Optional::stream).findFirst();
                    if (next.isEmpty()) {
                        due.remove();
                    }
                }
                return next.isPresent();
            }

            @Override
            public Outgoing next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                Outgoing one = next.orElseThrow();
                next = Optional.empty();
                return one;
            }
        };
    }

    private static boolean isCutoffOver(Agency agency, Pass pass) {
        LocalTime local = pass.at().atZone(agency.zone()).toLocalTime();
        return !local.isBefore(agency.cutoff());
    }
}
