package io.graceway.journey.recall;

import io.graceway.journey.account.Money;
import io.graceway.journey.account.Pass;
import io.graceway.journey.account.PlacementNumber;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.placement.report.Holding;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Takes single invoices of a placement back, where the agency's dialect knows such a thing. */
public final class PartialRecalls {

    /** Where placements stand, invoice by invoice. */
    public interface Book {

        /** @param items the source's ids of the placed invoices, and what it showed open of each last */
        record Standing(Holding held, Map<String, Money> items) {
        }

        /** A running placement; empty when it is not with an agency. */
        Optional<Standing> standing(String placement);

        /**
         * Writes it down in one transaction with its messages and log entries.
         *
         * @return false when the placement has changed meanwhile; then nothing is written
         */
        boolean record(PartialRecall one, Pass pass);
    }

    private final Book book;
    private final Predicate<String> speaks;

    /** @param speaks whether an agency's dialect has words for it */
    public PartialRecalls(Book book, Predicate<String> speaks) {
        this.book = book;
        this.speaks = speaks;
    }

    /** @return why not; empty when it is done */
    public Optional<RefusedRecall> take(PlacementNumber placement, Collection<String> items, String reason, Pass pass) {
        Optional<Book.Standing> standing = book.standing(placement.value());
        Optional<RefusedRecall> refused = refusal(placement.value(), items, standing);
        if (refused.isPresent()) {
            return refused;
        }
        Holding held = standing.orElseThrow().held();
        Map<String, Money> open = new TreeMap<>();
        items.forEach(item -> open.put(item, standing.get().items().get(item)));
        LocalDate day = pass.asOf().day(held.zone());
        PartialRecall one = new PartialRecall(held, open, reason, day);
        if (!one.left().isPositive()) {
            return Optional.of(new RefusedRecall(placement.value(), "GW-REM-085",
                    "nothing would be left; recall the whole placement"));
        }
        return book.record(one, pass) ? Optional.empty() : Optional.of(new RefusedRecall(placement.value(),
                "GW-REM-086", "the placement has changed just now; look again"));
    }

    private Optional<RefusedRecall> refusal(String placement, Collection<String> items,
                                            Optional<Book.Standing> standing) {
        if (standing.isEmpty() || standing.get().held().state() == State.DECIDED) {
            return Optional.of(new RefusedRecall(placement, "GW-REM-081", "the placement is not with an agency"));
        }
        if (!speaks.test(standing.get().held().placement().agency())) {
            return Optional.of(new RefusedRecall(placement, "GW-REM-083",
                    "the agency's dialect cannot name single invoices; recall the whole placement"));
        }
        Map<String, Money> placed = standing.get().items();
        if (!placed.keySet().containsAll(items)) {
            return Optional.of(new RefusedRecall(placement, "GW-REM-084", "an invoice is not one of the placement's"));
        }
        return items.stream().noneMatch(item -> placed.get(item).isNegative()) ? Optional.empty()
                : Optional.of(new RefusedRecall(placement, "GW-REM-088",
                "a credit is no invoice: without it the agency would ask for more than the customer owes"));
    }
}
