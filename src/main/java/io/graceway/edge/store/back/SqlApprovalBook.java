package io.graceway.edge.store.back;

import io.graceway.audit.RoutingLog;
import io.graceway.edge.store.Rows;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Pass;
import io.graceway.journey.account.PlacementNumber;
import io.graceway.journey.placement.change.Approvals;
import io.graceway.journey.placement.report.Approval;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Approvals of legal steps in SQL. */
public final class SqlApprovalBook implements Approvals.Book {

    private final JdbcTemplate jdbc;
    private final Booking booking;

    public SqlApprovalBook(DataSource source, TransactionTemplate transaction, RoutingLog log) {
        this.jdbc = new JdbcTemplate(source);
        this.booking = new Booking(source, transaction, log);
    }

    @Override
    public Optional<Approvals.Asked> asked(PlacementNumber placement, String request) {
        return jdbc.query("select " + Holdings.COLUMNS + ", w.document from news w join placement p on p.placement = "
                + "w.placement and p.agency = w.agency where w.kind = 'INFORMATION_REQUEST' and w.code = 'LEGAL_STEP' "
                + "and w.answered = false and p.state in ('SENT', 'ACKNOWLEDGED', 'RECALL_PENDING') and w.placement = "
                + "? and w.message = ?", (row, i) -> new Approvals.Asked(Holdings.read(row, i), request,
                MessageFields.decode(row.getString("document")).text("step")), placement.value(), request).stream()
                .findFirst();
    }

    @Override
    public boolean answer(Approvals.Asked asked, Optional<String> number, Optional<Approvals.Consent> consent,
                       DocumentLine line, Pass pass) {
        return booking.at(pass.at(), effects -> {
            String agency = asked.held().placement().agency();
            if (jdbc.update("update news set answered = true where agency = ? and kind = 'INFORMATION_REQUEST' and "
                    + "message = ? and answered = false", agency, asked.number()) == 0) {
                return false;
            }
            consent.ifPresent(one -> jdbc.update("insert into approval (number, placement, step, ceiling, currency, "
                    + "given_on, until) values (?, ?, ?, ?, ?, ?, ?)", number.orElseThrow(), asked.held().number(),
                    asked.step(), one.ceiling(), asked.held().left().currency(), line.date("on").orElseThrow(),
                    one.until()));
            effects.tell(asked.held(), "information-answer", line);
            effects.log(consent.isPresent() ? "placement.approved" : "placement.not-approved", asked.held(), "request",
                    asked.number(), "step", asked.step(), "approval", number.orElse(""), "ceiling",
                    line.text("ceiling"), "until", line.text("until"));
            return true;
        });
    }

    /** Those of these numbers that were given, by placement and number; kept, so that each is used once. */
    public static Map<String, Approval> given(JdbcTemplate jdbc, Collection<String> numbers) {
        Map<String, Approval> given = new HashMap<>();
        Rows.locked(jdbc, "select * from approval where", "number", numbers, (row, i) -> given.put(key(row
                .getString("placement"), row.getString("number")), new Approval(row.getString("number"),
                row.getString("step"), Rows.money(row, "ceiling"), Rows.date(row, "given_on").orElseThrow(),
                Rows.date(row, "until").orElseThrow(), Optional.ofNullable(row.getString("used_by")))));
        return given;
    }

    public static String key(String placement, String number) {
        return placement + " " + number;
    }

    /** The step was taken; the number is good for nothing else. */
    public static void use(JdbcTemplate jdbc, String number, String event, LocalDate on) {
        jdbc.update("update approval set used_by = ?, used_on = ? where number = ? and used_by is null", event, on,
                number);
    }
}
