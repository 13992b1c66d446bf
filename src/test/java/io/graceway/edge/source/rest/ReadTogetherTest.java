package io.graceway.edge.source.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.edge.source.rest.PlayedService.Asked;
import io.graceway.edge.source.rest.PlayedService.Told;
import io.graceway.journey.delinquency.AccountLines;
import io.graceway.journey.delinquency.AccountSource.Extract;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The items of several accounts are asked for in one batch, and each answer is judged by itself. */
class ReadTogetherTest {

    private static final String FILE = """
            fault: {code: error.code}
            accounts: {list: {call: GET /Customers, at: value}, account: No}
            tables:
              item:
                list: {call: GET /Items, query: {$filter: "No eq {account as quoted}", limit: "{limit}"}, at: value}
                paging: {by: link, at: "@odata.nextLink", size: 2}
                key: id
                together: {as: AS, size: 3}
            """;
    private static final Pattern CALL = Pattern.compile("(?:\"id\":\"(\\d+)\",\"method\":\"GET\",\"url\":\"|GET )"
            + "(Items\\?\\$filter=No%20eq%20%27(\\d)%27&limit=2)(?:\"| HTTP/1.1\r\nAccept: application/json\r\n\r\n)");

    @TempDir
    private Path temp;
    private final Map<String, Integer> failing = new TreeMap<>();
    private boolean isShort;

    /** What one account's items are. */
    private Told items(String account) {
        int status = failing.getOrDefault(account, 200);
        return status != 200 ? Told.json(status, "{'error':{'code':'of Pat Sample'}}")
                : Told.ok("{'value':[{'id':'I-" + account + "'}]" + (account.equals("4")
                ? ",'@odata.nextLink':'Items?$skiptoken=4'" : "") + "}");
    }

    private Told answer(Asked asked) {
        return switch (asked.path()) {
            case "/Customers" -> Told.ok("{'value':[{'No':'1'},{'No':'2'},{'No':'3'},{'No':'4'},{'No':'5'}]}");
            case "/$batch" -> asked.body().startsWith("{") ? json(asked) : parts(asked);
            default -> asked.query().containsKey("$skiptoken") ? Told.ok("{'value':[{'id':'I-4b'}]}")
                    : items(asked.query().get("$filter").replaceAll(".*'(.)'", "$1"));
        };
    }

    /** In any order, as OData 4.01 allows it. */
    private Told json(Asked asked) {
        List<String> all = new ArrayList<>();
        for (MatchResult one : CALL.matcher(asked.body()).results().toList()) {
            Told told = items(one.group(3));
            all.add("{\"id\":\"" + one.group(1) + "\",\"status\":" + told.status() + ",\"body\":"
                    + new String(told.body(), StandardCharsets.UTF_8) + "}");
        }
        Collections.reverse(all);
        return Told.ok("{\"responses\":[" + String.join(",", isShort ? all.subList(1, all.size()) : all) + "]}");
    }

    private Told parts(Asked asked) {
        StringBuilder all = new StringBuilder();
        CALL.matcher(asked.body()).results().skip(isShort ? 1 : 0).forEach(one -> all.append("--b\r\nContent-Type: "
                + "application/http\r\n\r\nHTTP/1.1 " + items(one.group(3)).status() + " so\r\nContent-Type: "
                + "application/json\r\n\r\n" + new String(items(one.group(3)).body(), StandardCharsets.UTF_8)
                + "\r\n"));
        return new Told(200, Map.of("Content-Type", "multipart/mixed; boundary=b"), (all + "--b--\r\n")
                .getBytes(StandardCharsets.UTF_8), false, 0, 0);
    }

    /** Account to the ids of its items. */
    private Map<String, List<String>> read(PlayedService service, String as) {
        Map<String, List<String>> read = new LinkedHashMap<>();
        try (Extract extract = Given.source(service, temp, new ArrayList<>(), FILE.replace("AS", as)).open()) {
            List<AccountLines> all = new ArrayList<>();
            extract.forEachRemaining(all::addAll);
            all.forEach(one -> read.put(one.number().value(), one.of("item").stream().map(line -> line.text("id"))
                    .toList()));
        }
        return new TreeMap<>(read);
    }

    @ParameterizedTest
    @CsvSource({"json,false", "multipart,false", "json,true", "multipart,true"})
    void five_accounts_are_two_requests_and_what_a_part_lacks_is_read_by_itself(String as, boolean fails) {
        try (PlayedService service = new PlayedService(this::answer)) {
            isShort = fails;
            Map<String, List<String>> whole = Map.of("1", List.of("I-1"), "2", List.of("I-2"), "3", List.of("I-3"), "4",
                    List.of("I-4", "I-4b"), "5", List.of("I-5"));
            assertThat(read(service, as)).isEqualTo(whole);
            List<String> calls = service.calls();
            assertThat(calls.stream().filter(one -> one.equals("POST /$batch"))).hasSize(2);
            assertThat(calls).as("the list, both batches, and the second page of 4; or each by itself, where it is not"
                    + " certain which answer is whose").hasSize(fails ? 9 : 4);
        }
    }

    @Test
    void a_part_that_fails_is_asked_again_by_itself_and_told_as_it_would_be_without() {
        try (PlayedService service = new PlayedService(asked -> {
            Told told = answer(asked);
            if (asked.path().equals("/$batch")) {
                failing.remove("2");
            }
            return told;
        })) {
            failing.put("2", 503);
            assertThat(read(service, "json")).hasSize(5).containsEntry("2", List.of("I-2"));
            assertThat(service.calls().stream().filter(one -> one.startsWith("GET /Items"))).hasSize(2);
            failing.put("3", 403);
            assertThatThrownBy(() -> read(service, "multipart")).hasMessageStartingWith("GW-SRC-072")
                    .hasMessageNotContaining("Pat");
        }
    }

    @Test
    void only_what_is_read_for_each_account_by_get_can_be_read_together() {
        try (PlayedService service = new PlayedService(this::answer)) {
            assertThatThrownBy(() -> Given.terms(service, FILE.replace("AS", "json").replace("GET /Items",
                    "POST /Items, reads: true")).checked()).hasMessageContaining("table item is read together");
        }
    }
}
