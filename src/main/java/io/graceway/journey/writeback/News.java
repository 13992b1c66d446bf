package io.graceway.journey.writeback;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Ids;
import io.graceway.journey.account.Money;
import io.graceway.journey.delinquency.HouseCase;
import io.graceway.journey.placement.report.Fields;
import io.graceway.journey.placement.report.Holding;
import io.graceway.journey.placement.report.LineFault;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that an agency learned about a customer, beside money and its own doings.
 *
 * @param id      the agency's own number for it; one of ours, made from what it says, where the agency has none
 * @param code    a word of the closed list of its kind; empty where the kind has none
 * @param line    as it came; may be personal: it is kept, and never logged
 * @param content digest over all fields: the same news once more, or other ones under their number
 */
public record News(MessageKind kind, String id, String placement, LocalDate on, String code, DocumentLine line,
                   String content) {

    private static final int LONGEST_TEXT = 2000;

    /** Fields that say which message it is and not what it says. */
    private static final Set<String> ABOUT = Set.of("message-id", "placement", "account", "on", "code", "part");

    private static final Map<MessageKind, List<String>> CODES = Map.of(
            MessageKind.CONTACT_UPDATE, List.of("ADDRESS", "PHONE", "EMAIL"),
            MessageKind.DISPUTE, List.of("AMOUNT", "NOT_OWED", "PAID", "SERVICE", "IDENTITY", "OTHER"),
            MessageKind.COMPLAINT, List.of("CONDUCT", "CONTACT", "AMOUNT", "PRIVACY", "SERVICE", "OTHER"),
            MessageKind.HOLD, List.of("CEASE_CONTACT", "ATTORNEY", "HARDSHIP", "FRAUD", "MORATORIUM",
            "MENTAL_HEALTH_MORATORIUM", "SERVICE_ISSUE", "BILLING_ISSUE", "PAYMENT_CLAIMED", "WANTS_TO_TALK",
            "ARRANGEMENT"),
            MessageKind.ARRANGEMENT, List.of("AGREED", "KEPT", "BROKEN", "ACCEPTED"),
            MessageKind.INFORMATION_REQUEST, List.of("VALIDATION", "STATEMENT", "CONTRACT", "INVOICE",
            "PAYMENT_HISTORY", "IDENTITY", "LEGAL_STEP", "OTHER"),
            MessageKind.ERASURE_CONFIRMATION, List.of("ERASED", "KEPT_BY_LAW"),
            MessageKind.STATUS, List.of("WORKING", "TRACING", "CONTACTED", "PAYING", "ON_HOLD", "LEGAL_REVIEW",
            "LEGAL"));

    /** Kinds that are news; the others have doors of their own. */
    public static final Set<MessageKind> KINDS = Stream.concat(CODES.keySet().stream(), Stream.of(MessageKind.NOTE,
            MessageKind.BANKRUPTCY, MessageKind.DECEASED, MessageKind.JUDGMENT))
            .collect(Collectors.toCollection(LinkedHashSet::new));

    /** The closed list of a kind's codes; empty where it has none. */
    public static List<String> codes(MessageKind kind) {
        return CODES.getOrDefault(kind, List.of());
    }

    /** The field in which the code of a kind stands. */
    public static String codeField(MessageKind kind) {
        return kind == MessageKind.CONTACT_UPDATE ? "part" : "code";
    }

    /** Reads a line; what is missing, misspelt or unknown is a {@link LineFault}, never a guess. */
    public static News of(MessageKind kind, DocumentLine line) {
        Fields fields = new Fields(line);
        String code = CODES.containsKey(kind) ? fields.word(codeField(kind), CODES.get(kind)) : "";
        if (line.has("resolved-on")) {
            throw new LineFault("resolved-on", "GW-REM-105", "only the creditor settles this; tell it as a note");
        }
        needed(kind, code).forEach(name -> {
            if (fields.given(name).isEmpty()) {
                throw Fields.missing(name);
            }
        });
        // A day that is none must be found before anything is written.
        List.of("last-on", "first-on", "died-on").forEach(line::date);
        line.fields().forEach((name, value) -> {
            if (value.toString().length() > LONGEST_TEXT) {
                throw new LineFault(name, "GW-REM-013", "the " + name + " is longer than " + LONGEST_TEXT
                        + " characters");
            }
        });
        fields.money("amount").filter(one -> !one.isPositive()).ifPresent(one -> fields.positive("amount"));
        String content = Ids.hex(new TreeMap<>(line.fields()).toString());
        return new News(kind, fields.given("message-id").isPresent() ? fields.id("message-id") : Ids.of("N", content),
                fields.id("placement"), fields.date("on"), code, line, content);
    }

    private static List<String> needed(MessageKind kind, String code) {
        return switch (kind) {
            case CONTACT_UPDATE -> List.of(switch (code) {
                case "PHONE" -> "phone";
                case "EMAIL" -> "email";
                default -> "city";
            });
            case ARRANGEMENT -> code.equals("AGREED") ? List.of("arrangement", "kind", "last-on", "amount", "currency")
                    : List.of("arrangement");
            case ERASURE_CONFIRMATION -> List.of("order");
            case COMPLAINT -> List.of("against");
            case JUDGMENT -> List.of("court", "case-number");
            case INFORMATION_REQUEST -> code.equals("LEGAL_STEP") ? List.of("message-id", "step")
                    : List.of("message-id");
            case NOTE -> List.of("text");
            default -> List.of();
        };
    }

    /** Refuses what cannot be said of that placement. @param today the debtor's day */
    public void on(Holding held, LocalDate today) {
        String account = line.text("account");
        if (!account.isEmpty() && !account.equals(held.placement().account().number().value())) {
            throw new LineFault("account", "GW-REM-024", "the account number is not the one of this placement");
        }
        if (amount().filter(one -> !one.currency().equals(held.left().currency())).isPresent()) {
            throw new LineFault("currency", "GW-REM-031", "the placement is in " + held.left().currency());
        }
        if (!kind.isLegalFor(held.state())) {
            throw new LineFault("placement", "GW-REM-100", "the placement is over, so this changes nothing of it");
        }
        // The sender's day may have begun before the debtor's.
        if (on.isAfter(today.plusDays(1))) {
            throw new LineFault("on", "GW-REM-102", "the day has not come yet");
        }
    }

    /** The agency says that it is before a court, or on its way there. */
    public boolean isLegalStatus() {
        return kind == MessageKind.STATUS && code.equals("LEGAL");
    }

    public Optional<Money> amount() {
        return new Fields(line).money("amount");
    }

    /** The case that the house has to settle from now on. */
    public Optional<HouseCase.Type> opens() {
        return kind == MessageKind.HOLD ? Optional.of(HouseCase.Type.valueOf(code)) : kind.opens();
    }

    /** Everything it says, for people in the source system. */
    public String told() {
        return line.fields().entrySet().stream().filter(one -> !ABOUT.contains(one.getKey()))
                .map(one -> one.getKey() + ": " + one.getValue()).collect(Collectors.joining("; "));
    }

    /** Its numbers only: the rest may speak of a person. */
    @Override
    public String toString() {
        return "News[" + kind + " " + id + " " + placement + "]";
    }
}
