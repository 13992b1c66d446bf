package io.graceway.edge.store.back;

import io.graceway.audit.RoutingLog;
import io.graceway.edge.store.Rows;
import io.graceway.journey.account.AccountNumber;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Pass;
import io.graceway.journey.placement.change.ErasureOrder;
import io.graceway.journey.placement.change.Erasures;
import io.graceway.journey.placement.report.Holding;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Erasure orders in SQL. */
public final class SqlErasureBook implements Erasures.Book {

    private final JdbcTemplate jdbc;
    private final Booking booking;

    public SqlErasureBook(DataSource source, TransactionTemplate transaction, RoutingLog log) {
        this.jdbc = new JdbcTemplate(source);
        this.booking = new Booking(source, transaction, log);
    }

    @Override
    public List<Holding> sent(AccountNumber number) {
        return jdbc.query("select " + Holdings.COLUMNS + " from placement p where p.number = ? and p.state <> "
                + "'WITHDRAWN' order by p.placement", Holdings::read, number.value());
    }

    @Override
    public List<ErasureOrder> orders(AccountNumber number) {
        return jdbc.query("select e.* from erasure e join placement p on p.placement = e.placement where p.number = ? "
                + "order by e.placement", (row, i) -> new ErasureOrder(row.getString("id"), row.getString("placement"),
                row.getString("agency"), Rows.date(row, "ordered_on").orElseThrow(),
                Rows.date(row, "by_day").orElseThrow(), Rows.date(row, "confirmed_on"), row.getString("code")),
                number.value());
    }

    @Override
    public void order(List<ErasureOrder> orders, List<Holding> held, Pass pass) {
        booking.at(pass.at(), effects -> {
            for (int i = 0; i < orders.size(); i++) {
                ErasureOrder one = orders.get(i);
                jdbc.update("insert into erasure (id, placement, agency, ordered_on, by_day, code) values "
                        + "(?, ?, ?, ?, ?, '')", one.id(), one.placement(), one.agency(), one.orderedOn(), one.by());
                effects.tell(held.get(i), "erasure-order", DocumentLine.of("erasure-order", "message-id", one.id(),
                        "placement", one.placement(), "account", held.get(i).placement().account().number().value(),
                        "on", one.orderedOn(), "by", one.by()));
                effects.log("placement.erasure-ordered", held.get(i), "order", one.id(), "by", one.by().toString());
            }
            return orders;
        });
    }
}
