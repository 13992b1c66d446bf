package io.graceway.edge.source.rest;

import io.graceway.journey.account.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lays an amount on what it can be laid on, in the order given, never more on one than it can take. */
final class Parts {

    /** One part of an amount. @param nth from one on; @param values known besides; @param isWhole takes all there is */
    record Part(Money amount, int nth, Map<String, String> values, boolean isWhole) {
    }

    private Parts() {
    }

    /** @param before places that have a part already get no second one */
    static List<Part> of(Web web, RestTerms terms, Writing writing, Map<String, String> known, Posted before,
                         Money amount) {
        Call over = writing.over();
        if (over == null) {
            return List.of(new Part(amount, 1, Map.of(), true));
        }
        List<Part> parts = new ArrayList<>();
        Money rest = amount;
        List<Map<String, String>> rows = new ArrayList<>();
        Walk.all(web, terms, writing.paging(), over, known::get, rows::add);
        if (writing.order() != null) {
            rows.sort(Comparator.comparing(row -> row.getOrDefault(writing.order(), ""), Parts::order));
        }
        for (Map<String, String> row : rows) {
            Map<String, String> values = RowsIn.kept(row, over);
            Money open = Posted.amount(row, over, amount.currency());
            Money part = rest.min(open);
            boolean isNew = before.rows().stream().noneMatch(one -> !one.isEmpty()
                    && values.entrySet().containsAll(one.entrySet()));
            if (part.isPositive() && isNew) {
                parts.add(new Part(part, parts.size() + 1, values, part.equals(open)));
                rest = rest.minus(part);
            }
        }
        return parts;
    }

    static Money sum(List<Part> parts, String currency) {
        return parts.stream().map(Part::amount).reduce(Money.zero(currency), Money::plus);
    }

    /** What the calls of each know. */
    static List<Map<String, String>> values(Map<String, String> known, List<Part> parts) {
        return parts.stream().map(one -> {
            Map<String, String> values = new HashMap<>(known);
            values.putAll(one.values());
            values.put("part", one.amount().amount().toPlainString());
            values.put("nth", Integer.toString(one.nth()));
            return values;
        }).toList();
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
