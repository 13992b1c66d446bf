package io.graceway.simulator.season;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A played agency: acknowledges, works, collects, remits, loses a payment again, objects to a recall, gives accounts back,
 * and now and then makes a mistake.
 */
final class PlayedAgency {

    /** One account it works on. */
    private static final class Held {
        final Map<String, String> row;
        final LocalDate since;
        BigDecimal left;
        int payments;

        Held(Map<String, String> row, LocalDate since) {
            this.row = row;
            this.since = since;
            this.left = new BigDecimal(row.get("balance"));
        }
    }

    private final String id;
    private final PlayedMailbox mailbox;
    private final PlayedWire wire;
    private final boolean acceptsTones;
    private final boolean withholds;
    private final Map<String, Held> accounts = new TreeMap<>();
    private final List<Map<String, String>> acknowledgements = new ArrayList<>();
    private final List<Map<String, String>> objections = new ArrayList<>();
    private final List<Map<String, String>> bounced = new ArrayList<>();
    private final Map<String, Integer> received = new TreeMap<>();
    private int files;
    private int events;
    private int payments;
    private int seen;
    private boolean bounceDone;
    private String lastRemittance;

    PlayedAgency(String id, PlayedMailbox mailbox, PlayedWire wire, boolean acceptsTones, boolean withholds) {
        this.id = id;
        this.mailbox = mailbox;
        this.wire = wire;
        this.acceptsTones = acceptsTones;
        this.withholds = withholds;
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
                case "placement" -> parcel.parts().values().forEach(rows -> rows.stream().filter(PlayedAgency::isPlacement)
                        .forEach(row -> take(row, day)));
                case "tone" -> accept(parcel);
                case "recall" -> parcel.parts().values().forEach(rows -> rows.forEach(row -> recall(row, day)));
                case "direct-payment" -> parcel.parts().values().forEach(rows -> rows.forEach(row ->
                        held(row.get("placement"), one -> one.left = one.left.subtract(new BigDecimal(row.get("amount"))))));
                default -> { }
            }
        }
        send("acknowledgement", acknowledgements);
        send("recall-objection", objections);
        send("activity", activities(day));
        if (day.getDayOfWeek() == DayOfWeek.FRIDAY) {
            remit(day);
        }
        send("closure", new ArrayList<>(closures(day)));
    }

    private interface Change {

        void to(Held held);
    }

    private void held(String placement, Change change) {
        Held held = accounts.get(placement);
        if (held != null) {
            change.to(held);
        }
    }

    private static boolean isPlacement(Map<String, String> row) {
        return row.containsKey("balance") && row.getOrDefault("record", "placement").equals("placement");
    }

    private void take(Map<String, String> row, LocalDate day) {
        accounts.put(row.get("placement"), new Held(row, day));
        seen++;
        // One balance in thirty is read wrongly, and one account in forty is not taken at all.
        boolean misread = seen % 30 == 7;
        boolean refused = seen % 40 == 13;
        BigDecimal balance = new BigDecimal(row.get("balance")).add(misread ? BigDecimal.ONE : BigDecimal.ZERO);
        acknowledgements.add(row("record", "acknowledgement", "placement", row.get("placement"), "account", row.get("account"),
                "agency-file-number", id.substring(0, 2).toUpperCase(java.util.Locale.ROOT) + String.format("%06d", seen), "status",
                refused ? "REJECTED" : "ACCEPTED", "reason", refused ? "OUT_OF_AREA" : "", "balance", balance.toPlainString(),
                "currency", row.get("currency"), "received-on", day.toString()));
        if (refused) {
            accounts.remove(row.get("placement"));
        }
    }

    private void accept(PlayedMailbox.Parcel parcel) {
        if (acceptsTones) {
            parcel.manifest().get("tones").forEach(tone -> acknowledgements.add(row("record", "tone", "profile",
                    tone.get("profile").asString(), "version", tone.get("version").asString(), "sha256",
                    tone.get("sha256").asString())));
        }
    }

    private void recall(Map<String, String> row, LocalDate day) {
        if (row.get("stage").equals("FINAL")) {
            accounts.remove(row.get("placement"));
        } else if (row.get("stage").equals("PENDING") && objections.isEmpty()) {
            objections.add(row("placement", row.get("placement"), "code", "PAYMENT_ARRANGEMENT", "until",
                    day.plusDays(20).toString(), "note", "two instalments left"));
        }
    }

    private List<Map<String, String>> activities(LocalDate day) {
        List<Map<String, String>> rows = new ArrayList<>();
        accounts.forEach((placement, one) -> {
            long age = java.time.temporal.ChronoUnit.DAYS.between(one.since, day);
            if (age == 2 || age == 9 || age == 16) {
                events++;
                // One call in twenty comes at an hour nobody should be called, one note in fifteen in words nobody should use.
                boolean late = events % 20 == 5;
                boolean harsh = events % 15 == 4;
                rows.add(row("event-id", id + "-E" + events, "placement", placement, "at", day + (late ? "T04:30:00Z" : "T16:00:00Z"),
                        "channel", age == 2 ? "EMAIL" : "PHONE", "direction", "OUT", "outcome", age == 16 ? "CONVERSATION" : "ATTEMPT",
                        "template", "T-" + age, "note", harsh ? "told that a bailiff may come" : "asked how we can help",
                        "third-party", "false", "currency", ""));
            }
        });
        return rows;
    }

    private void remit(LocalDate day) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>(bounced);
        bounced.clear();
        accounts.forEach((placement, one) -> {
            long age = java.time.temporal.ChronoUnit.DAYS.between(one.since, day);
            boolean pays = Math.floorMod(placement.hashCode(), 5) < 2;
            if (pays && age >= 8 && one.left.signum() > 0 && one.payments < 2) {
                pay(placement, one, one.payments == 0 ? one.left.divide(BigDecimal.valueOf(2), 2, RoundingMode.DOWN) : one.left, day,
                        rows);
            }
        });
        if (rows.isEmpty()) {
            return;
        }
        if (seen > 3 && files % 4 == 2) {
            rows.add(payment("P000000000000Z", new BigDecimal("15.00"), new BigDecimal("0.00"), rows.get(0).get("currency"), day));
        }
        totals(rows).forEach(rows::add);
        lastRemittance = name("remittance");
        mailbox.answer(lastRemittance, wire.write("remittance", rows));
    }

    private void pay(String placement, Held one, BigDecimal amount, LocalDate day, List<Map<String, String>> rows) {
        one.payments++;
        one.left = one.left.subtract(amount);
        BigDecimal fee = withholds ? amount.multiply(new BigDecimal(one.row.get("fee-basis-points")))
                .divide(BigDecimal.valueOf(10_000), 2, RoundingMode.HALF_UP) : new BigDecimal("0.00");
        Map<String, String> row = payment(placement, amount, fee, one.row.get("currency"), day);
        rows.add(row);
        if (!bounceDone && one.payments == 2) {
            bounceDone = true;
            Map<String, String> back = new LinkedHashMap<>(row);
            back.put("payment-id", row.get("payment-id") + "R");
            back.put("kind", "REVERSAL");
            back.put("reverses", row.get("payment-id"));
            back.put("paid-on", day.plusDays(4).toString());
            bounced.add(back);
            one.left = one.left.add(amount);
        }
    }

    private Map<String, String> payment(String placement, BigDecimal amount, BigDecimal fee, String currency, LocalDate day) {
        payments++;
        return row("record", "payment", "payment-id", id + "-" + String.format("%05d", payments), "placement", placement, "kind",
                "PAYMENT", "amount", amount.toPlainString(), "fee", fee.toPlainString(), "currency", currency, "paid-on", day.toString());
    }

    private static List<Map<String, String>> totals(List<Map<String, String>> rows) {
        Map<String, BigDecimal[]> sums = new TreeMap<>();
        Map<String, Integer> counts = new TreeMap<>();
        rows.forEach(row -> {
            BigDecimal[] sum = sums.computeIfAbsent(row.get("currency"), key -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
            sum[0] = sum[0].add(new BigDecimal(row.get("amount")));
            sum[1] = sum[1].add(new BigDecimal(row.get("fee")));
            counts.merge(row.get("currency"), 1, Integer::sum);
        });
        return sums.entrySet().stream().map(one -> row("record", "trailer", "amount", one.getValue()[0].toPlainString(), "fee",
                one.getValue()[1].toPlainString(), "currency", one.getKey(), "records", counts.get(one.getKey()).toString())).toList();
    }

    private List<Map<String, String>> closures(LocalDate day) {
        List<String> given = accounts.entrySet().stream().filter(one -> one.getValue().since.plusDays(24).equals(day)
                && Math.floorMod(one.getKey().hashCode(), 5) == 4).map(Map.Entry::getKey).toList();
        given.forEach(accounts::remove);
        return given.stream().map(one -> row("placement", one, "code", "UNCOLLECTABLE", "closed-on", day.toString())).toList();
    }

    /** The last remittance once more, and one file that nobody signed. */
    void blunder() throws IOException {
        if (lastRemittance != null) {
            mailbox.put(lastRemittance + ".pgp", mailbox.sealed(lastRemittance));
        }
        mailbox.put("closure-unsigned." + wire.ending() + ".pgp", "not sealed at all".getBytes(StandardCharsets.UTF_8));
    }

    private void send(String document, List<Map<String, String>> rows) throws IOException {
        if (!rows.isEmpty()) {
            mailbox.answer(name(document), wire.write(document, rows));
            rows.clear();
        }
    }

    private String name(String document) {
        return document + "-" + String.format("%04d", ++files) + "." + wire.ending();
    }

    private static Map<String, String> row(String... namesAndValues) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return row;
    }
}
