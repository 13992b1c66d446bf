package io.graceway.edge.store.hook;

import io.graceway.audit.RoutingEntry;
import io.graceway.audit.RoutingLog;
import io.graceway.journey.account.Ids;
import io.graceway.journey.writeback.hook.HookDesk;
import io.graceway.journey.writeback.hook.PastHooks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What people see of the events, and what they can do about them, in SQL. */
public final class SqlHookDesk implements HookDesk, PastHooks.Book {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final RoutingLog log;

    public SqlHookDesk(DataSource source, TransactionTemplate transaction, RoutingLog log) {
        this.jdbc = new JdbcTemplate(source);
        this.transaction = transaction;
        this.log = log;
    }

    @Override
    public Standing standing(String recipient, String url) {
        Map<String, Long> counts = new TreeMap<>();
        jdbc.query("select state, count(*) as many from webhook where recipient = ? group by state", row -> {
            counts.put(row.getString("state"), row.getLong("many"));
        }, recipient);
        return jdbc.query("select failing_since, disabled from webhook_endpoint where recipient = ? and url_sha256 = ?",
                (row, i) -> new Standing(recipient, Optional.ofNullable(row.getObject("failing_since",
                OffsetDateTime.class)).map(OffsetDateTime::toInstant), row.getString("disabled"), counts), recipient,
                Ids.hex(url)).stream().findFirst().orElse(new Standing(recipient, Optional.empty(), "", counts));
    }

    @Override
    public List<Attempt> attempts(Optional<String> recipient, int most) {
        return jdbc.query("select w.id, w.recipient, w.type, w.state, t.* from webhook_try t join webhook w on w.id = "
                + "t.webhook where w.recipient = ? or ? = '' order by t.at desc, t.webhook, t.attempt desc limit ?",
                SqlHookDesk::attempt, recipient.orElse(""), recipient.orElse(""), most);
    }

    private static Attempt attempt(ResultSet row, int number) throws SQLException {
        return new Attempt(row.getString("id"), row.getString("recipient"), row.getString("type"),
                row.getString("state"), row.getInt("attempt"), row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getLong("millis"), row.getInt("status"), row.getString("trouble"));
    }

    @Override
    public int replay(String id, Instant now) {
        return replay("id = ?", id, now, id);
    }

    @Override
    public int replay(Instant since, Optional<String> recipient, Instant now) {
        return replay("at >= ? and (recipient = ? or ? = '')", recipient.orElse("all"), now, SqlHookBook.utc(since),
                recipient.orElse(""), recipient.orElse(""));
    }

    private int replay(String which, String what, Instant now, Object... arguments) {
        return transaction.execute(status -> {
            Object[] all = new Object[arguments.length + 1];
            all[0] = SqlHookBook.utc(now);
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            int many = jdbc.update("update webhook set state = 'WAITING', tries = 0, next_try = ? where " + which, all);
            if (many > 0) {
                log.append(List.of(RoutingEntry.of(now, "webhook.replayed", what, "events", String.valueOf(many))));
            }
            return many;
        });
    }

    @Override
    public boolean enable(String recipient, Instant now) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean was = jdbc.update("delete from webhook_endpoint where recipient = ? and disabled <> ''", recipient)
                    > 0;
            if (was) {
                log.append(List.of(RoutingEntry.of(now, "webhook.enabled", recipient)));
            }
            return was;
        }));
    }

    /** What is replayed in this very moment waits again, and stays. */
    @Override
    public int forget(Instant before, int most) {
        return transaction.execute(status -> {
            OffsetDateTime moment = SqlHookBook.utc(before);
            List<String> old = jdbc.queryForList("select id from webhook where at < ? and state <> 'WAITING' and "
                    + "next_try < ? order by at limit ?", String.class, moment, moment, most);
            int gone = 0;
            for (String id : old) {
                if (jdbc.update("delete from webhook where id = ? and state <> 'WAITING'", id) > 0) {
                    jdbc.update("delete from webhook_try where webhook = ?", id);
                    gone++;
                }
            }
            return gone;
        });
    }

    @Override
    public String test(String recipient, Instant now) {
        String id = "msg_" + Ids.of("", recipient, TEST, now);
        jdbc.update("insert into webhook (id, recipient, type, at, body, state, attempts, tries, next_try) values (?, "
                + "?, ?, ?, ?, ?, ?, ?, ?)", SqlHookBook.row(id, recipient, TEST, now.toString(), List.of()));
        return id;
    }
}
