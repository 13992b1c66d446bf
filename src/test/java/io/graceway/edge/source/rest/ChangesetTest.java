package io.graceway.edge.source.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.edge.source.rest.PlayedService.Asked;
import io.graceway.edge.source.rest.PlayedService.Told;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.account.Money;
import io.graceway.journey.writeback.Posting;
import io.graceway.journey.writeback.SourceSystem.Outcome;
import io.graceway.journey.writeback.SourceSystem.Outcome.Result;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that are made together or not at all, and what is made of odd answers to them. */
class ChangesetTest {

    private static final String FILE = """
            fault: {code: error.code}
            accounts: {list: {call: GET /accounts, at: value}, account: number}
            postings:
              PAYMENT:
                posted: {call: GET /paid, at: value, match: {key: "{key}"}, keep: {invoice: invoice}, amount: amount}
                over: {call: GET /open, at: value, keep: {invoice: id}, amount: open}
                make: [{call: POST /paid, query: {of: "{invoice}"}, headers: {X-Note: "{reference}"},
                        body: {amount: "{part as number}", nth: "{nth}"}}]
                batch: {as: %s, path: /%s}
            """;

    @TempDir
    private Path temp;
    private final List<Duration> waits = new ArrayList<>();
    private final List<String> paid = new ArrayList<>();

    private Outcome post(String as, Function<Asked, Told> batch) {
        return post(as, Given.payment("K", "0001", "5.00"), batch);
    }

    private Outcome post(String as, Posting posting, Function<Asked, Told> batch) {
        try (PlayedService service = new PlayedService(asked -> Told.ok("{}"))) {
            service.answer(asked -> asked.path().equals("/open")
                    ? Told.ok("{'value':[{'id':'a b','open':'2.00'},{'id':'c','open':'9.00'}]}")
                    : asked.path().equals("/paid") ? Told.ok("{'value':[" + String.join(",", paid) + "]}")
                    : batch.apply(asked));
            return Given.source(service, temp, waits, FILE.formatted(as, "all")).post(List.of(posting)).get(0);
        }
    }

