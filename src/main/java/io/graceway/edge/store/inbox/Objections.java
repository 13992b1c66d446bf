package io.graceway.edge.store.inbox;

import io.graceway.edge.store.back.RecallRows;
import io.graceway.journey.account.Reject;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.placement.report.Holding;
import io.graceway.journey.placement.report.LineFault;
import io.graceway.journey.recall.ObjectionCode;
import io.graceway.journey.recall.RecallBook.Running;
import io.graceway.journey.recall.RecallObjection;
import io.graceway.journey.recall.Recalls;
import io.graceway.journey.writeback.News;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What an arrangement does to a recall: in time it is an objection, later the recall goes on. */
final class Objections {

    private final RecallRows rows;
    private final Taking taking;

    Objections(JdbcTemplate jdbc, Taking taking) {
        this.rows = new RecallRows(jdbc);
        this.taking = taking;
    }

    void arranged(News one, Holding held, LocalDate today) {
        if (held.state() != State.RECALL_PENDING) {
            return;
        }
        try {
            Running running = rows.running(List.of(held.number())).get(held.number());
            rows.extend(Recalls.object(new RecallObjection(one.line().number(), held.number(),
                    ObjectionCode.PAYMENT_ARRANGEMENT, one.line().date("last-on")), running, today,
                    taking.agency().terms()), taking.effects());
        } catch (LineFault late) {
            taking.answer().remark(new Reject(one.line().number(), "placement", "GW-REM-063",
                    "the arrangement is kept, and the recall goes on: " + late.getMessage()), held.number());
        }
    }
}
