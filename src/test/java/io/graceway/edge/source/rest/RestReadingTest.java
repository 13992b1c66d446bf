package io.graceway.edge.source.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.edge.source.rest.PlayedService.Asked;
import io.graceway.edge.source.rest.PlayedService.Told;
import io.graceway.journey.delinquency.AccountLines;
import io.graceway.journey.delinquency.AccountSource.Extract;
import io.graceway.journey.delinquency.SourceRefused;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of a service, however it pages; nothing is lost, and nothing comes twice. */
class RestReadingTest {

    private static final String ITEMS = "  item: {list: {call: 'GET /accounts/{id}/invoices', at: rows}}";
    private static final String[] OFFSET = {"accounts:", "  list: {call: GET /accounts, query: {offset: '{offset}', "
            + "limit: '{limit}'}, keep: {id: uuid}}", "  paging: {by: offset, size: 3}", "  account: number", "tables:",
            ITEMS};

    @TempDir
    private Path temp;
    private final List<Duration> waits = new ArrayList<>();

    private List<AccountLines> read(PlayedService service, String... lines) {
        List<AccountLines> all = new ArrayList<>();
        try (Extract extract = Given.source(service, temp, waits, lines).open()) {
            extract.forEachRemaining(all::addAll);
            assertThat(extract.digest()).hasSize(64);
            assertThat(extract.missingTables()).isEmpty();
            assertThat(extract.customers()).isEqualTo(all.size());
        }
        assertThat(temp).isEmptyDirectory();
        all.sort(Comparator.comparing(one -> one.number().value()));
        return all;
    }

    /** Accounts 1 to that many by offset, each with one invoice. */
    private static Function<Asked, Told> accounts(int count, int most) {
        return asked -> {
            if (asked.path().endsWith("/invoices")) {
                String id = asked.path().split("/")[2];
                return Told.ok("{'rows':[{'id':'I-" + id + "','open':1.10,'more':{'big':12345678901234567.8900}}]}");
            }
            int from = Integer.parseInt(asked.query().get("offset"));
            int limit = Math.min(most, Integer.parseInt(asked.query().get("limit")));
            return Told.ok(IntStream.range(from, Math.min(count, from + limit)).mapToObj(RestReadingTest::row)
                    .collect(Collectors.joining(",", "[", "]")));
        };
    }

    private static String row(int number) {
        return "{'uuid':'u" + number + "','number':'%03d'}".formatted(number);
    }

    @Test
    void walks_all_pages_by_offset_also_of_a_service_that_gives_fewer_than_asked() {
        for (int count : new int[] {0, 1, 3, 7}) {
            for (int most : new int[] {2, 100}) {
                try (PlayedService service = new PlayedService(accounts(count, most))) {
                    assertThat(read(service, OFFSET)).extracting(one -> one.number().value()).isEqualTo(IntStream
                            .range(0, count).mapToObj("%03d"::formatted).toList());
                }
            }
        }
    }

    @Test
    void numbers_stay_the_text_that_they_were_written_as() {
        try (PlayedService service = new PlayedService(accounts(1, 100))) {
            assertThat(read(service, OFFSET).get(0).of("item").get(0).fields()).containsEntry("open", "1.10")
                    .containsEntry("more.big", "12345678901234567.8900").containsEntry("account", "000")
                    .containsEntry("id", "I-u0");
        }
    }

    @Test
    void a_list_that_shifts_is_read_again_and_never_loses_an_account() {
        AtomicInteger lists = new AtomicInteger();
        Function<Asked, Told> seven = accounts(7, 100);
        try (PlayedService service = new PlayedService(asked -> {
            // When the second page is asked for, account 0 has paid and everything behind it moved up.
            boolean isList = asked.path().equals("/accounts");
            boolean shifted = isList && lists.incrementAndGet() > 1;
            return !shifted ? seven.apply(asked) : shiftedByOne(asked);
        })) {
            assertThat(read(service, OFFSET)).extracting(one -> one.number().value())
                    .containsExactly("001", "002", "003", "004", "005", "006");
        }
    }

