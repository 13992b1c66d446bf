package io.graceway.edge.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.audit.RoutingLog;
import io.graceway.journey.GivenAccount;
import io.graceway.journey.GivenRules;
import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.Pass;
import io.graceway.journey.delinquency.DelinquentAccount;
import io.graceway.journey.eligibility.VerdictPage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SqlVanishedTest {

    private static List<String> unseen(DataSource store, boolean all) {
        List<String> told = new ArrayList<>();
        new SqlVanished(store).unseen("erp", key -> key.number().value().equals("SHOWN"), all).forEachRemaining(page ->
                page.forEach(one -> told.add(one.key().number().value() + " " + one.items().size())));
        return told;
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void gives_what_was_not_shown_as_it_was_and_what_falls_due_later_only_where_all_is_asked(Databases kind) {
        DataSource store = kind.fresh();
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(store));
        RoutingLog log = new RoutingLog(new SqlEntryTable(new JdbcTemplate(store), transaction));
        Pass pass = new Pass(Instant.parse("2026-03-04T15:00:00Z"), AsOf.date(LocalDate.of(2026, 3, 4)),
                Pass.Until.END, true);
        List<DelinquentAccount> accounts = List.of(GivenAccount.wellTreated().number("DUE").account(),
                GivenAccount.untouched().number("LATER").owes("INV-9", "2026-09-01", "10.00").account(),
                GivenAccount.wellTreated().number("SHOWN").account());
        new SqlAccountBook(store, transaction, log).record(new VerdictPage(pass, "erp", accounts.stream()
                .map(one -> GivenRules.with().judge(one, pass.asOf())).toList(), List.of()));
        assertThat(unseen(store, false)).containsExactly("DUE 1");
        assertThat(unseen(store, true)).containsExactly("DUE 1", "LATER 1");
    }
}
