package io.graceway.edge.source.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.edge.source.rest.PlayedService.Asked;
import io.graceway.edge.source.rest.PlayedService.Told;
import io.graceway.journey.delinquency.AccountSource.Extract;
import io.graceway.journey.delinquency.SourceRefused;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a service or the line to it does wrong, and that nothing wrong is taken for that. */
class RestFaultsTest {

    private static final String LIST = "accounts: {list: {call: GET /a, at: data}, account: n, table: item}";
    private static final Told GOOD = Told.ok("{'data':[{'n':'1','id':'I'}]}");

    @TempDir
    private Path temp;
    private final List<Duration> waits = new ArrayList<>();

    /** How many accounts there are when the first answers are these and then all is well. */
    private long read(List<Told> first, String... lines) {
        AtomicInteger call = new AtomicInteger();
        return read(asked -> call.get() < first.size() ? first.get(call.getAndIncrement()) : GOOD, lines);
    }

    private long read(Function<Asked, Told> answers, String... lines) {
        List<String> all = new ArrayList<>(List.of(lines));
        if (all.stream().noneMatch(one -> one.startsWith("accounts:"))) {
            all.add(LIST);
        }
        try (PlayedService service = new PlayedService(answers);
             Extract extract = Given.source(service, temp, waits, all.toArray(new String[0])).open()) {
            long count = 0;
            while (extract.hasNext()) {
                count += extract.next().size();
            }
            return count;
        }
    }

    private void refuses(String code, Told always, String... lines) {
        assertThatThrownBy(() -> read(asked -> always, lines)).isInstanceOf(SourceRefused.class)
                .hasMessageStartingWith(code).hasMessageNotContaining("s3cret");
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void waits_as_long_as_a_busy_service_asks_and_not_longer_than_agreed() {
        Told busy = Told.json(429, "{}");
        assertThat(read(List.of(busy.with("Retry-After", "7"), Told.json(503, "{}").with("Retry-After",
                "Tue, 3 Mar 2026 10:00:20 GMT"), busy))).isEqualTo(1);
        assertThat(waits).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(20), Duration.ofSeconds(4));
        waits.clear();
        refuses("GW-SRC-076", busy.with("Retry-After", "3600"));
        refuses("GW-SRC-076", busy.with("Retry-After", "999999999"));
        refuses("GW-SRC-076", busy.with("Retry-After", "Tue, 3 Mar 2026 11:00:00 GMT"));
        refuses("GW-SRC-076", busy.with("Retry-After", "9"), "patience-seconds: 8");
        assertThat(waits).isEmpty();
        refuses("GW-SRC-076", busy);
        assertThat(waits).hasSize(3);
    }

    @Test
    void keeps_to_the_calls_a_second_that_were_agreed() {
        assertThat(read(List.of(Told.json(429, "{}"), Told.json(429, "{}")), "calls-a-second: 1")).isEqualTo(1);
        // Two waits that were asked for, and before both calls after the first about a second.
        assertThat(waits).hasSize(4);
        assertThat(waits.get(1)).isBetween(Duration.ofMillis(1), Duration.ofSeconds(1));
    }

    @Test
    void an_answer_that_breaks_off_is_asked_for_again_and_never_taken_in_part() {
        assertThat(read(List.of(GOOD.broken(), GOOD.broken()))).isEqualTo(1);
        refuses("GW-SRC-078", GOOD.broken());
    }

    @Test
    void an_answer_that_does_not_come_in_time_is_asked_for_again() {
        assertThat(read(List.of(GOOD.late(3)), "answer-seconds: 1")).isEqualTo(1);
        assertThat(read(List.of(GOOD.stuck(3)), "answer-seconds: 1")).isEqualTo(1);
        assertThat(waits).hasSize(2);
    }

    @Test
    void is_sent_nowhere_else() {
        Told moved = Told.json(302, "{}").with("Location", "http://169.254.169.254/latest/meta-data");
        refuses("GW-SRC-084", moved);
        refuses("GW-SRC-084", Told.json(307, "{}").with("Location", "/a/"));
        for (String link : List.of("http://169.254.169.254/x", "http://127.0.0.1:1/x", "//10.0.0.1/x",
                "https://127.0.0.1/x", "file:///etc/passwd")) {
            refuses("GW-SRC-084", Told.ok("{'data':[{'n':'1'}],'next':'" + link + "'}"),
                    LIST.replace("account:", "paging: {by: link, at: next}, account:"), "headers: {x: s3cret}");
        }
    }

    @Test
    void odd_json_is_refused_as_a_whole() {
        refuses("GW-SRC-079", Told.ok("{'data':[{'n':'1','open':'1.00','open':'9.00'}]}"));
        refuses("GW-SRC-079", Told.ok("{'data':" + "[".repeat(100) + "]".repeat(100) + "}"));
        refuses("GW-SRC-079", Told.ok("{'data':[{'n':'1'}]"));
        refuses("GW-SRC-079", Told.ok("{'data':[{'n':'1'}]} {}"));
        refuses("GW-SRC-079", Told.ok("{'data':[{'n':" + "9".repeat(200) + "}]}"));
        refuses("GW-SRC-079", Told.ok("{'data':[{'n':'" + "x".repeat((1 << 20) + 1) + "'}]}"));
        refuses("GW-SRC-079", Told.ok("{'other':[]}"));
        refuses("GW-SRC-079", Told.ok("{'data':'s3cret'}"));
        refuses("GW-SRC-079", GOOD.with("Content-Type", "text/html"));
    }

    @Test
    void only_utf8_is_read() {
        refuses("GW-SRC-079", GOOD.with("Content-Type", "application/json; charset=ISO-8859-1"));
        byte[] latin = "{\"data\":[{\"n\":\"M\u00fcller\"}]}".getBytes(StandardCharsets.ISO_8859_1);
        refuses("GW-SRC-079", new Told(200, Map.of("Content-Type", "application/json"), latin, false, 0, 0));
        assertThat(read(List.of(GOOD.with("Content-Type", "application/odata+json; odata.metadata=minimal; "
                + "charset=\"UTF-8\"")))).isEqualTo(1);
    }

    @Test
    void an_answer_longer_than_agreed_is_given_up() {
        refuses("GW-SRC-083", Told.ok("{'data':[{'n':'" + "x".repeat(5000) + "'}]}"), "answer-bytes: 4096");
    }

    @Test
    void a_fault_that_comes_with_success_is_one() {
        refuses("GW-SRC-073", Told.ok("{'error':{'code':'E-17','message':'s3cret'}}"),
                "fault: {at: error, code: error.code}");
        assertThatThrownBy(() -> read(asked -> Told.json(422, "{'error':{'code':'s3cret words'}}"),
                "fault: {code: error.code}")).hasMessageContaining("HTTP 422)");
    }

    @Test
    void says_what_is_wrong_with_the_login_and_never_the_login() {
        refuses("GW-SRC-072", Told.json(401, "{}"), "login: {user: me, password: s3cret}");
        refuses("GW-SRC-072", Told.json(403, "{}"), "login: {bearer: s3cret}");
        refuses("GW-SRC-075", Told.json(500, "{'trace':'s3cret'}"));
    }
}
