package io.graceway.edge.store.console;

import io.graceway.edge.store.Rows;
import io.graceway.journey.account.Money;
import io.graceway.journey.placement.report.Scorecard;
import io.graceway.journey.placement.report.Scorecard.Cell;
import io.graceway.journey.placement.report.Scorecard.Counts;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** How every agency did, by currency, added up in the store. */
public final class SqlScorecards {

    private static final String SENT = " from placement p where p.state not in ('DECIDED', 'WITHDRAWN') ";
    private static final String CELLS = "select agency, currency, grp, sum(placed) as placed, sum(recovered) as "
            + "recovered from (select p.agency, p.currency, p.placed, substring(cast(p.placed_on as varchar) from 1 "
            + "for 7) || case when p.placed < 100 then ' below 100' when p.placed < 1000 then ' below 1000' when "
            + "p.placed < 10000 then ' below 10000' else ' above' end as grp, (select coalesce(sum(case when a.kind = "
            + "'PAYMENT' then a.credited else -a.credited end), 0) from agency_payment a where a.placement = "
            + "p.placement and a.agency = p.agency) as recovered" + SENT + ") c group by agency, currency, grp order "
            + "by agency, currency, grp";

    private final JdbcTemplate jdbc;

    public SqlScorecards(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    /** By agency and currency. */
    public List<Scorecard> all() {
        Map<String, List<Cell>> byCurrency = new TreeMap<>();
        jdbc.query(CELLS, row -> {
            Money placed = Rows.money(row, "placed");
            byCurrency.computeIfAbsent(placed.currency(), any -> new ArrayList<>()).add(new Cell(
                    row.getString("agency"), row.getString("grp"), placed, Rows.money(row, "recovered")));
        });
        List<Scorecard> all = new ArrayList<>();
        byCurrency.forEach((currency, cells) -> cells.stream().map(Cell::agency).distinct().forEach(agency ->
                all.add(Scorecard.of(agency, cells, counts(agency, currency)))));
        return all;
    }

    private Counts counts(String agency, String currency) {
        long[] answers = new long[2];
        jdbc.query("select p.placed_on, p.answered_on, count(*) as n" + SENT + "and p.agency = ? and p.currency = ? "
                + "and p.answered_on is not null group by p.placed_on, p.answered_on", row -> {
            long days = ChronoUnit.DAYS.between(row.getObject("placed_on", LocalDate.class),
                    row.getObject("answered_on", LocalDate.class));
            answers[0] += row.getLong("n");
            answers[1] += row.getLong("n") * days;
        }, agency, currency);
        String mine = " and p.agency = ? and p.currency = ?";
        return new Counts(count("select count(*)" + SENT + mine, agency, currency), answers[0], answers[1],
                count("select count(*)" + SENT + "and p.state = 'REJECTED'" + mine, agency, currency),
                count(of("news n", "n.kind = 'COMPLAINT'"), agency, currency),
                count(of("news n", "n.kind = 'DISPUTE'"), agency, currency),
                count(of("activity n", "true"), agency, currency),
                count(of("tone_finding n", "n.result = 'BREACH'"), agency, currency),
                count("select count(*)" + SENT + "and p.state = 'RECALLED'" + mine, agency, currency),
                count(of("activity n join recall r on r.placement = n.placement", "r.state = 'FINAL' and n.outbound "
                        + "and cast(n.at as date) > r.final_on"), agency, currency));
    }

    private static String of(String what, String which) {
        return "select count(*) from " + what + " join placement p on p.placement = n.placement and p.agency = "
                + "n.agency where " + which + " and p.agency = ? and p.currency = ?";
    }

    private long count(String sql, Object... arguments) {
        return jdbc.queryForObject(sql, Long.class, arguments);
    }
}
