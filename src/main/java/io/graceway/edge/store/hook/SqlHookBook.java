package io.graceway.edge.store.hook;

import io.graceway.audit.RoutingEntry;
import io.graceway.audit.RoutingLog;
import io.graceway.edge.store.Rows;
import io.graceway.journey.account.Ids;
import io.graceway.journey.writeback.hook.HookBook;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Events and attempts in SQL. */
public final class SqlHookBook implements HookBook {

    private static final int MOST = 100;
    private static final JsonMapper JSON = new JsonMapper();

    /** Where people learn that a receiver is not told any more. */
    @FunctionalInterface
    public interface People {

        void failed(String origin, RuntimeException why);
    }

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final RoutingLog log;
    private final People people;

    public SqlHookBook(DataSource source, TransactionTemplate transaction, RoutingLog log, People people) {
        this.jdbc = new JdbcTemplate(source);
        this.transaction = transaction;
        this.log = log;
        this.people = people;
    }

    /** A new event as the table has it. */
    static Object[] row(String id, String recipient, String type, String at, List<Map<String, String>> items) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type);
        body.put("timestamp", at);
        body.put("data", Map.of("items", items));
        OffsetDateTime moment = utc(Instant.parse(at));
        return new Object[] {id, recipient, type, moment, JSON.writeValueAsString(body), "WAITING", 0, 0, moment};
    }

    @Override
    public List<String> due(Map<String, URI> urls, Instant now) {
        List<String> waiting = Rows.grouped(jdbc, "select recipient from webhook where state = 'WAITING' and next_try "
                + "<= ? and recipient", "recipient", urls.keySet(), (row, i) -> row.getString(1), utc(now));
        List<String> resting = jdbc.query("select recipient, url_sha256 from webhook_endpoint where disabled <> '' or "
                + "rest_until > ?", (row, i) -> row.getString("recipient") + " " + row.getString("url_sha256"),
                utc(now));
        return waiting.stream().filter(one -> !resting.contains(one + " " + Ids.hex(urls.get(one).toString())))
                .sorted().toList();
    }

    @Override
    public List<Event> waiting(String recipient, Instant now) {
        return jdbc.query("select * from webhook where state = 'WAITING' and recipient = ? and next_try <= ? "
                + "order by next_try, seq limit " + MOST, SqlHookBook::read, recipient, utc(now));
    }

    static Event read(ResultSet row, int number) throws SQLException {
        return new Event(row.getString("id"), row.getString("recipient"), row.getString("type"),
                row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("body"), row.getInt("attempts"),
                row.getInt("tries"));
    }

    @Override
    public boolean claim(Event one, Instant now, Instant until) {
        return jdbc.update("update webhook set next_try = ? where id = ? and state = 'WAITING' and next_try <= ?",
                utc(until), one.id(), utc(now)) > 0;
    }

    @Override
    public Optional<Instant> failingSince(String recipient, URI url) {
        return jdbc.query("select failing_since from webhook_endpoint where recipient = ? and url_sha256 = ? and "
                + "failing_since is not null", (row, i) -> row.getObject(1, OffsetDateTime.class).toInstant(),
                recipient, Ids.hex(url.toString())).stream().findFirst();
    }

    @Override
    public void tried(Event one, Try made, Fate fate) {
        boolean disabled = !fate.disabled().isEmpty();
        transaction.executeWithoutResult(status -> {
            jdbc.update("insert into webhook_try (webhook, attempt, at, millis, status, trouble) values (?, ?, ?, ?, "
                    + "?, ?)", one.id(), made.attempt(), utc(made.at()), made.millis(), made.status(), made.trouble());
            jdbc.update("update webhook set attempts = ?, tries = tries + 1, state = ?, next_try = ? where id = ?",
                    made.attempt(), fate.isTaken() ? "TAKEN" : fate.givenUp() ? "GIVEN_UP" : "WAITING",
                    utc(fate.isTaken() ? made.at() : fate.next()), one.id());
            jdbc.update("delete from webhook_endpoint where recipient = ?", one.recipient());
            if (!fate.isTaken()) {
                jdbc.update("insert into webhook_endpoint (recipient, url_sha256, failing_since, rest_until, disabled)"
                        + " values (?, ?, ?, ?, ?)", one.recipient(), Ids.hex(fate.url()), utc(fate.since()),
                        utc(fate.rest()), fate.disabled());
            }
            if (disabled || fate.givenUp()) {
                log.append(List.of(RoutingEntry.of(made.at(), disabled ? "webhook.disabled" : "webhook.given-up",
                        one.recipient(), "event", one.id(), "code", disabled ? fate.disabled() : made.trouble())));
            }
            // In the transaction: people hear of it, or it did not happen.
            if (disabled) {
                people.failed(one.recipient(), new IllegalStateException(fate.disabled()
                        + ": its webhook is not called any more; see \"graceway webhook list\""));
            } else if (fate.givenUp()) {
                people.failed(one.recipient(), new IllegalStateException("GW-HOK-022: event " + one.id()
                        + " was not taken in " + (one.tries() + 1) + " attempts"));
            }
        });
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
