package io.graceway.edge.store.retention;

import io.graceway.audit.RoutingEntry;
import io.graceway.audit.RoutingLog;
import io.graceway.edge.store.Documents;
import io.graceway.edge.store.Rows;
import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.AccountNumber;
import io.graceway.journey.account.Pass;
import io.graceway.journey.account.Place;
import io.graceway.journey.delinquency.DelinquentAccount;
import io.graceway.journey.writeback.retention.Over;
import io.graceway.journey.writeback.retention.RetentionBook;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Personal data of accounts in SQL. */
public final class SqlRetentionBook implements RetentionBook {

    private static final int PAGE = 200;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final RoutingLog log;
    private final Documents documents = new Documents();

    public SqlRetentionBook(DataSource source, TransactionTemplate transaction, RoutingLog log) {
        this.jdbc = new JdbcTemplate(source);
        this.transaction = transaction;
        this.log = log;
    }

    /** All accounts of a source with one number: what is owed in several currencies is one customer's. */
    private record Name(String source, String number) {

        static Name of(Over one) {
            return new Name(one.source(), one.number().value());
        }

        Object[] columns() {
            return new Object[] {source, number};
        }
    }

    @Override
    public void over(LocalDate last, LocalDate today, Consumer<List<Over>> page) {
        Name after = new Name("", "");
        List<Name> names;
        do {
            names = jdbc.query("select source, number from account where source > ? or source = ? and number > ? group "
                    + "by source, number having max(case when balance <> 0 or stage not in ('CLEARED', 'HELD', 'LEFT') "
                    + "then 1 else 0 end) = 0 and max(judged_on) <= ? order by source, number limit " + PAGE,
                    (row, i) -> new Name(row.getString("source"), row.getString("number")), after.source, after.source,
                    after.number, last);
            if (!names.isEmpty()) {
                after = names.get(names.size() - 1);
                page.accept(read(names, today).stream().filter(one -> !one.last().isAfter(last)).toList());
            }
        } while (names.size() == PAGE);
    }

    @Override
    public List<Over> of(AccountNumber number, LocalDate today) {
        return read(jdbc.query("select distinct source, number from account where number = ? order by source",
                (row, i) -> new Name(row.getString("source"), row.getString("number")), number.value()), today);
    }

    /** Those of which anything is left. */
    private List<Over> read(List<Name> names, LocalDate today) {
        Set<String> numbers = new LinkedHashSet<>(names.stream().map(Name::number).toList());
        Set<Name> left = new LinkedHashSet<>();
        PersonalRows.LEFT.forEach(sql -> left.addAll(names(sql, numbers)));
        Map<Name, LocalDate> days = new HashMap<>();
        PersonalRows.DAYS.forEach(sql -> Rows.in(jdbc, sql, numbers, (row, i) -> days.merge(
                new Name(row.getString("source"), row.getString("number")), Rows.date(row, "d").orElse(LocalDate.MIN),
                (one, other) -> one.isAfter(other) ? one : other)));
        Map<Name, Set<Place>> places = new HashMap<>();
        Map<Name, Set<String>> kept = kept(numbers, today, places);
        return names.stream().filter(left::contains).map(one -> new Over(one.source, new AccountNumber(one.number),
                days.get(one), places.getOrDefault(one, Set.of()), kept.getOrDefault(one, Set.of()))).toList();
    }

    private List<Name> names(String sql, Collection<String> numbers, Object... first) {
        return Rows.in(jdbc, sql, numbers, (row, i) -> new Name(row.getString("source"), row.getString("number")),
                first);
    }

    private Map<Name, Set<String>> kept(Set<String> numbers, LocalDate today, Map<Name, Set<Place>> places) {
        Map<Name, Set<String>> kept = new HashMap<>();
        PersonalRows.KEPT.forEach((code, sql) -> names(sql, numbers, code.equals("NOTICE") ? new Object[] {today}
                : new Object[0]).forEach(one -> kept.computeIfAbsent(one, any -> new TreeSet<>()).add(code)));
        Rows.in(jdbc, "select source, number, document from account_document where document <> '' and number", numbers,
                (row, i) -> {
                    Name one = new Name(row.getString("source"), row.getString("number"));
                    DelinquentAccount account = documents.read(row.getString("document"));
                    places.computeIfAbsent(one, any -> new LinkedHashSet<>()).add(account.debtor().place());
                    if (account.cases().stream().anyMatch(each -> each.closed().isEmpty())) {
                        kept.computeIfAbsent(one, any -> new TreeSet<>()).add("CASE");
                    }
                    return one;
                });
        return kept;
    }

    @Override
    public List<Over> remove(List<Over> accounts, Function<Over, Why> why, Pass pass) {
        return accounts.isEmpty() ? List.of() : transaction.execute(status -> {
            Set<String> numbers = new TreeSet<>(accounts.stream().map(one -> one.number().value()).toList());
            Map<Name, List<AccountKey>> keys = new HashMap<>();
            Rows.locked(jdbc, "select source, number, currency from account where", "number", numbers,
                    (row, i) -> Rows.key(row)).forEach(key -> keys.computeIfAbsent(new Name(key.source(),
                    key.number().value()), any -> new ArrayList<>()).add(key));
            // What came since the accounts were looked at keeps them.
            Map<Name, Set<String>> kept = kept(numbers, pass.asOf().day(ZoneOffset.UTC), new HashMap<>());
            List<Over> gone = accounts.stream().filter(one -> !kept.containsKey(Name.of(one))).toList();
            Map<Name, List<String>> kinds = new HashMap<>();
            PersonalRows.REMOVED.forEach((kind, sql) -> remove(gone, kind, sql, kinds));
            gone.forEach(one -> log(one, why.apply(one), keys.get(Name.of(one)), kinds.get(Name.of(one)), pass));
            return gone;
        });
    }

    private void remove(List<Over> gone, String kind, String sql, Map<Name, List<String>> kinds) {
        int[] rows = jdbc.batchUpdate(sql, gone.stream().map(one -> Name.of(one).columns()).toList());
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] != 0) {
                kinds.computeIfAbsent(Name.of(gone.get(i)), any -> new ArrayList<>()).add(kind);
            }
        }
    }

    private void log(Over one, Why why, List<AccountKey> keys, List<String> kinds, Pass pass) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("rule", why.rule());
        facts.put("kinds", kinds == null ? "" : String.join(" ", kinds));
        facts.put("last", one.last().toString());
        facts.put("agencies-not-told", String.join(" ", why.notTold()));
        log.append(keys.stream().map(key -> RoutingEntry.of(pass.at(), "retention.removed", key.toString(),
                facts.entrySet().stream().flatMap(fact -> java.util.stream.Stream.of(fact.getKey(), fact.getValue()))
                        .toArray(String[]::new))).toList());
    }

    @Override
    public void hold(AccountNumber number, String because, Pass pass) {
        transaction.executeWithoutResult(status -> {
            jdbc.update("delete from legal_hold where number = ?", number.value());
            jdbc.update("insert into legal_hold (number, because, at) values (?, ?, ?)", number.value(), because,
                    pass.at().atOffset(ZoneOffset.UTC));
            log.append(List.of(RoutingEntry.of(pass.at(), "retention.held", number.value(), "because", because)));
        });
    }

    @Override
    public boolean release(AccountNumber number, Pass pass) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean held = jdbc.update("delete from legal_hold where number = ?", number.value()) > 0;
            if (held) {
                log.append(List.of(RoutingEntry.of(pass.at(), "retention.released", number.value())));
            }
            return held;
        }));
    }
}
