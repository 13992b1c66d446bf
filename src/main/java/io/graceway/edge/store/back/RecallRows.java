package io.graceway.edge.store.back;

import io.graceway.edge.store.Rows;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.placement.report.Holding;
import io.graceway.journey.recall.FinalRecall;
import io.graceway.journey.recall.ObjectionCode;
import io.graceway.journey.recall.PendingRecall;
import io.graceway.journey.recall.Recall;
import io.graceway.journey.recall.RecallBook.Running;
import io.graceway.journey.writeback.Postings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** How a recall is kept, told to the agency and told to the source. */
public final class RecallRows {

    static final String SELECT = "select " + Holdings.COLUMNS + ", r.reason as recall_reason, r.begun_on, r.object_by, "
            + "r.final_on, r.objection, (select max(a.last_on) from arrangement a where a.placement = p.placement and "
            + "a.stage = 'AGREED') as arranged, (select max(a.last_on) from arrangement a where a.placement = "
            + "p.placement and a.stage = 'AGREED' and a.in_house = true) as in_house from placement p "
            + "left join recall r on r.placement = p.placement "
            + "and r.state in ('PENDING', 'EXTENDED') where p.state in ('DECIDED', 'SENT', 'ACKNOWLEDGED', "
            + "'RECALL_PENDING') and ";

    private final JdbcTemplate jdbc;

    public RecallRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    static Running read(ResultSet row, int number) throws SQLException {
        Optional<Recall> recall = row.getString("recall_reason") == null ? Optional.empty()
                : Optional.of(new Recall(row.getString("recall_reason"), Rows.date(row, "begun_on").orElseThrow(),
                Rows.date(row, "object_by").orElseThrow(), Rows.date(row, "final_on").orElseThrow(),
                Optional.of(row.getString("objection")).filter(code -> !code.isEmpty()).map(ObjectionCode::valueOf)));
        return new Running(Holdings.read(row, number), recall, Rows.date(row, "arranged"),
                Rows.date(row, "in_house"));
    }

    /** The open ones among these placements, with the recall that runs. */
    public Map<String, Running> running(Collection<String> placements) {
        Map<String, Running> running = new LinkedHashMap<>();
        Rows.in(jdbc, SELECT + "p.placement", placements, RecallRows::read)
                .forEach(one -> running.put(one.held().number(), one));
        return running;
    }

    void begin(PendingRecall one, Effects effects) {
        write(one, "PENDING");
        effects.change(one.held().recalled());
        tell(one, "PENDING", effects);
        effects.log("recall.begun", one.held(), "reason", one.recall().reason(), "day", one.recall().begunOn()
                .toString(),
                "object-by", one.recall().objectBy().toString(), "final-on", one.recall().finalOn().toString());
    }

    /** The agency's objection was heard. */
    public void extend(PendingRecall one, Effects effects) {
        write(one, "EXTENDED");
        tell(one, "EXTENDED", effects);
        effects.log("recall.extended", one.held(), "reason", one.recall().reason(), "objection",
                one.recall().objection().orElseThrow().name(), "final-on", one.recall().finalOn().toString());
    }

    /** What never left is withdrawn, and no agency hears of it. */
    void end(FinalRecall one, Effects effects) {
        Holding held = one.held();
        if (held.state() == State.DECIDED) {
            effects.move(held.ended(State.WITHDRAWN, one.reason()));
            effects.log("recall.withdrawn", held, "reason", one.reason(), "day", one.day().toString());
            return;
        }
        int running = jdbc.update("update recall set state = 'FINAL', final_on = ? where placement = ? and state in "
                + "('PENDING', 'EXTENDED')", one.day(), held.number());
        if (running == 0) {
            insert(held, "FINAL", new Recall(one.reason(), one.day(), one.day(), one.day().plusDays(1),
                    Optional.empty()));
            jdbc.update("update recall set final_on = ? where placement = ?", one.day(), held.number());
        }
        effects.move(held.ended(State.RECALLED, one.reason()));
        effects.tell(held, "recall", DocumentLine.of("recall", "placement", held.number(), "account",
                held.placement().account().number().value(), "stage", "FINAL", "reason", one.reason(), "effective-on",
                one.day()));
        effects.post(Postings.status("RECALLED", held, one.day(), one.day().toString()));
        effects.log("recall.ended", held, "reason", one.reason(), "day", one.day().toString());
    }

    private void write(PendingRecall one, String state) {
        insert(one.held(), state, one.recall());
    }

    private void insert(Holding held, String state, Recall recall) {
        jdbc.update("delete from recall where placement = ?", held.number());
        jdbc.update("insert into recall (placement, state, reason, begun_on, object_by, final_on, objection) values "
                + "(?, ?, ?, ?, ?, ?, ?)", held.number(), state, recall.reason(), recall.begunOn(), recall.objectBy(),
                recall.finalOn(), recall.objection().map(Enum::name).orElse(""));
    }

    private static void tell(PendingRecall one, String stage, Effects effects) {
        Holding held = one.held();
        effects.tell(held, "recall", DocumentLine.of("recall", "placement", held.number(), "account",
                held.placement().account().number().value(), "stage", stage, "reason", one.recall().reason(),
                "object-by",
                one.recall().objectBy(), "effective-on", one.recall().finalOn()));
    }
}
