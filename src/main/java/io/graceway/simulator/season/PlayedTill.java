package io.graceway.simulator.season;

import static io.graceway.simulator.season.PlayedAgency.row;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a played agency collects: who pays when, what it keeps back, and the one payment that it loses again. */
public final class PlayedTill {

    /** One account it works on. */
    static final class Held {
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
    private final boolean withholds;
    private final List<Map<String, String>> bounced = new ArrayList<>();
    private int payments;
    private boolean bounceDone;

    PlayedTill(String id, boolean withholds) {
        this.id = id;
        this.withholds = withholds;
    }

    /** A week's payments with their totals; empty when nobody paid. @param stray one more that belongs to nobody */
    List<Map<String, String>> remittance(Map<String, Held> accounts, LocalDate day, boolean stray) {
        List<Map<String, String>> rows = new ArrayList<>(bounced);
        bounced.clear();
        accounts.forEach((placement, one) -> {
            long age = java.time.temporal.ChronoUnit.DAYS.between(one.since, day);
            boolean pays = PlayedAccount.turn(placement, 5) < 2;
            if (pays && age >= 8 && one.left.signum() > 0 && one.payments < 2) {
                pay(placement, one, one.payments == 0 ? one.left.divide(BigDecimal.valueOf(2), 2, RoundingMode.DOWN)
                        : one.left, day, rows);
            }
        });
        if (rows.isEmpty()) {
            return rows;
        }
        if (stray) {
            rows.add(payment("P000000000000Z", new BigDecimal("15.00"), new BigDecimal("0.00"),
                    rows.get(0).get("currency"), day));
        }
        totals(rows).forEach(rows::add);
        return rows;
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

    private Map<String, String> payment(String placement, BigDecimal amount, BigDecimal fee, String currency,
            LocalDate day) {
        payments++;
        return row("record", "payment", "payment-id", id + "-" + String.format("%05d", payments), "placement",
                placement, "kind", "PAYMENT", "amount", amount.toPlainString(), "fee", fee.toPlainString(), "currency",
                currency, "paid-on", day.toString());
    }

    /** What a remittance declares at its end, by currency. */
    public static List<Map<String, String>> totals(List<Map<String, String>> rows) {
        Map<String, BigDecimal[]> sums = new TreeMap<>();
        Map<String, Integer> counts = new TreeMap<>();
        rows.forEach(row -> {
            BigDecimal[] sum = sums.computeIfAbsent(row.get("currency"), key ->
                    new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
            sum[0] = sum[0].add(new BigDecimal(row.get("amount")));
            sum[1] = sum[1].add(new BigDecimal(row.get("fee")));
            counts.merge(row.get("currency"), 1, Integer::sum);
        });
        return sums.entrySet().stream().map(one ->
                row("record", "trailer", "amount", one.getValue()[0].toPlainString(), "fee",
                one.getValue()[1].toPlainString(), "currency", one.getKey(), "records",
                counts.get(one.getKey()).toString())).toList();
    }
}
