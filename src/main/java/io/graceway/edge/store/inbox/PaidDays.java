package io.graceway.edge.store.inbox;

import io.graceway.edge.store.Rows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** The day of each placement's latest payment that stands, whoever received it. */
final class PaidDays {

    private static final List<String> LATEST = List.of("select placement, paid_on as on_day from agency_payment p "
            + "where kind = 'PAYMENT' and credited > 0 and not exists (select 1 from agency_payment r where r.agency = "
            + "p.agency and r.reverses = p.payment) and placement", "select placement, seen_on as on_day from "
            + "direct_payment d where d.kind = 'PAYMENT' and not exists (select 1 from direct_payment r where "
            + "r.reverses = d.id and r.placement = d.placement) and placement");

    private PaidDays() {
    }

    static Map<String, LocalDate> of(JdbcTemplate jdbc, Collection<String> placements) {
        Map<String, LocalDate> days = new HashMap<>();
        for (String latest : LATEST) {
            Rows.in(jdbc, latest, placements, (row, i) -> days.merge(row.getString("placement"),
                    Rows.date(row, "on_day").orElseThrow(), (one, other) -> one.isAfter(other) ? one : other));
        }
        return days;
    }
}
