package io.graceway.journey.remittance;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Lines as agencies send them at random: good ones, broken ones, and ones that were sent before. */
final class RandomLines {

    private final Map<String, List<DocumentLine>> sent = Map.of("northgate", new ArrayList<>(),
            "harbour", new ArrayList<>());

    void sent(String agency, List<DocumentLine> lines) {
        sent.get(agency).addAll(lines);
    }

    DocumentLine payment(Random random) {
        History.Placed placed = History.CAST.get(random.nextInt(History.CAST.size()));
        String number = random.nextInt(8) == 0 ? "PX" : placed.number();
        String currency = random.nextInt(15) == 0 ? "EUR" : placed.currency();
        Money amount = amount(random, currency);
        Money fee = random.nextBoolean() ? amount.basisPoints(2500) : amount.basisPoints(random.nextInt(10_001));
        boolean gross = placed.agency().equals("harbour") && random.nextInt(6) > 0;
        String paid = random.nextInt(25) == 0 ? amount.negated().amount().toPlainString() : amount.amount()
                .toPlainString();
        return Cases.payment("N" + random.nextInt(1_000_000), number, paid,
                gross || random.nextInt(5) == 0 ? null : fee.amount().toPlainString(), currency);
    }

    DocumentLine reversal(String agency, Random random) {
        DocumentLine payment = earlier(agency, random);
        if (payment == null) {
            return null;
        }
        BigDecimal amount = payment.decimal("amount").orElseThrow();
        return Cases.reversal("R" + random.nextInt(1_000_000), payment.text("payment-id"), payment.text("placement"),
                (random.nextInt(8) == 0 ? amount.add(BigDecimal.ONE) : amount).toPlainString(),
                payment.text("currency"));
    }

    DocumentLine conflict(String agency, Random random) {
        DocumentLine before = earlier(agency, random);
        return before == null ? null : Cases.payment(before.text("payment-id"), before.text("placement"),
                amount(random, before.text("currency")).amount().toPlainString(), null, before.text("currency"));
    }

    DocumentLine earlier(String agency, Random random) {
        List<DocumentLine> before = sent.get(agency);
        return before.isEmpty() ? null : before.get(random.nextInt(before.size()));
    }

    static Money amount(Random random, String currency) {
        int most = random.nextInt(4) == 0 ? 15_000 : 4_000;
        return Money.ofMinor(1 + random.nextInt(most), currency);
    }
}
