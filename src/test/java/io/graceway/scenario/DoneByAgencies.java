package io.graceway.scenario;

import io.graceway.scenario.Sentence.Words;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What agencies do: the lines they write, and the files they send. */
final class DoneByAgencies {

    private static final String OTHER_HASH = "00".repeat(32);

    private final Play play;
    private final Map<String, Words> payments = new HashMap<>();
    private int events;

    private DoneByAgencies(Play play) {
        this.play = play;
    }

    static List<Sentence> sentences(Play play) {
        DoneByAgencies agencies = new DoneByAgencies(play);
        return List.of(
                Sentence.of("agency {agency} accepts tone {tone}", words -> agencies.accepts(words, false)),
                Sentence.of("agency {agency} accepts tone {tone} by another hash", words ->
                        agencies.accepts(words, true)),
                Sentence.of("agency {account} acknowledges[ with balance {amount}]", words ->
                        agencies.answers(words, "ACCEPTED")),
                Sentence.of("agency {account} rejects because {code}", words -> agencies.answers(words, "REJECTED")),
                Sentence.of("agency {account} reports {channel} on {date} at {time} {outcome:code}"
                        + "[ as {event}][ saying {note:text}]", agencies::reports),
                Sentence.of("agency {account} pays {amount} {currency} as {payment}[ keeping {fee}][ on {day}]",
                        agencies::pays),
                Sentence.of("agency {account} reverses {payment} as {reversal}", agencies::reverses),
                Sentence.of("agency {account} closes because {code}", words -> agencies.line(words, "closure", "code",
                        words.text("code"), "closed-on", play.day().toString())),
                Sentence.of("agency {account} objects because {code}[ until {until:date}]", words ->
                        agencies.line(words, "recall-objection", "code", words.text("code"), "until",
                                words.text("until"))),
                Sentence.of("agency {account} tells {document}[ of {code}][ as {message}][ with {fields:text}]",
                        agencies::tells),
                Sentence.of("agency {account} takes the house's arrangement over", agencies::takesOver),
                Sentence.of("agency {account} takes legal step {step:code} for {amount} {currency}[ as {event}]",
                        agencies::legalStep),
                Sentence.of("agency {account} confirms its erasure", words -> agencies.line(words,
                        "erasure-confirmation", "on", play.day().toString(), "order", agencies.told(words,
                        "erasure-order", "message-id").orElse(""), "code", "ERASED")),
                Sentence.of("agency {agency} transfers {amount} {currency} until {date} as {number}", words ->
                        play.desks().get(words.text("agency")).write("payout", "payout", words.text("number"), "until",
                        words.text("date"), "amount", words.text("amount"), "currency", words.text("currency"))),
                Sentence.of("agency {agency} bills {amount} {currency} from {from:date} until {date} as {number}",
                        words -> play.desks().get(words.text("agency")).write("fee-invoice", "invoice",
                        words.text("number"), "from", words.text("from"), "until", words.text("date"), "fee",
                        words.text("amount"), "currency", words.text("currency"))),
                Sentence.of("agency {account} lists balance {amount} {currency}", words -> agencies.line(words,
                        "inventory", "balance", words.text("amount"), "currency", words.text("currency"), "as-of",
                        play.day().toString())),
                Sentence.of("agency {agency} sends {document} {name}[ {how:text}]", words -> play.desks()
                        .get(words.text("agency")).send(words.text("document"), words.text("name"),
                                words.given("how").orElse(""), play)),
                // Agreed before the gateway starts.
                Sentence.of("agency {agency} comes by https", words -> { }),
                Sentence.of("agency {agency} speaks {dialect}", words -> { }));
    }

    private void line(Words words, String document, String... namesAndValues) {
        PlayedDesk desk = play.holder(words.account());
        String[] all = java.util.Arrays.copyOf(namesAndValues, namesAndValues.length + 2);
        all[namesAndValues.length] = "placement";
        all[namesAndValues.length + 1] = desk.number(words.account());
        desk.write(document, all);
    }

    /** What came with the house's tone is echoed, as it must be, or its hash is not. */
    private void accepts(Words words, boolean otherHash) {
        PlayedDesk desk = play.desks().get(words.text("agency"));
        String[] tone = words.text("tone").split("@");
        String sha256 = desk.parcels("tone").stream().flatMap(one -> one.manifest().get("tones").valueStream())
                .filter(one -> one.get("profile").asString().equals(tone[0])).map(one -> one.get("sha256").asString())
                .reduce((one, other) -> other).orElseThrow(() -> new Unmet("tone " + tone[0] + " in the mailbox of "
                        + desk.id(), "it was not sent"));
        desk.write("acknowledgement", "record", "tone", "profile", tone[0], "version", tone[1], "sha256",
                otherHash ? OTHER_HASH : sha256);
    }

