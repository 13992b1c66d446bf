package io.graceway.edge.store.retention;

import io.graceway.audit.RoutingEntry;
import io.graceway.audit.RoutingLog;
import io.graceway.journey.account.Pass;
import io.graceway.journey.writeback.retention.ParcelArchive;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Which sealed parcels lie here, in SQL. */
public final class SqlParcelArchive implements ParcelArchive.Book {

    private static final String LIES = "state = 'DELIVERED' and parent is null and removed_on is null and not exists "
            + "(select 1 from delivery c where c.parent = d.id and c.state <> 'DELIVERED')";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final RoutingLog log;

    public SqlParcelArchive(DataSource source, TransactionTemplate transaction, RoutingLog log) {
        this.jdbc = new JdbcTemplate(source);
        this.transaction = transaction;
        this.log = log;
    }

    @Override
    public List<ParcelArchive.Sent> sent(Instant before) {
        return jdbc.query("select id, file from delivery d where " + LIES + " and prepared_at < ? order by "
                + "prepared_at, id limit 200", (row, i) -> new ParcelArchive.Sent(row.getString("id"),
                row.getString("file")), before.atOffset(ZoneOffset.UTC));
    }

    @Override
    public void remove(ParcelArchive.Sent one, Pass pass, Runnable removal) {
        transaction.executeWithoutResult(status -> {
            // Whoever has it sent again takes the same row first.
            jdbc.queryForList("select id from delivery where id = ? for update", String.class, one.delivery());
            jdbc.query("select agency, sha256 from delivery d where " + LIES + " and id = ?", row -> {
                removal.run();
                jdbc.update("update delivery set removed_on = ? where id = ?", pass.asOf().day(ZoneOffset.UTC),
                        one.delivery());
                log.append(List.of(RoutingEntry.of(pass.at(), "retention.parcel-removed", one.delivery(), "agency",
                        row.getString("agency"), "file", one.file(), "sha256", row.getString("sha256"))));
            }, one.delivery());
        });
    }
}
