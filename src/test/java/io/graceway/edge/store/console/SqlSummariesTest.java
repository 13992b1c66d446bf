package io.graceway.edge.store.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.Databases;
import io.graceway.face.console.GivenStore;
import io.graceway.face.console.list.Sheet;
import io.graceway.face.console.list.Summaries;
import io.graceway.journey.account.Money;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every sum of the console, on both databases. */
@ParameterizedClass
@EnumSource(Databases.class)
class SqlSummariesTest {

    @Parameter
    Databases databases;

    private Summaries summaries;

    @BeforeEach
    void given() {
        DataSource store = databases.fresh();
        GivenStore.fill(store);
        JdbcTemplate jdbc = new JdbcTemplate(store);
        jdbc.update("update account set stage = 'HELD', reasons = 'OPEN_DISPUTE' where number = 'C-1'");
        jdbc.update("insert into house_case (id, source, number, type, opened, agency) values ('H1', 'erp', 'C-1', "
                + "'DISPUTE', date '2026-04-30', 'northgate')");
        jdbc.update("insert into notice_answer (notice, answer, on_day) select id, 'TALK', date '2026-03-05' "
                + "from notice");
        jdbc.update("insert into tone_finding (agency, event, tone_check, result, severity, placement, tone, detail) "
                + "values ('northgate', 'E1', 'HOURS', 'BREACH', 2, 'PL-1', 'acme@4', '')");
        jdbc.update("insert into tone_acceptance (agency, profile, version, sha256, accepted_on) values ('northgate', "
                + "'acme', 3, 'abc', date '2026-01-09')");
        summaries = new SqlSummaries(store);
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    @Test
    void money_is_summed_with_what_did_not_stand_taken_off() {
        assertThat(summaries.read("agency-remittances", "northgate").rows()).containsExactly(List.of("USD", 2L,
                LocalDate.parse("2026-03-05"), usd("300.00"), usd("210.00"), usd("15.00"), usd("0.00"), usd("75.00"),
                usd("300.00")));
        assertThat(summaries.read("agency-remittances", "harbour").rows()).isEmpty();
    }

    @Test
    void what_agencies_did_is_counted_for_each() {
        assertThat(summaries.read("agency-recalls", "northgate").rows()).containsExactly(List.of("PENDING",
                "CUSTOMER_COMPLAINT", 1L, LocalDate.parse("2026-03-12"), LocalDate.parse("2026-03-13")));
        assertThat(summaries.read("agency-findings", "northgate").rows()).containsExactly(List.of(2L, "HOURS",
                "BREACH", 1L));
        assertThat(summaries.read("agency-tones", "northgate").rows()).containsExactly(List.of("acme", 3L, "abc",
                LocalDate.parse("2026-01-09")));
        for (String name : List.of("agency-recalls", "agency-findings", "agency-tones")) {
            assertThat(summaries.read(name, "harbour").rows()).as(name).isEmpty();
        }
    }

    @Test
    void reasons_say_where_they_are_known_from_and_notices_what_came_of_them() {
        assertThat(summaries.read("reasons", "").rows()).extracting(row -> List.of(row.get(0), row.get(1), row.get(3),
                row.get(5))).containsExactlyInAnyOrder(List.of("HELD", "OPEN_DISPUTE", "erp", 1L),
                List.of("AGENCY", "DISPUTE", "erp", 1L));
        assertThat(summaries.read("reasons", "").rows()).anyMatch(row -> row.get(4).equals("2026-04"));
        Sheet notices = summaries.read("notices", "");
        assertThat(notices.rows()).singleElement().satisfies(row -> assertThat(row.subList(1, 15)).containsExactly(
                "EMAIL", "acme@1", 1L, 1L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L, 0L));
    }
}
