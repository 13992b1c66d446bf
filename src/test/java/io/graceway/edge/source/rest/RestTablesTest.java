package io.graceway.edge.source.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.edge.source.rest.PlayedService.Told;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.delinquency.AccountLines;
import io.graceway.journey.delinquency.AccountSource.Extract;
import io.graceway.journey.delinquency.SourceRefused;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in a source's file about its tables, tried out and held against what can be meant. */
class RestTablesTest {

    private static final String ITEMS = "  item: {list: {call: 'GET /accounts/{id}/invoices', at: rows}}";
    private static final String[] OFFSET = {"accounts:", "  list: {call: GET /accounts, query: {offset: '{offset}', "
            + "limit: '{limit}'}, keep: {id: uuid}}", "  paging: {by: offset, size: 3}", "  account: number", "tables:",
            ITEMS};

    @TempDir
    private Path temp;
    private final List<Duration> waits = new ArrayList<>();

    @Test
    void whole_tables_go_to_their_accounts_and_attributes_to_their_rows() {
        String[] lines = {"accounts: {list: {call: GET /customers}, account: no, table: debtor, attributes: "
                + "{list: {call: 'GET /customers/{no}/fields'}, name: n, value: v}}", "tables:",
            "  item: {list: {call: GET /open}, account: customer}"};
        try (PlayedService service = new PlayedService(asked -> switch (asked.path()) {
            case "/customers" -> Told.ok("[{'no':'A/1','name':'x'},{'no':'2'}]");
            case "/customers/A%2F1/fields" -> Told.ok("[{'n':'zone','v':'UTC'},{'n':'k','v':'1'},{'n':'k','v':'2'}]");
            case "/customers/2/fields" -> Told.ok("[]");
            default -> Told.ok("[{'customer':'2','id':'I'},{'customer':'A/1','id':'J'},{'id':'nobody'}]");
        })) {
            List<AccountLines> all = new ArrayList<>();
            try (Extract extract = Given.source(service, temp, waits, lines).open()) {
                extract.forEachRemaining(all::addAll);
                assertThat(extract.unattributed()).hasSize(1);
            }
            assertThat(all).hasSize(2);
            AccountLines first = all.stream().filter(one -> one.number().value().equals("A/1")).findFirst().get();
            assertThat(first.of("debtor").get(0).fields()).containsEntry("attributes.zone", "UTC")
                    .containsEntry("attributes.k", "");
            assertThat(first.of("item").get(0).fields()).containsEntry("id", "J");
        }
    }

    @Test
    void check_reads_a_little_and_says_where_it_ends() {
        try (PlayedService service = new PlayedService(asked -> asked.path().equals("/accounts")
                ? Told.ok("[{'uuid':'u0','number':'0'},{'uuid':'u1','number':'1'}]") : Told.ok("{'rows':[]}"))) {
            assertThat(Given.source(service, temp, waits, OFFSET).check()).allMatch(CheckStep::passed)
                    .extracting(CheckStep::step)
                    .containsExactly("resolve", "connect", "list of accounts", "table item");
            assertThat(service.calls()).containsExactly("GET /accounts {offset=0, limit=2}",
                    "GET /accounts/u0/invoices");
            service.answer(asked -> Told.json(401, "{}"));
            assertThat(Given.source(service, temp, waits, OFFSET).check()).extracting(CheckStep::code)
                    .containsExactly("", "", "GW-SRC-072");
        }
    }

    @Test
    void an_empty_list_may_come_as_the_status_that_the_file_names() {
        String[] lines = {"accounts: {list: {call: GET /a, empty: [404]}, account: number, table: item}"};
        try (PlayedService service = new PlayedService(asked -> Told.json(404, "{}"))) {
            Extract none = Given.source(service, temp, waits, lines).open();
            assertThat(none.hasNext()).isFalse();
            none.close();
            refuses(service, "GW-SRC-073", "accounts: {list: {call: GET /a}, account: number, table: item}");
        }
    }

    @Test
    void an_account_without_its_number_is_told_and_not_passed_over() {
        try (PlayedService service = new PlayedService(asked -> Told.ok("[{'number':'1'},{'name':'nobody'}]"))) {
            Extract extract = Given.source(service, temp, waits, "accounts: {list: {call: GET /a}, account: number}")
                    .open();
            assertThat(extract.unattributed()).hasSize(1).first().satisfies(one -> {
                assertThat(one.why().code()).isEqualTo("GW-SRC-010");
                assertThat(one.why().field()).isEqualTo("number");
            });
            extract.close();
        }
    }

    @Test
    void a_day_is_made_of_another_unless_the_row_has_it() {
        String[] lines = {"accounts: {list: {call: GET /a}, account: number, table: item, days: {due: {at: made.on, "
                + "plus: 30, unless: agreed}}}"};
        try (PlayedService service = new PlayedService(asked -> Told.ok("[{'number':'1','made':{'on':'2026-01-31'}},"
                + "{'number':'2','made':{'on':'2024-01-31T23:59:59Z'},'agreed':'2026-05-01'},"
                + "{'number':'3','made':{'on':'2024-02-01T23:59:59Z'}},{'number':'4','made':{'on':'soon'}}]"))) {
            List<String> days = new ArrayList<>();
            try (Extract extract = Given.source(service, temp, waits, lines).open()) {
                extract.forEachRemaining(page -> page.forEach(one -> days.add(one.number() + " "
                        + one.of("item").get(0).fields().get("due"))));
            }
            assertThat(days).containsExactlyInAnyOrder("1 2026-03-02", "2 2026-05-01", "3 2024-03-02", "4 null");
        }
    }

    @Test
    void a_file_that_cannot_be_meant_is_refused() {
        try (PlayedService service = new PlayedService(asked -> Told.ok("[]"))) {
            Map.of("accounts: {list: {call: POST /a}, account: n}", "may only read",
                    "accounts: {list: {call: 'GET //elsewhere.example/a'}, account: n}", "written as a method",
                    "accounts: {list: {call: 'GET /a/{nobody}'}, account: n}", "[nobody]",
                    "accounts: {list: {call: GET /a}, account: n, paging: {by: offset}}", "{offset} and {limit}",
                    "accounts: {list: {call: GET /a}, account: n}\ntables: {item: {list: {call: GET /i}, account: a, "
                    + "paging: {by: link, at: next}}}", "owed twice",
                    "accounts: {list: {call: GET /a}}", "in which column").forEach((line, why) -> assertThatThrownBy(
                        () -> Given.source(service, temp, waits, line)).isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining(why));
            assertThat(service.asked()).isEmpty();
        }
    }

    private void refuses(PlayedService service, String code, String... lines) {
        RestSource source = Given.source(service, temp, waits, lines);
        assertThatThrownBy(source::open).isInstanceOf(SourceRefused.class).hasMessageStartingWith(code);
    }
}
