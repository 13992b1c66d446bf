package io.graceway.edge.store.inbox;

import io.graceway.audit.RoutingEntry;
import io.graceway.edge.store.back.Statements;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Money;
import io.graceway.journey.placement.report.LineFault;
import io.graceway.journey.remittance.billing.Payout;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Takes what an agency transferred, when it is to the minor unit what it reported less what the contract gives it. */
final class PayoutDesk implements Taking.Desk {

    private final JdbcTemplate jdbc;
    private final Statements statements;
    private final Taking taking;

    PayoutDesk(DataSource source, Taking taking) {
        this.jdbc = new JdbcTemplate(source);
        this.statements = new Statements(source);
        this.taking = taking;
    }

    @Override
    public void take(List<DocumentLine> page) {
        for (DocumentLine line : page) {
            taking.answer().record();
            taking.read(line, "payout", Payout::of).ifPresent(one -> taking.attempt(line, () -> book(one)));
        }
    }

    /** Whether it is new. */
    private boolean book(Payout one) {
        String agency = taking.agency().id();
        String currency = one.amount().currency();
        if (taking.isRepeated(jdbc, "payout", "payout", one.number(), currency, one.content())) {
            return false;
        }
        if (!one.until().isBefore(taking.file().at().atZone(taking.agency().zone()).toLocalDate())) {
            throw new LineFault("until", "GW-REM-123", "the days that are paid out are not over");
        }
        Payout.Due due = statements.payOut(taking.agency(), currency, one.number(), one.until());
        try {
            write(one, due, one.against(due, taking.agency().terms().basis()));
        } catch (LineFault fault) {
            statements.notPaidOut(agency, currency, one.number());
            throw fault;
        }
        return true;
    }

    private void write(Payout one, Payout.Due due, Money carried) {
        String agency = taking.agency().id();
        LocalDate until = one.until();
        jdbc.update("insert into payout (agency, payout, currency, until_day, amount, carried, content, file, at) "
                + "values (?, ?, ?, ?, ?, ?, ?, ?, ?)", agency, one.number(), one.amount().currency(), until,
                one.amount().amount(), carried.amount(), one.content(), taking.file().sha256(),
                taking.file().at().atOffset(ZoneOffset.UTC));
        taking.effects().log(RoutingEntry.of(taking.file().at(), "remittance.paid-out", agency + "/" + one.number(),
                "agency", agency, "until", until.toString(), "amount", one.amount().toString(), "received",
                due.received().toString(), "fees", due.fees().offset(taking.agency().terms().basis()).toString(),
                "carried-in", due.carried().toString(), "carried-out", carried.toString(), "file",
                taking.file().sha256()));
    }
}
