package io.graceway.edge.store.console;

import io.graceway.face.console.audit.Gaps;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Counts what is not as it should be; where what people did is looked for among the log's last entries. */
public final class SqlGaps implements Gaps {

    private static final String TODAY = "{today}";
    private static final int LOOKED_AT = 20_000;
    private static final int SHOWN = 50;
    /** At the end of an entry, where no value of it can stand. */
    private static final Pattern DEED = Pattern.compile(",\"what\":\"(console|evidence)\\.[a-z-]+\"}$");

    /** Kind, address of the rows, and how many there are. */
    private record Count(String kind, String list, String sql) {
    }

    private static final List<Count> COUNTS = List.of(
            new Count("breaches", "/list/findings?result=BREACH", "tone_finding where result = 'BREACH'"),
            new Count("no-clocks", "/list/clocks", "placement p where not exists (select 1 from "
                    + "placement_clocks c where c.placement = p.placement)"),
            new Count("stopped", "/list/deliveries?state=STOPPED", "delivery where state = 'STOPPED'"),
            new Count("inventory", "/list/breaks", "inventory_break"),
            new Count("late-erasures", "/list/erasures", "erasure where confirmed_on is null and "
                    + "by_day < date '" + TODAY + "'"),
            new Count("for-people", "/list/worklist", "posting where state = 'WORKLIST'"),
            new Count("quarantine", "/list/quarantine", "quarantine"));

    private final JdbcTemplate jdbc;
    private final Clock clock;

    public SqlGaps(DataSource source, Clock clock) {
        this.jdbc = new JdbcTemplate(source);
        this.clock = clock;
    }

    @Override
    public List<Gap> gaps() {
        String today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
        return COUNTS.stream().map(one -> new Gap(one.kind, one.list, jdbc.queryForObject("select count(*) from "
                + one.sql.replace(TODAY, today), Long.class))).filter(one -> one.count() > 0).toList();
    }

    @Override
    public List<Deed> deeds() {
        List<Deed> deeds = new ArrayList<>();
        jdbc.query("select idx, leaf from (select idx, leaf from routing_entry order by idx desc limit " + LOOKED_AT
                + ") t order by idx desc", row -> {
            String leaf = new String(row.getBytes("leaf"), StandardCharsets.UTF_8);
            if (deeds.size() < SHOWN && DEED.matcher(leaf).find()) {
                JsonNode entry = JsonMapper.shared().readTree(leaf);
                deeds.add(new Deed(row.getString("idx"), Instant.parse(entry.get("at").asString()),
                        entry.get("what").asString(), entry.get("subject").asString(),
                        entry.get("facts").has("by") ? entry.get("facts").get("by").asString() : ""));
            }
        });
        return deeds;
    }
}
