package io.graceway.face.console.account;

import io.graceway.face.command.Explanation.Logged;
import io.graceway.face.console.ConsoleView.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An entry of the routing log; a decision has its findings, each with where its rule is written.
 *
 * @param index as text, without thousands
 * @param facts all but the findings
 */
record Decision(String index, Instant at, String what, List<Fact> facts, List<Ruled> findings) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param citation empty for a rule of the gateway itself, and for one that is in force no more */
    record Ruled(String said, String citation) {
    }

    static Decision of(Logged logged, Map<String, String> citations) {
        JsonNode entry = JSON.readTree(logged.entry());
        List<Fact> facts = new ArrayList<>();
        List<Ruled> findings = new ArrayList<>();
        entry.get("facts").properties().forEach(fact -> {
            String value = fact.getValue().asString();
            if (fact.getKey().equals("findings")) {
                Arrays.stream(value.split("; ")).filter(one -> !one.isBlank()).map(one -> new Ruled(one,
                        citations.getOrDefault(one.split(" ")[0], ""))).forEach(findings::add);
            } else if (!value.isEmpty()) {
                facts.add(new Fact(fact.getKey(), value, false));
            }
        });
        return new Decision(String.valueOf(logged.index()), Instant.parse(entry.get("at").asString()),
                entry.get("what").asString(), facts, findings);
    }
}
