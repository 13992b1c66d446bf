package io.graceway.edge.source.rest;

import io.graceway.edge.source.call.Trouble;
import io.graceway.edge.source.call.Troubled;
import io.graceway.edge.source.rest.Template.Values;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Calls that a service of OData takes in one: changes all together or not at all, reads each for itself.
 *
 * @param path below the base that takes them; absent for {@code /$batch}
 * @param as   {@code json} or {@code multipart}
 * @param size how many reads at the most; absent for twenty
 */
public record Changeset(String path, String as, Integer size) {

    static final String RESPONSES = "responses";
    private static final String ID = "id";
    private static final int FOLLOWED = 424;
    private static final int OK = 200;
    private static final int TWENTY = 20;
    private static final String JSON = "application/json";

    public Changeset {
        path = path == null ? "/$batch" : path;
        size = size == null ? TWENTY : size;
    }

    /** All calls for each of the values, in that order; every one has to be answered with success. */
    void make(Web web, RestTerms terms, List<Call> calls, List<Map<String, String>> values) {
        List<Map<String, Object>> requests = new ArrayList<>();
        values.forEach(some -> calls.forEach(one -> requests.add(change(web, one, web.known(some::get),
                Integer.toString(requests.size() + 1)))));
        Answer answer = web.write(sent(requests, false), any -> null);
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

    /**
     * Reads the call for each of the values, of which there are not more than go in one. Only what is good is kept:
     * everything else is read again by itself when its turn comes, and told then.
     */
    Map<URI, Answer> ahead(Web web, RestTerms terms, Call call, List<Values> values) {
        Map<URI, Map<String, Object>> requests = new LinkedHashMap<>();
        values.forEach(one -> requests.computeIfAbsent(web.address(call, one), address -> request("GET",
                web.relative(address), call, web.known(one), Integer.toString(requests.size() + 1))));
        Answer answer = web.read(sent(List.copyOf(requests.values()), true), any -> null);
        return Json.at(answer.tree(), RESPONSES) instanceof List<?> responses
                ? good(terms, List.copyOf(requests.keySet()), responses, answer) : Map.of();
    }

    /** In JSON an answer names its call, in parts it stands where its call stood; else none is believed. */
    private Map<URI, Answer> good(RestTerms terms, List<URI> addresses, List<?> responses, Answer whole) {
        Map<URI, Answer> good = new HashMap<>();
        Set<String> answered = new HashSet<>();
        for (Object one : responses) {
            String id = isJson() ? Json.text(one, ID) : Integer.toString(answered.size() + 1);
            if (id == null || !id.matches("[0-9]{1,4}") || Integer.parseInt(id) < 1
                    || Integer.parseInt(id) > addresses.size() || !answered.add(id)) {
                return Map.of();
            }
            Answer part = new Answer(status(one), whole.headers(), Json.at(one, "body"));
            if (part.status() == OK && part.tree() instanceof Map && !part.isFault(terms)) {
                good.put(addresses.get(Integer.parseInt(id) - 1), part);
            }
        }
        return answered.size() == addresses.size() ? good : Map.of();
    }

    private boolean isJson() {
        return as.equals("json");
    }

    private static int status(Object response) {
        String status = Json.text(response, "status");
        if (status == null || !status.matches("[1-5][0-9]{2}")) {
            throw new Troubled(Trouble.unreadable("has an answer without status in the changeset"));
        }
        return Integer.parseInt(status);
    }

    private static Map<String, Object> change(Web web, Call call, Values values, String id) {
        Map<String, Object> request = request(call.method(), web.relative(web.address(call, values)), call, values, id);
        request.put("atomicityGroup", "all");
        if (call.body() != null) {
            request.put("body", Template.tree(call.body(), values));
        }
        return request;
    }

    private static Map<String, Object> request(String method, String url, Call call, Values values, String id) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put(ID, id);
        request.put("method", method);
        request.put("url", url);
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Accept", JSON));
        if (!method.equals("GET")) {
            headers.put("Content-Type", JSON);
        }
        call.headers().forEach((name, value) -> headers.put(name, Template.text(value, values)));
        request.put("headers", headers);
        return request;
    }

    private Call sent(List<Map<String, Object>> requests, boolean reads) {
        boolean isJson = isJson();
        String boundary = "batch-" + UUID.randomUUID();
        String mixed = "multipart/mixed";
        Map<String, String> headers = Map.of("Accept", isJson ? JSON : mixed, "Content-Type", isJson ? JSON
                : mixed + "; boundary=" + boundary);
        Object body = isJson ? Map.of("requests", requests)
                : (reads ? Multipart.reads(requests, boundary) : Multipart.changeset(requests, boundary))
                .getBytes(StandardCharsets.UTF_8);
        return new Call("POST " + path, null, headers, body, null, null, null, null, null, null, null, reads);
    }
}
