package io.graceway.edge.store.console;

import io.graceway.edge.store.Rows;
import io.graceway.face.console.ConsoleView.MoneySum;
import io.graceway.journey.account.Money;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where the money is, by currency. */
final class SqlMoney {

    private static final String PLACED = "select currency, sum(placed) as placed, sum(case when state in ('SENT', "
            + "'ACKNOWLEDGED', 'RECALL_PENDING') then balance else 0 end) as still from placement "
            + "where state not in ('DECIDED', 'WITHDRAWN') group by currency";
    private static final String PAID = "select currency, " + sum("amount") + ", " + sum("applied") + ", "
            + sum("suspense") + ", " + sum("rejected") + ", " + sum("fee") + " from agency_payment group by currency";
    private static final String DIRECT = "select currency, sum(amount) as amount from direct_payment where "
            + "kind <> 'CREDIT' group by currency";

    private final JdbcTemplate jdbc;

    SqlMoney(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A reversal takes back what its payment brought. */
    private static String sum(String column) {
        return "sum(case when kind = 'REVERSAL' then -" + column + " else " + column + " end) as " + column;
    }

    List<MoneySum> byCurrency() {
        Map<String, MoneySum> sums = new TreeMap<>();
        jdbc.query(PLACED, row -> {
            MoneySum one = of(sums, row.getString("currency"));
            put(sums, new MoneySum(Rows.money(row, "placed"), Rows.money(row, "still"), one.received(), one.applied(),
                    one.suspense(), one.rejected(), one.fees(), one.direct()));
        });
        jdbc.query(PAID, row -> {
            MoneySum one = of(sums, row.getString("currency"));
            put(sums, new MoneySum(one.placed(), one.left(), Rows.money(row, "amount"), Rows.money(row, "applied"),
                    Rows.money(row, "suspense"), Rows.money(row, "rejected"), Rows.money(row, "fee"), one.direct()));
        });
        jdbc.query(DIRECT, row -> {
            MoneySum one = of(sums, row.getString("currency"));
            put(sums, new MoneySum(one.placed(), one.left(), one.received(), one.applied(), one.suspense(),
                    one.rejected(), one.fees(), Rows.money(row, "amount")));
        });
        return List.copyOf(sums.values());
    }

    private static MoneySum of(Map<String, MoneySum> sums, String currency) {
        Money none = Money.zero(currency);
        return sums.getOrDefault(currency, new MoneySum(none, none, none, none, none, none, none, none));
    }

    private static void put(Map<String, MoneySum> sums, MoneySum one) {
        sums.put(one.currency(), one);
    }
}
