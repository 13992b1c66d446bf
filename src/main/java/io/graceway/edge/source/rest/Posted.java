package io.graceway.edge.source.rest;

import io.graceway.edge.source.call.Trouble;
import io.graceway.edge.source.call.Troubled;
import io.graceway.journey.account.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What the service has under a key of ours. @param rows what is kept of each of them */
record Posted(Money sum, List<Map<String, String>> rows) {

    /** After a column whose amount is in minor units, such as cents. */
    private static final String MINOR = " as minor";

    static Posted ask(Web web, RestTerms terms, Writing writing, Map<String, String> known, String currency) {
        Call call = writing.posted();
        if (call == null) {
            return new Posted(Money.zero(currency), List.of());
        }
        Money sum = Money.zero(currency);
        List<Map<String, String>> meant = Walk.all(web, terms, writing.paging(), call, known::get);
        for (Map<String, String> one : call.amount() == null ? List.<Map<String, String>>of() : meant) {
            sum = sum.plus(amount(one, call, currency));
        }
        return new Posted(sum, meant.stream().map(one -> RowsIn.kept(one, call)).toList());
    }

    boolean isThere() {
        return !rows.isEmpty();
    }

    /** An amount as the service writes it; one that is none is no reason to guess. */
    static Money amount(Map<String, String> row, Call call, String currency) {
        try {
            boolean isMinor = call.amount().endsWith(MINOR);
            String text = row.get(isMinor ? call.amount().substring(0, call.amount().length() - MINOR.length())
                    : call.amount());
            return isMinor ? Money.ofMinor(Long.parseLong(text), currency) : new Money(new BigDecimal(text), currency);
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new Troubled(Trouble.unreadable("has an amount that is none in " + currency));
        }
    }
}
