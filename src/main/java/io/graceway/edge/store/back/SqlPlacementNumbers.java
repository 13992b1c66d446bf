package io.graceway.edge.store.back;

import io.graceway.edge.store.Rows;
import io.graceway.journey.placement.report.PlacementNumbers;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The running numbers that the store gives to placements. */
public final class SqlPlacementNumbers implements PlacementNumbers {

    private final NamedParameterJdbcTemplate jdbc;

    public SqlPlacementNumbers(DataSource source) {
        this.jdbc = new NamedParameterJdbcTemplate(source);
    }

    @Override
    public Map<String, String> shortOf(Collection<String> placements) {
        Map<String, String> numbers = new HashMap<>();
        Rows.in(jdbc.getJdbcTemplate(), "select placement, serial from placement where placement", placements,
                (row, i) -> numbers.put(row.getString("placement"), Long.toString(row.getLong("serial"))));
        return numbers;
    }

    @Override
    public Map<String, String> placementsOf(String agency, PlacementKey by, Collection<String> numbers) {
        return by == PlacementKey.AGENCY_FILE ? ofFiles(agency, numbers) : ofSerials(agency, numbers);
    }

    /** An agency that uses a number again means the placement that it holds now. */
    private Map<String, String> ofFiles(String agency, Collection<String> files) {
        Map<String, String> placements = new HashMap<>();
        if (!files.isEmpty()) {
            jdbc.query("select placement, agency_file from placement where agency = :agency and agency_file in (:files)"
                    + " order by serial", Map.of("agency", agency, "files", files), row -> {
                        placements.put(row.getString("agency_file"), row.getString("placement"));
                    });
        }
        return placements;
    }

    private Map<String, String> ofSerials(String agency, Collection<String> numbers) {
        List<Long> serials = numbers.stream().map(Long::valueOf).toList();
        Map<String, String> placements = new HashMap<>();
        if (!serials.isEmpty()) {
            jdbc.query("select placement, serial from placement where agency = :agency and serial in (:serials)",
                    Map.of("agency", agency, "serials", serials), row -> {
                        placements.put(Long.toString(row.getLong("serial")), row.getString("placement"));
                    });
        }
        return placements;
    }
}