    private void answers(Words words, String status) {
        Map<String, String> row = play.holder(words.account()).placement(words.account()).orElseThrow().row();
        boolean accepted = status.equals("ACCEPTED");
        line(words, "acknowledgement", "record", "acknowledgement", "account", words.account(), "agency-file-number",
                accepted ? "F-" + words.account() : null, "status", status, "reason", words.text("code"), "balance",
                accepted ? words.given("amount").orElse(row.get("balance")) : null, "currency", row.get("currency"),
                "received-on", play.day().toString());
    }

    /** The hour is the customer's own. */
    private void reports(Words words) {
        ZoneId zone = ZoneId.of(play.holder(words.account()).placement(words.account()).orElseThrow().row()
                .get("zone"));
        line(words, "activity", "event-id", words.given("event").orElse("E-" + ++events), "at",
                words.date("date").atTime(LocalTime.parse(words.text("time"))).atZone(zone).toInstant().toString(),
                "channel", words.text("channel").replace("-", "").toUpperCase(java.util.Locale.ROOT), "direction",
                "OUT", "outcome", words.text("outcome"), "template", "T-1", "note", words.given("note").orElse("asked"),
                "third-party", "false", "legal-step", "NONE");
    }

    private void takesOver(Words words) {
        line(words, "arrangement", "message-id", "M-" + ++events, "on", play.day().toString(), "arrangement",
                told(words, "arrangement", "arrangement").orElseThrow(() -> new Unmet("an arrangement", "none came")),
                "code", "ACCEPTED");
    }

    /** What the house told of the account's placement first. */
    private Optional<String> told(Words words, String document, String field) {
        PlayedDesk desk = play.holder(words.account());
        return desk.rows(document).stream().filter(one -> one.get("placement").equals(desk.number(words.account())))
                .map(one -> one.getOrDefault(field, "")).filter(one -> !one.isEmpty()).findFirst();
    }

    /** With the approval number that came, if one did. */
    private void legalStep(Words words) {
        line(words, "activity", "event-id", words.given("event").orElse("E-" + ++events), "at", play.day()
                .atTime(20, 0).toInstant(java.time.ZoneOffset.UTC).toString(), "channel", "LETTER", "direction", "OUT",
                "outcome", "SENT", "template", "T-1", "third-party", "false", "legal-step", words.text("step"),
                "approval", told(words, "information-answer", "approval").orElse(null), "cost", words.text("amount"),
                "currency", words.text("currency"));
    }

    /** News of the customer, on this day; every field is written {@code name value}. */
    private void tells(Words words) {
        List<String> all = new ArrayList<>(List.of("message-id", words.given("message").orElse("M-" + ++events), "on",
                play.day().toString()));
        words.given("code").ifPresent(code -> all.addAll(List.of(words.text("document").equals("contact-update")
                ? "part" : "code", code)));
        words.given("fields").ifPresent(fields -> List.of(fields.split(", ")).forEach(one ->
                all.addAll(List.of(one.split(" ", 2)))));
        line(words, words.text("document"), all.toArray(String[]::new));
    }

    private void pays(Words words) {
        payments.put(words.text("payment"), words);
        line(words, "remittance", "record", "payment", "payment-id", words.text("payment"), "kind", "PAYMENT", "amount",
                words.text("amount"), "fee", words.given("fee").orElse("0.00"), "currency", words.text("currency"),
                "paid-on", words.given("day").orElse(play.day().toString()));
    }

    /** Takes a payment back exactly as it was told. */
    private void reverses(Words words) {
        Words payment = Optional.ofNullable(payments.get(words.text("payment")))
                .orElseThrow(() -> new Unmet("a payment " + words.text("payment"), "none was told of"));
        line(words, "remittance", "record", "payment", "payment-id", words.text("reversal"), "kind", "REVERSAL",
                "reverses", words.text("payment"), "amount", payment.text("amount"), "fee",
                payment.given("fee").orElse("0.00"), "currency", payment.text("currency"), "paid-on",
                play.day().toString());
    }
}
