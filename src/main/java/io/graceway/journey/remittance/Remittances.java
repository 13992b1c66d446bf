package io.graceway.journey.remittance;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Money;
import io.graceway.journey.delinquency.Itemization;
import io.graceway.journey.delinquency.OpenItem;
import io.graceway.journey.eligibility.AccountBook.Stage;
import io.graceway.journey.eligibility.AccountBook.Standing;
import io.graceway.journey.eligibility.AccountBook.StandingPage;
import io.graceway.journey.placement.Agency;
import io.graceway.journey.placement.report.LineFault;
import io.graceway.journey.remittance.AgencyPayment.Kind;
import io.graceway.journey.remittance.AgencyPayment.Stated;
import io.graceway.journey.remittance.RemittancePage.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** The door of the stage: every cent that agencies bring, or that comes past them, finds its place once. */
public final class Remittances {

    private final Map<String, Agency> agencies;
    private final RemittanceBook book;
    private final BiPredicate<String, String> speaks;

    /** @param agencies by id */
    public Remittances(Map<String, Agency> agencies, RemittanceBook book) {
        this(agencies, book, (agency, document) -> true);
    }

    /** @param speaks whether an agency's dialect has words for a document */
    public Remittances(Map<String, Agency> agencies, RemittanceBook book, BiPredicate<String, String> speaks) {
        this.agencies = Map.copyOf(agencies);
        this.book = book;
        this.speaks = speaks;
    }

    /** Books a page of an agency's payments; a pure function of the lines and what is known. */
    public static RemittancePage reconcile(RemittanceLines lines, Known known) {
        RemittancePage page = RemittancePage.empty();
        Ledger ledger = new Ledger(lines.agency(), known, page);
        long record = lines.before();
        for (DocumentLine line : lines.lines()) {
            record++;
            try {
                ledger.book(Stated.of(line));
            } catch (LineFault fault) {
                page.refused().add(new Refused(fault.at(line), line.text("payment-id"),
                        rejected(line, lines.file() + ":" + record)));
            } catch (ClassCastException e) {
                page.refused().add(new Refused(new LineFault("", "GW-REM-013", "a field has the wrong type").at(line),
                        "", Optional.empty()));
            }
        }
        return page;
    }

    /** The money of a line that is not taken is kept track of too, where the line says how much it is. */
    private static Optional<AgencyPayment> rejected(DocumentLine line, String id) {
        try {
            Money amount = line.money("amount", line.text("currency")).filter(Money::isPositive).orElseThrow();
            Kind kind = line.text("kind").equals(Kind.REVERSAL.name()) ? Kind.REVERSAL : Kind.PAYMENT;
            return Optional.of(new AgencyPayment(line.number(), id, kind, Optional.empty(), line.text("placement"),
                    amount,
                    Split.rejected(amount), "REJECTED", line.date("paid-on").orElse(LocalDate.EPOCH), ""));
        } catch (IllegalArgumentException | java.util.NoSuchElementException | ClassCastException e) {
            return Optional.empty();
        }
    }

    /** Placed accounts of which the source shows less, or more, than our own postings explain. */
    public DirectPage direct(StandingPage page) {
        List<Standing> placed = page.standings().stream().filter(one -> one.stage() == Stage.PLACED).toList();
        Map<String, PlacedAccount> known = book.placed(page.pass(),
                placed.stream().map(Standing::placement).flatMap(Optional::stream).toList());
        List<DirectPage.Change> changes = new ArrayList<>();
        for (Standing standing : placed) {
            standing.placement().map(known::get).flatMap(one ->
                    change(one, standing.verdict().day(), shown(one, standing),
                    standing.verdict().account().itemization())).ifPresent(changes::add);
        }
        return new DirectPage(page.pass(), changes);
    }

    private static Money shown(PlacedAccount one, Standing standing) {
        return standing.verdict().account().items().stream().filter(one::counts)
                .map(OpenItem::open).reduce(Money.zero(one.seen().currency()), Money::plus);
    }

    private Optional<DirectPage.Change> change(PlacedAccount one, LocalDate day, Money shown,
                                             Optional<Itemization> itemized) {
        Agency agency = agencies.get(one.held().placement().agency());
        if (agency == null) {
            throw new IllegalStateException("agency " + one.held().placement().agency()
                    + " is not configured any more; keep its file while it holds placements");
        }
        return DirectWatch.compare(speaks.test(agency.id(), "direct-payment-reversal") ? one : one.untold(),
                agency.terms().feeOnDirect(), day, new DirectWatch.Shown(shown, one.credits(itemized),
                speaks.test(agency.id(), "adjustment")));
    }
}
