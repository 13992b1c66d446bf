package io.graceway.edge.store;

import io.graceway.audit.RoutingEntry;
import io.graceway.audit.RoutingLog;
import io.graceway.journey.account.AccountKey;
import io.graceway.journey.delinquency.Channel;
import io.graceway.journey.eligibility.AccountBook.StandingPage;
import io.graceway.journey.notice.NoticeBook;
import io.graceway.journey.notice.NoticePage;
import io.graceway.journey.notice.NoticeRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Placement notices in SQL; what a page comes to is one transaction with its log entries. */
public final class SqlNoticeBook implements NoticeBook {

    static final String COLUMNS = "id, source, number, currency, brand, channel, state, written_on, deadline, "
            + "last_chance_days, email_opt_out, email_kept, balance, agency, zone, attempts";

    private final JdbcTemplate jdbc;
    private final Bulk bulk;
    private final TransactionTemplate transaction;
    private final RoutingLog log;
    private final Documents documents = new Documents();

    public SqlNoticeBook(DataSource source, TransactionTemplate transaction, RoutingLog log) {
        this.jdbc = new JdbcTemplate(source);
        this.bulk = new Bulk(source);
        this.transaction = transaction;
        this.log = log;
    }

    @Override
    public Map<String, NoticeRecord> running(StandingPage page) {
        List<String> ids = page.standings().stream().map(one -> one.notice()).flatMap(Optional::stream).toList();
        return Rows.in(jdbc, "select * from notice where id", ids, SqlNoticeBook::read).stream()
                .collect(Collectors.toMap(NoticeRecord::id, one -> one));
    }

    static NoticeRecord read(ResultSet row, int number) throws SQLException {
        return new NoticeRecord(row.getString("id"), Rows.key(row), Channel.valueOf(row.getString("channel")),
                NoticeRecord.State.valueOf(row.getString("state")), Rows.date(row, "written_on").orElseThrow(),
                Rows.date(row, "deadline").orElseThrow(), row.getInt("last_chance_days"),
                Rows.date(row, "delivered_on"), Rows.date(row, "email_opt_out"), Rows.money(row, "balance"),
                row.getString("agency"), row.getBoolean("email_kept"));
    }

    @Override
    public NoticePage record(NoticePage page) {
        return transaction.execute(status -> {
            List<RoutingEntry> entries = new ArrayList<>();
            plan(page, entries);
            serve(page, entries);
            Instant at = page.pass().at();
            page.withdrawn().forEach(one -> entries.add(withdraw(jdbc, one, at)));
            unplaced(page, entries);
            log.append(entries);
            return page;
        });
    }

    private void plan(NoticePage page, List<RoutingEntry> entries) {
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> kept = new ArrayList<>();
        List<Object[]> accounts = new ArrayList<>();
        for (NoticePage.Planned one : page.planned()) {
            NoticeRecord notice = one.notice();
            AccountKey key = notice.account();
            rows.add(new Object[] {notice.id(), key.source(), key.number().value(), key.currency(),
                one.cleared().account().brand().id(), notice.channel().name(), notice.state().name(),
                        notice.writtenOn(),
                notice.deadline(), notice.lastChanceDays(), notice.emailOptOut().orElse(null), false,
                notice.balance().amount(), notice.agency(), one.cleared().account().debtor().zone().map(ZoneId::getId)
                .orElse("UTC"), 0});
            kept.add(new Object[] {notice.id(), documents.write(one.cleared().account())});
            accounts.add(new Object[] {key.source(), key.number().value(), key.currency(), notice.id()});
            entries.add(RoutingEntry.of(page.pass().at(), "notice.planned", key.toString(), "notice", notice.id(),
                    "channel", notice.channel().name(), "day", notice.writtenOn().toString(), "deadline",
                    notice.deadline().toString(), "agency", notice.agency(), "agencies", one.why(), "after",
                    one.after() == null ? "" : one.after()));
        }
        bulk.insert("notice", COLUMNS, rows);
        bulk.insert("notice_document", "id, document", kept);
        bulk.update("account a", AccountRow.IS_GIVEN, "stage = 'NOTICED', unplaced = '', notice = g.notice",
                AccountRow.KEY + ", notice varchar", accounts);
    }

    private void serve(NoticePage page, List<RoutingEntry> entries) {
        bulk.update("notice n", "n.id = g.id", "state = 'SERVED'", "id varchar",
                page.served().stream().map(one -> new Object[] {one.notice()}).toList());
        page.served().forEach(one -> entries.add(RoutingEntry.of(page.pass().at(), "notice.served",
                one.account().toString(), "notice", one.notice(), "delivered", one.deliveredOn().toString(),
                "last-chance", one.lastChance().toString())));
    }

    /** The notice is void; the account is in house again, as its last verdict says. */
    static RoutingEntry withdraw(JdbcTemplate jdbc, NoticePage.Withdrawn one, Instant at) {
        AccountKey key = one.account();
        jdbc.update("update notice set state = 'WITHDRAWN', void_why = ? where id = ? and state <> 'USED'",
                one.reason(), one.notice());
        jdbc.update("update account set stage = case when reasons = '' then 'CLEARED' else 'HELD' end, notice = null, "
                + "rest_until = ? where source = ? and number = ? and currency = ? and stage = 'NOTICED'",
                one.restUntil(), key.source(), key.number().value(), key.currency());
        return RoutingEntry.of(at, "notice.withdrawn", key.toString(), "notice", one.notice(), "reason", one.reason(),
                "rest-until", one.restUntil().toString());
    }

    /** Told when the reason is another one than last time. */
    private void unplaced(NoticePage page, List<RoutingEntry> entries) {
        Map<AccountKey, String> told = new HashMap<>();
        Rows.in(jdbc, "select source, number, currency, unplaced from account where number", page.unplaced().stream()
                .map(one -> one.account().number().value()).toList(), (row, i) ->
                told.put(Rows.key(row), row.getString("unplaced")));
        List<Object[]> changed = new ArrayList<>();
        for (NoticePage.Unplaced one : page.unplaced()) {
            AccountKey key = one.account();
            if (told.containsKey(key) && !told.get(key).equals(one.why())) {
                changed.add(new Object[] {key.source(), key.number().value(), key.currency(), one.why()});
                entries.add(RoutingEntry.of(page.pass().at(), "notice.unplaced", key.toString(), "agencies",
                        one.why()));
            }
        }
        bulk.update("account a", AccountRow.IS_GIVEN, "unplaced = g.unplaced", AccountRow.KEY + ", unplaced varchar",
                changed);
    }
}
