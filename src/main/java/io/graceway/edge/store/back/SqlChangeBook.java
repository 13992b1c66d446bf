package io.graceway.edge.store.back;

import io.graceway.audit.RoutingLog;
import io.graceway.edge.store.Bulk;
import io.graceway.edge.store.Documents;
import io.graceway.edge.store.Rows;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.placement.change.ChangeBook;
import io.graceway.journey.placement.change.ChangePage;
import io.graceway.journey.placement.change.Facts;
import io.graceway.journey.placement.report.Holding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What agencies were told of customers, in SQL; a page is one transaction with its messages and log entries. */
public final class SqlChangeBook implements ChangeBook {

    private final DataSource source;
    private final JdbcTemplate jdbc;
    private final Booking booking;
    private final ArrangementRows arrangements;
    private final Documents documents = new Documents();

    public SqlChangeBook(DataSource source, TransactionTemplate transaction, RoutingLog log) {
        this.source = source;
        this.jdbc = new JdbcTemplate(source);
        this.booking = new Booking(source, transaction, log);
        this.arrangements = new ArrangementRows(jdbc);
    }

    @Override
    public Map<String, Told> told(String from, Collection<String> placements) {
        Map<String, List<String>> requests = new HashMap<>();
        Rows.in(jdbc, "select placement, message from news where kind = 'INFORMATION_REQUEST' and code <> 'LEGAL_STEP' "
                + "and answered = false and "
                + "placement", placements, (row, i) -> requests.computeIfAbsent(row.getString("placement"), any ->
                new ArrayList<>()).add(row.getString("message")));
        Map<String, Told> told = new LinkedHashMap<>();
        Rows.in(jdbc, "select " + Holdings.COLUMNS + ", p.email_kept, t.facts, case when t.facts is null then "
                + "k.document end as document from placement p join placement_document k on k.placement = p.placement "
                + "left join told t on t.placement = p.placement where "
                + "p.state in ('SENT', 'ACKNOWLEDGED', 'RECALL_PENDING') and p.placement", placements, (row, i) ->
                told.put(row.getString("placement"), new Told(Holdings.read(row, i), row.getBoolean("email_kept"),
                Optional.ofNullable(row.getString("facts")).map(Facts::read),
                Optional.ofNullable(row.getString("document")).map(documents::read), new HashSet<>(),
                requests.getOrDefault(row.getString("placement"), List.of()))));
        Map<String, List<Told>> byAccount = new HashMap<>();
        told.values().forEach(one -> byAccount.computeIfAbsent(one.held().placement().account().number().value(), any ->
                new ArrayList<>()).add(one));
        Rows.in(jdbc, "select id, number, agency from house_case where agency is not null and source = ? and number",
                byAccount.keySet(), (row, i) -> own(byAccount.get(row.getString("number")), row.getString("agency"),
                row.getString("id")), from);
        return told;
    }

    private static boolean own(List<Told> ofAccount, String agency, String caseId) {
        ofAccount.stream().filter(one -> one.held().placement().agency().equals(agency))
                .forEach(one -> one.ownCases().add(caseId));
        return true;
    }

    @Override
    public ChangePage record(ChangePage page) {
        if (page.changes().isEmpty()) {
            return page;
        }
        return booking.at(page.at(), effects -> {
            List<String> numbers = page.changes().stream().map(one -> one.held().number()).toList();
            Map<String, Holding> open = new Holdings(jdbc).open(numbers);
            List<Object[]> facts = new ArrayList<>();
            for (ChangePage.Change one : page.changes()) {
                Holding now = open.get(one.held().number());
                if (now != null && now.state() != State.DECIDED) {
                    facts.add(new Object[] {now.number(), one.now().text()});
                    tell(one, now, effects);
                }
            }
            jdbc.batchUpdate("delete from told where placement = ?", facts.stream().map(one -> new Object[] {one[0]})
                    .toList());
            new Bulk(source).insert("told", "placement, facts", facts);
            return page;
        });
    }

    private void tell(ChangePage.Change one, Holding held, Effects effects) {
        for (DocumentLine line : one.lines()) {
            effects.tell(held, line.record(), line);
            if (line.record().equals("arrangement")) {
                arrangements.agreed(line, held);
            }
            effects.log("placement.changed", held, "document", line.record(), "message", line.text("message-id"),
                    "code", line.text("part") + line.text("code"), "resolved", line.text("resolved-on"));
        }
        one.unspoken().forEach(document -> effects.puzzle(held, "GW-REM-106",
                "the agency's dialect has no " + document + "; tell it by another way"));
        jdbc.batchUpdate("update news set answered = true where agency = ? and kind = 'INFORMATION_REQUEST' and "
                + "message = ?", one.answered().stream().map(request -> new Object[] {held.placement().agency(),
                    request}).toList());
    }
}
