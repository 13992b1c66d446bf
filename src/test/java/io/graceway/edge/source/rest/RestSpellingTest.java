package io.graceway.edge.source.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.edge.source.rest.PlayedService.Told;
import io.graceway.journey.delinquency.AccountLines;
import io.graceway.journey.delinquency.AccountSource.Extract;
import io.graceway.journey.delinquency.SourceRefused;
import io.graceway.journey.writeback.Posting;
import io.graceway.journey.writeback.SourceSystem.Outcome;
import io.graceway.journey.writeback.SourceSystem.Outcome.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How values, bodies, logins and lists of other systems are written. */
class RestSpellingTest {

    private static final Map<String, String> KNOWN = Map.of("key", "a\"b\\c", "text", "<b> & \"q\"", "currency", "KWD",
            "amount", "4.170", "on", "2026-03-03", "name", "x");

    @TempDir
    private Path temp;
    private final List<Duration> waits = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {text as html}      | &lt;b&gt; &amp; &quot;q&quot;
            {currency as lower} | kwd
            {amount as minor}   | 4170
            {on as seconds}     | 1772496000
            {on as earliest}    | 1772445600
            {name as quoted}    | 'x'
            """)
    void a_value_is_spelled_for_the_place_where_it_stands(String template, String spelled) {
        assertThat(Template.text(template, KNOWN::get)).isEqualTo(spelled);
    }

    @Test
    void a_value_never_ends_the_json_text_that_it_stands_in() {
        assertThat(Template.text("[\"{key as json}~%\"]", KNOWN::get)).isEqualTo("[\"a\\\"b\\\\c~%\"]");
    }

    @Test
    void what_cannot_be_spelled_so_is_refused_without_its_value() {
        for (String template : List.of("{name as minor}", "{name as seconds}")) {
            assertThatThrownBy(() -> Template.text(template, Map.of("name", "s3cret", "currency", "USD")::get))
                    .isInstanceOf(IllegalArgumentException.class).hasMessage("{name} cannot be spelled as "
                    + template.replaceAll(".* |}", ""));
        }
        assertThatThrownBy(() -> Template.tree(List.of("{name as number}"), KNOWN::get)).hasMessage(
                "{name} is no number");
    }

    @Test
    void a_form_names_what_lies_in_maps_and_lists_and_leaves_away_what_is_empty() {
        Object tree = Template.tree(Map.of("{name}", List.of(Map.of("a b", "1&2"), "{currency}", "")), KNOWN::get);
        String type = Form.type(Map.of("content-type", "application/x-www-form-urlencoded"), Map.of(), "");
        assertThat(new String(Form.body(type, tree))).isEqualTo("x%5B0%5D%5Ba%20b%5D=1%262&x%5B1%5D=KWD");
        assertThat(Form.type(Map.of(), Map.of(), "application/json")).isEqualTo("application/json");
    }

    @Test
    void a_list_is_paged_by_its_last_row_until_it_says_that_there_is_no_more() {
        try (PlayedService service = new PlayedService(asked -> Told.ok(switch (asked.query()
                .getOrDefault("after", "")) {
            case "" -> "{'more':true,'rows':[{'n':'1'},{'n':'2'}]}";
            case "2" -> "{'more':true,'rows':[{'n':'3'}]}";
            default -> "{'more':false,'rows':[{'n':'4'}]}";
        }))) {
            String list = "accounts: {list: {call: GET /a, query: {after: '{cursor}'}, at: rows}, account: n, table: "
                    + "item, paging: {by: last, at: n, more: more}}";
            assertThat(numbers(Given.source(service, temp, waits, list))).containsExactly("1", "2", "3", "4");
            service.answer(asked -> Told.ok(asked.query().isEmpty() ? "{'rows':[{'n':'1'}]}" : "{'rows':[]}"));
            assertThat(numbers(Given.source(service, temp, waits, list.replace(", more: more", ""))))
                    .containsExactly("1");
            service.answer(asked -> Told.ok("{'more':true,'rows':[{'m':'1'}]}"));
            assertThatThrownBy(() -> numbers(Given.source(service, temp, waits, list)))
                    .isInstanceOf(SourceRefused.class).hasMessageContaining("GW-SRC-080");
        }
    }

    private static List<String> numbers(RestSource source) {
        List<AccountLines> all = new ArrayList<>();
        try (Extract extract = source.open()) {
            extract.forEachRemaining(all::addAll);
        }
        return all.stream().map(one -> one.number().value()).sorted().toList();
    }

    @Test
    void a_login_by_a_call_is_made_again_when_it_ended_on_the_way() {
        String[] valid = {"t1"};
        try (PlayedService service = new PlayedService(asked -> Told.ok("{}"))) {
            service.answer(asked -> {
                if (asked.path().equals("/in")) {
                    return Told.ok(asked.body().equals("[\"me\",\"s3cret\"]") ? "{'session':'" + valid[0] + "'}"
                            : "{'session':false}");
                }
                return asked.headers().get("X-session").equals(valid[0]) ? Told.ok("[{'n':'1'}]")
                        : Told.ok("{'error':{'code':'ENDED'}}");
            });
            String[] lines = {"login: {user: me, password: s3cret, call: {call: POST /in, reads: true, "
                    + "body: ['{user}', '{password}'], keep: {session: session}}}",
                "fault: {at: error, code: error.code, means: {ENDED: 401}}",
                "accounts: {list: {call: GET /a, headers: {X-Session: '{session}'}}, "
                    + "account: n, table: item}"};
            RestSource source = Given.source(service, temp, waits, lines);
            assertThat(numbers(source)).containsExactly("1");
            valid[0] = "t2";
            assertThat(numbers(source)).containsExactly("1");
            assertThat(service.calls()).containsExactly("POST /in", "GET /a", "GET /a", "POST /in", "GET /a");
            lines[0] = lines[0].replace("s3cret", "wr0ng");
            assertThatThrownBy(() -> numbers(Given.source(service, temp, waits, lines))).hasMessageContaining(
                    "GW-SRC-072").hasMessageNotContaining("wr0ng");
            assertThat(Given.terms(service, lines).toString()).doesNotContain("wr0ng");
            assertThat(Given.terms(service, lines).login().toString()).doesNotContain("wr0ng");
        }
    }

    @Test
    void what_is_first_is_paid_first_and_what_says_nothing_last() {
        List<String> paid = new ArrayList<>();
        try (PlayedService service = new PlayedService(asked -> {
            if (asked.method().equals("POST")) {
                paid.add(asked.query().get("i") + " " + asked.query().get("p"));
            }
            String stands = String.join(",", paid.stream().map(one -> "{'k':'PAY-1~" + one.charAt(0) + "','i':'"
                    + one.charAt(0) + "','p':" + one.substring(2) + "}").toList());
            return Told.ok(asked.path().equals("/open") ? "[{'i':'a','o':1000},{'i':'b','d':'1000','o':100},"
                    + "{'i':'c','d':'999','o':100}]" : "[" + stands + "]");
        })) {
            Outcome outcome = Given.source(service, temp, waits, "accounts: {list: {call: GET /a}, account: n}",
                    "postings: {PAYMENT: {order: d, posted: {call: GET /paid, match: {k: '{key}~{i}'}, keep: {i: i}, "
                    + "amount: p as minor}, over: {call: GET /open, keep: {i: i}, amount: o as minor}, make: [{call: "
                    + "POST /pay, query: {i: '{i}', p: '{part as minor}'}}]}}").post(List.of(Given.payment("PAY-1", "1",
                    "3.00"))).get(0);
            assertThat(outcome.result()).as(outcome.evidence()).isEqualTo(Result.POSTED);
            assertThat(paid).containsExactly("c 100", "b 100", "a 100");
        }
    }

    @Test
    void what_cannot_be_taken_as_a_whole_changes_nothing_at_all() {
        try (PlayedService service = new PlayedService(asked -> Told.ok(asked.path().equals("/open")
                ? "[{'i':'a','o':5.00}]" : "[]"))) {
            Outcome outcome = Given.source(service, temp, waits, "accounts: {list: {call: GET /a}, account: n}",
                    "postings: {REVERSAL: {whole: true, posted: {call: GET /paid, match: {k: '{key}'}, amount: p}, "
                    + "over: {call: GET /open, amount: o}, first: [{call: POST /journal}], make: [{call: POST /pay}]}}")
                    .post(List.of(Given.posting(Posting.Kind.REVERSAL, "REV-1", "1", "3.00", "PAY-1"))).get(0);
            assertThat(outcome.evidence()).startsWith("GW-SRC-110");
            assertThat(service.calls()).containsExactly("GET /paid", "GET /open");
        }
    }

    @Test
    void whole_and_order_need_what_they_are_about() {
        try (PlayedService service = new PlayedService(asked -> Told.ok("[]"))) {
            assertThatThrownBy(() -> Given.source(service, temp, waits, "accounts: {list: {call: GET /a}, account: n}",
                    "postings: {PAYMENT: {whole: true, posted: {call: GET /p, match: {k: '{key}'}, amount: a}, make: "
                    + "[{call: POST /p}]}}")).hasMessageContaining(Posting.Kind.PAYMENT + ": whole");
        }
    }

    /** 1770094799 is 3 February 2026, 04:59:59 UTC; New York is five hours behind then. */
    @ParameterizedTest
    @CsvSource({"1770094799, 2026-02-03, 2026-02-02T23:59:59", "1770094800, 2026-02-04, 2026-02-03T00:00", "soon, , "})
    void seconds_are_a_day_and_a_time_of_the_zone_that_is_named(String wire, String due, String when) {
        Map<String, String> row = Map.of("at", wire);
        assertThat(new Table.Day("at", 1, null, null, "America/New_York").of(row)).isEqualTo(due);
        assertThat(new Table.Day("at", null, null, true, "America/New_York").of(row)).isEqualTo(when);
    }
}
