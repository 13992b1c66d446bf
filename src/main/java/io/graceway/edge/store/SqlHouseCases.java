package io.graceway.edge.store;

import io.graceway.journey.delinquency.DelinquentAccount;
import io.graceway.journey.delinquency.HouseCase;
import io.graceway.journey.delinquency.RecognisedPage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Adds the cases that the house opened here to what the source shows; where both know a case, the source's rules. */
public final class SqlHouseCases {

    private final JdbcTemplate jdbc;

    public SqlHouseCases(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    public RecognisedPage join(RecognisedPage page) {
        Map<String, List<HouseCase>> ours = new HashMap<>();
        Rows.in(jdbc, "select * from house_case where source = ? and number", page.accounts().stream()
                .map(one -> one.key().number().value()).toList(), (row, i) ->
                ours.computeIfAbsent(row.getString("number"),
                        number -> new ArrayList<>()).add(new HouseCase(row.getString("id"),
                        HouseCase.Type.valueOf(row.getString("type")), Rows.date(row, "opened").orElseThrow(),
                        Rows.date(row, "closed"))), page.source());
        return ours.isEmpty() ? page : new RecognisedPage(page.pass(), page.source(), page.accounts().stream()
                .map(one -> join(one, ours.getOrDefault(one.key().number().value(), List.of()))).toList(),
                page.refused());
    }

    private static DelinquentAccount join(DelinquentAccount account, List<HouseCase> ours) {
        Set<String> known = account.cases().stream().map(HouseCase::id).collect(Collectors.toSet());
        List<HouseCase> more = ours.stream().filter(one -> !known.contains(one.id())).toList();
        return more.isEmpty() ? account : account.withCases(java.util.stream.Stream.concat(account.cases().stream(),
                more.stream()).toList());
    }
}
