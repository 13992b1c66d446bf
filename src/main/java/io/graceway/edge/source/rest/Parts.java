package io.graceway.edge.source.rest;

import io.graceway.journey.account.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lays an amount on what it can be laid on, in the order given, never more on one than it can take. */
final class Parts {

    /** One part of an amount. @param nth from one on; @param values what its calls know besides */
    record Part(Money amount, int nth, Map<String, String> values) {
    }

    private Parts() {
    }

    /** @param before places that have a part already get no second one */
    static List<Part> of(Web web, RestTerms terms, Writing writing, Map<String, String> known, Posted before,
                         Money amount) {
        Call over = writing.over();
        if (over == null) {
            return List.of(new Part(amount, 1, Map.of()));
        }
        List<Part> parts = new ArrayList<>();
        Money rest = amount;
        for (Map<String, String> row : Walk.all(web, terms, writing.paging(), over, known::get)) {
            Map<String, String> values = RowsIn.kept(row, over);
            Money part = rest.min(Posted.amount(row.get(over.amount()), amount.currency()));
            boolean isNew = before.rows().stream().noneMatch(one -> !one.isEmpty()
                    && values.entrySet().containsAll(one.entrySet()));
            if (part.isPositive() && isNew) {
                parts.add(new Part(part, parts.size() + 1, values));
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
}