    private Told multipart(String text) {
        return new Told(202, Map.of("Content-Type", "Multipart/Mixed; boundary=\"x y\"".replace(" y", "")),
                text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8), false, 0, 0);
    }

    private static String part(int status, String body) {
        return "--x\nContent-Type: application/http\n\nHTTP/1.1 " + status + " So\nContent-Type: application/json\n\n"
                + body + "\n";
    }

    @ParameterizedTest
    @CsvSource({"404, {}, GW-SRC-", "200, {'responses':[]}, GW-SRC-160",
        "200, '{''responses'':[{''id'':''1'',''status'':501}]}', GW-SRC-160",
        "200, '{''responses'':[{''id'':''1'',''status'':200,''body'':{''value'':[]}}]}', ''"})
    void whether_a_batch_is_answered_is_tried_with_a_read(int status, String body, String code) {
        try (PlayedService service = new PlayedService(asked -> Told.ok("{}"))) {
            service.answer(asked -> asked.path().equals("/accounts") ? Told.ok("{'value':[{'number':'0001'}]}")
                    : asked.path().equals("/all") ? Told.json(status, body.replace('\'', '"'))
                    : Told.ok("{'value':[]}"));
            CheckStep last = Given.source(service, temp, waits, FILE.formatted("json", "all")).checkWriting().stream()
                    .reduce((one, next) -> next).orElseThrow();
            assertThat(last.step() + last.passed()).isEqualTo("changeset of PAYMENT" + code.isEmpty());
            assertThat(last.code()).startsWith(code);
            assertThat(service.calls()).filteredOn(one -> one.startsWith("POST")).containsExactly("POST /all");
        }
    }

    @Test
    void every_call_of_every_part_stands_in_it_as_it_would_be_made_by_itself() {
        List<Asked> asked = new ArrayList<>();
        post("multipart", one -> {
            asked.add(one);
            return multipart("--x--\n");
        });
        String boundary = asked.get(0).headers().get("Content-type").replaceFirst("multipart/mixed; boundary=", "");
        assertThat(asked.get(0).headers()).containsEntry("Accept", "multipart/mixed");
        assertThat(asked.get(0).body()).startsWith("--" + boundary + "\r\nContent-Type: multipart/mixed; boundary="
                + boundary + "-set\r\n\r\n--" + boundary + "-set\r\nContent-Type: application/http\r\n")
                .contains("\r\n\r\nPOST paid?of=a%20b HTTP/1.1\r\n", "X-Note: P-1\r\n",
                        "Content-Length: 25\r\n\r\n{\"amount\":2.00,\"nth\":\"1\"}\r\n--",
                        "POST paid?of=c HTTP/1.1\r\n",
                        "{\"amount\":3.00,\"nth\":\"2\"}\r\n--" + boundary + "-set--\r\n--" + boundary + "--\r\n");
        post("json", one -> {
            asked.add(one);
            return Told.ok("{}");
        });
        assertThat(PlayedBatch.calls(asked.get(1), "")).extracting(Asked::toString, Asked::body).containsExactly(
                org.assertj.core.groups.Tuple.tuple("POST /paid {of=a b}", "{\"amount\":2.00,\"nth\":\"1\"}"),
                org.assertj.core.groups.Tuple.tuple("POST /paid {of=c}", "{\"amount\":3.00,\"nth\":\"2\"}"));
    }

    /** Nobody knows what became of it, so it is asked after, and not made again. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '|', value = {"{}", "{'responses':[]}", "{'responses':[{'status':201}]}",
        "|{'responses':[{'status':201},{'status':'so'}]}|",
        "|{'responses':[{'status':201},{'status':201},{'status':201}]}|"})
    void an_answer_that_does_not_answer_every_call_is_no_yes(String answer) {
        Outcome outcome = post("json", asked -> Told.ok(answer));
        assertThat(outcome.result()).isEqualTo(Result.LATER);
        assertThat(outcome.evidence()).startsWith("GW-SRC-079");
        outcome = post("json", asked -> {
            paid.addAll(List.of("{'key':'K','invoice':'a b','amount':'2.00'}",
                    "{'key':'K','invoice':'c','amount':'3.00'}"));
            return Told.ok(answer);
        });
        assertThat(outcome.result()).isEqualTo(Result.POSTED);
    }

    @Test
    void a_yes_that_is_not_there_when_it_is_asked_after_is_no_yes() {
        assertThat(post("multipart", asked -> multipart(part(201, "{}") + part(204, "") + "--x--")).evidence())
                .startsWith("GW-SRC-088");
    }

    @Test
    void what_failed_itself_is_told_and_not_what_failed_with_it() {
        Outcome outcome = post("json", asked -> Told.ok("{'responses':[{'status':424},{'status':400,'body':"
                + "{'error':{'code':'CLOSED','message':'of Pat Sample'}}},{'status':424}]}"));
        assertThat(outcome.result()).isEqualTo(Result.REFUSED);
        assertThat(outcome.evidence()).startsWith("GW-SRC-073").contains("HTTP 400, code CLOSED").doesNotContain("Pat");
        assertThat(post("multipart", asked -> multipart(part(412, "") + "--x--")).evidence()).startsWith("GW-SRC-091");
        assertThat(post("multipart", asked -> multipart(part(503, "<html>") + "--x--")).evidence())
                .startsWith("GW-SRC-076");
    }

    @Test
    void parts_that_are_none_are_not_used() {
        assertThat(post("multipart", asked -> multipart("--x\nContent-Type: application/http\n\nno answer\n--x--"))
                .evidence()).startsWith("GW-SRC-079");
        assertThat(post("multipart", asked -> new Told(202, Map.of("Content-Type", "multipart/mixed"), "--x".getBytes(
                StandardCharsets.UTF_8), false, 0, 0)).evidence()).startsWith("GW-SRC-079");
        assertThat(post("multipart", asked -> multipart("--x\nContent-Type: Multipart/Mixed; boundary=y\n\n--y\n"
                + "Content-Type: multipart/mixed; boundary=z\n\n--z\n\n--z--\n--y--\n--x--")).evidence())
                .startsWith("GW-SRC-079");
    }

    @Test
    void a_value_cannot_become_a_header_or_a_call_of_its_own() {
        Posting sly = new Posting("K", Given.payment("K", "0001", "5.00").account(), Posting.Kind.PAYMENT,
                Optional.of(Money.of("5.00", "USD")), LocalDate.of(2026, 3, 3), "", "P\u2028X-Sly: 1", "");
        List<Asked> asked = new ArrayList<>();
        Outcome outcome = post("multipart", sly, one -> {
            asked.add(one);
            return Told.ok("{}");
        });
        assertThat(asked).isEmpty();
        assertThat(outcome.result()).isEqualTo(Result.REFUSED);
        assertThat(outcome.evidence()).startsWith("GW-SRC-087").doesNotContain("Sly");
    }

    @Test
    void a_call_whose_answer_others_would_need_cannot_stand_in_it() {
        try (PlayedService service = new PlayedService(asked -> Told.ok("{}"))) {
            assertThatThrownBy(() -> Given.source(service, temp, waits, FILE.formatted("json", "all")
                    .replace("make: [{", "make: [{keep: {id: id}, "))).hasMessageContaining("neither keep nor done");
        }
    }

    @Test
    void what_a_login_gives_stands_in_it_and_a_fault_in_it_is_one_whatever_its_status() {
        List<String> bodies = new ArrayList<>();
        try (PlayedService service = new PlayedService(asked -> Told.ok("[]"))) {
            service.answer(asked -> {
                if (asked.path().equals("/$batch")) {
                    bodies.add(PlayedBatch.calls(asked, "").get(0).body());
                    return Told.ok("{'responses':[{'status':200,'body':{'fault':{'code':'LOCKED'}}}]}");
                }
                return Told.ok(asked.path().equals("/in") ? "{'id':7}" : "[]");
            });
            RestSource source = Given.source(service, temp, waits, "login: {user: me, password: s3cret, call: {call: "
                    + "POST /in, reads: true, keep: {uid: id}}}",
                    "fault: {at: fault, code: fault.code, means: {LOCKED: 503}}",
                    "accounts: {list: {call: GET /a}, account: n}", "postings: {NOTE: {make: "
                    + "[{call: POST /n, body: {by: '{uid as number}'}}], batch: {as: json}}}");
            Outcome outcome = source.post(List.of(Given.posting(Posting.Kind.NOTE, "N", "1", null, ""))).get(0);
            assertThat(outcome.evidence()).startsWith("GW-SRC-076");
            assertThat(bodies).isNotEmpty().containsOnly("{\"by\":7}");
        }
    }
}
