package io.graceway.edge.source.rest;

import io.graceway.edge.source.rest.PlayedService.Asked;
import io.graceway.edge.source.rest.PlayedService.Told;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service of OData V4: filters, pages of its own size with a link to the next, ETags, and errors in its form. */
final class PlayedOData {

    private static final Pattern TERM = Pattern.compile(
            "(\\w+) (eq|ne|gt) ('(?:[^']|'')*'|[^ ]+)|startswith\\((\\w+),('(?:[^']|'')*')\\)");
    private static final Pattern ONE = Pattern.compile("/data/(\\w+)\\('(.*)'\\)");
    private static final int PAGE = 2;
    private static final JsonMapper JSON = JsonMapper.shared();

    final PlayedService service = new PlayedService(this::answer);
    final Map<String, List<Map<String, Object>>> sets = new LinkedHashMap<>();
    /** What somebody else does between reading a row and changing it. */
    Runnable meanwhile = () -> { };
    private int version;

    /** @param values name and value in turns */
    PlayedOData row(String set, Object... values) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("@odata.etag", "W/\"" + ++version + "\"");
        for (int i = 0; i < values.length; i += 2) {
            row.put((String) values[i], values[i + 1]);
        }
        sets.computeIfAbsent(set, any -> new ArrayList<>()).add(row);
        return this;
    }

    Map<String, Object> customer(String account) {
        return sets.get("Customers").stream().filter(one -> one.get("CustomerAccount").equals(account)).findFirst()
                .orElse(null);
    }

    void touch(Map<String, Object> row) {
        row.put("@odata.etag", "W/\"" + ++version + "\"");
    }

    private synchronized Told answer(Asked asked) {
        String path = URLDecoder.decode(asked.path(), StandardCharsets.UTF_8);
        Matcher one = ONE.matcher(path);
        if (one.matches()) {
            return one(asked, customer(one.group(2).replace("''", "'")));
        }
        String set = path.substring(path.lastIndexOf('/') + 1);
        if (asked.method().equals("POST")) {
            Map<String, Object> row = new LinkedHashMap<>();
            JSON.readTree(asked.body()).properties().forEach(value -> row.put(value.getKey(), plain(value.getValue())));
            sets.computeIfAbsent(set, any -> new ArrayList<>()).add(row);
            sets.getOrDefault("OpenInvoices", List.of()).stream().filter(invoice -> invoice.get("InvoiceId")
                    .equals(row.get("InvoiceId"))).forEach(invoice -> invoice.merge("OpenAmount", row.get("Amount"),
                    (open, paid) -> ((BigDecimal) open).subtract((BigDecimal) paid)));
            return told(201, row);
        }
        return page(asked, set);
    }

    private Told page(Asked asked, String set) {
        List<Map<String, Object>> found = sets.getOrDefault(set, List.of()).stream()
                .filter(filter(asked.query().getOrDefault("$filter", ""))).toList();
        int from = Integer.parseInt(asked.query().getOrDefault("$skiptoken", "0"));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("@odata.context", service.base() + "/data/$metadata#" + set);
        answer.put("value", found.subList(from, Math.min(found.size(), from + PAGE)));
        if (from + PAGE < found.size()) {
            String filter = asked.query().get("$filter");
            answer.put("@odata.nextLink", service.base() + "/data/" + set + "?$skiptoken=" + (from + PAGE)
                    + (filter == null ? "" : "&$filter=" + Template.encoded(filter)));
        }
        return told(200, answer);
    }

    private Told one(Asked asked, Map<String, Object> row) {
        if (row == null) {
            return error(404, "ResourceNotFound");
        }
        if (asked.method().equals("GET")) {
            return told(200, row);
        }
        meanwhile.run();
        if (!row.get("@odata.etag").equals(asked.headers().get("If-match"))) {
            return error(412, "PreconditionFailed");
        }
        JSON.readTree(asked.body()).properties().forEach(value -> row.put(value.getKey(), plain(value.getValue())));
        touch(row);
        return new Told(204, Map.of(), new byte[0], false, 0, 0);
    }

    private static Told told(int status, Map<String, Object> tree) {
        return new Told(status, Map.of("Content-Type", "application/json; odata.metadata=minimal; charset=utf-8"),
                JSON.writeValueAsBytes(tree), false, 0, 0);
    }

    static Told error(int status, String code) {
        return Told.json(status, "{'error':{'code':'" + code + "','message':'No. 17 of Pat Sample'}}");
    }

    private static Object plain(JsonNode value) {
        return value.isNumber() ? value.decimalValue() : value.asString();
    }

    private static Predicate<Map<String, Object>> filter(String text) {
        Predicate<Map<String, Object>> all = row -> true;
        Matcher term = TERM.matcher(text);
        while (term.find()) {
            Matcher one = term;
            String start = one.group(4) == null ? null : quoted(one.group(5));
            String name = start == null ? one.group(1) : one.group(4);
            String word = one.group(2);
            String value = start == null ? quoted(one.group(3)) : start;
            all = all.and(row -> {
                String found = String.valueOf(row.get(name));
                return start != null ? found.startsWith(start) : switch (word) {
                    case "eq" -> found.equals(value);
                    case "ne" -> new BigDecimal(found).compareTo(new BigDecimal(value)) != 0;
                    default -> new BigDecimal(found).compareTo(new BigDecimal(value)) > 0;
                };
            });
        }
        return all;
    }

    private static String quoted(String text) {
        return text.startsWith("'") ? text.substring(1, text.length() - 1).replace("''", "'") : text;
    }
}
