package io.graceway.edge.store.hand;

import io.graceway.audit.RoutingEntry;
import io.graceway.audit.RoutingLog;
import io.graceway.edge.store.SqlDeliveryBook;
import io.graceway.journey.placement.hand.AgencyLife;
import io.graceway.journey.placement.hand.FourEyes;
import io.graceway.journey.placement.hand.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What people decided about agencies, in SQL: read with every page, so that it counts at once. */
public final class SqlAgencyLife implements AgencyLife {

    private static final Map<FourEyes.What, State> BECOMES = Map.of(FourEyes.What.AGENCY_RESUMES, State.ACTIVE,
            FourEyes.What.AGENCY_LEAVES, State.LEAVING);
    private static final Map<State, String> DONE = Map.of(State.ACTIVE, "resumed", State.SUSPENDED, "suspended",
            State.LEAVING, "leaves");

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final RoutingLog log;
    private final Set<String> agencies;
    private final Clock clock;

    /** @param agencies ids of those that there are */
    public SqlAgencyLife(DataSource source, TransactionTemplate transaction, RoutingLog log, Set<String> agencies,
                         Clock clock) {
        this.jdbc = new JdbcTemplate(source);
        this.transaction = transaction;
        this.log = log;
        this.agencies = Set.copyOf(agencies);
        this.clock = clock;
    }

    @Override
    public Said of(String agency) {
        return jdbc.query("select * from agency_life where agency = ?", (row, i) -> new Said(State.valueOf(
                row.getString("state")), row.getString("reason"), row.getString("said_by"), row.getObject("at",
                OffsetDateTime.class).toInstant()), agency).stream().findFirst().orElse(new Said(State.ACTIVE, "", "",
                Instant.EPOCH));
    }

    @Override
    public Outcome suspend(String agency, String reason, String by) {
        return transaction.execute(status -> {
            if (!agencies.contains(agency)) {
                return Outcome.NONE;
            }
            State now = locked(agency);
            if (now != State.ACTIVE) {
                return now == State.SUSPENDED ? Outcome.ALREADY : Outcome.NOT_NOW;
            }
            become(agency, State.SUSPENDED, reason, by, List.of());
            return Outcome.DONE;
        });
    }

    /** Locks the agency, so that two who ask at once ask one after the other; empty where there is none. */
    Optional<Boolean> mayBe(FourEyes.What what, String agency) {
        if (!agencies.contains(agency)) {
            return Optional.empty();
        }
        State now = locked(agency);
        return Optional.of(BECOMES.get(what) == State.ACTIVE ? now != State.ACTIVE : now != State.LEAVING);
    }

    /** What two people said. */
    void agreed(FourEyes.Request request, String by) {
        become(request.subject(), BECOMES.get(request.what()), request.evidence(), by, List.of("asked-by",
                request.askedBy()));
    }

    private State locked(String agency) {
        jdbc.update("insert into agency_life (agency, state, reason, said_by, at) values (?, 'ACTIVE', '', '', ?) on "
                + "conflict do nothing", agency, SqlDeliveryBook.utc(clock.instant()));
        return State.valueOf(jdbc.queryForObject("select state from agency_life where agency = ? for update",
                String.class, agency));
    }

    private void become(String agency, State state, String reason, String by, List<String> more) {
        Instant now = clock.instant();
        jdbc.update("update agency_life set state = ?, reason = ?, said_by = ?, at = ? where agency = ?", state.name(),
                reason, by, SqlDeliveryBook.utc(now), agency);
        List<String> facts = new java.util.ArrayList<>(List.of("reason", reason));
        facts.addAll(more);
        facts.addAll(List.of("by", by));
        log.append(List.of(RoutingEntry.of(now, "agency." + DONE.get(state), agency, facts.toArray(String[]::new))));
    }

    @Override
    public Left left(String agency) {
        return new Left(count("placement where state = 'DECIDED' and agency = ?", agency),
                count("placement where state in ('SENT', 'ACKNOWLEDGED') and agency = ?", agency),
                count("placement where state = 'RECALL_PENDING' and agency = ?", agency),
                count("agency_message where " + Leaving.MESSAGES + " and agency = ?", agency),
                count("delivery where state <> 'DELIVERED' and agency = ?", agency),
                count("agency_payment where payout is null and agency = ?", agency));
    }

    private long count(String rows, String agency) {
        return jdbc.queryForObject("select count(*) from " + rows, Long.class, agency);
    }
}
