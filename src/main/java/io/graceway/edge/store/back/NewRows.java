package io.graceway.edge.store.back;

import io.graceway.edge.store.Bulk;
import io.graceway.edge.store.Rows;
import io.graceway.journey.account.Money;
import io.graceway.journey.writeback.Posting;
import io.graceway.journey.writeback.Postings;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Adds cases and postings that are not there yet. */
final class NewRows {

    private final JdbcTemplate jdbc;
    private final Bulk bulk;
    private final Instant at;

    NewRows(JdbcTemplate jdbc, Bulk bulk, Instant at) {
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.at = at;
    }

    void write(List<Effects.Opened> cases, List<Posting> postings) {
        open(cases);
        post(postings);
    }

    private void open(List<Effects.Opened> cases) {
        Set<String> known = new HashSet<>();
        Rows.in(jdbc, "select id, source, number, type from house_case where closed is null and number",
                cases.stream().map(one -> one.account().number().value()).toList(), (row, i) -> known.add(
                        row.getString("source") + "\u001f" + row.getString("number") + "\u001f"
                        + row.getString("type")));
        Set<String> ids = new HashSet<>(Rows.in(jdbc, "select id from house_case where id",
                cases.stream().map(one -> one.one().id()).toList(), (row, i) -> row.getString("id")));
        List<Object[]> rows = new ArrayList<>();
        for (Effects.Opened opened : cases) {
            String source = opened.account().source();
            String number = opened.account().number().value();
            if (known.add(source + "\u001f" + number + "\u001f" + opened.one().type()) && ids.add(opened.one().id())) {
                rows.add(new Object[] {opened.one().id(), source, number, opened.one().type().name(), opened.one()
                        .opened(),
                    opened.one().closed().orElse(null), opened.agency()});
            }
        }
        bulk.insert("house_case", "id, source, number, type, opened, closed, agency", rows);
    }

    /** A key that stands for another posting already would swallow this one: then it gets a key of its own. */
    private void post(List<Posting> postings) {
        Set<String> known = new HashSet<>(Rows.in(jdbc, "select id from posting where id",
                postings.stream().map(Posting::key).toList(), (row, i) -> row.getString("id")));
        List<Object[]> rows = new ArrayList<>();
        for (Posting wanted : postings) {
            Posting one = known.add(wanted.key()) ? wanted : Postings.apart(wanted);
            rows.add(new Object[] {one.key(), one.account().source(), one.account().number().value(),
                one.account().currency(), one.kind().name(), one.amount().map(Money::amount).orElse(null), one.on(),
                one.code(), one.reference(), one.text(), "PENDING", "", at.atOffset(ZoneOffset.UTC)});
        }
        bulk.insert("posting", "id, source, number, currency, kind, amount, on_day, code, reference, text, state, "
                + "evidence, at", rows);
    }
}
