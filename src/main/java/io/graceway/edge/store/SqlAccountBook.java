package io.graceway.edge.store;

import io.graceway.audit.RoutingEntry;
import io.graceway.audit.RoutingLog;
import io.graceway.journey.account.AccountKey;
import io.graceway.journey.eligibility.AccountBook;
import io.graceway.journey.eligibility.VerdictPage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts in SQL: a page of verdicts is one transaction, and an account that did not change costs no write. */
public final class SqlAccountBook implements AccountBook {

    private static final String COLUMNS = "source, number, currency, brand, stage, reasons, balance, first_missed, "
            + "ask_again, judged_on, digest";

    private final JdbcTemplate jdbc;
    private final Bulk bulk;
    private final TransactionTemplate transaction;
    private final RoutingLog log;
    private final AccountRows rows = new AccountRows(new Documents());

    public SqlAccountBook(DataSource source, TransactionTemplate transaction, RoutingLog log) {
        this.jdbc = new JdbcTemplate(source);
        this.bulk = new Bulk(source);
        this.transaction = transaction;
        this.log = log;
    }

    @Override
    public StandingPage record(VerdictPage page) {
        return transaction.execute(status -> {
            Map<AccountKey, Known> known = known(page);
            List<AccountRow> now = Stream.concat(page.verdicts().parallelStream().map(rows::of),
                    page.refused().stream().map(one -> rows.of(one, page.pass().asOf()))).toList();
            write(now, known, page);
            List<Standing> standings = new ArrayList<>();
            for (int i = 0; i < page.verdicts().size(); i++) {
                AccountRow row = now.get(i);
                Known before = known.get(row.key());
                standings.add(new Standing(page.verdicts().get(i), stage(row, before),
                        Optional.ofNullable(before).map(Known::notice),
                        Optional.ofNullable(before).map(Known::placement),
                        Optional.ofNullable(before).map(Known::restUntil)));
            }
            return new StandingPage(page.pass(), page.source(), standings, page.refused());
        });
    }

    private void write(List<AccountRow> now, Map<AccountKey, Known> known, VerdictPage page) {
        List<AccountRow> fresh = new ArrayList<>();
        List<AccountRow> changed = new ArrayList<>();
        List<RoutingEntry> entries = new ArrayList<>();
        for (AccountRow row : now) {
            Known before = known.get(row.key());
            if (before == null) {
                fresh.add(row);
            } else if (!before.digest.equals(row.digest()) || before.stage == Stage.LEFT) {
                changed.add(row);
            }
            if (before == null || !before.summary().equals(row.summary())) {
                entries.add(row.entry(page.pass().at()));
            }
        }
        bulk.insert("account", COLUMNS, fresh.stream().map(one -> one.columns(one.stage())).toList());
        bulk.insert("account_document", AccountRow.KEPT, fresh.stream().map(AccountRow::kept).toList());
        bulk.update("account a", AccountRow.IS_GIVEN, "brand = g.brand, stage = g.stage, reasons = g.reasons, "
                + "balance = g.balance, first_missed = g.first_missed, ask_again = g.ask_again, "
                + "judged_on = g.judged_on, digest = g.digest", AccountRow.KEY
                + ", brand varchar, stage varchar, reasons varchar, balance numeric(19,4), first_missed date, "
                + "ask_again date, judged_on date, digest varchar", changed.stream()
                .map(one -> one.columns(stage(one, known.get(one.key())))).toList());
        bulk.update("account_document a", AccountRow.IS_GIVEN, "document = g.document", AccountRow.KEY
                + ", document varchar", changed.stream().map(AccountRow::kept).toList());
        names(fresh, changed, page.source());
        log.append(entries);
    }

    /** Names are written when they changed, which is seldom. */
    private void names(List<AccountRow> fresh, List<AccountRow> changed, String source) {
        Set<AccountKey> keys = changed.stream().map(AccountRow::key).collect(Collectors.toSet());
        Set<Named> before = Rows.in(jdbc, "select name, source, number, currency from account_name where source = ? "
                + "and number", keys.stream().map(key -> key.number().value()).toList(), (row, i) -> new Named(
                row.getString("name"), Rows.key(row)), source).stream().filter(one -> keys.contains(one.key))
                .collect(Collectors.toSet());
        Set<Named> now = Named.of(changed).collect(Collectors.toSet());
        List<Object[]> gone = before.stream().filter(one -> !now.contains(one)).map(Named::columns).toList();
        if (!gone.isEmpty()) {
            jdbc.batchUpdate("delete from account_name where name = ? and number = ? and source = ? and currency = ?",
                    gone);
        }
        bulk.insert("account_name", "name, number, source, currency", Stream.concat(Named.of(fresh), now.stream()
                .filter(one -> !before.contains(one))).map(Named::columns).toList());
    }

    /** A way in which an account is found by its customer's name. */
    private record Named(String name, AccountKey key) {

        static Stream<Named> of(List<AccountRow> rows) {
            return rows.stream().flatMap(row -> row.names().stream().map(one -> new Named(one, row.key())));
        }

        Object[] columns() {
            return new Object[] {name, key.number().value(), key.source(), key.currency()};
        }

        @Override
        public String toString() {
            return "Named[" + key + "]";
        }
    }

    /** An account that is warned or placed stays so; what its verdict means there is the next stages' to say. */
    private static Stage stage(AccountRow row, Known before) {
        boolean onItsWay = before != null && (before.stage == Stage.NOTICED || before.stage == Stage.PLACED);
        return onItsWay ? before.stage : row.stage();
    }

    private Map<AccountKey, Known> known(VerdictPage page) {
        List<String> numbers = Stream.concat(page.verdicts().stream().map(one -> one.account().key()),
                page.refused().stream().map(one -> one.key())).map(key -> key.number().value()).toList();
        return Rows.in(jdbc, "select source, number, currency, stage, reasons, balance, rest_until, notice, placement, "
                + "digest from account where source = ? and number", numbers, Known::of, page.source()).stream()
                .collect(Collectors.toMap(Known::key, one -> one));
    }

    /** What the store knew of an account before this pass. */
    private record Known(AccountKey key, Stage stage, String reasons, String balance, LocalDate restUntil,
            String notice,
                         String placement, String digest) {

        static Known of(ResultSet row, int number) throws SQLException {
            return new Known(Rows.key(row), Stage.valueOf(row.getString("stage")), row.getString("reasons"),
                    Rows.money(row, "balance").toString(), Rows.date(row, "rest_until").orElse(null),
                    row.getString("notice"), row.getString("placement"), row.getString("digest"));
        }

        /** What the log tells when it changes. */
        String summary() {
            return reasons + " " + balance;
        }
    }
}
