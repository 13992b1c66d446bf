package io.graceway.edge.source.rest;

import io.graceway.edge.source.rest.PlayedService.Asked;
import io.graceway.edge.source.rest.PlayedService.Told;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.w3c.dom.Element;

/** A NetSuite behind SuiteTalk: searches in pages under an id, external ids that are taken once, payments applied. */
final class PlayedNetSuite {

    /** A record. @param fields a reference is written as its id, a bar and its name */
    record Doc(String type, String id, String external, Map<String, String> fields) {

        BigDecimal amount(String field) {
            return new BigDecimal(fields.get(field));
        }

        void add(String field, BigDecimal more) {
            fields.put(field, amount(field).add(more).toString());
        }
    }

    final PlayedService service = new PlayedService(this::answer);
    final List<Doc> docs = new ArrayList<>();
    /** What is told instead, by the name of the operation. */
    Function<String, Told> instead = operation -> null;
    UnaryOperator<Told> afterWriting = told -> told;
    private final SuiteTalk talk = new SuiteTalk();
    private final Map<String, List<Doc>> searches = new HashMap<>();
    private int last = 90_000;

    PlayedNetSuite doc(String type, String id, String... values) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            fields.put(values[i], values[i + 1]);
        }
        docs.add(new Doc(type, id, null, fields));
        return this;
    }

    Doc doc(String type, String id) {
        return docs.stream().filter(one -> one.type().equals(type) && one.id().equals(id)).findFirst().orElseThrow();
    }

    List<Doc> all(String type) {
        return docs.stream().filter(one -> one.type().equals(type)).toList();
    }

    private synchronized Told answer(Asked asked) {
        Element operation;
        try {
            operation = talk.operation(asked);
        } catch (SuiteTalk.Refused e) {
            return e.told;
        }
        Told told = instead.apply(operation.getLocalName());
        if (told != null) {
            return told;
        }
        return switch (operation.getLocalName()) {
            case "search" -> searched(operation);
            case "searchMoreWithId" -> page(operation.getLocalName(), SuiteTalk.text(operation, "searchId"),
                    Integer.parseInt(SuiteTalk.text(operation, "pageIndex")));
            case "get" -> got(SuiteTalk.child(operation, "baseRef"));
            case "add" -> afterWriting.apply(added(SuiteTalk.child(operation, "record")));
            case "update" -> afterWriting.apply(updated(SuiteTalk.child(operation, "record")));
            default -> throw new IllegalArgumentException(operation.getLocalName());
        };
    }

    private Told searched(Element search) {
        Element record = SuiteTalk.child(search, "searchRecord");
        String type = SuiteTalk.type(record);
        Element basic = SuiteTalk.child(type.endsWith("Advanced") ? SuiteTalk.child(record, "criteria") : record,
                "basic");
        String id = "WEBSERVICES_TSTDRV_" + ++last;
        searches.put(id, docs.stream().filter(one -> type.startsWith(switch (one.type()) {
            case "invoice", "customerPayment", "journalEntry", "creditMemo", "customerDeposit" -> "TransactionSearch";
            case "customer" -> "CustomerSearch";
            case "phoneCall" -> "PhoneCallSearch";
            case "supportCase" -> "SupportCaseSearch";
            default -> "NoteSearch";
        })).filter(one -> SuiteTalk.children(basic).stream().allMatch(criterion -> meets(one, criterion)))
                .sorted(Comparator.comparing(Doc::id)).toList());
        return page("search", id, 1);
    }

    private boolean meets(Doc doc, Element criterion) {
        String name = criterion.getLocalName();
        String operator = criterion.getAttribute("operator");
        String found = Objects.toString(switch (name) {
            case "type" -> "_" + doc.type();
            case "mainLine" -> "true";
            case "externalIdString" -> doc.external();
            case "status" -> doc.type().equals("invoice") ? doc.amount("amountRemaining").signum() > 0
                    ? "_invoiceOpen" : "_invoicePaidInFull" : doc.fields().get("status");
            case "entity" -> Objects.toString(doc.fields().get("entity"), doc.fields().get("customer"));
            default -> doc.fields().get(name);
        }, "");
        return SuiteTalk.children(criterion).stream().anyMatch(value -> {
            String wanted = value.hasAttribute("internalId") ? value.getAttribute("internalId")
                    : value.getTextContent();
            return operator.equals("greaterThan") ? new BigDecimal(Objects.toString(doc.fields().get("unapplied"), "0"))
                    .compareTo(new BigDecimal(wanted)) > 0 : operator.equals("startsWith") ? found.startsWith(wanted)
                    : operator.equals("contains") ? found.contains(wanted)
                    : found.equals(wanted) || found.startsWith(wanted + "|");
        });
    }

    private Told page(String operation, String id, int index) {
        List<Doc> all = searches.get(id);
        int size = talk.pageSize();
        return talk.page(operation, id, all.size(), index,
                all.subList(Math.min(all.size(), (index - 1) * size), Math.min(all.size(), index * size)));
    }

    private Told got(Element ref) {
        return docs.stream().filter(one -> one.type().equals(ref.getAttribute("type"))
                && ref.getAttribute("externalId").equals(one.external())).findFirst().map(talk::read)
                .orElseGet(() -> talk.refused("get", "readResponse", "RCRD_DSNT_EXIST"));
    }

    private Told added(Element record) {
        String type = SuiteTalk.type(record).substring(0, 1).toLowerCase() + SuiteTalk.type(record).substring(1);
        String external = record.getAttribute("externalId");
        if (docs.stream().anyMatch(one -> external.equals(one.external()) && one.type().equals(type))) {
            return talk.refused("add", "writeResponse", "DUP_RCRD");
        }
        Map<String, String> fields = new HashMap<>();
        SuiteTalk.children(record).forEach(one -> fields.put(one.getLocalName(), one.hasAttribute("internalId")
                ? one.getAttribute("internalId") : one.getTextContent()));
        Doc doc = new Doc(type, Integer.toString(++last), external, fields);
        boolean fits = switch (type) {
            case "customerPayment" -> fields.get("account").equals("77") && fields.get("autoApply").equals("false")
                    && applied(doc, record);
            case "journalEntry" -> booked(doc, SuiteTalk.children(SuiteTalk.child(record, "lineList")));
            default -> type.equals("note") && all("customer").stream().anyMatch(one -> one.id()
                    .equals(fields.get("entity")));
        };
        if (!fits) {
            return talk.refused("add", "writeResponse", "USER_ERROR");
        }
        docs.add(doc);
        return talk.written("add", doc);
    }

    /** All of the payment is applied, to what has that much open. */
    private boolean applied(Doc payment, Element record) {
        Element apply = SuiteTalk.child(SuiteTalk.child(record, "applyList"), "apply");
        Doc to = docs.stream().filter(one -> one.id().equals(SuiteTalk.text(apply, "doc"))).findFirst().orElseThrow();
        BigDecimal amount = new BigDecimal(SuiteTalk.text(apply, "amount"));
        if (!amount.equals(payment.amount("payment")) || to.amount("amountRemaining").compareTo(amount) < 0) {
            return false;
        }
        to.add("amountRemaining", amount.negate());
        payment.fields().put("applied", to.id());
        payment.fields().putIfAbsent("currencyName", to.fields().get("currencyName"));
        return true;
    }

    private static boolean booked(Doc journal, List<Element> lines) {
        String amount = SuiteTalk.text(lines.get(0), "debit");
        journal.fields().put("amountRemaining", amount);
        journal.fields().put("entity", SuiteTalk.child(lines.get(0), "entity").getAttribute("internalId"));
        return SuiteTalk.text(lines.get(1), "credit").equals(amount) && SuiteTalk.child(lines.get(0), "account")
                .getAttribute("internalId").equals("11") && SuiteTalk.child(lines.get(1), "account")
                .getAttribute("internalId").equals("77");
    }

    private Told updated(Element record) {
        Doc payment = doc("customerPayment", record.getAttribute("internalId"));
        Doc before = docs.stream().filter(one -> one.id().equals(payment.fields().get("applied"))).findFirst()
                .orElseThrow();
        boolean isAll = SuiteTalk.child(record, "applyList").getAttribute("replaceAll").equals("true");
        if (!isAll || !applied(payment, record)) {
            return talk.refused("update", "writeResponse", "USER_ERROR");
        }
        before.add("amountRemaining", payment.amount("payment"));
        payment.fields().put("memo", SuiteTalk.text(record, "memo"));
        return talk.written("update", payment);
    }
}
