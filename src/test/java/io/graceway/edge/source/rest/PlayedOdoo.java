package io.graceway.edge.source.rest;

import io.graceway.edge.source.rest.PlayedService.Asked;
import io.graceway.edge.source.rest.PlayedService.Told;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/** An Odoo behind /jsonrpc: domains, references of id and name, false for nothing, and errors with status 200. */
final class PlayedOdoo {

    private static final JsonMapper JSON = JsonMapper.shared();

    final PlayedService service = new PlayedService(this::answer);
    final Map<String, List<Map<String, Object>>> models = new LinkedHashMap<>();
    final List<String> called = new ArrayList<>();
    String password = "k3y";
    /** Instead of a method of a model, such as {@code account.move.search_read}; null to go on. */
    Function<String, Told> instead = method -> null;
    UnaryOperator<Told> afterPaying = told -> told;
    private int last = 100;

    /** @param values name and value in turns; a reference is a list of id and name */
    PlayedOdoo row(String model, int id, Object... values) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", id);
        for (int i = 0; i < values.length; i += 2) {
            row.put((String) values[i], values[i + 1]);
        }
        models.computeIfAbsent(model, any -> new ArrayList<>()).add(row);
        return this;
    }

    Map<String, Object> one(String model, Object id) {
        return models.getOrDefault(model, List.of()).stream().filter(row -> row.get("id").equals(id)).findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private synchronized Told answer(Asked asked) {
        Map<String, Object> call = JSON.readValue(asked.body(), Map.class);
        Map<String, Object> params = (Map<String, Object>) call.get("params");
        if (!asked.toString().equals("POST /jsonrpc") || !"2.0".equals(call.get("jsonrpc"))
                || !"call".equals(call.get("method"))) {
            return Told.json(400, "{}");
        }
        List<Object> args = (List<Object>) params.get("args");
        if (params.get("service").equals("common")) {
            called.add("authenticate");
            return told(args.equals(List.of("books", "gateway", password, Map.of())) ? 7 : false);
        }
        if (!args.subList(0, 3).equals(List.of("books", 7, password))) {
            return error("odoo.exceptions.AccessDenied");
        }
        called.add(args.get(3) + "." + args.get(4));
        Told told = instead.apply(args.get(3) + "." + args.get(4));
        return told != null ? told : done(args.get(3) + "", args.get(4) + "", (List<Object>) args.get(5),
                (Map<String, Object>) args.get(6));
    }

    @SuppressWarnings("unchecked")
    private Told done(String model, String method, List<Object> args, Map<String, Object> with) {
        return switch (method) {
            case "search_read" -> told(found(model, (List<Object>) args.get(0), with));
            case "web_search_read" -> told(Map.of("length", 1, "records", found(model, (List<Object>) args.get(0),
                    with)));
            case "create" -> {
                row(model, ++last);
                one(model, last).putAll((Map<String, Object>) args.get(0));
                if (model.equals("mail.activity")) {
                    one(model, last).put("res_model", one("ir.model", one(model, last).get("res_model_id"))
                            .get("model"));
                }
                one(model, last).put("context", with.getOrDefault("context", Map.of()));
                yield told(last);
            }
            case "action_create_payments" -> pay(one(model, ((List<Object>) args.get(0)).get(0)));
            case "write" -> {
                one(model, ((List<Object>) args.get(0)).get(0)).putAll((Map<String, Object>) args.get(1));
                yield told(true);
            }
            case "action_cancel" -> cancel(one(model, ((List<Object>) args.get(0)).get(0)));
            case "message_post" -> {
                row("mail.message", ++last, "model", model, "res_id", ((List<Object>) args.get(0)).get(0), "body",
                        "<p>" + with.get("body") + "</p>", "mail_activity_type_id", false);
                yield told(last);
            }
            default -> error("builtins.AttributeError");
        };
    }

    private Told pay(Map<String, Object> wizard) {
        Object invoice = ((List<?>) ((Map<?, ?>) wizard.get("context")).get("active_ids")).get(0);
        Map<String, Object> move = one("account.move", invoice);
        BigDecimal amount = new BigDecimal(wizard.get("amount").toString());
        BigDecimal left = ((BigDecimal) move.get("amount_residual")).subtract(amount);
        if (!wizard.get("journal_id").equals(5) || left.signum() < 0) {
            return error("odoo.exceptions.UserError");
        }
        move.put("amount_residual", left);
        move.put("payment_state", left.signum() == 0 ? "in_payment" : "partial");
        row("account.payment", ++last, "memo", wizard.get("communication"), "amount", amount, "state", "in_process",
                "date", wizard.get("payment_date"), "currency_id", move.get("currency_id"), "reconciled_invoice_ids",
                List.of(invoice));
        return afterPaying.apply(told(Map.of("type", "ir.actions.act_window", "res_id", last)));
    }

    private Told cancel(Map<String, Object> payment) {
        Map<String, Object> move = one("account.move", ((List<?>) payment.get("reconciled_invoice_ids")).get(0));
        move.merge("amount_residual", payment.get("amount"), (one, more) -> ((BigDecimal) one).add((BigDecimal) more));
        move.put("payment_state", "not_paid");
        payment.put("state", "canceled");
        return afterPaying.apply(told(true));
    }

    private List<Map<String, Object>> found(String model, List<Object> domain, Map<String, Object> with) {
        List<Map<String, Object>> rows = new ArrayList<>(models.getOrDefault(model, List.of()).stream().filter(row ->
                domain.stream().allMatch(term -> holds(row, (List<?>) term))).toList());
        String order = with.getOrDefault("order", "id").toString().split(", ")[0];
        rows.sort(Comparator.comparing(row -> order.equals("id") ? String.format("%09d", (int) row.get("id"))
                : row.get(order).toString()));
        int from = Math.min(rows.size(), (int) with.getOrDefault("offset", 0));
        int most = (int) with.getOrDefault("limit", rows.size());
        return rows.subList(from, Math.min(rows.size(), from + most));
    }

    private static boolean holds(Map<String, Object> row, List<?> term) {
        Object found = row.getOrDefault(term.get(0), false);
        Object is = found instanceof List<?> reference ? reference.get(0) : found;
        Object wanted = term.get(2);
        return switch (term.get(1).toString()) {
            case "=" -> is.equals(wanted);
            case "!=" -> !is.equals(wanted);
            case ">" -> new BigDecimal(is.toString()).compareTo(new BigDecimal(wanted.toString())) > 0;
            case "<" -> new BigDecimal(is.toString()).compareTo(new BigDecimal(wanted.toString())) < 0;
            case "in" -> ((List<?>) wanted).contains(is);
            case "like" -> is.toString().contains(wanted.toString());
            case "=like" -> is.toString().startsWith(wanted.toString().replace("%", ""));
            default -> throw new IllegalArgumentException(term.get(1).toString());
        };
    }

    private static Told told(Object result) {
        Map<String, Object> answer = new LinkedHashMap<>(Map.of("jsonrpc", "2.0", "id", 1));
        answer.put("result", result);
        // Amounts are floats there: 1050.0 and 80.25.
        return new Told(200, Map.of("Content-Type", "application/json; charset=utf-8"),
                JSON.writeValueAsBytes(floats(answer)), false, 0, 0);
    }

    private static Object floats(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<Object, Object> all = new LinkedHashMap<>();
            map.forEach((name, value) -> all.put(name, floats(value)));
            return all;
        }
        return tree instanceof List<?> list ? list.stream().map(PlayedOdoo::floats).toList()
                : tree instanceof BigDecimal amount ? amount.doubleValue() : tree;
    }

    static Told error(String name) {
        return Told.ok("{'jsonrpc':'2.0','id':1,'error':{'code':200,'message':'Odoo Server Error','data':{'name':'"
                + name + "','message':'No. 17 of Pat Sample','arguments':['No. 17'],'debug':'Traceback'}}}");
    }
}
