package io.graceway.edge.store.hook;

import io.graceway.journey.writeback.Confirmation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** How long messages took from a source to an agency's confirmation, from the deliveries' own rungs. */
public final class SqlConfirmations {

    private final JdbcTemplate jdbc;

    public SqlConfirmations(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    /** All that were seen since then, the oldest first. */
    public List<Confirmation> since(Instant moment) {
        return jdbc.query("select m.agency, m.document, m.placement, m.at, (select min(s.at) from delivery_step s "
                + "where s.delivery = m.delivery and s.rung = 'MANIFEST_SENT') as sent, (select min(s.at) from "
                + "delivery_step s where s.delivery = m.delivery and s.rung in ('PICKED_UP', 'ACKNOWLEDGED')) as "
                + "confirmed from agency_message m where m.at >= ? and m.document in ('direct-payment', "
                + "'direct-payment-reversal', 'adjustment', 'dispute') order by m.at, m.seq",
                (row, i) -> new Confirmation(row.getString("agency"), row.getString("document"),
                row.getString("placement"), moment(row, "at").orElseThrow(), moment(row, "sent"),
                moment(row, "confirmed")), SqlHookBook.utc(moment));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
