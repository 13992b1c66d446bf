package io.graceway.edge.source.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.edge.source.rest.PlayedService.Told;
import io.graceway.journey.delinquency.AccountLines;
import io.graceway.journey.delinquency.AccountSource.Extract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the second version of OData writes values. */
class ODataV2Test {

    @TempDir
    private Path temp;
    private final List<Duration> waits = new ArrayList<>();

    /** With an offset the milliseconds are those of the clock on the spot; without, days are at midnight. */
    @ParameterizedTest
    @CsvSource({"/Date(1770076800000)/, 2026-02-03, 2026-02-03T00:00",
        "/Date(1770163199000)/, 2026-02-03, 2026-02-03T23:59:59",
        "/Date(1770163199000+0060)/, 2026-02-03, 2026-02-03T23:59:59",
        "/Date(1770076800000-0300)/, 2026-02-03, 2026-02-03T00:00",
        "/Date(-86400000)/, 1969-12-31, 1969-12-31T00:00", "/Date(x)/, , ", "2026-02-03T09:30:00Z, 2026-02-03, "
        + "2026-02-03T09:30", "2026-02-03, 2026-02-03,"})
    void a_day_is_read_from_milliseconds(String wire, String day, String moment) {
        try (PlayedService service = new PlayedService(asked -> Told.ok("{'d':{'results':[{'n':'1','at':'" + wire
                + "'}]}}"))) {
            try (Extract extract = Given.source(service, temp, waits, "accounts: {list: {call: GET /a, at: d.results}, "
                    + "account: n, table: item, days: {due: {at: at}, when: {at: at, time: true}}}").open()) {
                AccountLines one = extract.next().get(0);
                assertThat(one.of("item").get(0).fields().get("due")).isEqualTo(day);
                assertThat(one.of("item").get(0).fields().get("when")).isEqualTo(moment);
            }
        }
    }

    @Test
    void values_are_spelled_as_the_place_wants_them() {
        Map<String, String> values = Map.of("amount", "12.50", "on", "2026-02-03", "name", "O'Neil");
        assertThat(Template.path("/S(A={amount as decimal},D={on as datetime},N={name as quoted})", values::get))
                .isEqualTo("/S(A=12.50M,D=datetime%272026-02-03T00%3A00%3A00%27,N=%27O%27%27Neil%27)");
        assertThat(Template.tree(Map.of("PaidOn", "{on as ticks}", "Amount", "{amount}"), values::get))
                .isEqualTo(Map.of("PaidOn", "/Date(1770076800000)/", "Amount", "12.50"));
        String key = "PAY-northgate-" + "1".repeat(66);
        assertThat(Template.text("{name as mark} {key as mark}", Map.of("name", "PAY-northgate-000001",
                "key", key)::get))
                .matches("PAY-northgate-000001 [0-9a-f]{20}");
        assertThat(Template.text("{name as mark}", values::get)).matches("[0-9a-f]{20}");
        assertThatThrownBy(() -> Template.text("{name as ticks}", values::get)).isInstanceOf(
                IllegalArgumentException.class).hasMessageNotContaining("O'Neil");
    }

    @ParameterizedTest
    @CsvSource({"2, true", "3, false", "1, false"})
    void a_list_has_to_give_as_many_rows_as_it_says(String count, boolean isWhole) {
        try (PlayedService service = new PlayedService(asked -> Told.ok("{}"))) {
            service.answer(asked -> asked.query().isEmpty() ? Told.ok("{'d':{'results':[{'n':'1'}],'__count':'" + count
                    + "','__next':'" + service.base() + "/a?$skiptoken=1'}}")
                    : Told.ok("{'d':{'results':[{'n':'2'}]}}"));
            RestSource source = Given.source(service, temp, waits, "accounts: {list: {call: GET /a, at: d.results}, "
                    + "account: n, table: item, paging: {by: link, at: d.__next, count: d.__count}}");
            if (isWhole) {
                source.open().close();
            } else {
                assertThatThrownBy(source::open).hasMessageContaining("GW-SRC-085").hasMessageContaining(count
                        + " rows, and gives 2");
            }
        }
    }
}
