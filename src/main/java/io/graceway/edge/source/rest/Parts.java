package io.graceway.edge.source.rest;

import io.graceway.journey.account.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Lays an amount on what it can be laid on, in the order given, never more on one than it can take. */
final class Parts {

    /** One part of an amount. @param values what its calls know besides; @param isWhole takes all of its place */
    record Part(Money amount, Map<String, String> values, boolean isWhole) {
    }

    private Parts() {
    }

    /** @param before places that have a part already get no second one */
    static List<Part> of(Web web, RestTerms terms, Writing writing, Map<String, String> known, Posted before,
                         Money amount) {
        Call over = writing.over();
        if (over == null) {
            return List.of(new Part(amount, Map.of(), true));
        }
        List<Part> parts = new ArrayList<>();
        Money rest = amount;
        List<Map<String, String>> rows = new ArrayList<>(Walk.all(web, terms, writing.paging(), over, known::get));
        if (writing.first() != null) {
            rows.sort(Comparator.comparing(row -> row.getOrDefault(writing.first(), ""), Parts::order));
        }
        for (Map<String, String> row : rows) {
            Map<String, String> values = RowsIn.kept(row, over);
            Money open = Posted.amount(row, over, amount.currency());
            Money part = rest.min(open);
            boolean isNew = before.rows().stream().noneMatch(one -> !one.isEmpty()
                    && values.entrySet().containsAll(one.entrySet()));
            if (part.isPositive() && isNew) {
                parts.add(new Part(part, values, part.equals(open)));
                rest = rest.minus(part);
            }
        }
        return parts;
    }

    /** Whole numbers by their size, everything else as text; what is not there comes last. */
    private static int order(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(one.isEmpty(), other.isEmpty());
        }
        return one.matches("[0-9]+") && other.matches("[0-9]+") ? new BigInteger(one).compareTo(new BigInteger(other))
                : one.compareTo(other);
    }
}
