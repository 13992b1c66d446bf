package io.graceway.edge.store.inbox;

import io.graceway.audit.RoutingEntry;
import io.graceway.journey.placement.Rung;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The last two rungs of a delivery, which only the agency's own answers prove. */
final class DeliveryLadder {

    private final JdbcTemplate jdbc;
    private final Taking taking;

    DeliveryLadder(JdbcTemplate jdbc, Taking taking) {
        this.jdbc = jdbc;
        this.taking = taking;
    }

    /** Every placement answered: acknowledged. Every balance that was taken on equal too: reconciled. */
    void answered(String delivery) {
        long[] open = jdbc.queryForObject("select sum(case when answered_on is null then 1 else 0 end) as unanswered, "
                + "sum(case when state = 'REJECTED' or agency_balance = placed then 0 else 1 end) as different "
                + "from placement where delivery = ?", (row, i) -> new long[] {row.getLong("unanswered"),
                    row.getLong("different")}, delivery);
        if (open[0] == 0) {
            // What was sent again brought the same placements.
            jdbc.queryForList("select id from delivery where id = ? or parent = ? order by case when parent is null "
                    + "then 0 else 1 end, id", String.class, delivery,
                    delivery).forEach(one -> {
                        climb(one, Rung.ACKNOWLEDGED, "every placement answered");
                        if (open[1] == 0) {
                            climb(one, Rung.RECONCILED, "every balance equal");
                        }
                    });
        }
    }

    private void climb(String delivery, Rung rung, String proof) {
        List<Rung> now = jdbc.query("select rung from delivery where id = ? for update",
                (row, i) -> Rung.valueOf(row.getString("rung")), delivery);
        if (now.isEmpty() || now.get(0).compareTo(rung) >= 0) {
            return;
        }
        String evidence = proof + ", last by file " + taking.file().sha256();
        jdbc.update("update delivery set rung = ? where id = ?", rung.name(), delivery);
        long step = jdbc.queryForObject("select coalesce(max(step), 0) + 1 from delivery_step where delivery = ?",
                Long.class,
                delivery);
        jdbc.update("insert into delivery_step (delivery, step, rung, at, evidence) values (?, ?, ?, ?, ?)",
                delivery, step,
                rung.name(), taking.file().at().atOffset(ZoneOffset.UTC), evidence);
        taking.effects().log(RoutingEntry.of(taking.file().at(), "placement." + rung.name()
                .toLowerCase(java.util.Locale.ROOT),
                delivery, "agency", taking.agency().id(), "evidence", evidence));
    }
}