    private static Told shiftedByOne(Asked asked) {
        int from = Integer.parseInt(asked.query().get("offset"));
        int limit = Integer.parseInt(asked.query().get("limit"));
        return Told.ok(IntStream.range(1 + from, Math.min(7, 1 + from + limit)).mapToObj(RestReadingTest::row)
                .collect(Collectors.joining(",", "[", "]")));
    }

    @Test
    void a_list_that_shifts_every_time_is_refused() {
        AtomicInteger turn = new AtomicInteger();
        try (PlayedService service = new PlayedService(asked -> turn.incrementAndGet() % 2 == 0
                ? shiftedByOne(asked) : accounts(7, 100).apply(asked))) {
            refuses(service, "GW-SRC-085", OFFSET);
            assertThat(temp).isEmptyDirectory();
        }
    }

    @Test
    void walks_cursors_links_and_link_headers_and_keeps_to_the_service() {
        String[] cursor = {"accounts:", "  list: {call: GET /accounts, query: {after: '{cursor}'}, at: data}",
            "  paging: {by: cursor, at: next}", "  account: number", "  table: item"};
        try (PlayedService service = new PlayedService(asked -> asked.query().isEmpty()
                ? Told.ok("{'data':[{'number':'1'}],'next':'c/1'}")
                : asked.query().get("after").equals("c/1") ? Told.ok("{'data':[{'number':'2'}],'next':null}")
                : Told.json(500, "{}"))) {
            assertThat(read(service, cursor)).extracting(one -> one.number().value()).containsExactly("1", "2");
        }
        String[] link = {"accounts:", "  list: {call: GET /data/Accounts, query: {$filter: Late eq true}, at: value}",
            "  paging: {by: link, at: '@odata.nextLink'}", "  account: number", "  table: item"};
        try (PlayedService service = new PlayedService(asked -> asked.query().containsKey("$skiptoken")
                ? Told.ok("{'value':[{'number':'2'}]}")
                : Told.ok("{'value':[{'number':'1'}],'@odata.nextLink':'/data/Accounts?$skiptoken=1'}"))) {
            assertThat(read(service, link)).hasSize(2);
            assertThat(service.asked().get(0).query()).containsEntry("$filter", "Late eq true");
        }
        String[] header = {"accounts: {list: {call: GET /a}, paging: {by: link-header}, account: number, table: item}"};
        try (PlayedService service = new PlayedService(asked -> asked.query().isEmpty()
                ? Told.ok("[{'number':'1'}]").with("Link", "</a?p=0>; rel=\"prev\", </a?p=2>; rel=\"next\"")
                : Told.ok("[{'number':'2'}]"))) {
            assertThat(read(service, header)).hasSize(2);
        }
    }

    @Test
    void a_list_that_turns_in_circles_or_repeats_an_account_is_refused() {
        String[] header = {"accounts: {list: {call: GET /a}, paging: {by: link-header}, account: number, table: item}"};
        AtomicInteger number = new AtomicInteger();
        try (PlayedService service = new PlayedService(asked -> Told.ok("[{'number':'" + number.incrementAndGet()
                + "'}]").with("Link", "</a?p=2>; rel=next"))) {
            refuses(service, "GW-SRC-080", header);
        }
        try (PlayedService service = new PlayedService(asked -> asked.query().isEmpty()
                ? Told.ok("[{'number':'1'}]").with("Link", "</a?p=2>; rel=next") : Told.ok("[{'number':'1'}]"))) {
            refuses(service, "GW-SRC-085", header);
        }
    }

    private void refuses(PlayedService service, String code, String... lines) {
        RestSource source = Given.source(service, temp, waits, lines);
        assertThatThrownBy(source::open).isInstanceOf(SourceRefused.class).hasMessageStartingWith(code);
    }
}
