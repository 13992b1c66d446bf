package io.graceway.edge.store.hand;

import io.graceway.audit.RoutingEntry;
import io.graceway.audit.RoutingLog;
import io.graceway.edge.store.SqlDeliveryBook;
import io.graceway.journey.placement.hand.Holds;
import io.graceway.journey.placement.hand.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What people hold back, in SQL. */
public final class SqlHolds implements Holds {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final RoutingLog log;
    private final Set<String> agencies;
    private final Clock clock;

    /** @param agencies ids of those that there are */
    public SqlHolds(DataSource source, TransactionTemplate transaction, RoutingLog log, Set<String> agencies,
                    Clock clock) {
        this.jdbc = new JdbcTemplate(source);
        this.transaction = transaction;
        this.log = log;
        this.agencies = Set.copyOf(agencies);
        this.clock = clock;
    }

    @Override
    public Outcome hold(Kind kind, String subject, String reason, String by) {
        return transaction.execute(status -> {
            Outcome may = kind == Kind.AGENCY ? agencies.contains(subject) ? Outcome.DONE : Outcome.NONE
                    : placement(subject);
            if (may != Outcome.DONE) {
                return may;
            }
            Instant now = clock.instant();
            if (jdbc.update("insert into held_back (kind, subject, reason, held_by, at) values (?, ?, ?, ?, ?) on "
                    + "conflict do nothing", kind.name(), subject, reason, by, SqlDeliveryBook.utc(now)) == 0) {
                return Outcome.ALREADY;
            }
            log.append(List.of(RoutingEntry.of(now, name(kind) + ".held-back", subject, "reason", reason, "by", by)));
            return Outcome.DONE;
        });
    }

    /** Locks the placement: a parcel that is just being filled takes it before this, or leaves it. */
    private Outcome placement(String number) {
        return jdbc.query("select state, delivery from placement where placement = ? for update", (row, i) ->
                row.getString("state").equals("DECIDED") && row.getString("delivery") == null ? Outcome.DONE
                : Outcome.NOT_NOW, number).stream().findFirst().orElse(Outcome.NONE);
    }

    @Override
    public Outcome release(Kind kind, String subject, String by) {
        return transaction.execute(status -> {
            if (jdbc.update("delete from held_back where kind = ? and subject = ?", kind.name(), subject) == 0) {
                return Outcome.ALREADY;
            }
            log.append(List.of(RoutingEntry.of(clock.instant(), name(kind) + ".released", subject, "by", by)));
            return Outcome.DONE;
        });
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<Hold> held(Kind kind, String subject) {
        return jdbc.query("select * from held_back where kind = ? and subject = ?", SqlHolds::read, kind.name(),
                subject).stream().findFirst();
    }

    @Override
    public List<Hold> latest(int most) {
        return jdbc.query("select * from held_back order by at desc, kind, subject limit ?", SqlHolds::read, most);
    }

    private static Hold read(ResultSet row, int ignored) throws SQLException {
        return new Hold(Kind.valueOf(row.getString("kind")), row.getString("subject"), row.getString("reason"),
                row.getString("held_by"), row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
