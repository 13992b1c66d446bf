package io.graceway.edge.source.spool;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Reject;
import io.graceway.journey.delinquency.AccountLines;
import io.graceway.journey.delinquency.AccountSource.Astray;
import io.graceway.journey.delinquency.TableReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Finds out whose the lines are that have the key of another table's line in place of their account. */
public final class Joins implements TableReader.LineSink, AutoCloseable {

    /** A record that only says whose a key is. */
    private static final String KEY = "key";
    private static final String ID = "id";
    private static final String OWNER = "owner";

    private final Map<String, String> joins;
    private final Spool into;
    // What has the same key lies in the same part, so that only one part is ever looked through at a time.
    private final Map<String, Spool> byKey = new TreeMap<>();
    private String table = "";

    /**
     * @param joins table to the one that knows its keys
     * @param spool where the lines of a table wait until all keys are known
     */
    public Joins(Map<String, String> joins, Spool into, Function<String, Spool> spool) {
        this.joins = joins;
        this.into = into;
        joins.keySet().forEach(one -> byKey.put(one, spool.apply(one)));
    }

    @Override
    public void table(String name) {
        table = name;
        into.table(name);
    }

    @Override
    public void line(DocumentLine line) {
        joins.forEach((joined, by) -> {
            if (by.equals(table) && Spool.isReadable(line.text(ID))) {
                byKey.get(joined).line(DocumentLine.of(OWNER, Spool.ACCOUNT, line.text(ID), OWNER,
                        line.text(Spool.ACCOUNT)));
            }
        });
        if (byKey.containsKey(table)) {
            byKey.get(table).line(line);
        } else if (!line.record().equals(KEY)) {
            into.line(line);
        }
    }

    @Override
    public void reject(String account, Reject reject) {
        byKey.getOrDefault(table, into).reject(account, reject);
    }

    /** Gives every line to its account; to be asked once, when the last line is in. */
    public void resolve() throws IOException {
        for (Map.Entry<String, Spool> one : byKey.entrySet()) {
            table(one.getKey());
            for (AccountPages.Opening part : one.getValue().openings()) {
                AccountPages.Accounts keys = part.open();
                while (keys.hasNext()) {
                    resolve(keys.next());
                }
            }
            one.getValue().unattributed().stream().map(Astray::why).forEach(why -> into.reject("", why));
        }
    }

    /** @param key everything that has it, in place of an account */
    private void resolve(AccountLines key) {
        List<String> owners = key.of(OWNER).stream().map(one -> one.text(OWNER)).distinct().toList();
        for (DocumentLine line : key.lines()) {
            if (line.record().equals(OWNER)) {
                continue;
            }
            if (owners.size() == 1) {
                Map<String, Object> fields = new LinkedHashMap<>(line.fields());
                fields.put(Spool.ACCOUNT, owners.get(0));
                into.line(new DocumentLine(line.number(), line.record(), fields));
            } else if (owners.isEmpty()) {
                into.reject("", new Reject(line.number(), Spool.ACCOUNT, "GW-SRC-151", "nothing in the table "
                        + joins.get(table) + " has the key " + key.number() + ", so that nobody knows whose it is"));
            } else {
                refuse(owners, new Reject(line.number(), Spool.ACCOUNT, "GW-SRC-152", "the key " + key.number()
                        + " stands for " + owners.size() + " accounts in the table " + joins.get(table)));
            }
        }
        key.rejects().forEach(one -> refuse(owners.isEmpty() ? List.of("") : owners, one));
    }

    private void refuse(List<String> accounts, Reject reject) {
        accounts.forEach(one -> into.reject(one, reject));
    }

    @Override
    public void close() {
        byKey.values().forEach(Spool::close);
    }
}
