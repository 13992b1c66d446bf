package io.graceway.edge.store.inbox;

import io.graceway.audit.RoutingEntry;
import io.graceway.edge.store.back.Statements;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.placement.report.LineFault;
import io.graceway.journey.remittance.FeeStatement;
import io.graceway.journey.remittance.billing.FeeInvoice;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Takes what an agency bills, when it is to the minor unit what the contract gives. */
final class FeeInvoiceDesk implements Taking.Desk {

    private final JdbcTemplate jdbc;
    private final Statements statements;
    private final Taking taking;

    FeeInvoiceDesk(DataSource source, Taking taking) {
        this.jdbc = new JdbcTemplate(source);
        this.statements = new Statements(source);
        this.taking = taking;
    }

    @Override
    public void take(List<DocumentLine> page) {
        for (DocumentLine line : page) {
            taking.answer().record();
            taking.read(line, "fee-invoice", FeeInvoice::of).ifPresent(one ->
                    taking.attempt(line, () -> fresh(one)).flatMap(ours -> ours).ifPresent(ours -> book(one, ours)));
        }
    }

    /** What our book gives for its days; empty when it was taken before. */
    private Optional<FeeStatement> fresh(FeeInvoice one) {
        String agency = taking.agency().id();
        String currency = one.fee().currency();
        if (taking.isRepeated(jdbc, "fee_invoice", "invoice", one.invoice(), currency, one.content())) {
            return Optional.empty();
        }
        if (jdbc.queryForObject("select count(*) from fee_invoice where agency = ? and currency = ? and from_day <= ? "
                + "and until_day >= ?", Long.class, agency, currency, one.until(), one.from()) > 0) {
            throw new LineFault("from", "GW-REM-121", "some of these days were billed before");
        }
        LocalDate today = taking.file().at().atZone(taking.agency().zone()).toLocalDate();
        FeeStatement ours = statements.of(agency, currency, one.from(), one.until());
        one.against(ours, today);
        return Optional.of(ours);
    }

    private void book(FeeInvoice one, FeeStatement ours) {
        String agency = taking.agency().id();
        jdbc.update("insert into fee_invoice (agency, invoice, currency, from_day, until_day, fee, content, file, at) "
                + "values (?, ?, ?, ?, ?, ?, ?, ?, ?)", agency, one.invoice(), one.fee().currency(), one.from(),
                one.until(), one.fee().amount(), one.content(), taking.file().sha256(),
                taking.file().at().atOffset(ZoneOffset.UTC));
        statements.bill(agency, one.fee().currency(), one.invoice(), one.from(), one.until());
        taking.effects().log(RoutingEntry.of(taking.file().at(), "remittance.billed", agency + "/" + one.invoice(),
                "agency", agency, "from", one.from().toString(), "until", one.until().toString(), "fee",
                one.fee().toString(), "receipts", ours.receipts().toString(), "on-receipts",
                ours.onReceipts().toString(), "on-direct", ours.onDirect().toString(), "kept-back",
                ours.keptBack().toString(), "file", taking.file().sha256()));
    }
}
