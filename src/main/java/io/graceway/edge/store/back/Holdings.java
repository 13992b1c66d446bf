package io.graceway.edge.store.back;

import io.graceway.edge.store.Rows;
import io.graceway.journey.account.PlacementNumber;
import io.graceway.journey.placement.Placement;
import io.graceway.journey.placement.report.AgencyFileNumber;
import io.graceway.journey.placement.report.Holding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads placements as reports meet them. */
public final class Holdings {

    /** Stages of an account that is in house and that nobody has told about an agency. */
    static final String AT_HOME = "('CLEARED', 'HELD', 'REFUSED', 'LEFT')";

    public static final String COLUMNS =
            "p.placement, p.source, p.number, p.currency, p.agency, p.tier, p.state, p.placed_on, "
            + "p.placed, p.balance, p.fee_basis_points, p.tone, p.tone_sha256, p.agency_file, p.answered_on, p.ending, "
            + "p.zone, p.delivery, "
            // The account of an open placement is with its agency: nobody has to look.
            + "case when p.state in ('DECIDED', 'SENT', 'ACKNOWLEDGED', 'RECALL_PENDING') then 0 else "
            + "(select count(*) from account a where a.source = p.source and a.number = p.number "
            + "and a.currency = p.currency and a.placement is null and a.stage in " + AT_HOME + ") end as home, "
            + "(select r.final_on from recall r where r.placement = p.placement and r.state = 'FINAL') as recalled_on";

    private final JdbcTemplate jdbc;

    public Holdings(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the numbers that this agency was sent: another's look exactly like unknown ones. Locks them. */
    public Map<String, Holding> of(String agency, Collection<String> numbers) {
        return byNumber(Rows.locked(jdbc, "select " + COLUMNS
                + " from placement p where p.agency = ? and p.state not in "
                + "('DECIDED', 'WITHDRAWN') and", "p.placement", numbers, Holdings::read, agency));
    }

    /** The same, not locked: for what changes nothing of a placement. */
    public Map<String, Holding> seenBy(String agency, Collection<String> numbers) {
        return byNumber(Rows.in(jdbc, "select " + COLUMNS + " from placement p where p.agency = ? and p.state not in "
                + "('DECIDED', 'WITHDRAWN') and p.placement", numbers, Holdings::read, agency));
    }

    /** Those of the numbers that are still running, whoever holds them. Locks them. */
    Map<String, Holding> open(Collection<String> numbers) {
        return byNumber(Rows.locked(jdbc, "select " + COLUMNS + " from placement p where p.state in "
                + "('DECIDED', 'SENT', 'ACKNOWLEDGED', 'RECALL_PENDING') and", "p.placement", numbers, Holdings::read));
    }

    private static Map<String, Holding> byNumber(List<Holding> holdings) {
        Map<String, Holding> byNumber = new LinkedHashMap<>();
        holdings.forEach(one -> byNumber.put(one.number(), one));
        return byNumber;
    }

    public static Holding read(ResultSet row, int number) throws SQLException {
        Placement placement = new Placement(new PlacementNumber(row.getString("placement")), Rows.key(row),
                row.getString("agency"), row.getInt("tier"), Rows.date(row, "placed_on").orElseThrow(),
                Rows.money(row, "placed"), Rows.money(row, "balance"), row.getInt("fee_basis_points"),
                row.getString("tone"), Placement.State.valueOf(row.getString("state")));
        return new Holding(placement, ZoneId.of(row.getString("zone")),
                Optional.ofNullable(row.getString("agency_file")).map(AgencyFileNumber::new),
                row.getObject("answered_on") != null, row.getString("ending"), row.getInt("home") > 0,
                Optional.ofNullable(row.getString("delivery")), row.getString("tone_sha256"),
                Rows.date(row, "recalled_on"));
    }
}
