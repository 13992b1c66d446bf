package io.graceway.edge.source.rest;

import io.graceway.edge.source.call.Trouble;
import io.graceway.edge.source.call.Troubled;
import io.graceway.journey.account.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What the service has under a key of ours.
 *
 * @param rows what is kept of each of them
 * @param cut  how long the key is in each row that has only the beginning of it
 */
record Posted(Money sum, List<Map<String, String>> rows, List<Integer> cut) {

    /** So often it is looked for before it counts as not there: a service may show a moment later what it took. */
    private static final int LOOKS = 3;

    /** After a column whose amount is in minor units, such as cents. */
    private static final String MINOR = " as minor";

    static Posted ask(Web web, RestTerms terms, Writing writing, Map<String, String> known, String currency) {
        Call call = writing.posted();
        if (call == null) {
            return new Posted(Money.zero(currency), List.of(), List.of());
        }
        Money sum = Money.zero(currency);
        List<Map<String, String>> meant = new ArrayList<>();
        List<Integer> cut = new ArrayList<>();
        Walk.all(web, terms, writing.paging(), call.ofAll(), known::get, row -> {
            if (RowsIn.isMeant(row, call, known::get)) {
                meant.add(row);
            } else if (RowsIn.keyCutAt(row, call, known::get) > 0) {
                cut.add(RowsIn.keyCutAt(row, call, known::get));
            }
        });
        for (Map<String, String> one : call.amount() == null ? List.<Map<String, String>>of() : meant) {
            sum = sum.plus(amount(one, call, currency));
        }
        return new Posted(sum, meant.stream().map(one -> RowsIn.kept(one, call)).toList(), cut);
    }

    /** Reads back what was posted after this; what cannot be found then is never made again by us. */
    Posted back(Web web, RestTerms terms, Writing writing, Map<String, String> known, Predicate<Posted> there) {
        for (int look = 1; ; look++) {
            Posted back = ask(web, terms, writing, known, sum.currency());
            if (there.test(back)) {
                return back;
            }
            if (look == LOOKS || !web.waited(look - 1)) {
                throw back.notThere(this);
            }
        }
    }

    /** Asks after a call whose end is unknown; where that fails too, the first failure is the one that is told. */
    Posted asked(Web web, RestTerms terms, Writing writing, Map<String, String> known, Troubled first) {
        Posted now;
        try {
            now = ask(web, terms, writing, known, sum.currency());
        } catch (Troubled e) {
            throw first;
        }
        if (now.cut.size() > cut.size()) {
            throw now.notThere(this);
        }
        return now;
    }

    private Troubled notThere(Posted before) {
        List<Integer> fresh = new ArrayList<>(cut);
        before.cut.forEach(fresh::remove);
        return new Troubled(new Trouble(Trouble.What.DOUBTFUL, "GW-SRC-088", "the service says that it is done, and"
                + " does not have it under its key" + (fresh.isEmpty() ? "" : ", which it cuts off after "
                + fresh.get(0) + " characters: have the field widened, or give it {key as mark}")
                + (before.isThere() ? " (" + before.sum + " of it were found before)" : "")
                + "; it is not made again, and a person has to look whether it is there"));
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
