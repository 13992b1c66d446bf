package io.graceway.simulator.season;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A played agency: acknowledges, works, collects, remits, loses a payment again, objects to a recall, gives accounts
 * back, and now and then makes a mistake.
 */
final class PlayedAgency {

    private final String id;
    private final PlayedMailbox mailbox;
    private final LocalDate acceptsFrom;
    private final PlayedTill till;
    private final Map<String, PlayedTill.Held> accounts = new TreeMap<>();
    private final List<Map<String, String>> acknowledgements = new ArrayList<>();
    private final List<Map<String, String>> tones = new ArrayList<>();
    private final List<Map<String, String>> objections = new ArrayList<>();
    private final Map<String, Integer> received = new TreeMap<>();
    private int files;
    private int seen;
    private String lastRemittance;

    /** @param acceptsFrom the day before which it accepts no tone */
    PlayedAgency(String id, PlayedMailbox mailbox, LocalDate acceptsFrom, boolean withholds) {
        this.id = id;
        this.mailbox = mailbox;
        this.acceptsFrom = acceptsFrom;
        this.till = new PlayedTill(id, withholds);
    }

    /** How many files of each document the house has sent. */
    Map<String, Integer> received() {
        return received;
    }

    /** A day at the agency: read what came, answer it, work, and on Fridays remit. */
    void work(LocalDate day) throws IOException {
        for (PlayedMailbox.Parcel parcel : mailbox.collect()) {
            received.merge(parcel.document(), 1, Integer::sum);
            switch (parcel.document()) {
                case "placement" -> parcel.parts().values()
                        .forEach(rows -> rows.stream().filter(PlayedAgency::isPlacement)
                        .forEach(row -> take(row, day)));
                case "tone" -> accept(parcel);
                case "recall" -> parcel.parts().values().forEach(rows -> rows.forEach(row -> recall(row, day)));
                case "direct-payment" -> parcel.parts().values().forEach(rows -> rows.forEach(row ->
                        held(row.get("placement"), one -> one.left =
                        one.left.subtract(new BigDecimal(row.get("amount"))))));
                default -> { }
            }
        }
        if (!day.isBefore(acceptsFrom)) {
            acknowledgements.addAll(tones);
            tones.clear();
        }
        send("acknowledgement", acknowledgements, day);
        send("recall-objection", objections, day);
        if (mailbox.has("activity")) {
            send("activity", activities(day), day);
        }
        if (day.getDayOfWeek() == DayOfWeek.FRIDAY) {
            remit(day);
        }
        send("closure", new ArrayList<>(closures(day)), day);
    }

    private interface Change {

        void to(PlayedTill.Held held);
    }

    private void held(String placement, Change change) {
        PlayedTill.Held held = accounts.get(placement);
        if (held != null) {
            change.to(held);
        }
    }

    private static boolean isPlacement(Map<String, String> row) {
        return row.containsKey("balance") && row.getOrDefault("record", "placement").equals("placement");
    }

    private void take(Map<String, String> row, LocalDate day) {
        accounts.put(row.get("placement"), new PlayedTill.Held(row, day));
        seen++;
        // One balance in thirty is read wrongly, and one account in forty is not taken at all.
        boolean misread = PlayedAccount.turn(row.get("placement"), 30) == 7;
        boolean refused = PlayedAccount.turn(row.get("placement"), 40) == 13;
        BigDecimal balance = new BigDecimal(row.get("balance")).add(misread ? BigDecimal.ONE : BigDecimal.ZERO);
        acknowledgements.add(row("record", "acknowledgement", "placement", row.get("placement"), "account",
                row.get("account"), "agency-file-number", id.substring(0, 2).toUpperCase(java.util.Locale.ROOT)
                + String.format("%06d", seen), "status", refused ? "REJECTED" : "ACCEPTED", "reason", refused
                ? "OUT_OF_AREA" : "", "balance", balance.toPlainString(), "currency", row.get("currency"),
                "received-on", day.toString()));
        if (refused) {
            accounts.remove(row.get("placement"));
        }
    }

