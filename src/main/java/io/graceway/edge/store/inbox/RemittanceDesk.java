package io.graceway.edge.store.inbox;

import io.graceway.audit.RoutingEntry;
import io.graceway.edge.store.Bulk;
import io.graceway.edge.store.back.Holdings;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.placement.report.Holding;
import io.graceway.journey.remittance.AgencyPayment;
import io.graceway.journey.remittance.AgencyPayment.Kind;
import io.graceway.journey.remittance.Known;
import io.graceway.journey.remittance.RemittanceLines;
import io.graceway.journey.remittance.RemittancePage;
import io.graceway.journey.remittance.RemittancePage.Booked;
import io.graceway.journey.remittance.RemittancePage.Turn;
import io.graceway.journey.remittance.Remittances;
import io.graceway.journey.writeback.Postings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Takes an agency's payments and what it takes back. */
final class RemittanceDesk implements Taking.Desk {

    private final JdbcTemplate jdbc;
    private final Bulk bulk;
    private final Taking taking;
    private final PaymentRows payments;

    RemittanceDesk(DataSource source, Taking taking) {
        this.jdbc = new JdbcTemplate(source);
        this.bulk = new Bulk(source);
        this.taking = taking;
        this.payments = new PaymentRows(jdbc);
    }

    @Override
    public void take(List<DocumentLine> page) {
        long before = taking.answer().records();
        List<DocumentLine> lines = new ArrayList<>();
        for (DocumentLine line : page) {
            taking.answer().record();
            // A line that is no text has no number under which its money could be kept either.
            taking.read(line, "payment", one -> one).ifPresent(lines::add);
        }
        String agency = taking.agency().id();
        Known known = new Known(new Holdings(jdbc).of(agency, Taking.numbers(lines, "placement")),
                payments.byId(agency, Stream.concat(Taking.numbers(lines, "payment-id").stream(),
                        Taking.numbers(lines, "reverses").stream()).toList()),
                payments.reversed(agency, Taking.numbers(lines, "reverses")));
        write(Remittances.reconcile(new RemittanceLines(taking.agency(), taking.file().sha256(), before, lines),
                known));
    }

    private void write(RemittancePage page) {
        List<Object[]> rows = new ArrayList<>();
        for (Booked one : page.booked()) {
            rows.add(row(one.payment()));
            effects(one);
        }
        page.refused().forEach(one -> {
            taking.answer().reject(one.reject(), one.reference());
            one.money().ifPresent(money -> rows.add(row(money)));
        });
        page.remarks().forEach(one -> taking.answer().remark(one.remark(), one.reference()));
        page.repeated().forEach(id -> taking.answer().repeated());
        bulk.insert("agency_payment", PaymentRows.COLUMNS, rows);
    }

    private Object[] row(AgencyPayment one) {
        return PaymentRows.row(taking.agency().id(), taking.file().sha256(), one);
    }

    private void effects(Booked booked) {
        AgencyPayment payment = booked.payment();
        log(booked);
        if (booked.held().isEmpty() || !booked.credited().isPositive()) {
            return;
        }
        Holding held = booked.held().get();
        taking.effects().post(payment.kind() == Kind.PAYMENT ? Postings.payment(payment, held)
                : Postings.reversal(payment, held));
        if (booked.turn() == Turn.NONE) {
            taking.effects().change(held);
            return;
        }
        taking.effects().move(held);
        boolean paid = booked.turn() == Turn.PAID;
        taking.effects().post(Postings.status(paid ? Holding.PAID : "REOPENED", held, payment.paidOn(), payment.id()));
        taking.effects().log(paid ? "placement.closed" : "placement.reopened", held, "code", paid ? Holding.PAID
                : "REOPENED",
                "cause", payment.id());
    }

    private void log(Booked booked) {
        AgencyPayment one = booked.payment();
        String what = one.kind() == Kind.PAYMENT ? "remittance.booked" : "remittance.reversed";
        String[] facts = {"payment", one.id(), "reverses", one.reverses().orElse(""), "amount", one.amount().toString(),
            "credited", booked.credited().toString(), "applied", one.split().applied().toString(), "suspense",
            one.split().suspense().toString(), "fee", one.split().fee().toString(), "earned",
            one.split().earned().toString(), "reason", one.reason(), "day", one.paidOn().toString(), "file",
            taking.file().sha256()};
        Optional<Holding> held = booked.held();
        if (held.isPresent()) {
            String[] more = java.util.Arrays.copyOf(facts, facts.length + 2);
            more[facts.length] = "left";
            more[facts.length + 1] = held.get().left().toString();
            taking.effects().log(what, held.get(), more);
        } else {
            taking.effects().log(RoutingEntry.of(taking.file().at(), what, taking.agency().id() + "/" + one.id(),
                    facts));
        }
    }
}
