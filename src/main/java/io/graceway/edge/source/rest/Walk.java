package io.graceway.edge.source.rest;

import io.graceway.edge.source.call.Trouble;
import io.graceway.edge.source.call.Troubled;
import io.graceway.edge.source.rest.Table.Paging;
import io.graceway.edge.source.rest.Template.Values;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Every row of a list, page by page, each once. Pages by offset overlap by a row: where that is not the one that was
 * the last before, the list has shifted, and a row may have been passed over.
 */
final class Walk {

    private final Web web;
    private final RestTerms terms;
    private final Table table;
    private final Map<URI, Answer> ahead;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> marks = new HashSet<>();
    private String counted;
    private long taken;

    /** The list changed while it was read: it has to be read again from its beginning. */
    static final class Shifted extends RuntimeException {

        Shifted(String what) {
            super(what, null, false, false);
        }
    }

    /** @param ahead answers that are there already, by the address that gives them */
    Walk(Web web, RestTerms terms, Table table, Map<URI, Answer> ahead) {
        this.ahead = ahead;
        this.web = web;
        this.terms = terms;
        this.table = table;
    }

    /** Every row that is meant, over all pages of a list that a posting needs. */
    static void all(Web web, RestTerms terms, Paging paging, Call call, Values values,
                    Consumer<Map<String, String>> taker) {
        try {
            new Walk(web, terms, Table.of(call, paging), Map.of()).each(values, taker);
        } catch (Shifted e) {
            throw new Troubled(new Trouble(Trouble.What.LATER, "GW-SRC-085", e.getMessage()));
        }
    }

    void each(Values values, Consumer<Map<String, String>> taker) {
        if (table.paging() == null) {
            take(rows(page(0, "", values)), values, taker);
        } else if (table.paging().isBy(Paging.OFFSET)) {
            byOffset(values, taker);
        } else if (table.paging().isBy(Paging.LAST)) {
            byLast(table.paging(), values, taker);
        } else if (table.paging().isBy(Paging.PAGE)) {
            byPage(table.paging(), values, taker);
        } else {
            byMark(table.paging(), values, taker);
        }
        if (counted != null && !counted.equals(Long.toString(taken))) {
            throw new Shifted("it says that it has " + counted + " rows, and gives " + taken);
        }
    }

    /** Only the first page, and a short one. */
    void first(Values values, Consumer<Map<String, String>> taker) {
        take(rows(web.read(table.list(), Values.of(Map.of("offset", "0", "limit", "2", "cursor", ""), values))),
                values, taker);
    }

    /** Goes on until a page brings nothing new: a service may give fewer rows than it is asked for. */
    private void byOffset(Values values, Consumer<Map<String, String>> taker) {
        long offset = 0;
        String last = null;
        while (true) {
            List<Map<String, String>> rows = rows(page(offset, "", values));
            List<Map<String, String>> fresh = rows;
            if (last != null) {
                if (rows.isEmpty() || !last.equals(rows.get(0).get(table.key()))) {
                    throw new Shifted("a row went away or came in between");
                }
                fresh = rows.subList(1, rows.size());
            }
            if (fresh.isEmpty()) {
                return;
            }
            take(fresh, values, taker);
            offset += last == null ? rows.size() - 1 : fresh.size();
            last = rows.get(rows.size() - 1).get(table.key());
            if (last == null) {
                throw broken("gives rows without " + table.key());
            }
        }
    }

    /** A page is asked for by the last row of the one before. */
    private void byLast(Paging paging, Values values, Consumer<Map<String, String>> taker) {
        String mark = "";
        while (true) {
            Answer answer = page(0, mark, values);
            List<Map<String, String>> rows = rows(answer);
            take(rows, values, taker);
            if (rows.isEmpty() || paging.more() != null && !"true".equals(Json.text(answer.tree(), paging.more()))) {
                return;
            }
            mark = rows.get(rows.size() - 1).get(paging.at());
            if (mark == null || !marks.add(mark)) {
                throw broken("gives a page whose last row has no new " + paging.at());
            }
        }
    }

    /** The first page says how many there are, and by which mark the others are asked for. */
    private void byPage(Paging paging, Values values, Consumer<Map<String, String>> taker) {
        Answer answer = page(0, "", values);
        take(rows(answer), values, taker);
        String mark = answer == null ? "" : Json.text(answer.tree(), paging.at());
        String pages = answer == null ? "1" : Json.text(answer.tree(), paging.pages());
        if (pages == null || !pages.matches("[0-9]{1,6}") || mark == null) {
            throw broken("does not say how many pages there are, or by which mark they are asked for");
        }
        for (int page = 2; page <= Integer.parseInt(pages); page++) {
            Values next = Values.of(Map.of("page", Integer.toString(page)), page(values, 0, mark));
            List<Map<String, String>> rows = rows(web.read(paging.next(), next), paging.next().at());
            if (rows.isEmpty()) {
                throw new Shifted("page " + page + " of " + pages + " is empty");
            }
            take(rows, values, taker);
        }
    }

    private void byMark(Paging paging, Values values, Consumer<Map<String, String>> taker) {
        Answer answer = page(0, "", values);
        while (true) {
            take(rows(answer), values, taker);
            String mark = answer == null ? null : paging.isBy(Paging.LINK_HEADER) ? answer.link()
                    : Json.text(answer.tree(), paging.at());
            if (mark == null || mark.isEmpty()) {
                return;
            }
            if (!marks.add(mark)) {
                throw broken("goes round in circles: it gives a page mark again");
            }
            answer = paging.isBy(Paging.CURSOR) ? page(0, mark, values)
                    : web.read(table.list(), Answer.next(terms, mark), page(values, 0, ""));
        }
    }

    private Answer page(long offset, String cursor, Values values) {
        Values known = table.paging() == null ? values : page(values, offset, cursor);
        Answer came = ahead.get(web.address(table.list(), known));
        return came == null ? web.read(table.list(), known) : came;
    }

    private Values page(Values values, long offset, String cursor) {
        int limit = table.paging().limit() + (table.paging().isBy(Paging.OFFSET) && offset > 0 ? 1 : 0);
        return Values.of(Map.of("offset", Long.toString(offset), "limit", Integer.toString(limit), "cursor", cursor),
                values);
    }

    private List<Map<String, String>> rows(Answer answer) {
        return rows(answer, table.list().at());
    }

    private List<Map<String, String>> rows(Answer answer, String at) {
        if (answer == null) {
            return List.of();
        }
        List<Map<String, String>> rows = RowsIn.of(answer.tree(), at);
        if (rows == null) {
            throw new Troubled(Trouble.unreadable("has no list at '" + at + "'"));
        }
        if (table.paging() != null && table.paging().count() != null && counted == null) {
            counted = Json.text(answer.tree(), table.paging().count());
        }
        return rows;
    }

    private void take(List<Map<String, String>> rows, Values values, Consumer<Map<String, String>> taker) {
        taken += rows.size();
        for (Map<String, String> row : rows) {
            if (table.key() != null && row.get(table.key()) != null && !seen.add(row.get(table.key()))) {
                throw new Shifted("a row came twice");
            }
        }
        RowsIn.meant(rows, table.list(), values).forEach(taker);
    }

    static Troubled broken(String how) {
        return new Troubled(new Trouble(Trouble.What.CUT, "GW-SRC-080", "the service " + how + "; have it mended"));
    }
}
