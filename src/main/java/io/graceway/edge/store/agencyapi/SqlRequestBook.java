package io.graceway.edge.store.agencyapi;

import io.graceway.face.agencyapi.RequestBook;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Requests in SQL: the database decides which node does what. */
public final class SqlRequestBook implements RequestBook {

    /** Far above what a request takes: whoever claimed it so long ago has died. */
    static final Duration LEASE = Duration.ofMinutes(2);
    static final Duration KEPT = Duration.ofDays(30);

    private static final int MOST_FORGOTTEN = 100;

    private record Row(String digest, int status, String answer, Instant at) {
    }

    private final JdbcTemplate jdbc;

    public SqlRequestBook(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    @Override
    public Claim claim(String agency, String key, String digest, Instant now) {
        forget(now);
        try {
            jdbc.update("insert into agency_request (agency, request_key, digest, status, answer, at) values "
                    + "(?, ?, ?, 0, '', ?)", agency, key, digest, at(now));
            return standing(Standing.YOURS);
        } catch (DuplicateKeyException e) {
            List<Row> before = jdbc.query("select digest, status, answer, at from agency_request where agency = ? and "
                    + "request_key = ?", (row, i) -> new Row(row.getString("digest"), row.getInt("status"),
                    row.getString("answer"), row.getObject("at", OffsetDateTime.class).toInstant()), agency, key);
            // Whoever had it gave it back a moment ago.
            return before.isEmpty() ? standing(Standing.UNDERWAY) : standing(before.get(0), agency, key, digest, now);
        }
    }

    private Claim standing(Row before, String agency, String key, String digest, Instant now) {
        if (!before.digest.equals(digest)) {
            return standing(Standing.ANOTHER);
        }
        if (before.status > 0) {
            return new Claim(Standing.DONE, before.status, before.answer);
        }
        boolean over = before.at.plus(LEASE).isBefore(now) && jdbc.update("update agency_request set at = ? where "
                + "agency = ? and request_key = ? and status = 0 and at = ?", at(now), agency, key, at(before.at)) == 1;
        return standing(over ? Standing.YOURS : Standing.UNDERWAY);
    }

    private static Claim standing(Standing standing) {
        return new Claim(standing, 0, "");
    }

    @Override
    public void done(String agency, String key, int status, String answer) {
        jdbc.update("update agency_request set status = ?, answer = ? where agency = ? and request_key = ? and "
                + "status = 0", status, answer, agency, key);
    }

    @Override
    public void failed(String agency, String key) {
        jdbc.update("delete from agency_request where agency = ? and request_key = ? and status = 0", agency, key);
    }

    /** A few at every request, so that nobody has to wait for many. */
    private void forget(Instant now) {
        List<Object[]> old = jdbc.query("select agency, request_key from agency_request where at < ? order by at limit "
                + MOST_FORGOTTEN, (row, i) -> new Object[] {row.getString("agency"), row.getString("request_key")},
                at(now.minus(KEPT)));
        if (!old.isEmpty()) {
            jdbc.batchUpdate("delete from agency_request where agency = ? and request_key = ?", old);
        }
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
