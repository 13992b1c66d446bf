package io.graceway.edge.store;

import io.graceway.journey.account.CheckStep;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** How each source was last found when somebody tried it. */
public final class SqlSourceChecks {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    /** One walk through the steps. */
    public record Walk(Instant at, List<CheckStep> steps) {
    }

    public SqlSourceChecks(DataSource source, TransactionTemplate transaction) {
        this.jdbc = new JdbcTemplate(source);
        this.transaction = transaction;
    }

    /** Takes the place of the last one. */
    public void record(String source, Walk walk) {
        transaction.executeWithoutResult(status -> {
            jdbc.update("delete from source_check where source = ?", source);
            List<Object[]> rows = new ArrayList<>();
            for (CheckStep one : walk.steps()) {
                rows.add(new Object[] {source, rows.size(), one.step(), one.passed(), one.millis(), one.code(),
                    one.hint(), SqlDeliveryBook.utc(walk.at())});
            }
            jdbc.batchUpdate("insert into source_check (source, step, name, passed, millis, code, hint, at) values "
                    + "(?, ?, ?, ?, ?, ?, ?, ?)", rows);
        });
    }

    public Optional<Walk> last(String source) {
        Map<Instant, List<CheckStep>> walks = new LinkedHashMap<>();
        jdbc.query("select * from source_check where source = ? order by step", row -> {
            walks.computeIfAbsent(row.getObject("at", OffsetDateTime.class).toInstant(), any -> new ArrayList<>())
                    .add(new CheckStep(row.getString("name"), row.getBoolean("passed"), row.getLong("millis"),
                    row.getString("code"), row.getString("hint")));
        }, source);
        return walks.entrySet().stream().findFirst().map(one -> new Walk(one.getKey(), one.getValue()));
    }
}
