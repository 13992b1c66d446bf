package io.graceway.edge.store.inbox;

import io.graceway.edge.store.Bulk;
import io.graceway.edge.store.back.Holdings;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Money;
import io.graceway.journey.account.Reject;
import io.graceway.journey.placement.BrandTone;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.placement.report.Acknowledgement;
import io.graceway.journey.placement.report.Acknowledgement.Meaning;
import io.graceway.journey.placement.report.Holding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Takes an agency's answers to placements, and its word that it works by a tone. */
final class AcknowledgementDesk implements Taking.Desk {

    private final JdbcTemplate jdbc;
    private final Bulk bulk;
    private final Taking taking;
    private final ToneBook tones;
    private final Set<String> deliveries = new TreeSet<>();
    private final List<Object[]> answers = new ArrayList<>();

    AcknowledgementDesk(DataSource source, List<BrandTone> tones, Taking taking) {
        this.jdbc = new JdbcTemplate(source);
        this.bulk = new Bulk(source);
        this.taking = taking;
        this.tones = new ToneBook(jdbc, tones, taking);
    }

    @Override
    public void take(List<DocumentLine> page) {
        Map<String, Holding> held = new Holdings(jdbc).of(taking.agency().id(),
                Taking.numbers(page, "placement"));
        for (DocumentLine line : page) {
            taking.answer().record();
            if (line.record().equals("tone")) {
                tones.accept(line);
            } else {
                taking.read(line, "acknowledgement", Acknowledgement::of).ifPresent(one -> answer(line, one, held));
            }
        }
        bulk.update("placement p", "p.placement = g.placement", "agency_file = g.file, agency_balance = g.balance, "
                + "answered_on = g.answered", "placement varchar, file varchar, balance numeric(19,4), answered date",
                answers);
        answers.clear();
    }

    private void answer(DocumentLine line, Acknowledgement one, Map<String, Holding> held) {
        taking.attempt(line, () -> {
            Holding before = held.get(one.placement());
            if (before == null) {
                throw Taking.unknownPlacement();
            }
            return one.on(before);
        }).ifPresent(meaning -> {
            if (meaning == Meaning.REPEATED) {
                taking.answer().repeated();
            } else {
                held.put(one.placement(), first(one, held.get(one.placement()), meaning));
            }
        });
    }

    private Holding first(Acknowledgement one, Holding before, Meaning meaning) {
        answers.add(new Object[] {one.placement(), one.agencyFile().map(Object::toString).orElse(null),
            one.balance().filter(money -> money.currency().equals(before.left().currency())).map(Money::amount)
            .orElse(null), one.receivedOn()});
        before.delivery().ifPresent(deliveries::add);
        one.mismatch(before).ifPresent(mismatch -> {
            taking.answer().remark(mismatch, one.placement());
            taking.effects().log("placement.mismatch", before, "code", mismatch.code(), "placed",
                    before.placement().placed().toString(), "received", one.balance().map(Money::toString).orElse(""));
        });
        Holding after = before.answeredWith(one.agencyFile());
        if (meaning == Meaning.TURNED_DOWN) {
            after = after.ended(State.REJECTED, "REJECTED");
            taking.effects().move(after);
            rejected(one, after);
        } else {
            taking.effects().change(after);
            taking.effects().log("placement.acknowledged", after, "agency-file", one.agencyFile().map(Object::toString)
                    .orElse(""), "day", one.receivedOn().toString(), "state", after.state().name());
        }
        return after;
    }

    /** The agency's reason is for people; only a code of it may stand in the log. */
    private void rejected(Acknowledgement one, Holding after) {
        boolean code = one.reason().matches("[A-Z0-9_-]{1,40}");
        taking.effects().log("placement.rejected", after, "day", one.receivedOn().toString(), "reason",
                code ? one.reason() : "");
        taking.effects().puzzle(after, "GW-REM-026", "the agency turned the placement down; choose what becomes of it");
    }

    @Override
    public void finish() {
        taking.effects().flush();
        deliveries.forEach(new DeliveryLadder(jdbc, taking)::answered);
    }
}
