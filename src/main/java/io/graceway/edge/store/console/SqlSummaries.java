package io.graceway.edge.store.console;

import io.graceway.face.console.list.Lists.Column;
import io.graceway.face.console.list.Sheet;
import io.graceway.face.console.list.Summaries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Adds the console's summaries up in the store. No column of them says who a customer is. */
public final class SqlSummaries implements Summaries {

    /** @param sql with a mark for what it is about, where it is about something */
    private record Sum(String columns, String sql) {
    }

    private static final String SIGN = "case when kind = 'REVERSAL' then -1 else 1 end";
    private static final String HOUSE = "select case when h.agency is null then 'CUSTOMER' else 'AGENCY' end as origin,"
            + " h.type as reason, coalesce((select min(a.brand) from account a where a.source = h.source and a.number "
            + "= h.number), '') as brand, h.source, " + month("h.opened") + " as on_month from house_case h";
    /** What the customers said to a notice. */
    private static final String ANSWERS = "select notice, " + said("PAID") + ", " + said("NEEDS_PLAN") + ", "
            + said("BILL_WRONG") + ", " + said("SERVICE_WRONG") + ", " + said("TALK") + ", " + said("KEEP_EMAIL")
            + " from notice_answer group by notice";

    private static final Map<String, Sum> ALL = Map.of(
            "agency-recalls", new Sum("state reason n:count object_by:day final_on:day", "select r.state, r.reason, "
                    + "count(*) as n, min(r.object_by) as object_by, min(r.final_on) as final_on from recall r join "
                    + "placement p on p.placement = r.placement where p.agency = ? group by r.state, r.reason "
                    + "order by r.state, r.reason"),
            "agency-remittances", new Sum("currency n:count paid_on:day amount:money applied:money suspense:money "
                    + "rejected:money fee:money not_paid_out:money", "select currency, count(*) as n, max(paid_on) as "
                    + "paid_on, " + sum("amount") + ", " + sum("applied") + ", " + sum("suspense") + ", "
                    + sum("rejected") + ", " + sum("fee") + ", sum(" + SIGN + " * case when payout is null then "
                    + "amount else 0 end) as not_paid_out from agency_payment where agency = ? group by currency "
                    + "order by currency"),
            "agency-findings", new Sum("severity:count tone_check result n:count", "select severity, tone_check, "
                    + "result, count(*) as n from tone_finding where agency = ? group by severity, tone_check, result "
                    + "order by severity, tone_check, result"),
            "agency-tones", new Sum("profile version:count sha256 accepted_on:day", "select * from tone_acceptance "
                    + "where agency = ? order by profile, version desc, accepted_on"),
            "reasons", new Sum("origin reason brand source on_month n:count", "select origin, reason, brand, source, "
                    + "on_month, count(*) as n from (select 'HELD' as origin, reasons as reason, brand, source, "
                    + month("judged_on") + " as on_month from account where stage <> 'REFUSED' and reasons <> '' "
                    + "union all " + HOUSE + ") r group by origin, reason, brand, source, on_month"),
            "notices", new Sum("brand channel template written:count sent:count delivered:count bounced:count "
                    + "paid_before:count placed:count said_PAID:count said_NEEDS_PLAN:count said_BILL_WRONG:count "
                    + "said_SERVICE_WRONG:count said_TALK:count said_KEEP_EMAIL:count", "select n.brand, n.channel, "
                    + "n.template, count(*) as written, "
                    + many("n.taken_at is not null or n.state = 'BOUNCED'") + " as sent, "
                    + many("n.delivered_on is not null") + " as delivered, "
                    + many("n.state = 'BOUNCED' or n.taken_at is not null and n.delivered_on is null") + " as bounced, "
                    + many("n.delivered_on is not null and (n.void_why like 'paid:%' or n.void_why like "
                    + "'%NOT_DELINQUENT%')") + " as paid_before, " + many("n.state = 'USED'") + " as placed, "
                    + "sum(coalesce(said_PAID, 0)) as said_PAID, sum(coalesce(said_NEEDS_PLAN, 0)) as said_NEEDS_PLAN, "
                    + "sum(coalesce(said_BILL_WRONG, 0)) as said_BILL_WRONG, sum(coalesce(said_SERVICE_WRONG, 0)) as "
                    + "said_SERVICE_WRONG, sum(coalesce(said_TALK, 0)) as said_TALK, sum(coalesce(said_KEEP_EMAIL, 0)) "
                    + "as said_KEEP_EMAIL from notice n left join (" + ANSWERS + ") a on a.notice = n.id "
                    + "group by n.brand, n.channel, n.template order by n.brand, n.channel, length(n.template), "
                    + "n.template"));

    private final JdbcTemplate jdbc;

    public SqlSummaries(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    private static String sum(String column) {
        return "sum(" + SIGN + " * " + column + ") as " + column;
    }

    private static String many(String which) {
        return "sum(case when " + which + " then 1 else 0 end)";
    }

    private static String said(String answer) {
        return many("answer = '" + answer + "'") + " as said_" + answer;
    }

    private static String month(String day) {
        return "substring(cast(" + day + " as varchar) from 1 for 7)";
    }

    @Override
    public Sheet read(String name, String about) {
        Sum sum = ALL.get(name);
        List<Column> columns = Column.all(sum.columns);
        return new Sheet(name, columns, jdbc.query(sum.sql, (row, i) -> {
            List<Object> cells = new ArrayList<>();
            for (Column column : columns) {
                Object cell = SqlLists.cell(column, row);
                cells.add(cell == null ? "" : cell);
            }
            return cells;
        }, about.isEmpty() ? new Object[0] : new Object[] {about}));
    }
}
