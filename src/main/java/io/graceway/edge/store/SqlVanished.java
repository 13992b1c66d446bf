package io.graceway.edge.store;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.delinquency.DelinquentAccount;
import io.graceway.journey.delinquency.Sources;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds accounts that their source shows no more; those that were already seen to owe nothing are left alone. */
public final class SqlVanished implements Sources.Vanished {

    private static final int PAGE = 1000;

    private final JdbcTemplate jdbc;
    private final Documents documents = new Documents();

    public SqlVanished(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    @Override
    public Iterator<List<DelinquentAccount>> unseen(String source, Predicate<AccountKey> seen) {
        return new Walk(source, seen);
    }

    private final class Walk implements Iterator<List<DelinquentAccount>> {

        private final String source;
        private final Predicate<AccountKey> seen;
        private String number = "";
        private String currency = "";
        private boolean ended;
        private List<DelinquentAccount> ready = new ArrayList<>();

        Walk(String source, Predicate<AccountKey> seen) {
            this.source = source;
            this.seen = seen;
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && !ended) {
                List<AccountKey> keys = jdbc.query("select source, number, currency from account where source = ? and "
                        + "(number > ? or (number = ? and currency > ?)) order by number, currency limit " + PAGE,
                        (row, i) -> Rows.key(row), source, number, number, currency);
                ended = keys.size() < PAGE;
                keys.forEach(key -> {
                    number = key.number().value();
                    currency = key.currency();
                });
                ready = documents(keys.stream().filter(seen.negate()).toList());
            }
            return !ready.isEmpty();
        }

        private List<DelinquentAccount> documents(List<AccountKey> gone) {
            return gone.stream().flatMap(key -> jdbc.query(
                    "select document from account where source = ? and number = ? and currency = ? and document <> '' "
                    + "and (balance <> 0 or stage in ('NOTICED', 'PLACED'))", (row, i) ->
                    documents.read(row.getString("document")).withoutItems(), key.source(), key.number().value(),
                    key.currency()).stream()).toList();
        }

        @Override
        public List<DelinquentAccount> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            List<DelinquentAccount> page = ready;
            ready = new ArrayList<>();
            return page;
        }
    }
}
