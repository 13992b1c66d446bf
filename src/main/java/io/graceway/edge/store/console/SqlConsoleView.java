package io.graceway.edge.store.console;

import io.graceway.edge.store.Rows;
import io.graceway.face.console.ConsoleView;
import io.graceway.journey.eligibility.AccountBook.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The console's view of the store: sums, and the newest rows of each list. */
public final class SqlConsoleView implements ConsoleView {

    private final JdbcTemplate jdbc;
    private final SqlMoney money;
    private final SqlSearch search;

    /** @param agencies whose numbers are looked for: those that have a file */
    public SqlConsoleView(DataSource source, Collection<String> agencies) {
        this.jdbc = new JdbcTemplate(source);
        this.money = new SqlMoney(jdbc);
        this.search = new SqlSearch(jdbc, agencies);
    }

    @Override
    public Overview overview(int most) {
        return new Overview(accounts(), money.byCurrency(), deliveries("order by prepared_at desc, id desc",
                most), quarantine(most), worklist(most), recalls(most),
                deliveries("where state in ('UNKNOWN', 'STOPPED') order by prepared_at, id", most),
                unconfirmed(most));
    }

    @Override
    public List<Found> search(String text) {
        return search.find(text);
    }

    @Override
    public List<Found> named(String name, int most) {
        return search.named(name, most);
    }

    @Override
    public Optional<Ladder> ladder(String delivery) {
        return delivery.indexOf(0) >= 0 ? Optional.empty() : search.ladder(delivery);
    }

    @Override
    public boolean isReachable() {
        try {
            return Integer.valueOf(1).equals(jdbc.queryForObject("select 1", Integer.class));
        } catch (DataAccessException e) {
            return false;
        }
    }

    private List<AccountSum> accounts() {
        List<AccountSum> sums = jdbc.query("select stage, currency, count(*) as accounts, sum(balance) as balance from "
                + "account group by stage, currency", (row, i) -> new AccountSum(row.getString("stage"),
                row.getLong("accounts"), Rows.money(row, "balance")));
        return sums.stream().sorted(Comparator.comparing((AccountSum one) -> Stage.valueOf(one.stage()))
                .thenComparing(one -> one.balance().currency())).toList();
    }

    private List<Delivered> deliveries(String which, int most) {
        List<Delivered> bare = jdbc.query("select * from delivery " + which + " limit ?",
                (row, i) -> delivered(row, List.of()), most);
        Map<String, List<StepOf>> steps = Rows.in(jdbc, "select delivery, step, rung, at, evidence from delivery_step "
                + "where delivery", bare.stream().map(Delivered::id).toList(), StepOf::read).stream()
                .sorted(Comparator.comparing(StepOf::number)).collect(Collectors.groupingBy(StepOf::delivery));
        return bare.stream().map(one -> new Delivered(one.id(), one.agency(), one.document(), one.file(), one.records(),
                one.rung(), one.state(), one.attempts(), one.trouble(), one.preparedAt(),
                steps.getOrDefault(one.id(), List.of()).stream().map(StepOf::step).toList())).toList();
    }

    private static Delivered delivered(ResultSet row, List<Step> steps) throws SQLException {
        return new Delivered(row.getString("id"), row.getString("agency"), row.getString("kind"), row.getString("file"),
                row.getLong("records"), row.getString("rung"), row.getString("state"), row.getInt("attempts"),
                row.getString("trouble"), time(row, "prepared_at"), steps);
    }

    private List<Quarantined> quarantine(int most) {
        return jdbc.query("select * from quarantine where closed_as is null order by at desc, id desc limit ?",
                (row, i) -> new Quarantined(
                row.getString("code"), row.getString("origin"), row.getString("file"), row.getLong("line"),
                row.getString("field"), row.getString("why"), time(row, "at")), most);
    }

    /** The text of a posting may be a customer's own words: it stays out. */
    private List<Work> worklist(int most) {
        return jdbc.query("select id, source, number, currency, kind, amount, on_day, code, reference, evidence, at "
                + "from posting where state = 'WORKLIST' order by seq limit ?", SqlConsoleView::work, most);
    }

    private static Work work(ResultSet row, int number) throws SQLException {
        String amount = row.getBigDecimal("amount") == null ? "" : Rows.money(row, "amount").toString();
        return new Work(row.getString("id"), Rows.key(row).toString(), row.getString("kind"), amount,
                row.getObject("on_day", LocalDate.class), row.getString("code"), row.getString("reference"),
                row.getString("evidence"), time(row, "at"));
    }

    private List<Recalled> recalls(int most) {
        return jdbc.query("select r.*, p.source, p.number, p.currency, p.agency from recall r join placement p on "
                + "p.placement = r.placement where r.state in ('PENDING', 'EXTENDED') order by r.final_on, r.placement "
                + "limit ?", SqlConsoleView::recalled, most);
    }

    private static Recalled recalled(ResultSet row, int number) throws SQLException {
        return new Recalled(row.getString("placement"), Rows.key(row).toString(), row.getString("agency"),
                row.getString("state"), row.getString("reason"), row.getObject("object_by", LocalDate.class),
                row.getObject("final_on", LocalDate.class));
    }

    /** What shows that an agency knows: it settled the fee, or took the file in which it was told. */
    private List<Unconfirmed> unconfirmed(int most) {
        return jdbc.query("select x.*, p.source, p.number, p.agency from direct_payment x join placement p on "
                + "p.placement = x.placement where x.settled is null and not exists (select 1 from agency_message m "
                + "join delivery d on d.id = m.delivery where m.placement = x.placement and m.fields like "
                + "'%\"s' || x.id || '\"%' and d.rung in ('PICKED_UP', 'ACKNOWLEDGED', 'RECONCILED')) order by "
                + "x.seen_on, x.id limit ?", (row, i) -> new Unconfirmed(row.getString("id"),
                row.getString("placement"), Rows.key(row).toString(), row.getString("agency"),
                Rows.money(row, "amount"), row.getObject("seen_on", LocalDate.class)), most);
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A step, its place in the order, and whose it is. */
    record StepOf(String delivery, long number, Step step) {

        static StepOf read(ResultSet row, int ignored) throws SQLException {
            return new StepOf(row.getString("delivery"), row.getLong("step"),
                    new Step(row.getString("rung"), time(row, "at"), row.getString("evidence")));
        }
    }
}
