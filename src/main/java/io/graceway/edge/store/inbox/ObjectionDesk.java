package io.graceway.edge.store.inbox;

import io.graceway.edge.store.back.Holdings;
import io.graceway.edge.store.back.RecallRows;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.placement.report.Holding;
import io.graceway.journey.recall.PendingRecall;
import io.graceway.journey.recall.Recall;
import io.graceway.journey.recall.RecallBook.Running;
import io.graceway.journey.recall.RecallObjection;
import io.graceway.journey.recall.Recalls;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Hears an agency's objections to recalls. */
final class ObjectionDesk implements Taking.Desk {

    private final JdbcTemplate jdbc;
    private final RecallRows rows;
    private final Taking taking;

    ObjectionDesk(DataSource source, Taking taking) {
        this.jdbc = new JdbcTemplate(source);
        this.rows = new RecallRows(jdbc);
        this.taking = taking;
    }

    @Override
    public void take(List<DocumentLine> page) {
        Map<String, Holding> held = new Holdings(jdbc).of(taking.agency().id(),
                Taking.numbers(page, "placement"));
        Map<String, Running> running = rows.running(held.keySet());
        for (DocumentLine line : page) {
            taking.answer().record();
            taking.read(line, "recall-objection", RecallObjection::of).ifPresent(one -> hear(line, one, held, running));
        }
    }

    private void hear(DocumentLine line, RecallObjection one, Map<String, Holding> held, Map<String, Running> running) {
        Holding holding = held.get(one.placement());
        Running now = holding == null ? null
                : running.getOrDefault(one.placement(), new Running(holding, Optional.empty()));
        Optional<Recall> recall = Optional.ofNullable(now).flatMap(Running::recall);
        if (recall.flatMap(Recall::objection).filter(one.code()::equals).isPresent()) {
            taking.answer().repeated();
            return;
        }
        taking.attempt(line, () -> {
            if (now == null) {
                throw Taking.unknownPlacement();
            }
            LocalDate day = taking.file().at().atZone(now.held().zone()).toLocalDate();
            return Recalls.object(one, now, day, taking.agency().terms());
        }).ifPresent(extended -> extend(extended, running));
    }

    private void extend(PendingRecall extended, Map<String, Running> running) {
        rows.extend(extended, taking.effects());
        running.put(extended.held().number(), new Running(extended.held(), Optional.of(extended.recall())));
    }
}
