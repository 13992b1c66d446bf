package io.graceway.edge.source.rest;

import io.graceway.edge.source.rest.PlayedService.Asked;
import io.graceway.edge.source.rest.PlayedService.Told;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** An ERPNext behind /api/resource: filters in JSON, twenty rows unless asked for more, 417 with the reason. */
final class PlayedFrappe {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ROOT = "/api/resource/";

    final PlayedService service = new PlayedService(this::answer);
    final Map<String, List<Map<String, Object>>> docs = new LinkedHashMap<>();
    Function<Asked, Told> instead = asked -> null;
    UnaryOperator<Told> afterWriting = told -> told;
    private int last;

    /** @param values name and value in turns */
    PlayedFrappe doc(String type, String name, Object... values) {
        Map<String, Object> doc = new LinkedHashMap<>();
        doc.put("name", name);
        for (int i = 0; i < values.length; i += 2) {
            doc.put((String) values[i], values[i + 1]);
        }
        docs.computeIfAbsent(type, any -> new ArrayList<>()).add(doc);
        return this;
    }

    Map<String, Object> doc(String type, String name) {
        return docs.getOrDefault(type, List.of()).stream().filter(one -> one.get("name").equals(name)).findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private synchronized Told answer(Asked asked) {
        if (!"token k3y:s3cret".equals(asked.headers().get("Authorization"))) {
            return refusal(401, "AuthenticationError");
        }
        Told told = instead.apply(asked);
        if (told != null) {
            return told;
        }
        String[] path = asked.path().substring(ROOT.length()).split("/");
        String type = URLDecoder.decode(path[0], StandardCharsets.UTF_8);
        if (asked.method().equals("GET")) {
            return told(listed(type, asked.query()));
        }
        Map<String, Object> body = JSON.readValue(asked.body(), Map.class);
        if (asked.method().equals("PUT")) {
            return changed(doc(type, URLDecoder.decode(path[1], StandardCharsets.UTF_8)), body);
        }
        body.put("name", type.toUpperCase().substring(0, 3) + "-" + ++last);
        Told refused = type.equals("Payment Entry") ? paid(body) : null;
        if (refused != null) {
            return refused;
        }
        docs.computeIfAbsent(type, any -> new ArrayList<>()).add(body);
        return afterWriting.apply(told(body));
    }

    private Told paid(Map<String, Object> entry) {
        Map<?, ?> part = (Map<?, ?>) ((List<?>) entry.get("references")).get(0);
        Map<String, Object> invoice = doc("Sales Invoice", part.get("reference_name").toString());
        BigDecimal amount = amount(part.get("allocated_amount"));
        BigDecimal left = amount(invoice.get("outstanding_amount")).subtract(amount);
        boolean fits = entry.get("paid_to").equals("Agencies - AC") && entry.get("paid_from").equals("Debtors - AC")
                && entry.get("company").equals("Acme & Co") && entry.get("docstatus").equals(1)
                && amount(entry.get("received_amount")).equals(amount) && left.signum() >= 0
                && entry.get("reference_no").toString().length() <= 140;
        if (!fits) {
            return refusal(417, "ValidationError");
        }
        invoice.put("outstanding_amount", left);
        entry.put("received_amount", amount);
        return null;
    }

    /** What is submitted changes only where that is allowed, or is cancelled. */
    private Told changed(Map<String, Object> doc, Map<String, Object> body) {
        if (body.equals(Map.of("docstatus", 2)) && doc.get("docstatus").equals(1)) {
            Map<?, ?> part = (Map<?, ?>) ((List<?>) doc.get("references")).get(0);
            doc("Sales Invoice", part.get("reference_name").toString()).merge("outstanding_amount",
                    doc.get("received_amount"), (one, more) -> amount(one).add(amount(more)));
        } else if (!body.keySet().equals(Set.of("custom_graceway_reversal"))
                || !doc.get("docstatus").equals(1)) {
            return refusal(417, "UpdateAfterSubmitError");
        }
        doc.putAll(body);
        return afterWriting.apply(told(doc));
    }

    private List<Map<String, Object>> listed(String type, Map<String, String> query) {
        List<List<String>> filters = new ArrayList<>();
        JSON.readTree(query.getOrDefault("filters", "[]")).forEach(one -> filters.add(List.of(one.get(0).asString(),
                one.get(1).asString(), one.get(2).isArray() ? one.get(2).toString() : one.get(2).asString())));
        List<Map<String, Object>> found = new ArrayList<>(docs.getOrDefault(type, List.of()).stream().filter(doc ->
                filters.stream().allMatch(one -> holds(doc.get(one.get(0)), one.get(1), one.get(2)))).toList());
        String order = query.getOrDefault("order_by", "name").split("[ ,]")[0];
        found.sort(Comparator.comparing(doc -> doc.get(order).toString()));
        int from = Math.min(found.size(), Integer.parseInt(query.getOrDefault("limit_start", "0")));
        int most = Integer.parseInt(query.getOrDefault("limit_page_length", "20"));
        return found.subList(from, Math.min(found.size(), from + most)).stream().map(doc -> {
            Map<String, Object> row = new LinkedHashMap<>();
            JSON.readTree(query.get("fields")).forEach(one -> {
                String[] field = one.asString().split(" as ");
                row.put(field[field.length - 1], doc.get(field[field.length - 1]));
            });
            return row;
        }).toList();
    }

    private static boolean holds(Object found, String operator, String wanted) {
        String text = found == null ? "" : found.toString();
        return switch (operator) {
            case "=" -> text.equals(wanted);
            case "!=" -> amount(found).compareTo(new BigDecimal(wanted)) != 0;
            case ">" -> amount(found).compareTo(new BigDecimal(wanted)) > 0;
            case "is" -> !text.isEmpty();
            case "not in" -> !wanted.contains("\"" + text + "\"");
            case "like" -> Pattern.compile(("\\Q" + wanted + "\\E").replace("%", "\\E.*\\Q").replace("_", "\\E.\\Q"))
                    .matcher(text).matches();
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static BigDecimal amount(Object value) {
        return new BigDecimal(value.toString()).setScale(2);
    }

    private static Told told(Object data) {
        return new Told(200, Map.of("Content-Type", "application/json"), JSON.writeValueAsBytes(Map.of("data", data)),
                false, 0, 0);
    }

    static Told refusal(int status, String type) {
        return Told.json(status, "{'exception':'frappe.exceptions." + type + ": No. 17 of Pat Sample','exc_type':'"
                + type + "','_server_messages':'No. 17'}");
    }
}
