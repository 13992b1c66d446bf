package io.graceway.edge.store.agencyapi;

import io.graceway.face.agencyapi.door.TokenBook;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tokens of agencies in SQL, so that every node knows them. */
public final class SqlTokenBook implements TokenBook {

    private final JdbcTemplate jdbc;

    public SqlTokenBook(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    @Override
    public void issue(String sha256, Holder holder, Instant until) {
        jdbc.update("insert into agency_token (sha256, agency, secret, until) values (?, ?, ?, ?)", sha256,
                holder.agency(), holder.secret(), until.atOffset(ZoneOffset.UTC));
    }

    @Override
    public void forget(Instant before) {
        jdbc.update("delete from agency_token where until < ?", before.atOffset(ZoneOffset.UTC));
    }

    @Override
    public Optional<Holder> holder(String sha256, Instant now) {
        return jdbc.query("select agency, secret from agency_token where sha256 = ? and until > ?", (row, i) ->
                new Holder(row.getString("agency"), row.getString("secret")), sha256, now.atOffset(ZoneOffset.UTC))
                .stream().findFirst();
    }
}
