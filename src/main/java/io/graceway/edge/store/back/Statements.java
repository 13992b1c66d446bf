package io.graceway.edge.store.back;

import io.graceway.edge.store.Rows;
import io.graceway.journey.account.Money;
import io.graceway.journey.remittance.FeeStatement;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What an agency and the house owe each other, added up from what was booked. */
public final class Statements {

    private final JdbcTemplate jdbc;

    public Statements(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    /** For payments of these days, in one currency. */
    public FeeStatement of(String agency, String currency, LocalDate from, LocalDate until) {
        Money direct = jdbc.queryForObject("select coalesce(sum(d.fee), 0) as fee, ? as currency from direct_payment d "
                + "join placement p on p.placement = d.placement where p.agency = ? and d.currency = ? and "
                + "d.seen_on between "
                + "? and ?", (row, i) -> Rows.money(row, "fee"), currency, agency, currency, from, until);
        return jdbc.queryForObject("select ? as currency, " + signed("credited") + signed("earned")
                + "coalesce(sum(case "
                + "when kind = 'PAYMENT' then fee else -fee end), 0) as fee from agency_payment where agency = ? and "
                + "currency = ? and paid_on between ? and ?", (row, i) -> new FeeStatement(Rows.money(row, "credited"),
                Rows.money(row, "earned"), direct, Rows.money(row, "fee")), currency, agency, currency, from, until);
    }

    private static String signed(String column) {
        return "coalesce(sum(case when kind = 'PAYMENT' then " + column + " else -" + column + " end), 0) as "
                + column + ", ";
    }
}
