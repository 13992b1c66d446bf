package io.graceway.edge.store.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.Databases;
import io.graceway.face.console.GivenStore;
import io.graceway.face.evidence.Records;
import io.graceway.face.evidence.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What belongs to an account, an agency or a period, the same from both databases. */
@ParameterizedClass
@EnumSource(Databases.class)
class SqlRecordsTest {

    @Parameter
    Databases databases;

    private SqlRecords records;

    @BeforeEach
    void given() {
        DataSource store = databases.fresh();
        GivenStore.fill(store);
        records = new SqlRecords(store, new TransactionTemplate(new JdbcTransactionManager(store)));
    }

    private Map<String, List<List<String>>> read(Scope scope, boolean personal) {
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        List<List<String>> rows = new ArrayList<>();
        records.read(scope, personal, new Records.Sink() {
            private List<List<String>> table = rows;

            @Override
            public void table(String name, List<String> columns, boolean isPersonal) {
                assertThat(isPersonal).isIn(false, personal);
                table = new ArrayList<>();
                tables.put(name, table);
            }

            @Override
            public void row(List<String> cells) {
                table.add(cells);
            }
        });
        return tables;
    }

    @Test
    void an_account_has_what_is_its_own() {
        Map<String, List<List<String>>> tables = read(Scope.ofAccount("AC-PL-1"), false);
        assertThat(tables.get("placements")).hasSize(1);
        assertThat(tables.get("payments")).hasSize(2);
        assertThat(tables.get("recalls")).hasSize(1);
        assertThat(tables.get("notices")).isEmpty();
        assertThat(tables.get("direct-payments")).isEmpty();
        assertThat(tables).doesNotContainKeys("customers", "posting-texts");
        assertThat(read(Scope.ofAccount("C-1"), true).get("posting-texts").get(0)).containsExactly("POST-1",
                "my own words");
    }

    @Test
    void an_agency_has_what_was_with_it_and_times_are_spelled_alike() {
        Map<String, List<List<String>>> tables = read(Scope.ofAgency("northgate"), false);
        assertThat(tables.get("placements")).extracting(row -> row.get(0)).containsExactly("PL-1", "PL-2");
        assertThat(tables.get("deliveries")).singleElement().asList().contains("2026-03-05T12:00:00Z");
        assertThat(tables.get("delivery-steps")).hasSize(2);
        assertThat(read(Scope.ofAgency("harbour"), false).get("deliveries")).isEmpty();
    }

    @Test
    void a_period_has_its_first_and_its_last_day_and_no_other() {
        LocalDate day = LocalDate.of(2026, 3, 5);
        assertThat(read(Scope.ofDays(day, day), false).get("deliveries")).hasSize(1);
        assertThat(read(Scope.ofDays(day, day), false).get("payments")).hasSize(2);
        assertThat(read(Scope.ofDays(day.minusDays(2), day.minusDays(1)), false).get("deliveries")).isEmpty();
        assertThat(read(Scope.ofDays(day.plusDays(1), day.plusDays(2)), false).get("payments")).isEmpty();
    }

    @Test
    void entries_about_files_of_others_do_not_belong_to_an_account() {
        Records.Ids ids = records.ids(Scope.ofAccount("AC-PL-1"));
        assertThat(ids.subjects()).contains("PL-1", "northgate/P1", "northgate/P2").doesNotContain("PL-2", "D-1");
        assertThat(ids.facts()).containsExactly("PL-1");
        assertThat(records.ids(Scope.ofAgency("northgate")).facts()).containsExactlyInAnyOrder("northgate", "PL-1",
                "PL-2");
    }
}
