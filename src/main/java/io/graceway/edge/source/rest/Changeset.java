package io.graceway.edge.source.rest;

import io.graceway.edge.source.call.Trouble;
import io.graceway.edge.source.call.Troubled;
import io.graceway.edge.source.rest.Template.Values;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Calls that a service of OData makes all together or not at all.
 *
 * @param path below the base that takes them; absent for {@code /$batch}
 * @param as   {@code json} or {@code multipart}
 */
public record Changeset(String path, String as) {

    static final String RESPONSES = "responses";
    private static final int FOLLOWED = 424;
    private static final String JSON = "application/json";

    public Changeset {
        path = path == null ? "/$batch" : path;
    }

    /** All calls for each of the values, in that order; every one has to be answered with success. */
    void make(Web web, RestTerms terms, List<Call> calls, List<Map<String, String>> values) {
        List<Map<String, Object>> requests = new ArrayList<>();
        values.forEach(some -> calls.forEach(one -> requests.add(request(web, one, web.known(some::get),
                Integer.toString(requests.size() + 1)))));
        Answer answer = web.write(sent(requests), any -> null);
        if (!(Json.at(answer.tree(), RESPONSES) instanceof List<?> responses)) {
            throw new Troubled(Trouble.unreadable("has no answers to the calls of the changeset"));
        }
        Answer failed = null;
        for (Object one : responses) {
            Answer part = new Answer(status(one), answer.headers(), Json.at(one, "body"));
            // What failed only because another one did says less.
            boolean isGood = part.means(terms) >= 200 && part.means(terms) <= 299;
            failed = isGood || failed != null && failed.status() != FOLLOWED ? failed : part;
        }
        if (failed != null) {
            throw new Troubled(failed.trouble(terms));
        }
        if (responses.size() != requests.size()) {
            throw new Troubled(Trouble.unreadable("has " + responses.size() + " answers to the " + requests.size()
                    + " calls of the changeset"));
        }
    }

    private static int status(Object response) {
        String status = Json.text(response, "status");
        if (status == null || !status.matches("[1-5][0-9]{2}")) {
            throw new Troubled(Trouble.unreadable("has an answer without status in the changeset"));
        }
        return Integer.parseInt(status);
    }

    private static Map<String, Object> request(Web web, Call call, Values values, String id) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("id", id);
        request.put("atomicityGroup", "all");
        request.put("method", call.method());
        request.put("url", web.relative(call, values));
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Accept", JSON, "Content-Type", JSON));
        call.headers().forEach((name, value) -> headers.put(name, Template.text(value, values)));
        request.put("headers", headers);
        if (call.body() != null) {
            request.put("body", Template.tree(call.body(), values));
        }
        return request;
    }

    private Call sent(List<Map<String, Object>> requests) {
        boolean isJson = as.equals("json");
        String boundary = "batch-" + UUID.randomUUID();
        String mixed = "multipart/mixed";
        Map<String, String> headers = Map.of("Accept", isJson ? JSON : mixed, "Content-Type", isJson ? JSON
                : mixed + "; boundary=" + boundary);
        Object body = isJson ? Map.of("requests", requests)
                : Multipart.changeset(requests, boundary).getBytes(StandardCharsets.UTF_8);
        return new Call("POST " + path, null, headers, body, null, null, null, null, null, null, null, null);
    }
}
