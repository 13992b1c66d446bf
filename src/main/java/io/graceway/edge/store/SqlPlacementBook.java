package io.graceway.edge.store;

import io.graceway.audit.RoutingEntry;
import io.graceway.audit.RoutingLog;
import io.graceway.journey.account.AccountKey;
import io.graceway.journey.eligibility.Cleared;
import io.graceway.journey.eligibility.Finding;
import io.graceway.journey.notice.NoticeServed;
import io.graceway.journey.notice.NoticePage;
import io.graceway.journey.placement.AgencyChoice;
import io.graceway.journey.placement.PlacementBook;
import io.graceway.journey.placement.PlacementPage;
import io.graceway.journey.placement.ToneAcceptance;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Placements in SQL; a page of them is one transaction with its log entries. */
public final class SqlPlacementBook implements PlacementBook {

    static final String OPEN = "('DECIDED', 'SENT', 'ACKNOWLEDGED', 'RECALL_PENDING')";

    private static final String COLUMNS = "placement, source, number, currency, agency, tier, state, placed_on, "
            + "placed, balance, seen, unadopted, fee_basis_points, tone, tone_sha256, email_kept, zone";

    private static final Duration COUNTED_FOR = Duration.ofSeconds(1);

    private static final String CLOCKS = "placement, notice, first_missed, window_ended, delivered_on, last_chance, "
            + "clock, rules";

    private final JdbcTemplate jdbc;
    private final Bulk bulk;
    private final TransactionTemplate transaction;
    private final RoutingLog log;
    private final Documents documents = new Documents();
    private final Map<String, Integer> load = new HashMap<>();
    private long counted;

    public SqlPlacementBook(DataSource source, TransactionTemplate transaction, RoutingLog log) {
        this.jdbc = new JdbcTemplate(source);
        this.bulk = new Bulk(source);
        this.transaction = transaction;
        this.log = log;
    }

    @Override
    public AgencyChoice.Market market(Collection<AccountKey> accounts) {
        List<ToneAcceptance> accepted = accounts.isEmpty() ? List.of() : jdbc.query("select * from tone_acceptance",
                (row, i) -> new ToneAcceptance(row.getString("agency"), row.getString("profile"), row.getInt("version"),
                        row.getString("sha256"), Rows.date(row, "accepted_on").orElseThrow()));
        Map<AccountKey, Set<String>> earlier = new HashMap<>();
        Map<AccountKey, Integer> worked = new HashMap<>();
        accounts.stream().collect(Collectors.groupingBy(AccountKey::source)).forEach((source, some) -> Rows.in(jdbc,
                "select source, number, currency, agency, state from placement where state <> 'WITHDRAWN' and source = "
                + "? and number", some.stream().map(one -> one.number().value()).toList(), (row, i) -> {
                AccountKey key = Rows.key(row);
                worked.merge(key, row.getString("state").equals("REJECTED") ? 0 : 1, Integer::sum);
                return earlier.computeIfAbsent(key, any -> new HashSet<>()).add(row.getString("agency"));
            }, source));
        return new AgencyChoice.Market(accepted, accounts.isEmpty() ? Map.of() : load(), earlier, worked,
                closed());
    }

    private Map<String, String> closed() {
        Map<String, String> closed = new HashMap<>();
        jdbc.query("select agency, state from agency_life where state <> 'ACTIVE'", row -> {
            closed.put(row.getString("agency"), row.getString("state").toLowerCase(Locale.ROOT));
        });
        return closed;
    }

    /** Counting all of them for every page would take longer and longer; what is added here meanwhile is known. */
    private synchronized Map<String, Integer> load() {
        if (load.isEmpty() || System.nanoTime() - counted > COUNTED_FOR.toNanos()) {
            load.clear();
            jdbc.query("select agency, count(*) as placements from placement where state in " + OPEN
                    + " group by agency", row -> { load.put(row.getString("agency"), row.getInt("placements")); });
            counted = System.nanoTime();
        }
        return Map.copyOf(load);
    }

    private synchronized void add(List<String> placedWith) {
        placedWith.forEach(agency -> load.merge(agency, 1, Integer::sum));
    }

