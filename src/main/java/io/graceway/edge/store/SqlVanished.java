package io.graceway.edge.store;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.delinquency.DelinquentAccount;
import io.graceway.journey.delinquency.Sources;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds accounts that their source does not show, as they were last read. */
public final class SqlVanished implements Sources.Vanished {

    private static final int PAGE = 1000;

    private final JdbcTemplate jdbc;
    private final Bulk bulk;
    private final Documents documents = new Documents();

    public SqlVanished(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
        this.bulk = new Bulk(source);
    }

    @Override
    public Iterator<List<DelinquentAccount>> unseen(String source, Predicate<AccountKey> seen, boolean all) {
        // Taken for a small table, all that is left of it would be read and sorted again for every page.
        bulk.measure("account");
        return new Walk(source, seen, all);
    }

    private final class Walk implements Iterator<List<DelinquentAccount>> {

        private final String source;
        private final Predicate<AccountKey> seen;
        private final String which;
        private String number = "";
        private String currency = "";
        private boolean ended;
        private List<DelinquentAccount> ready = new ArrayList<>();

        Walk(String source, Predicate<AccountKey> seen, boolean all) {
            this.source = source;
            this.seen = seen;
            this.which = all ? "" : "and (a.balance <> 0 or a.stage in ('NOTICED', 'PLACED')) ";
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && !ended) {
                List<AccountKey> keys = jdbc.query("select source, number, currency from account where source = ? and "
                        + "number >= ? and (number > ? or currency > ?) order by number, currency limit " + PAGE,
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
            Map<AccountKey, DelinquentAccount> found = Rows.in(jdbc, "select d.document from account a join "
                    + "account_document d on d.source = a.source and d.number = a.number and d.currency = a.currency "
                    + "where a.source = ? and d.document <> '' " + which + "and a.number",
                    gone.stream().map(key -> key.number().value()).toList(), (row, i) ->
                    documents.read(row.getString("document")), source).stream()
                    .collect(Collectors.toMap(DelinquentAccount::key, one -> one));
            return gone.stream().map(found::get).filter(Objects::nonNull).toList();
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
