package io.graceway.edge.store.inbox;

import io.graceway.edge.store.back.Holdings;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Ids;
import io.graceway.journey.delinquency.HouseCase;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.placement.report.Closure;
import io.graceway.journey.placement.report.Closure.Meaning;
import io.graceway.journey.placement.report.Holding;
import io.graceway.journey.writeback.Postings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Takes placements that an agency gives back. */
final class ClosureDesk implements Taking.Desk {

    private final JdbcTemplate jdbc;
    private final Taking taking;

    ClosureDesk(DataSource source, Taking taking) {
        this.jdbc = new JdbcTemplate(source);
        this.taking = taking;
    }

    @Override
    public void take(List<DocumentLine> page) {
        Map<String, Holding> held = new Holdings(jdbc).of(taking.agency().id(),
                Taking.numbers(page, "placement"));
        for (DocumentLine line : page) {
            taking.answer().record();
            taking.read(line, "closure", Closure::of).ifPresent(one -> close(line, one, held));
        }
    }

    private void close(DocumentLine line, Closure one, Map<String, Holding> held) {
        Optional<Meaning> meaning = taking.attempt(line, () -> {
            if (!held.containsKey(one.placement())) {
                throw Taking.unknownPlacement();
            }
            return one.on(held.get(one.placement()));
        });
        if (meaning.filter(Meaning.REPEATED::equals).isPresent()) {
            taking.answer().repeated();
        } else if (meaning.isPresent()) {
            Holding before = held.get(one.placement());
            taking.effects().log(meaning.get() == Meaning.CLOSES ? "placement.closed" : "placement.confirmed", before,
                    "code", one.code().name(), "day", one.closedOn().toString(), "left", before.left().toString());
            if (meaning.get() == Meaning.CLOSES) {
                held.put(one.placement(), end(one, before));
            }
        }
    }

    private Holding end(Closure one, Holding before) {
        Holding after = before.ended(State.CLOSED, one.code().name());
        taking.effects().move(after);
        taking.effects().post(Postings.closure(one, after));
        LocalDate today = taking.file().at().atZone(before.zone()).toLocalDate();
        LocalDate opened = one.closedOn().isAfter(today) ? today : one.closedOn();
        one.code().opens().map(type -> new HouseCase(Ids.of("C", before.number(), one.code()), type, opened,
                Optional.empty())).ifPresent(it -> {
                    taking.effects().open(it, before);
                    // The source closes only what it was told of under its number.
                    taking.effects().post(Postings.opened(it, before.placement().account(), taking.agency().id()));
                });
        return after;
    }
}
