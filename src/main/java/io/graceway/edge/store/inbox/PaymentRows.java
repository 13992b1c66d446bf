package io.graceway.edge.store.inbox;

import io.graceway.edge.store.Rows;
import io.graceway.journey.remittance.AgencyPayment;
import io.graceway.journey.remittance.AgencyPayment.Kind;
import io.graceway.journey.remittance.Split;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** How an agency's payment is kept: where its money is, in one row that adds up. */
final class PaymentRows {

    static final String COLUMNS =
            "agency, payment, kind, reverses, placement, currency, amount, applied, suspense, rejected, "
            + "fee, credited, earned, withheld, reason, paid_on, content, file";

    private final JdbcTemplate jdbc;

    PaymentRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    static Object[] row(String agency, String file, AgencyPayment one) {
        Split split = one.split();
        return new Object[] {agency, one.id(), one.kind().name(), one.reverses().orElse(null), one.placement(),
            one.amount().currency(), one.amount().amount(), split.applied().amount(), split.suspense().amount(),
            split.rejected().amount(), split.fee().amount(), split.credited().amount(), split.earned().amount(),
            split.withheld().amount(), one.reason(), one.paidOn(), one.content(), file};
    }

    /** The agency's payments with these numbers. */
    Map<String, AgencyPayment> byId(String agency, Collection<String> ids) {
        Map<String, AgencyPayment> known = new HashMap<>();
        Rows.in(jdbc, "select " + COLUMNS + " from agency_payment where agency = ? and payment", taken(agency, ids),
                (row, i) -> known.put(row.getString("payment"), read(row)), agency);
        return known;
    }

    /**
     * Those that are there, each looked up by itself: while a large file is taken, its table is new and may hold one
     * agency only, and a database that has to choose would read all of it for every page.
     */
    private List<String> taken(String agency, Collection<String> ids) {
        return jdbc.query("select (select p.payment from agency_payment p where p.agency = ? and p.payment = g.id) as "
                + "payment from (select * from unnest(cast(? as varchar array)) as u(id)) g", statement -> {
                    statement.setString(1, agency);
                    statement.setArray(2, Rows.array(statement, ids));
                }, (row, i) -> row.getString("payment")).stream().filter(Objects::nonNull).toList();
    }

    /** Those of the payments that were taken back, and by what. */
    Map<String, String> reversed(String agency, Collection<String> ids) {
        Map<String, String> reversed = new HashMap<>();
        Rows.in(jdbc, "select payment, reverses from agency_payment where agency = ? and reverses", ids,
                (row, i) -> reversed.put(row.getString("reverses"), row.getString("payment")), agency);
        return reversed;
    }

    private static AgencyPayment read(ResultSet row) throws SQLException {
        Split split = new Split(Rows.money(row, "applied"), Rows.money(row, "suspense"), Rows.money(row, "rejected"),
                Rows.money(row, "fee"), Rows.money(row, "credited"), Rows.money(row, "earned"), Rows.money(row,
                "withheld"));
        return new AgencyPayment(0, row.getString("payment"), Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("reverses")), row.getString("placement"), Rows.money(row,
                "amount"), split,
                row.getString("reason"), Rows.date(row, "paid_on").orElseThrow(), row.getString("content"));
    }
}
