package io.graceway.edge.store.back;

import io.graceway.edge.store.Rows;
import io.graceway.journey.account.Money;
import io.graceway.journey.placement.Agency;
import io.graceway.journey.placement.Agency.Basis;
import io.graceway.journey.remittance.FeeStatement;
import io.graceway.journey.remittance.billing.Payout;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What an agency and the house owe each other, added up from what was booked. Each payment is paid out once, and each
 * fee settled once: by an invoice, or by a transfer from which it was taken.
 */
public final class Statements {

    private static final String INVOICE = "invoice ";
    private static final String PAYOUT = "payout ";
    private static final String DIRECT = "select placement from placement where agency = ?";

    private final JdbcTemplate jdbc;

    public Statements(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    /** For payments of these days, in one currency, as far as nothing settled their fees. */
    public FeeStatement of(String agency, String currency, LocalDate from, LocalDate until) {
        return fees(agency, currency, "settled is null and %s between ? and ?", from, until);
    }

    /** These days' fees are settled by that invoice. */
    public void bill(String agency, String currency, String invoice, LocalDate from, LocalDate until) {
        settle(agency, currency, INVOICE + invoice, "%s between ? and ?", from, until);
    }

    /** What is due for everything up to that day which nothing paid out before; from now on this transfer did. */
    public Payout.Due payOut(Agency agency, String currency, String payout, LocalDate until) {
        String id = agency.id();
        jdbc.update("update agency_payment set payout = ? where agency = ? and currency = ? and payout is null and "
                + "paid_on <= ?", payout, id, currency, until);
        // What the agency has to bill stays open for its invoice.
        if (agency.terms().basis() != Basis.GROSS) {
            jdbc.update("update agency_payment set settled = ? where agency = ? and currency = ? and payout = ? and "
                    + "settled is null", PAYOUT + payout, id, currency, payout);
        }
        if (agency.terms().basis() == Basis.NET) {
            jdbc.update("update direct_payment set settled = ? where settled is null and currency = ? and seen_on <= ? "
                    + "and placement in (" + DIRECT + ")", PAYOUT + payout, currency, until, id);
        }
        Money received = jdbc.queryForObject("select ? as currency, " + signed("applied + suspense", "received")
                + " from agency_payment where agency = ? and currency = ? and payout = ?",
                (row, i) -> Rows.money(row, "received"), currency, id, currency, payout);
        List<Money> carried = jdbc.query("select currency, carried from payout where agency = ? and currency = ? "
                + "order by at desc, until_day desc, payout desc limit 1", (row, i) -> Rows.money(row, "carried"), id,
                currency);
        return new Payout.Due(received, fees(id, currency, "settled = ?", PAYOUT + payout),
                carried.isEmpty() ? Money.zero(currency) : carried.get(0));
    }

    /** The transfer was not taken: what it was for waits for the next. */
    public void notPaidOut(String agency, String currency, String payout) {
        jdbc.update("update agency_payment set payout = null where agency = ? and currency = ? and payout = ?", agency,
                currency, payout);
        jdbc.update("update agency_payment set settled = null where agency = ? and currency = ? and settled = ?",
                agency, currency, PAYOUT + payout);
        jdbc.update("update direct_payment set settled = null where currency = ? and settled = ? and placement in ("
                + DIRECT + ")", currency, PAYOUT + payout, agency);
    }

    private void settle(String agency, String currency, String by, String which, Object... days) {
        jdbc.update("update agency_payment set settled = ? where agency = ? and currency = ? and settled is null and "
                + which.formatted("paid_on"), arguments(days, by, agency, currency));
        jdbc.update("update direct_payment set settled = ? where placement in (" + DIRECT + ") and currency = ? and "
                + "settled is null and " + which.formatted("seen_on"), arguments(days, by, agency, currency));
    }

    private FeeStatement fees(String agency, String currency, String which, Object... days) {
        Money direct = jdbc.queryForObject("select coalesce(sum(fee), 0) as fee, ? as currency from direct_payment "
                + "where placement in (" + DIRECT + ") and currency = ? and " + which.formatted("seen_on"),
                (row, i) -> Rows.money(row, "fee"), arguments(days, currency, agency, currency));
        return jdbc.queryForObject("select ? as currency, " + signed("credited", "credited") + ", "
                + signed("earned", "earned") + ", " + signed("fee", "fee") + " from agency_payment where agency = ? "
                + "and currency = ? and " + which.formatted("paid_on"), (row, i) -> new FeeStatement(
                Rows.money(row, "credited"), Rows.money(row, "earned"), direct, Rows.money(row, "fee")),
                arguments(days, currency, agency, currency));
    }

    private static Object[] arguments(Object[] last, Object... first) {
        Object[] all = java.util.Arrays.copyOf(first, first.length + last.length);
        System.arraycopy(last, 0, all, first.length, last.length);
        return all;
    }

    private static String signed(String what, String name) {
        return "coalesce(sum(case when kind = 'PAYMENT' then " + what + " else -(" + what + ") end), 0) as " + name;
    }
}