    @Override
    public PlacementPage record(PlacementPage page) {
        add(transaction.execute(status -> {
            Set<String> stillServed = lockServed(page);
            List<PlacementPage.Decided> taken = page.decided().stream()
                    .filter(one -> stillServed.contains(one.ready().served().notice())).toList();
            bulk.insert("placement", COLUMNS, each(taken, this::row));
            bulk.insert("placement_clocks", CLOCKS, each(taken, SqlPlacementBook::clocks));
            bulk.insert("placement_document", "placement, document", each(taken, one -> new Object[] {
                one.number().value(), documents.write(one.ready().cleared().account())}));
            bulk.update("account a", AccountRow.IS_GIVEN, "stage = 'PLACED', placement = g.placement, notice = null",
                    AccountRow.KEY + ", placement varchar", each(taken, one -> {
                        AccountKey key = one.ready().cleared().account().key();
                        return new Object[] {key.source(), key.number().value(), key.currency(), one.number().value()};
                    }));
            bulk.update("notice n", "n.id = g.id", "state = 'USED'", "id varchar", each(taken, one ->
                    new Object[] {one.ready().served().notice()}));
            List<RoutingEntry> entries = new ArrayList<>();
            taken.forEach(one -> entries.add(entry(page, one)));
            page.refused().forEach(one -> entries.addAll(refuse(page, one)));
            log.append(entries);
            return taken.stream().map(one -> one.agency().agency().id()).toList();
        }));
        return page;
    }

    private static List<Object[]> each(List<PlacementPage.Decided> taken,
                                       Function<PlacementPage.Decided, Object[]> row) {
        return taken.stream().map(row).toList();
    }

    /** An answer may have come in since the page was read: it pulls the account back, so only served notices count. */
    private Set<String> lockServed(PlacementPage page) {
        return new HashSet<>(Rows.locked(jdbc, "select id from notice where state = 'SERVED' and", "id",
                page.decided().stream()
                .map(one -> one.ready().served().notice()).toList(), (row, i) -> row.getString("id")));
    }

    private Object[] row(PlacementPage.Decided one) {
        Cleared cleared = one.ready().cleared();
        AccountKey key = cleared.account().key();
        return new Object[] {one.number().value(), key.source(), key.number().value(), key.currency(),
            one.agency().agency().id(), one.tier(), "DECIDED", cleared.day(), cleared.balance().amount(),
            cleared.balance().amount(), cleared.balance().amount(), 0, one.feeBasisPoints(),
                    one.agency().tone().toString(),
            one.agency().tone().sha256(), one.ready().isEmailKept(),
            cleared.account().debtor().zone().map(ZoneId::getId).orElseThrow()};
    }

    /** As they stood: an account's dates and a house's terms go on changing. */
    private static Object[] clocks(PlacementPage.Decided one) {
        Cleared cleared = one.ready().cleared();
        NoticeServed served = one.ready().served();
        String rules = cleared.findings().stream().map(Finding::rule).distinct().sorted()
                .collect(Collectors.joining(" "));
        return new Object[] {one.number().value(), served.notice(),
            cleared.account().firstMissed(cleared.day()).orElseThrow(), cleared.windowEnded(), served.deliveredOn(),
            one.ready().clocks().get("last-chance").minusDays(1), one.ready().decidingClock(), rules};
    }

    private static RoutingEntry entry(PlacementPage page, PlacementPage.Decided one) {
        Cleared cleared = one.ready().cleared();
        return RoutingEntry.of(page.pass().at(), "placement.decided", cleared.account().key().toString(),
                "placement", one.number().value(), "agency", one.agency().agency().id(), "tier",
                String.valueOf(one.tier()), "day", cleared.day().toString(), "balance", cleared.balance().toString(),
                "notice", one.ready().served().notice(), "clocks",
                new java.util.TreeMap<>(one.ready().clocks()).toString(), "clock", one.ready().decidingClock(),
                "agencies", one.why(), "credentials", one.agency().credentials(), "tone",
                one.agency().tone().toString(), "tone-sha256", one.agency().tone().sha256(), "fee-basis-points",
                String.valueOf(one.feeBasisPoints()));
    }

    /** The customer was told another name: the notice is void, and the next pass may warn again at once. */
    private List<RoutingEntry> refuse(PlacementPage page, PlacementPage.Refused one) {
        Cleared cleared = one.ready().cleared();
        RoutingEntry withdrawn = SqlNoticeBook.withdraw(jdbc, new NoticePage.Withdrawn(cleared.account().key(),
                one.ready().served().notice(), "agency not available", cleared.day()), page.pass().at());
        return List.of(withdrawn, RoutingEntry.of(page.pass().at(), "placement.refused",
                cleared.account().key().toString(), "agencies", one.why()));
    }
}
