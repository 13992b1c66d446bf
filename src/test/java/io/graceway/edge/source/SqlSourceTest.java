package io.graceway.edge.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.journey.account.CheckStep;
import io.graceway.journey.delinquency.AccountLines;
import io.graceway.journey.delinquency.AccountSource.Extract;
import io.graceway.journey.delinquency.SourceRefused;
import io.graceway.journey.writeback.Posting;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What has to hold on every database. */
abstract class SqlSourceTest {

    private static final Map<String, String> QUERIES = Map.of(
            "accounts", "select distinct number from ar_item where number > :after order by number limit :limit",
            "item", "select number as \"account\", id as \"id\", due as \"due\", amount as \"open\", seen as \"seen\""
                    + " from ar_item where number > :after and number <= :upto order by number, id -- all :of them",
            "contact", "select number as \"account\", 'it''s :said' as \"outcome\" from ar_contact"
                    + " where number > :after and number <= :upto order by number");

    abstract DataSource database();

    @BeforeEach
    void fill() throws SQLException {
        run("drop table if exists ar_item", "drop table if exists ar_contact", "drop table if exists graceway_posting",
                "create table ar_item (number varchar(20), id varchar(20), due date, amount numeric(30,2),"
                        + " seen timestamp with time zone)",
                "create table ar_contact (number varchar(20))");
        for (int i = 0; i < 25; i++) {
            for (int j = 0; j <= i % 3; j++) {
                run("insert into ar_item values ('%04d', 'I-%d', date '2026-01-0%d', %d.10, null)"
                        .formatted(i, j, j + 1, i));
            }
        }
        run("insert into ar_contact values ('0003'), ('0003'), ('zzzz'), ('0003x')");
    }

    @Test
    void walks_all_pages_and_gives_each_account_once() {
        for (int pageSize : new int[] {1, 7, 25, 1000}) {
            try (Extract extract = source(QUERIES, pageSize).open()) {
                List<AccountLines> accounts = FileSourceTest.all(extract);
                assertThat(accounts).as("%d a page", pageSize).extracting(one -> one.number().value())
                        .hasSize(25).isSorted().doesNotHaveDuplicates();
                assertThat(accounts.stream().mapToInt(one -> one.of("item").size()).sum()).isEqualTo(9 + 8 * 2 + 8 * 3);
                assertThat(accounts.get(3).of("contact")).hasSize(2)
                        .allMatch(line -> line.text("outcome").equals("it's :said"));
                assertThat(extract.customers()).isEqualTo(25);
                assertThat(extract.missingTables()).isEmpty();
            }
        }
    }

    @Test
    void values_are_exact_text_and_nulls_are_absent() throws SQLException {
        run("delete from ar_item", "insert into ar_item values ('0001', 'I-1', date '2026-01-05', "
                        + "1234567890123456789012345678.90, timestamp with time zone '2026-01-05 10:00:00+02:00')",
                "insert into ar_item values ('0001', 'I-2', null, 0.00, null)");
        try (Extract extract = source(QUERIES, 10).open()) {
            AccountLines account = FileSourceTest.all(extract).get(0);
            assertThat(account.of("item").get(0).text("open")).isEqualTo("1234567890123456789012345678.90");
            assertThat(account.of("item").get(0).text("due")).isEqualTo("2026-01-05");
            assertThat(OffsetDateTime.parse(account.of("item").get(0).text("seen")).toInstant())
                    .isEqualTo("2026-01-05T08:00:00Z");
            assertThat(account.of("item").get(1).has("due")).isFalse();
            assertThat(account.of("item").get(1).text("open")).isEqualTo("0.00");
        }
    }

    @Test
    void all_pages_come_from_one_moment() throws SQLException {
        try (Extract extract = source(QUERIES, 5).open()) {
            List<AccountLines> accounts = new ArrayList<>(extract.next());
            run("insert into ar_item values ('0099', 'late', date '2026-01-01', 1, null)",
                    "update ar_item set amount = 0 where number = '0024'");
            extract.forEachRemaining(accounts::addAll);
            assertThat(accounts).hasSize(25);
            assertThat(accounts.get(24).of("item").get(0).text("open")).isEqualTo("24.10");
        }
    }

    @Test
    void digest_tells_whether_the_data_changed() throws SQLException {
        String before = digest();
        assertThat(digest()).isEqualTo(before).hasSize(64);
        run("update ar_item set amount = amount + 0.01 where number = '0007'");
        assertThat(digest()).isNotEqualTo(before);
    }

    @Test
    void refuses_a_query_that_gives_the_same_accounts_again_and_again() {
        Map<String, String> looping = new HashMap<>(QUERIES);
        looping.put("accounts", "select distinct number from ar_item where :after = :after order by number limit :limit"
                .replace(":after = :after", "cast(:after as varchar(20)) is not null"));
        try (Extract extract = source(looping, 5).open()) {
            assertThatThrownBy(() -> FileSourceTest.all(extract)).isInstanceOf(SourceRefused.class)
                    .hasMessageStartingWith("GW-SRC-047");
        }
    }

    @Test
    void check_names_the_query_that_does_not_fit() {
        assertThat(source(QUERIES, 5).check()).allMatch(CheckStep::passed).extracting(CheckStep::step)
                .containsExactly("connect", "query accounts", "query contact", "query item");
        Map<String, String> wrong = new HashMap<>(QUERIES);
        wrong.put("item", "select nothing from ar_item where number > :after and number <= :upto");
        List<CheckStep> steps = source(wrong, 5).check();
        assertThat(steps.get(steps.size() - 1)).satisfies(step -> {
            assertThat(step.step() + " " + step.code()).isEqualTo("query item GW-SRC-043");
            assertThat(step.hint()).containsIgnoringCase("nothing");
        });
    }

    @Test
    void terms_without_paging_are_refused() {
        assertThatThrownBy(() -> new SqlTerms(Map.of("accounts", "select 1 limit :limit", "item", "select 1"),
                Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SqlTerms(Map.of(), Map.of(Posting.Kind.NOTE,
                "update x set y = :acount"))).hasMessageContaining(":acount");
    }

    private String digest() {
        try (Extract extract = source(QUERIES, 10).open()) {
            FileSourceTest.all(extract);
            return extract.digest();
        }
    }

    private SqlSource source(Map<String, String> queries, int pageSize) {
        return new SqlSource(database(), new SqlTerms(queries, Map.of(), pageSize, false, Duration.ofSeconds(20)),
                new PlainTables());
    }

    private void run(String... statements) throws SQLException {
        try (Connection connection = database().getConnection(); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
