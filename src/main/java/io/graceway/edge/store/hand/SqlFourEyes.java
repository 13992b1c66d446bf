package io.graceway.edge.store.hand;

import io.graceway.audit.RoutingEntry;
import io.graceway.audit.RoutingLog;
import io.graceway.edge.store.SqlDeliveryBook;
import io.graceway.journey.account.Ids;
import io.graceway.journey.placement.hand.FourEyes;
import io.graceway.journey.placement.hand.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Requests in SQL: what somebody agrees to happens in the transaction in which they agree. */
public final class SqlFourEyes implements FourEyes {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final RoutingLog log;
    private final SqlDeliveryDesk deliveries;
    private final SqlAgencyLife agencies;
    private final Clock clock;

    public SqlFourEyes(DataSource source, TransactionTemplate transaction, RoutingLog log, SqlDeliveryDesk deliveries,
                       SqlAgencyLife agencies, Clock clock) {
        this.jdbc = new JdbcTemplate(source);
        this.transaction = transaction;
        this.log = log;
        this.deliveries = deliveries;
        this.agencies = agencies;
        this.clock = clock;
    }

    @Override
    public Outcome ask(What what, String subject, String evidence, String by) {
        return transaction.execute(status -> {
            // Locks what it is about, so that two who ask at once ask one after the other.
            Optional<Boolean> may = may(what, subject);
            List<Request> before = about(subject);
            if (before.stream().anyMatch(Request::isOpen)) {
                return Outcome.ALREADY;
            }
            if (!may.orElse(false)) {
                return may.isEmpty() ? Outcome.NONE : Outcome.NOT_NOW;
            }
            Instant now = clock.instant();
            String digest = Ids.hex(evidence);
            jdbc.update("insert into four_eyes (id, what, subject, evidence, evidence_sha256, asked_by, asked_at, "
                    + "state)"
                    + " values (?, ?, ?, ?, ?, ?, ?, 'ASKED')", Ids.of("W", what, subject, before.size()), what.name(),
                    subject, evidence, digest, by, SqlDeliveryBook.utc(now));
            log.append(List.of(entry("asked", now, what, subject, "evidence-sha256", digest, "by", by)));
            return Outcome.DONE;
        });
    }

    @Override
    public Outcome decide(String id, boolean agrees, String by) {
        return transaction.execute(status -> {
            Optional<Request> found = jdbc.query("select * from four_eyes where id = ? for update", SqlFourEyes::read,
                    id).stream().findFirst();
            if (found.isEmpty()) {
                return Outcome.NONE;
            }
            Request one = found.get();
            if (!one.isOpen()) {
                return Outcome.ALREADY;
            }
            if (one.askedBy().equalsIgnoreCase(by)) {
                return Outcome.SAME_PERSON;
            }
            // Locked before the log is, as by whoever delivers.
            boolean may = agrees && may(one.what(), one.subject()).orElse(false);
            State state = !agrees ? State.REFUSED : State.AGREED;
            Instant now = clock.instant();
            log.append(List.of(entry(state.name().toLowerCase(Locale.ROOT), now, one.what(), one.subject(),
                    "evidence-sha256", one.evidenceSha256(), "asked-by", one.askedBy(), "by", by)));
            if (may) {
                agreed(one, by);
            } else if (agrees) {
                state = State.OVERTAKEN;
                log.append(List.of(entry("overtaken", now, one.what(), one.subject())));
            }
            jdbc.update("update four_eyes set state = ?, decided_by = ?, decided_at = ? where id = ?", state.name(), by,
                    SqlDeliveryBook.utc(now), id);
            return state == State.OVERTAKEN ? Outcome.NOT_NOW : Outcome.DONE;
        });
    }

    /** Whether it can be done as it stands now; empty where there is no such thing. Locks it. */
    private Optional<Boolean> may(What what, String subject) {
        if (what.isAboutAgency()) {
            return agencies.mayBe(what, subject);
        }
        boolean inDoubt = deliveries.isInDoubt(subject);
        return jdbc.queryForObject("select count(*) from delivery where id = ?", Integer.class, subject) == 0
                ? Optional.empty() : Optional.of(inDoubt);
    }

    private void agreed(Request one, String by) {
        if (one.what().isAboutAgency()) {
            agencies.agreed(one, by);
        } else {
            deliveries.delivered(one, by);
        }
    }

    private static RoutingEntry entry(String done, Instant at, What what, String subject, String... more) {
        List<String> facts = new java.util.ArrayList<>(List.of("what", what.name()));
        facts.addAll(List.of(more));
        return RoutingEntry.of(at, "approval." + done, subject, facts.toArray(String[]::new));
    }

    @Override
    public List<Request> latest(int most) {
        return jdbc.query("select * from four_eyes order by case when state = 'ASKED' then 0 else 1 end, "
                + "asked_at desc, "
                + "id limit ?", SqlFourEyes::read, most);
    }

    @Override
    public List<Request> about(String subject) {
        return jdbc.query("select * from four_eyes where subject = ? order by asked_at desc, id", SqlFourEyes::read,
                subject);
    }

    private static Request read(ResultSet row, int ignored) throws SQLException {
        String decidedBy = row.getString("decided_by");
        return new Request(row.getString("id"), What.valueOf(row.getString("what")), row.getString("subject"),
                row.getString("evidence"), row.getString("evidence_sha256"), row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(), State.valueOf(row.getString("state")),
                decidedBy == null ? "" : decidedBy);
    }
}
