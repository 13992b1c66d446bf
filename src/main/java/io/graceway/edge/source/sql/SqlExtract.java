package io.graceway.edge.source.sql;

import io.graceway.edge.source.folder.Sha256;
import io.graceway.edge.source.spool.AccountPages;
import io.graceway.edge.source.spool.Spool;
import io.graceway.journey.delinquency.AccountLines;
import io.graceway.journey.delinquency.AccountSource;
import io.graceway.journey.delinquency.AccountSource.Astray;
import io.graceway.journey.delinquency.SourceRefused;
import io.graceway.journey.delinquency.TableReader;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

/** What a database says within one transaction, page by page of account numbers. */
public final class SqlExtract implements AccountSource.Extract {

    private final SqlReading reading;
    private final TableReader reader;
    private final MessageDigest digest = Sha256.begin();
    private final List<Astray> unattributed = new ArrayList<>();
    private final Deque<List<AccountLines>> ready = new ArrayDeque<>();
    private String after = "";
    private String digested;
    private long customers;
    private long ignored;

    public SqlExtract(SqlReading reading, TableReader reader) {
        this.reading = reading;
        this.reader = reader;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && digested == null) {
            advance();
        }
        return !ready.isEmpty();
    }

    @Override
    public List<AccountLines> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the last page is taken");
        }
        return ready.remove();
    }

    @Override
    public Set<String> missingTables() {
        return Set.of();
    }

    @Override
    public List<Astray> unattributed() {
        return List.copyOf(unattributed);
    }

    /** Over every value of every row, in the order the database gave them. */
    @Override
    public String digest() {
        return digested == null ? "" : digested;
    }

    @Override
    public long customers() {
        return digested == null ? -1 : customers;
    }

    @Override
    public long ignoredLines() {
        return ignored;
    }

    @Override
    public void close() {
        reading.close();
    }

    private void advance() {
        try {
            List<String> numbers = reading.accounts(after);
            if (numbers.isEmpty()) {
                digested = Sha256.hex(digest);
                return;
            }
            String upto = numbers.get(numbers.size() - 1);
            if (upto.equals(after) || numbers.contains(after)) {
                throw new SourceRefused("GW-SRC-047", "the query accounts gives an account again; it has to give those"
                        + " after :after, in order", null);
            }
            take(upto);
            after = upto;
        } catch (SQLException e) {
            throw SqlFault.of(e).refusal("reading");
        }
    }

    private void take(String upto) throws SQLException {
        Spool page = Spool.ofPage();
        for (String table : reading.tables()) {
            reading.rows(table, after, upto, (number, columns) -> {
                Sha256.add(digest, table, Long.toString(number));
                columns.forEach((name, value) -> Sha256.add(digest, name, value));
                reader.read(table, number, columns, page);
            });
        }
        AccountPages pages = page.pages();
        pages.forEachRemaining(ready::add);
        customers += pages.customers();
        ignored += pages.ignored();
        unattributed.addAll(page.unattributed());
        if (unattributed.size() > Spool.MOST_UNATTRIBUTED) {
            throw new SourceRefused("GW-SRC-011", "more than " + Spool.MOST_UNATTRIBUTED
                    + " rows do not say whose they are; the queries and the layout do not fit each other", null);
        }
    }
}
