package io.graceway.journey.remittance.inventory;

import io.graceway.journey.placement.report.Holding;
import io.graceway.journey.remittance.inventory.Break.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares both books, placement by placement. */
public final class InventoryReconciliation {

    private InventoryReconciliation() {
    }

    /**
     * What differs about a placement that the agency lists.
     *
     * @param held   as our book has it; empty when the agency was never sent it
     * @param paidOn day of the latest payment in our book, whoever received it
     */
    public static List<Break> compare(Listed listed, Optional<Holding> held, Optional<LocalDate> paidOn) {
        if (held.isEmpty()) {
            return List.of(new Break(listed.placement(), Kind.UNKNOWN_HERE, "", listed.balance().toString()));
        }
        Holding one = held.get();
        if (!one.state().isOpen()) {
            return List.of(new Break(one.number(), Kind.CLOSED_HERE, one.state().name(), listed.balance().toString()));
        }
        List<Break> breaks = new ArrayList<>();
        if (!one.left().equals(listed.balance())) {
            breaks.add(new Break(one.number(), Kind.BALANCE, one.left().toString(), listed.balance().toString()));
        }
        int days = listed.paidOn().orElse(LocalDate.MIN).compareTo(paidOn.orElse(LocalDate.MIN));
        if (days != 0) {
            breaks.add(new Break(one.number(), days > 0 ? Kind.PAYMENT_NEWER_THERE : Kind.PAYMENT_OLDER_THERE,
                    paidOn.map(LocalDate::toString).orElse(""), listed.paidOn().map(LocalDate::toString).orElse("")));
        }
        return breaks;
    }

    /** A running placement that the agency does not list; one that is younger than the list cannot be in it. */
    public static Optional<Break> missing(Holding held, LocalDate asOf) {
        if (!held.state().isOpen() || !held.placement().placedOn().isBefore(asOf)) {
            return Optional.empty();
        }
        return Optional.of(new Break(held.number(), held.answered() ? Kind.CLOSED_THERE : Kind.UNKNOWN_THERE,
                held.left().toString(), ""));
    }
}
