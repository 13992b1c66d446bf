package io.graceway.edge.store.hand;

import io.graceway.edge.store.Rows;
import io.graceway.journey.account.Money;
import io.graceway.journey.placement.Outgoing;
import io.graceway.journey.placement.OutgoingBook;
import io.graceway.journey.placement.hand.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What waits to leave, counted in SQL. */
public final class SqlWaiting implements Waiting {

    private final JdbcTemplate jdbc;
    private final OutgoingBook tones;

    /** @param tones gives what waits without taking it */
    public SqlWaiting(DataSource source, OutgoingBook tones) {
        this.jdbc = new JdbcTemplate(source);
        this.tones = tones;
    }

    @Override
    public List<Load> loads(String agency) {
        List<Load> loads = new ArrayList<>(jdbc.query("select document, count(*) as records from agency_message where "
                + Leaving.MESSAGES + " and agency = ? group by document order by min(seq)", (row, i) ->
                new Load(row.getString("document"), row.getLong("records"), List.of()), agency));
        long tonesToGo = tones(agency);
        if (tonesToGo > 0) {
            loads.add(new Load("tone", tonesToGo, List.of()));
        }
        List<Money> sums = new ArrayList<>();
        long[] placements = new long[1];
        jdbc.query("select currency, count(*) as records, sum(placed) as placed from placement where "
                + Leaving.PLACEMENTS + " and agency = ? group by currency order by currency", row -> {
            placements[0] += row.getLong("records");
            sums.add(Rows.money(row, "placed"));
        }, agency);
        if (placements[0] > 0) {
            loads.add(new Load("placement", placements[0], sums));
        }
        return loads;
    }

    private long tones(String agency) {
        List<String> given = new ArrayList<>();
        Optional<Outgoing> next = tones.next(agency, given);
        while (next.isPresent()) {
            given.add(next.get().delivery());
            next = tones.next(agency, given);
        }
        return given.size();
    }

    @Override
    public long heldOneByOne(String agency) {
        return jdbc.queryForObject("select count(*) from placement where " + Leaving.HELD + " and agency = ?",
                Long.class, agency);
    }
}
