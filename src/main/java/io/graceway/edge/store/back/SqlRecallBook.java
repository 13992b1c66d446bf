package io.graceway.edge.store.back;

import io.graceway.audit.RoutingEntry;
import io.graceway.audit.RoutingLog;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.placement.report.Holding;
import io.graceway.journey.recall.FinalRecall;
import io.graceway.journey.recall.PendingRecall;
import io.graceway.journey.recall.RecallBook;
import io.graceway.journey.recall.RecallPage;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Recalls in SQL; a page of them is one transaction with its messages, postings and log entries. */
public final class SqlRecallBook implements RecallBook {

    private final JdbcTemplate jdbc;
    private final Booking booking;

    public SqlRecallBook(DataSource source, TransactionTemplate transaction, RoutingLog log) {
        this.jdbc = new JdbcTemplate(source);
        this.booking = new Booking(source, transaction, log);
    }

    @Override
    public Map<String, Running> running(Collection<String> placements) {
        return new RecallRows(jdbc).running(placements);
    }

    @Override
    public List<Running> due(LocalDate latest, String afterPlacement, int atMost) {
        return jdbc.query(RecallRows.SELECT + "r.final_on <= ? and p.placement > ? order by p.placement limit ?",
                RecallRows::read, latest, afterPlacement, atMost);
    }

    @Override
    public List<Running> since(String agency, LocalDate latest, String afterPlacement, int atMost) {
        return jdbc.query(RecallRows.SELECT + "p.agency = ? and p.state in ('SENT', 'ACKNOWLEDGED') and "
                + "p.placed_on <= ? and p.placement > ? order by p.placement limit ?", RecallRows::read, agency, latest,
                afterPlacement, atMost);
    }

    @Override
    public Set<String> leaving() {
        return new HashSet<>(jdbc.queryForList("select agency from agency_life where state = 'LEAVING'", String.class));
    }

    @Override
    public List<Running> held(String agency, int atMost) {
        return jdbc.query(RecallRows.SELECT + "p.agency = ? and p.state <> 'RECALL_PENDING' order by p.placement limit "
                + "?", RecallRows::read, agency, atMost);
    }

    @Override
    public RecallPage record(RecallPage page) {
        return booking.at(page.at(), effects -> {
            List<String> numbers = Stream.concat(page.pending().stream().map(PendingRecall::held),
                    page.ended().stream().map(FinalRecall::held)).map(Holding::number).toList();
            Map<String, Holding> open = new Holdings(jdbc).open(numbers);
            RecallRows rows = new RecallRows(jdbc);
            for (FinalRecall one : page.ended()) {
                Holding now = open.remove(one.held().number());
                if (now != null) {
                    rows.end(new FinalRecall(now, one.reason(), one.day()), effects);
                }
            }
            for (PendingRecall one : page.pending()) {
                // What an agency reported since the page was read rules: a placement may have ended by now.
                Holding now = open.remove(one.held().number());
                if (now != null && (now.state() == State.SENT || now.state() == State.ACKNOWLEDGED)) {
                    rows.begin(new PendingRecall(now, one.recall()), effects);
                }
            }
            page.refused().forEach(one -> effects.log(RoutingEntry.of(page.at(), "recall.refused", one.placement(),
                    "code", one.code())));
            return page;
        });
    }
}
