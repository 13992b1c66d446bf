package io.graceway.edge.source.rest;

import io.graceway.edge.source.rest.PlayedService.Asked;
import io.graceway.edge.source.rest.PlayedService.Told;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/** A Stripe: lists newest first with has_more, forms, keys that make a call repeatable, and what is paid stays paid. */
final class PlayedStripe {

    private static final JsonMapper JSON = JsonMapper.shared();

    final PlayedService service = new PlayedService(this::answer);
    final List<Map<String, Object>> customers = new ArrayList<>();
    final List<Map<String, Object>> invoices = new ArrayList<>();
    final List<Map<String, Object>> payments = new ArrayList<>();
    final List<Map<String, Object>> records = new ArrayList<>();
    Function<Asked, Told> instead = asked -> null;
    UnaryOperator<Told> afterWriting = told -> told;
    /** The clock of the service, in seconds. */
    long now = 1772532000;
    private final Map<String, String> asked = new LinkedHashMap<>();
    private final Map<String, Told> answered = new LinkedHashMap<>();

    PlayedStripe customer(String id, Map<String, Object> metadata) {
        customers.add(0, row("id", id, "object", "customer", "name", "Pat " + id, "email", null, "phone", null,
                "balance", id.equals("cus_002") ? -1250L : id.equals("cus_003") ? 500L : 0L, "currency",
                id.equals("cus_004") ? null : "usd", "created", 1770000000L,
                "address", null, "metadata", new TreeMap<>(metadata)));
        return this;
    }

    PlayedStripe invoice(String id, String customer, String currency, long open, long due) {
        invoices.add(0, row("id", id, "object", "invoice", "number", "N-" + id, "customer", customer, "currency",
                currency, "amount_remaining", open, "due_date", due, "status", "open", "collection_method",
                "send_invoice", "metadata", Map.of()));
        return this;
    }

    static Map<String, Object> row(Object... values) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            row.put((String) values[i], values[i + 1]);
        }
        return row;
    }

    static Map<String, Object> one(List<Map<String, Object>> rows, String id) {
        return rows.stream().filter(row -> row.get("id").equals(id)).findFirst().orElseThrow();
    }

    private synchronized Told answer(Asked call) {
        if (!"Bearer k3y".equals(call.headers().get("Authorization")) || call.headers().get("Stripe-version") == null) {
            return error(401, "invalid_api_key");
        }
        Told told = instead.apply(call);
        if (told != null) {
            return told;
        }
        String[] path = call.path().substring("/v1/".length()).split("/");
        if (call.method().equals("GET")) {
            return path.length == 2 ? told(one(customers, path[1])) : list(path[0], call.query());
        }
        if (!"application/x-www-form-urlencoded".equals(call.headers().get("Content-type"))) {
            return error(400, "parameter_missing");
        }
        String key = call.headers().get("Idempotency-key");
        String whole = call.path() + "?" + call.body();
        if (key != null && answered.containsKey(key)) {
            return whole.equals(asked.get(key)) ? answered.get(key) : error(400, "idempotency_error");
        }
        Told done = written(path, form(call.body()));
        if (key != null && done.status() == 200) {
            asked.put(key, whole);
            answered.put(key, done);
        }
        return afterWriting.apply(done);
    }

    private Told written(String[] path, Map<String, String> form) {
        switch (path[path.length - 1]) {
            case "report_payment" -> {
                if (!"guaranteed".equals(form.get("outcome")) || form.get("guaranteed[guaranteed_at]") == null
                        || !"custom".equals(form.get("payment_method_details[type]"))) {
                    return error(400, "parameter_invalid_empty");
                }
                records.add(row("id", "pr_" + (records.size() + 1), "amount", Long.valueOf(form.get(
                        "amount_requested[value]")), "currency", form.get("amount_requested[currency]"), "metadata",
                        Map.of("graceway", form.get("metadata[graceway]")), "initiated_at", form.get("initiated_at")));
                return told(records.get(records.size() - 1));
            }
            case "attach_payment" -> {
                return attach(one(invoices, path[1]), one(records, form.get("payment_record")));
            }
            default -> {
                @SuppressWarnings("unchecked")
                Map<String, Object> metadata = (Map<String, Object>) one(customers, path[1]).get("metadata");
                form.forEach((name, value) -> metadata.put(name.replaceAll("metadata\\[(.*)]", "$1"), value));
                return told(one(customers, path[1]));
            }
        }
    }

    private Told attach(Map<String, Object> invoice, Map<String, Object> record) {
        long left = (long) invoice.get("amount_remaining") - (long) record.get("amount");
        if (left < 0 || !invoice.get("currency").equals(record.get("currency"))) {
            return error(400, "invoice_payment_invalid");
        }
        invoice.put("amount_remaining", left);
        invoice.put("status", left == 0 ? "paid" : "open");
        payments.add(0, row("id", "inpay_" + (payments.size() + 1), "invoice", invoice.get("id"), "amount_paid",
                record.get("amount"), "status", "paid", "created", now, "payment",
                row("type", "payment_record", "payment_record", record)));
        return told(invoice);
    }

    private Told list(String kind, Map<String, String> query) {
        List<Map<String, Object>> all = switch (kind) {
            case "customers" -> customers;
            case "invoices" -> invoices;
            default -> "data.payment.payment_record".equals(query.get("expand[]")) ? payments : List.of();
        };
        String after = query.getOrDefault("starting_after", "");
        if (!after.isEmpty() && all.stream().noneMatch(one -> one.get("id").equals(after))) {
            return error(400, "resource_missing");
        }
        int from = 1 + all.stream().map(one -> one.get("id")).toList().indexOf(after);
        Predicate<Map<String, Object>> meant = one -> List.of("customer", "status", "collection_method").stream()
                .allMatch(name -> !query.containsKey(name) || query.get(name).equals(one.get(name)))
                && Long.parseLong(query.getOrDefault("created[gte]", "0")) <= (long) one.getOrDefault("created", now);
        List<Map<String, Object>> rest = all.subList(from, all.size()).stream().filter(meant).toList();
        int most = Math.min(100, Integer.parseInt(query.getOrDefault("limit", "10")));
        return told(row("object", "list", "data", rest.subList(0, Math.min(most, rest.size())), "has_more",
                rest.size() > most));
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new LinkedHashMap<>();
        for (String one : body.split("&")) {
            form.put(URLDecoder.decode(one.split("=")[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(one.split("=")[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    private static Told told(Map<String, Object> tree) {
        return new Told(200, Map.of("Content-Type", "application/json"), JSON.writeValueAsBytes(tree), false, 0, 0);
    }

    static Told error(int status, String code) {
        return Told.json(status, "{'error':{'type':'invalid_request_error','code':'" + code
                + "','message':'No. 17 of Pat Sample'}}");
    }
}
