package io.graceway.edge.source.rest;

import io.graceway.edge.source.rest.PlayedService.Asked;
import io.graceway.edge.source.rest.PlayedService.Told;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A billing system that keeps invoices, payments and what of them was charged back. */
final class PlayedLedger {

    static final String FILE = """
            fault: {code: code}
            accounts: {list: {call: GET /accounts}, account: number}
            postings:
              PAYMENT:
                find: [{call: GET /accounts, match: {number: "{account}"}, keep: {id: id}}]
                posted: {call: "GET /accounts/{id}/payments", match: {key: "{key}~{invoice}"},
                         keep: {invoice: invoice}, amount: amount}
                over: {call: "GET /accounts/{id}/invoices", keep: {invoice: id}, amount: open}
                make:
                  - call: POST /payments
                    body: {invoice: "{invoice}", amount: "{part as number}", key: "{key}~{invoice}",
                           note: "{reference} on {on}"}
                    done: [{status: 400, at: code, is: DUP}]
              REVERSAL:
                find: [{call: GET /accounts, match: {number: "{account}"}, keep: {id: id}}]
                posted: {call: "GET /accounts/{id}/payments", at: "*.back", match: {key: "{key}~{payment}"},
                         keep: {payment: ^.key}, amount: amount}
                over: {call: "GET /accounts/{id}/payments", match: {key: "{code}~{invoice}"},
                       keep: {invoice: invoice, payment: key}, amount: left}
                make: [{call: "POST /payments/{payment}/back", query: {key: "{key}~{payment}", amount: "{part}"}}]
              NOTE:
                posted: {call: GET /notes, match: {text: "*[{key}]*"}}
                make: [{call: POST /notes, query: {text: "[{key}] {text}"}}]
              STATUS:
                codes: {PAID: "03"}
                find: [{call: GET /accounts, match: {number: "{account}"}, keep: {id: id}}]
                make: [{call: "POST /accounts/{id}/status/{code}"}]
            """;
    private static final Pattern PAYMENT = Pattern.compile(
            "\\{\"invoice\":\"(.*)\",\"amount\":(.*),\"key\":\"(.*)\",\"note\":.*}");

    /** A payment. @param back key and amount of what was taken back */
    private record Paid(String key, String account, String invoice, BigDecimal amount, Map<String, BigDecimal> back) {

        BigDecimal left() {
            return amount.subtract(back.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    }

    final PlayedService service = new PlayedService(this::answer);
    final Map<String, String> open = new LinkedHashMap<>();
    final List<String> booked = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    UnaryOperator<Told> afterBooking = told -> told;
    Consumer<Asked> beforeBooking = asked -> { };
    Function<Asked, Told> insteadOfBooking;
    /** A longer key is silently cut off, as by a column that is too short. */
    int keyLength = 99;
    private final Map<String, String> owners = new LinkedHashMap<>();
    private final List<Paid> payments = new ArrayList<>();

    PlayedLedger bill(String account, String invoice, String amount) {
        owners.put(invoice, account);
        open.put(invoice, amount);
        return this;
    }

    void book(String key, String invoice, String amount) {
        payments.add(new Paid(key, owners.get(invoice), invoice, new BigDecimal(amount), new LinkedHashMap<>()));
        open.merge(invoice, amount, (one, less) -> new BigDecimal(one).subtract(new BigDecimal(less)).toPlainString());
        booked.add(key + " " + amount);
    }

    private synchronized Told answer(Asked asked) {
        String[] path = asked.path().split("/");
        if (asked.method().equals("GET")) {
            return Told.ok(listed(path));
        }
        if (path.length == 2 && path[1].equals("payments")) {
            Told instead = insteadOfBooking == null ? null : insteadOfBooking.apply(asked);
            return instead != null ? instead : booking(asked);
        }
        if (path[1].equals("payments")) {
            Paid paid = payments.stream().filter(one -> one.key().equals(path[2])).findFirst().orElseThrow();
            paid.back().put(asked.query().get("key"), new BigDecimal(asked.query().get("amount")));
            open.merge(paid.invoice(), asked.query().get("amount"), (one, more) -> new BigDecimal(one)
                    .add(new BigDecimal(more)).toPlainString());
        } else if (path[1].equals("notes")) {
            notes.add(asked.query().get("text"));
        }
        return Told.ok("{}");
    }

    private Told booking(Asked asked) {
        beforeBooking.accept(asked);
        Matcher said = PAYMENT.matcher(asked.body());
        if (!said.matches()) {
            return Told.json(400, "{'code':'FORM'}");
        }
        if (payments.stream().anyMatch(one -> one.key().equals(said.group(3)))) {
            return Told.json(400, "{'code':'DUP'}");
        }
        book(said.group(3).substring(0, Math.min(keyLength, said.group(3).length())), said.group(1), said.group(2));
        return afterBooking.apply(Told.json(201, "{}"));
    }

    private String listed(String[] path) {
        String account = path.length > 2 ? path[2].substring(1) : "";
        return switch (path[path.length - 1]) {
            case "accounts" -> rows(owners.values().stream().distinct().map(one -> "{'number':'" + one + "','id':'u"
                    + one + "'}").toList());
            case "invoices" -> rows(open.entrySet().stream().filter(one -> owners.get(one.getKey()).equals(account))
                    .map(one -> "{'id':'" + one.getKey() + "','open':" + one.getValue() + "}").toList());
            case "payments" -> rows(payments.stream().filter(one -> one.account().equals(account)).map(one -> "{'key':'"
                    + one.key() + "','invoice':'" + one.invoice() + "','amount':" + one.amount() + ",'left':"
                    + one.left() + ",'back':" + rows(one.back().entrySet().stream().map(back -> "{'key':'"
                    + back.getKey() + "','amount':" + back.getValue() + "}").toList()) + "}").toList());
            default -> rows(notes.stream().map(one -> "{'text':'" + one + "'}").toList());
        };
    }

    private static String rows(List<String> rows) {
        return rows.stream().collect(Collectors.joining(",", "[", "]"));
    }
}
