package io.graceway.edge.document;

import io.graceway.edge.document.FileTotals.Sums;
import io.graceway.edge.document.mapping.TotalsRule;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Reject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts and adds up while a file goes by, and compares with what the file declares. */
final class TotalsCount {

    /** A field of the line at hand; throws when it cannot be read. */
    interface Values<E extends Exception> {

        Object get(String field) throws E;
    }

    private static final class Tally {
        private final long line;
        private long records;
        private final Map<String, BigDecimal> amounts = new LinkedHashMap<>();

        private Tally(long line) {
            this.line = line;
        }

        private Sums sums() {
            return new Sums(records, Map.copyOf(amounts));
        }
    }

    private final TotalsRule rule;
    private final Map<String, Tally> found = new TreeMap<>();
    private final Map<String, Tally> declared = new TreeMap<>();
    private final Map<String, Map<String, List<String>>> fields = new HashMap<>();
    private final List<Reject> problems = new ArrayList<>();
    private long records;
    private long taken;
    private long rejected;
    private long unreadable;
    private boolean broken;

    TotalsCount(TotalsRule rule) {
        this.rule = rule;
    }

    boolean isDeclaration(String record) {
        return rule.declares() && rule.declaredBy().equals(record);
    }

    boolean counts(String record) {
        return rule.of().contains(record);
    }

    void taken() {
        taken++;
    }

    void rejected() {
        rejected++;
    }

    /** A line that counts; when its currency or amounts cannot be read, they are simply not added. */
    <E extends Exception> void add(String record, Values<E> values) throws E {
        add(record, values, true);
    }

    /** @param whole false for a line that was counted already, as another record */
    <E extends Exception> void add(String record, Values<E> values, boolean whole) throws E {
        records += whole ? 1 : 0;
        String currency = rule.by().isEmpty() ? "" : Objects.toString(values.get(rule.by()), "");
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        for (String total : rule.sums().keySet()) {
            BigDecimal sum = BigDecimal.ZERO;
            for (String field : fields.computeIfAbsent(record, any -> new HashMap<>()).computeIfAbsent(total, any ->
                    rule.fields(total, record))) {
                sum = values.get(field) instanceof BigDecimal amount ? sum.add(amount) : sum;
            }
            amounts.put(total, sum);
        }
        Tally tally = found.computeIfAbsent(currency, any -> new Tally(0));
        tally.records += whole ? 1 : 0;
        amounts.forEach((total, sum) -> tally.amounts.merge(total, sum, BigDecimal::add));
    }

    /** A line that counts, or may count, and whose amounts nobody can read: the totals cannot be proved any more. */
    void unreadable(long line) {
        unreadable = unreadable == 0 ? Math.max(1, line) : unreadable;
    }

    void declare(DocumentLine line) {
        String currency = rule.by().isEmpty() ? "" : line.text(rule.by());
        if (declared.containsKey(currency)) {
            problems.add(new Reject(line.number(), "", "GW-DOC-043", "the totals" + in(currency)
                    + " are declared twice, also in line " + declared.get(currency).line));
            return;
        }
        Tally tally = new Tally(line.number());
        tally.records = line.fields().get(rule.records()) instanceof Long count ? count : -1;
        rule.sums().keySet().forEach(total -> line.decimal(total).ifPresent(sum -> tally.amounts.put(total, sum)));
        declared.put(currency, tally);
    }

    void wrong(Reject what) {
        problems.add(what);
    }

    void broken(Reject where) {
        problems.add(0, where);
        broken = true;
    }

    FileTotals finish() {
        if (rule.declares() && !broken) {
            compare();
        }
        Map<String, Sums> foundSums = new LinkedHashMap<>();
        found.forEach((currency, tally) -> foundSums.put(currency, tally.sums()));
        Map<String, Sums> declaredSums = new LinkedHashMap<>();
        declared.forEach((currency, tally) -> declaredSums.put(currency, tally.sums()));
        return new FileTotals(rule.of().isEmpty() ? taken + rejected : records, taken, rejected, foundSums,
                declaredSums, problems);
    }

    private void compare() {
        if (unreadable > 0) {
            problems.add(new Reject(unreadable, "", "GW-DOC-044", "this line's amount cannot be read, so the declared"
                    + " totals cannot be proved; correct the line and send the whole file again"));
        }
        if (declared.isEmpty() && found.isEmpty()) {
            problems.add(missing(""));
        }
        TreeSet<String> currencies = new TreeSet<>(found.keySet());
        currencies.addAll(declared.keySet());
        currencies.forEach(this::compare);
    }

    private void compare(String currency) {
        Tally says = declared.get(currency);
        if (says == null) {
            problems.add(missing(currency));
            return;
        }
        Tally is = found.getOrDefault(currency, new Tally(0));
        if (!rule.records().isEmpty() && says.records != is.records) {
            problems.add(new Reject(says.line, rule.records(), "GW-DOC-040", "declared are " + says.records
                    + " records" + in(currency) + ", found " + is.records + "; send the whole file again"));
        }
        rule.sums().keySet().forEach(total -> {
            BigDecimal sum = is.amounts.getOrDefault(total, BigDecimal.ZERO);
            BigDecimal declaredSum = says.amounts.get(total);
            if (declaredSum == null || declaredSum.compareTo(sum) != 0) {
                problems.add(new Reject(says.line, total, "GW-DOC-041", "declared is a total" + in(currency) + " of "
                        + (declaredSum == null ? "nothing" : declaredSum.toPlainString()) + ", found "
                        + sum.toPlainString() + "; send the whole file again"));
            }
        });
    }

    private static Reject missing(String currency) {
        return new Reject(0, "", "GW-DOC-042", "the declared totals" + in(currency)
                + " are missing; the file may be cut off; send the whole file again");
    }

    private static String in(String currency) {
        return currency.isEmpty() ? "" : " in " + currency;
    }
}
