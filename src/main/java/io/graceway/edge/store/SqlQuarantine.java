package io.graceway.edge.store;

import io.graceway.audit.RoutingEntry;
import io.graceway.audit.RoutingLog;
import io.graceway.journey.account.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What nobody could finish, with its reason, until a person has looked. */
public final class SqlQuarantine {

    private static final Pattern CODED = Pattern.compile("^(GW-[A-Z]+-\\d{3}): (.*)", Pattern.DOTALL);

    /** @param origin route, source or agency where it happened */
    public record Quarantined(String origin, String file, long line, String field, String code, String why,
            Instant at) {
    }

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final RoutingLog log;
    private final Clock clock;

    public SqlQuarantine(DataSource source, TransactionTemplate transaction, RoutingLog log, Clock clock) {
        this.jdbc = new JdbcTemplate(source);
        this.transaction = transaction;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A route failed. Only coded messages are kept as they are: others may hold personal data. What goes on failing is
     * written down once a day.
     */
    public Quarantined failed(String route, Throwable failure) {
        Quarantined one = explain(route, failure, clock.instant());
        transaction.executeWithoutResult(status -> put(one, Ids.of("Q", one.origin(), one.code(), one.why(),
                one.at().truncatedTo(ChronoUnit.DAYS))));
        return one;
    }

    /** In the running transaction; whether it was not there yet. */
    boolean put(Quarantined one, String id) {
        // Another node may write the same down at the same moment.
        int added = jdbc.update("insert into quarantine (id, origin, file, line, field, code, why, at) values (?, ?, "
                + "?, ?, ?, ?, ?, ?) on conflict do nothing", id, one.origin(), one.file(), one.line(), one.field(),
                one.code(), one.why(), SqlDeliveryBook.utc(one.at()));
        if (added == 0) {
            return false;
        }
        log.append(List.of(RoutingEntry.of(one.at(), "quarantine.added", id, "origin", one.origin(), "code",
                one.code(), "line", String.valueOf(one.line()), "field", one.field())));
        return true;
    }

    private static Quarantined explain(String route, Throwable failure, Instant at) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Matcher coded = CODED.matcher(String.valueOf(cause.getMessage()));
            if (coded.matches()) {
                return new Quarantined(route, "", 0, "", coded.group(1), coded.group(2), at);
            }
        }
        return new Quarantined(route, "", 0, "", "GW-RUN-001", "step failed with " + failure.getClass().getSimpleName()
                + "; the log file of this moment tells where", at);
    }

    /** The latest first. */
    public List<Quarantined> latest(int most) {
        return jdbc.query("select * from quarantine order by at desc, id limit ?", (row, i) -> new Quarantined(
                row.getString("origin"), row.getString("file"), row.getLong("line"), row.getString("field"),
                row.getString("code"), row.getString("why"),
                row.getObject("at", java.time.OffsetDateTime.class).toInstant()), most);
    }
}
