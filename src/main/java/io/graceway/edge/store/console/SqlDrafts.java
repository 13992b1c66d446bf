package io.graceway.edge.store.console;

import io.graceway.edge.store.SqlDeliveryBook;
import io.graceway.face.console.onboard.Draft;
import io.graceway.face.console.onboard.Drafts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Drafts of agencies' files in SQL. */
public final class SqlDrafts implements Drafts {

    private final JdbcTemplate jdbc;

    public SqlDrafts(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    @Override
    public List<Draft> all() {
        return jdbc.query("select * from agency_draft order by begun_at, agency", SqlDrafts::read);
    }

    @Override
    public Optional<Draft> find(String agency) {
        return jdbc.query("select * from agency_draft where agency = ?", SqlDrafts::read, agency).stream().findFirst();
    }

    @Override
    public boolean begin(Draft draft) {
        try {
            return jdbc.update("insert into agency_draft (agency, version, base, text, keys, tones, people, begun_at, "
                    + "asked_by, remark, tried_by, tried_digest, tried_well, tried_steps) values (?, 0, ?, ?, ?, ?, ?,"
                    + " ?, '', '', '', '', false, '')", draft.agency(), draft.base(), draft.text(), draft.keys(),
                    draft.tones(), String.join("\n", draft.people()), SqlDeliveryBook.utc(draft.begunAt())) == 1;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    @Override
    public boolean change(Draft draft) {
        Draft.Trial trial = draft.trial();
        return jdbc.update("update agency_draft set version = version + 1, text = ?, keys = ?, tones = ?, people = ?, "
                + "asked_by = ?, remark = ?, tried_by = ?, tried_at = ?, tried_digest = ?, tried_well = ?, "
                + "tried_steps = ? where agency = ? and version = ?", draft.text(), draft.keys(), draft.tones(),
                String.join("\n", draft.people()), draft.askedBy(), draft.remark(), trial == null ? "" : trial.by(),
                trial == null ? null : SqlDeliveryBook.utc(trial.at()), trial == null ? "" : trial.digest(),
                trial != null && trial.passed(), trial == null ? "" : trial.steps(), draft.agency(), draft.version())
                == 1;
    }

    @Override
    public boolean end(Draft draft) {
        return jdbc.update("delete from agency_draft where agency = ? and version = ?", draft.agency(),
                draft.version()) == 1;
    }

    private static Draft read(ResultSet row, int ignored) throws SQLException {
        OffsetDateTime tried = row.getObject("tried_at", OffsetDateTime.class);
        return new Draft(row.getString("agency"), row.getInt("version"), row.getString("base"), row.getString("text"),
                row.getString("keys"), row.getString("tones"), row.getString("people").lines().toList(),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(), row.getString("asked_by"),
                row.getString("remark"), tried == null ? null : new Draft.Trial(row.getString("tried_by"),
                tried.toInstant(), row.getString("tried_digest"), row.getBoolean("tried_well"),
                row.getString("tried_steps")));
    }
}
