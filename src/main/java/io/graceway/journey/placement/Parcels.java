package io.graceway.journey.placement;

import io.graceway.journey.account.Pass;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;

/** What waits to leave, agency by agency: urgent messages at any hour, the rest once the day's cutoff is over. */
public final class Parcels {

    /** Hears that nothing could be gathered for an agency now. */
    @FunctionalInterface
    public interface Missed {

        void tell(String agency, RuntimeException failure);
    }

    private final List<Agency> agencies;
    private final List<OutgoingBook> books;
    private final Predicate<String> held;
    private final Missed missed;

    /**
     * @param books in the order in which their deliveries leave
     * @param held  whether people hold everything for an agency back
     */
    public Parcels(Collection<Agency> agencies, List<OutgoingBook> books, Predicate<String> held, Missed missed) {
        this.agencies = agencies.stream().sorted(Comparator.comparing(Agency::id)).toList();
        this.books = List.copyOf(books);
        this.held = held;
        this.missed = missed;
    }

    /** One delivery after another, each once; an agency for which nothing can be gathered stops no other. */
    public Iterator<Outgoing> waiting(Pass pass) {
        return new Round(pass);
    }

    private final class Round implements Iterator<Outgoing> {

        private final Pass pass;
        private final Queue<Agency> due = new ArrayDeque<>(agencies);
        // Routes look ahead before the last one is written down, and one that failed would come again for ever.
        private final Set<String> given = new HashSet<>();
        private Optional<Outgoing> next = Optional.empty();

        Round(Pass pass) {
            this.pass = pass;
        }

        @Override
        public boolean hasNext() {
            while (next.isEmpty() && !due.isEmpty()) {
                next = look(due.peek());
                if (next.isEmpty()) {
                    due.remove();
                }
            }
            return next.isPresent();
        }

        private Optional<Outgoing> look(Agency agency) {
            try {
                if (held.test(agency.id())) {
                    return Optional.empty();
                }
                boolean all = pass.urgent() || isCutoffOver(agency, pass);
                return books.stream().filter(book -> all || book.leavesAtAnyHour())
                        .map(book -> book.next(agency.id(), given)).flatMap(Optional::stream).findFirst();
            } catch (RuntimeException e) {
                missed.tell(agency.id(), e);
                return Optional.empty();
            }
        }

        @Override
        public Outgoing next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Outgoing one = next.orElseThrow();
            given.add(one.delivery());
            next = Optional.empty();
            return one;
        }
    }

    private static boolean isCutoffOver(Agency agency, Pass pass) {
        LocalDateTime local = pass.at().atZone(agency.zone()).toLocalDateTime();
        return !local.isBefore(agency.cutoff().from(local.toLocalDate()));
    }
}