    private void accept(PlayedMailbox.Parcel parcel) {
        parcel.manifest().get("tones").forEach(tone -> tones.add(row("record", "tone", "profile",
                tone.get("profile").asString(), "version", tone.get("version").asString(), "sha256",
                tone.get("sha256").asString())));
    }

    private void recall(Map<String, String> row, LocalDate day) {
        if (row.get("stage").equals("FINAL")) {
            accounts.remove(row.get("placement"));
        } else if (row.get("stage").equals("PENDING") && PlayedAccount.turn(row.get("placement"), 2) == 0) {
            objections.add(row("placement", row.get("placement"), "code", "PAYMENT_ARRANGEMENT", "until",
                    day.plusDays(20).toString(), "note", "two instalments left"));
        }
    }

    private List<Map<String, String>> activities(LocalDate day) {
        List<Map<String, String>> rows = new ArrayList<>();
        accounts.forEach((placement, one) -> {
            long age = java.time.temporal.ChronoUnit.DAYS.between(one.since, day);
            if (age == 2 || age == 9 || age == 16) {
                String event = id + "-" + placement + "-" + age;
                // One call in twenty comes at an hour nobody should be called, one note in fifteen in words nobody
                // should use.
                boolean late = PlayedAccount.turn(event, 20) == 5;
                boolean harsh = PlayedAccount.turn(event, 15) == 4;
                rows.add(row("event-id", event, "placement", placement, "at", day
                        + (late ? "T04:30:00Z" : "T16:00:00Z"), "channel", age == 2 ? "EMAIL" : "PHONE", "direction",
                        "OUT", "outcome", age == 2 ? "VALIDATION_SENT" : age == 9 ? "ATTEMPT" : "CONVERSATION",
                        "template", "T-" + age, "legal-step", "NONE", "note", harsh
                        ? "told that a bailiff may come" : "asked how we can help", "third-party", "false", "currency",
                        ""));
            }
        });
        return rows;
    }

    private void remit(LocalDate day) throws IOException {
        List<Map<String, String>> rows = till.remittance(accounts, day, day.toEpochDay() / 7 % 4 == 2);
        List<Map<String, String>> money = rows.stream().filter(row -> row.containsKey("payment-id")).toList();
        if (!rows.isEmpty()) {
            lastRemittance = name("remittance");
            leave("remittance", lastRemittance, mailbox.speaks("remittance", money) ? money : rows, day);
        }
    }

    private void leave(String document, String name, List<Map<String, String>> rows, LocalDate day)
            throws IOException {
        for (Map.Entry<String, byte[]> file : mailbox.files(document, name, rows, day.toString(), false).entrySet()) {
            mailbox.leave(file.getKey(), file.getValue());
        }
    }

    private List<Map<String, String>> closures(LocalDate day) {
        List<String> given = accounts.entrySet().stream().filter(one -> one.getValue().since.plusDays(24).equals(day)
                && PlayedAccount.turn(one.getKey(), 5) == 4).map(Map.Entry::getKey).toList();
        given.forEach(accounts::remove);
        return given.stream().map(one -> row("placement", one, "code", "UNCOLLECTABLE", "closed-on", day.toString()))
                .toList();
    }

    /** The last remittance once more, and one file that nobody signed. */
    void blunder() throws IOException {
        if (lastRemittance != null) {
            mailbox.put(lastRemittance + ".pgp", mailbox.sent(lastRemittance));
        }
        mailbox.put("closure-unsigned." + mailbox.wire().ending() + ".pgp",
                "not sealed at all".getBytes(StandardCharsets.UTF_8));
    }

    private void send(String document, List<Map<String, String>> rows, LocalDate day) throws IOException {
        if (!rows.isEmpty()) {
            leave(document, name(document), rows, day);
            rows.clear();
        }
    }

    private String name(String document) {
        return document + "-" + String.format("%04d", ++files) + "." + mailbox.wire().ending();
    }

    static Map<String, String> row(String... namesAndValues) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return row;
    }
}
