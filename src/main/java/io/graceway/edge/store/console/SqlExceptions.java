package io.graceway.edge.store.console;

import io.graceway.audit.RoutingEntry;
import io.graceway.audit.RoutingLog;
import io.graceway.edge.store.Rows;
import io.graceway.edge.store.SqlDeliveryBook;
import io.graceway.face.console.work.Exceptions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What waits in quarantine, in SQL; whoever closes it stands in the log with the reason. */
public final class SqlExceptions implements Exceptions {

    /** As many are closed at once; what waits beyond them is closed by the next. */
    private static final int MOST = 10_000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final RoutingLog log;
    private final Clock clock;

    public SqlExceptions(DataSource source, TransactionTemplate transaction, RoutingLog log, Clock clock) {
        this.jdbc = new JdbcTemplate(source);
        this.transaction = transaction;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public List<Cause> causes() {
        return jdbc.query("select code, count(*) as things, min(at) as oldest, max(at) as latest from quarantine where "
                + "closed_as is null group by code order by things desc, code", (row, i) -> new Cause(
                row.getString("code"), row.getLong("things"), SqlConsoleView.time(row, "oldest"),
                SqlConsoleView.time(row, "latest")));
    }

    @Override
    public List<Waiting> of(String code, int most) {
        return jdbc.query("select q.*, case when i.asked_by is not null then 'ASKED' when i.kept = true then 'KEPT' "
                + "else '' end as again from quarantine q left join inbox i on i.agency = q.origin and i.sha256 = "
                + "q.file where q.closed_as is null and q.code = ? order by q.at, q.id limit ?",
                (row, i) -> new Waiting(row.getString("id"), row.getString("origin"), row.getString("file"),
                row.getLong("line"), row.getString("field"), row.getString("why"), SqlConsoleView.time(row, "at"),
                row.getString("again"), row.getString("parent") == null ? "" : row.getString("parent")), code, most);
    }

    @Override
    public Optional<Line> line(String id) {
        return id.indexOf(0) >= 0 ? Optional.empty() : jdbc.query("select q.*, i.name from quarantine q join inbox i "
                + "on i.agency = q.origin and i.sha256 = q.file where q.id = ? and i.kept = true and q.line > 0",
                (row, i) -> new Line(row.getString("origin"), row.getString("file"), row.getString("name"),
                row.getLong("line"), row.getString("code"), row.getString("closed_as") == null), id).stream()
                .findFirst();
    }

    @Override
    public int readAgain(Chosen chosen, String by) {
        return transaction.execute(status -> {
            String files = "select distinct i.agency, i.sha256 from quarantine q join inbox i on i.agency = q.origin "
                    + "and i.sha256 = q.file where i.kept = true and i.asked_by is null and q.closed_as is null and "
                    + "q.code = ?";
            List<String[]> found = chosen.ids().isEmpty() ? jdbc.query(files, (row, i) -> file(row), chosen.code())
                    : Rows.in(jdbc, files + " and q.id", chosen.ids(), (row, i) -> file(row), chosen.code());
            // Somebody else may ask for the same at the same moment: whoever is first stands in the log.
            List<String[]> asked = found.stream().filter(one -> jdbc.update("update inbox set asked_by = ? where "
                    + "agency = ? and sha256 = ? and asked_by is null", by, one[0], one[1]) > 0).toList();
            log.append(asked.stream().map(one -> RoutingEntry.of(clock.instant(), "inbox.resubmitted", one[1], "agency",
                    one[0], "code", chosen.code(), "by", by)).toList());
            return asked.size();
        });
    }

    private static String[] file(ResultSet row) throws SQLException {
        return new String[] {row.getString("agency"), row.getString("sha256")};
    }

    @Override
    public int waive(Chosen chosen, String reason, String by) {
        return transaction.execute(status -> {
            List<String> ids = chosen.ids().isEmpty()
                    ? jdbc.queryForList("select id from quarantine where closed_as is null and code = ? order by id "
                    + "limit " + MOST + " for update", String.class, chosen.code())
                    : Rows.locked(jdbc, "select id from quarantine where closed_as is null and code = ? and", "id",
                    chosen.ids(), (row, i) -> row.getString("id"), chosen.code());
            Instant now = clock.instant();
            jdbc.batchUpdate("update quarantine set closed_as = 'WAIVED', closed_at = ?, closed_by = ?, reason = ? "
                    + "where id = ?", ids.stream().map(id -> new Object[] {SqlDeliveryBook.utc(now), by, reason, id})
                    .toList());
            log.append(ids.stream().map(id -> RoutingEntry.of(now, "quarantine.waived", id, "code", chosen.code(),
                    "reason", reason, "by", by)).toList());
            return ids.size();
        });
    }
}
