package io.graceway.edge.store;

import io.graceway.journey.account.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What everything comes to: accounts by stage, money by currency, deliveries by rung, and whether it all fits together.
 */
public final class SqlTally {

    /** Money that agencies collected in one currency, and what became of every cent of it. */
    public record Collected(Money in, Money applied, Money suspense, Money rejected, Money fees) {

        public boolean balances() {
            return applied.plus(suspense).plus(rejected).plus(fees).equals(in);
        }
    }

    private static final String OPEN = "('DECIDED', 'SENT', 'ACKNOWLEDGED', 'RECALL_PENDING')";

    /** What may never be found, and how it is looked for. */
    private static final Map<String, String> NEVER = Map.of(
            "account placed without an open placement",
            "select count(*) from account a where stage = 'PLACED' and not exists "
                    + "(select 1 from placement p where p.placement = a.placement and p.state in " + OPEN + ")",
            "open placement whose account is not placed", "select count(*) from placement p where p.state in " + OPEN
                    + " and not exists (select 1 from account a where a.placement = p.placement and a.stage = "
                    + "'PLACED')",
            "account with two open placements", "select count(*) from (select source, number, currency from placement "
            + "where state in "
                    + OPEN + " group by source, number, currency having count(*) > 1) twice",
            "account noticed without a running notice",
            "select count(*) from account a where stage = 'NOTICED' and not exists "
                    + "(select 1 from notice n where n.id = a.notice and n.state not in ('WITHDRAWN', 'USED'))",
            "placement sent without a delivery", "select count(*) from placement p where p.state in ('SENT', "
            + "'ACKNOWLEDGED') "
                    + "and not exists (select 1 from delivery d where d.id = p.delivery)",
            "placement with less than nothing left", "select count(*) from placement where balance < 0");

    private final JdbcTemplate jdbc;

    public SqlTally(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    /** Accounts and their balance by stage and currency. */
    public Map<String, String> stages() {
        Map<String, String> stages = new LinkedHashMap<>();
        jdbc.query("select stage, currency, count(*) as accounts, sum(balance) as balance from account group by stage, "
                + "currency order by stage, currency", row -> {
            stages.put(row.getString("stage").toLowerCase(java.util.Locale.ROOT) + " " + row.getString("currency"),
                    row.getLong("accounts") + " accounts, " + Rows.money(row, "balance"));
        });
        return stages;
    }

    /** A reversal takes back what its payment brought. */
    private static String sum(String column) {
        return "sum(case when kind = 'REVERSAL' then -" + column + " else " + column + " end) as " + column;
    }

    public List<Collected> money() {
        return jdbc.query("select currency, " + sum("amount") + ", " + sum("applied") + ", " + sum("suspense") + ", "
                + sum("rejected") + ", " + sum("fee") + " from agency_payment group by currency order by currency",
                (row, i) ->
                new Collected(Rows.money(row, "amount"), Rows.money(row, "applied"), Rows.money(row, "suspense"),
                        Rows.money(row, "rejected"), Rows.money(row, "fee")));
    }

    /** Counts by a column of a table that this class names; no value comes from outside. */
    private Map<String, Long> counts(String sql) {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.query(sql, row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }

    public Map<String, Long> deliveries() {
        return counts("select rung, count(*) from delivery group by rung order by rung");
    }

    public Map<String, Long> toneFindings() {
        return counts("select result, count(*) from tone_finding group by result order by result");
    }

    public Map<String, Long> notices() {
        return counts("select state, count(*) from notice group by state order by state");
    }

    public Map<String, Long> placements() {
        return counts("select state, count(*) from placement group by state order by state");
    }

    public Map<String, Long> postings() {
        return counts("select state, count(*) from posting group by state order by state");
    }

    public Map<String, Long> files() {
        return counts("select case outcome when 'A' then 'TAKEN' when 'E' then 'TAKEN_WITH_REMARKS' "
                + "when 'P' then 'TAKEN_IN_PART' else 'REFUSED' end as became, count(*) from inbox group by became "
                + "order by became");
    }

    /** How many accounts stand at each stage. */
    public Map<String, Long> accounts() {
        return counts("select stage, count(*) from account group by stage order by stage");
    }

    /** How often each thing has happened so far. */
    public Map<String, Long> happened() {
        return counts("select 'warned', count(*) from notice union all select 'answered', count(*) from house_case "
                + "union all select 'bounced', count(*) from notice where state = 'BOUNCED' "
                + "union all select 'placed', count(*) from placement "
                + "union all select 'payments', count(*) from agency_payment where kind = 'PAYMENT' "
                + "union all select 'reversed', count(*) from agency_payment where kind = 'REVERSAL' "
                + "union all select 'paid directly', count(*) from direct_payment where kind = 'PAYMENT' "
                + "union all select 'recalled', count(*) from recall "
                + "union all select 'objected', count(*) from recall where objection <> '' "
                + "union all select 'given back', count(*) from placement where state in ('CLOSED', 'REJECTED')");
    }

    /** Everything that does not fit together; empty when every account is accounted for. */
    public List<String> unaccounted() {
        List<String> found = new ArrayList<>();
        NEVER.forEach((what, sql) -> {
            long count = jdbc.queryForObject(sql, Long.class);
            if (count > 0) {
                found.add(count + " x " + what);
            }
        });
        money().stream().filter(one -> !one.balances()).forEach(one -> found.add("money in " + one.in().currency()
                + " does not balance"));
        return found;
    }
}
