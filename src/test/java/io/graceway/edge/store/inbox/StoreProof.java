package io.graceway.edge.store.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.back.House;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Ids;
import io.graceway.journey.account.Money;
import io.graceway.journey.remittance.History;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Adds the money up by SQL alone and compares it with what was sent. */
final class StoreProof {

    private static final String SIGN = "(case when kind = 'PAYMENT' then 1 else -1 end)";
    private static final Pattern PUZZLE = Pattern.compile(
            "\"amount\":\"([0-9.]+) ([A-Z]+)\",\"code\":\"GW-REM-071\","
            + "\"placement\":\"(P[0-9])\"},\"subject\":\"[^\"]*\",\"what\":\"remittance.puzzled\"");

    private final House house;
    private final Map<String, String> booked = new HashMap<>();
    private final Map<String, BigDecimal> in = new TreeMap<>();
    private final Map<String, Money> direct = new HashMap<>();

    StoreProof(House house) {
        this.house = house;
        History.CAST.forEach(one -> direct.put(one.number(), Money.zero(one.currency())));
    }

    /** What a file brings: every line's money, except of lines that were booked before, word for word. */
    void sent(String agency, String name, List<DocumentLine> lines) {
        for (DocumentLine line : lines) {
            BigDecimal amount = line.decimal("amount").orElseThrow();
            String key = agency + "/" + line.text("payment-id");
            String text = line.text("kind") + line.text("placement") + amount.stripTrailingZeros()
                    + line.text("currency")
                    + line.text("fee") + line.text("reverses");
            if (amount.signum() > 0 && !text.equals(booked.get(key))) {
                BigDecimal signed = line.text("kind").equals("REVERSAL") ? amount.negate() : amount;
                for (String by : List.of("file " + Ids.hex(name), "agency " + agency, "account " + agency + " "
                        + line.text("placement"))) {
                    in.merge(by + " " + line.text("currency"), signed.stripTrailingZeros(), BigDecimal::add);
                }
            }
            boolean stands = !house.rows(
                    "select payment from agency_payment where agency = ? and payment = ? and placement = ? "
                    + "and amount = ? and currency = ?", agency, line.text("payment-id"), line.text("placement"),
                    amount,
                    line.text("currency")).isEmpty();
            if (stands) {
                booked.putIfAbsent(key, text);
            }
        }
    }

    void direct(String placement, Money amount) {
        direct.merge(placement, amount, Money::plus);
    }

    void check() {
        assertThat(house.rows(
                "select payment from agency_payment where amount <> applied + suspense + rejected + fee or "
                + "applied < 0 or suspense < 0 or rejected < 0 or fee < 0 or credited < 0 or fee > earned or "
                + "suspense < withheld - fee")).isEmpty();
        assertThat(sums("'file ' || file")).isEqualTo(of("file"));
        assertThat(sums("'agency ' || agency")).isEqualTo(of("agency"));
        assertThat(sums("'account ' || agency || ' ' || placement")).isEqualTo(of("account"));
        String credited = "(select coalesce(sum(credited * " + SIGN + "), 0) from agency_payment y where y.placement = "
                + "p.placement and y.agency = p.agency)";
        assertThat(house.rows(
                "select placement, placed, balance from placement p where balance < 0 or placed <> balance + "
                + credited
                + " + (select coalesce(sum(amount), 0) from direct_payment d where d.placement = p.placement)"))
                .as("placed = left + credited + direct").isEmpty();
        assertThat(house.rows("select placement from placement p where " + credited
                + " <> (select coalesce(sum(amount * " + SIGN
                + "), 0) from posting o where o.reference = p.placement and kind in ('PAYMENT', 'REVERSAL'))"))
                .as("posted as credited").isEmpty();
        assertThat(house.rows(
                "select p.placement, p.state, a.stage from placement p join account a on a.number = p.number where "
                + "(a.stage = 'PLACED') <> (p.state in ('SENT', 'ACKNOWLEDGED', 'RECALL_PENDING')) or (a.stage = "
                + "'PLACED') <> "
                + "(a.placement is not null)")).as("placed exactly while an agency has it").isEmpty();
    }

    private Map<String, BigDecimal> sums(String by) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        house.jdbc.query("select " + by + " || ' ' || currency as who, sum((applied + suspense + rejected + fee) * "
                + SIGN
                + ") as total from agency_payment group by " + by + " || ' ' || currency", row -> {
                    sums.put(row.getString("who"), plain(row.getBigDecimal("total")));
                });
        return sums;
    }

    private Map<String, BigDecimal> of(String kind) {
        Map<String, BigDecimal> some = new TreeMap<>();
        in.forEach((key, amount) -> {
            if (key.startsWith(kind + " ")) {
                some.put(key, plain(amount));
            }
        });
        return some;
    }

    /** Every open placement: what the customer paid the house was found, and the source shows what it has to. */
    void settled(Map<String, Money> open) {
        Map<String, Money> found = new HashMap<>();
        Matcher puzzle = PUZZLE.matcher(house.log());
        while (puzzle.find()) {
            Money amount = Money.of(puzzle.group(1), puzzle.group(2));
            found.merge(puzzle.group(3), amount, Money::plus);
        }
        assertThat(house.rows("select why from quarantine where code = 'GW-REM-070'")).as("nobody else raises")
                .isEmpty();
        for (History.Placed one : History.CAST) {
            List<String> row = house.rows(
                    "select seen, unadopted, (select coalesce(sum(amount), 0) from direct_payment d where "
                    + "d.placement = p.placement) as direct from placement p where placement = ? and state in "
                    + "('ACKNOWLEDGED', "
                    + "'RECALL_PENDING')", one.number());
            Money puzzled = found.getOrDefault(one.number(), Money.zero(one.currency()));
            row.forEach(text -> assertThat(text).as(one.number()).isEqualTo(plain(open.get(one.number()).amount())
                    .toPlainString()
                    + " 0 " + plain(direct.get(one.number()).minus(puzzled).amount()).toPlainString()));
        }
    }

    private static BigDecimal plain(BigDecimal amount) {
        return amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }
}
