package io.graceway.edge.source.rest;

import io.graceway.edge.source.call.Troubled;
import io.graceway.edge.source.folder.Sha256;
import io.graceway.edge.source.rest.Template.Values;
import io.graceway.edge.source.spool.Spool;
import io.graceway.journey.account.Reject;
import io.graceway.journey.delinquency.SourceRefused;
import io.graceway.journey.delinquency.TableReader;
import java.net.URI;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the whole set: first the list of accounts to its end, then the tables, each row to whom it belongs. */
final class RestReading {

    private static final String ACCOUNT = "account";
    private static final Values NONE = name -> null;

    private final RestTerms terms;
    private final Web web;
    private final TableReader reader;
    private final TableReader.LineSink sink;
    private final MessageDigest digest = Sha256.begin();
    private final Map<String, Long> rows = new HashMap<>();

    RestReading(RestTerms terms, Web web, TableReader reader, TableReader.LineSink sink) {
        this.terms = terms;
        this.web = web;
        this.reader = reader;
        this.sink = sink;
    }

    /** @return a digest over every value of every row, in the order in which the service gave them */
    String all() {
        List<Map<String, String>> accounts = accounts(false);
        terms.tables().forEach((name, table) -> {
            if (table.account() != null) {
                table(name, Map.of(), false);
            } else if (table.together() == null) {
                accounts.forEach(one -> table(name, one, false));
            } else {
                for (int from = 0; from < accounts.size(); from += table.together().size()) {
                    together(name, accounts.subList(from, Math.min(from + table.together().size(), accounts.size())));
                }
            }
        });
        return Sha256.hex(digest);
    }

    /** The accounts listed: the number of each and what is kept of it. @param first only those of the first page */
    List<Map<String, String>> accounts(boolean first) {
        Table list = terms.accounts();
        List<Map<String, String>> accounts = new ArrayList<>();
        told("the list of accounts", () -> walk(Map.of(), list, NONE, first, row -> {
            String number = row.get(list.account());
            if (number != null) {
                Map<String, String> one = new LinkedHashMap<>(RowsIn.kept(row, list.list()));
                one.put(ACCOUNT, number);
                accounts.add(one);
            }
            if (list.table() != null) {
                row(list.table(), list, row, number);
            } else if (number == null) {
                sink.table("");
                sink.reject("", new Reject(accounts.size() + 1L, list.account(), "GW-SRC-010",
                        "a row of the list of accounts does not say whose it is"));
            }
        }));
        return accounts;
    }

    /** @param account whose rows are asked for; empty where the table is read as a whole */
    void table(String name, Map<String, String> account, boolean first) {
        table(Map.of(), name, account, first);
    }

    /** The first pages of some accounts in one answer; those that follow one by one. */
    private void together(String name, List<Map<String, String>> accounts) {
        Table table = terms.tables().get(name);
        told("table " + name, () -> {
            Map<URI, Answer> ahead = table.together().ahead(web, terms, table.list(), accounts.stream().map(one ->
                    table.first(one::get)).toList());
            accounts.forEach(one -> table(ahead, name, one, false));
        });
    }

    private void table(Map<URI, Answer> ahead, String name, Map<String, String> account, boolean first) {
        Table table = terms.tables().get(name);
        told("table " + name, () -> walk(ahead, table, account::get, first, row -> row(name, table, row,
                table.account() == null ? account.get(ACCOUNT) : row.get(table.account()))));
    }

    private void walk(Map<URI, Answer> ahead, Table table, Values values, boolean first,
                      Consumer<Map<String, String>> taker) {
        Walk walk = new Walk(web, terms, table, ahead);
        if (first) {
            walk.first(values, taker);
        } else {
            walk.each(values, taker);
        }
    }

    private void row(String name, Table table, Map<String, String> row, String account) {
        Map<String, String> columns = new LinkedHashMap<>(row);
        if (table.attributes() != null) {
            attributes(table.attributes(), row, columns);
        }
        table.days().forEach((column, day) -> columns.computeIfAbsent(column, any -> day.of(columns)));
        columns.remove(ACCOUNT);
        if (account != null) {
            columns.put(ACCOUNT, account);
        }
        Sha256.add(digest, name);
        columns.forEach((column, value) -> Sha256.add(digest, column, value));
        reader.read(name, rows.merge(name, 1L, Long::sum), columns, sink);
    }

    private void attributes(Table.Attributes attributes, Map<String, String> row, Map<String, String> into) {
        Answer answer = web.read(attributes.list(), row::get);
        List<Map<String, String>> pairs = answer == null ? List.of()
                : RowsIn.of(answer.tree(), attributes.list().at());
        for (Map<String, String> pair : pairs == null ? List.<Map<String, String>>of() : pairs) {
            String name = "attributes." + pair.get(attributes.name());
            String value = pair.getOrDefault(attributes.value(), "");
            // Two of one name that do not agree say nothing: a field that needs them is then missing.
            into.merge(name, value, (one, other) -> one.equals(other) ? one : "");
        }
    }

    private static void told(String what, Runnable reading) {
        try {
            reading.run();
        } catch (Troubled e) {
            throw e.trouble().refusal(what);
        } catch (IllegalArgumentException e) {
            throw new SourceRefused("GW-SRC-087", what + ": " + e.getMessage()
                    + "; a row lacks what its calls need, or the file names it wrongly", e);
        }
    }
}
