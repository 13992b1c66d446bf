package io.graceway.edge.store.inbox;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.remittance.Cases;
import io.graceway.journey.writeback.MessageKind;
import io.graceway.journey.writeback.News;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random mail of two agencies: right lines about what they hold and held, and wrong ones between them. */
final class Mail {

    /** One line on its way. @param after number of the one that has to come before; -1 for none */
    record Item(int number, String agency, MessageKind kind, DocumentLine line, boolean right, int after) {

        @Override
        public String toString() {
            return number + ":" + agency + " " + kind + (right ? "" : " wrong ") + line.text("placement");
        }
    }

    private static final Map<String, List<String>> HELD = Map.of("northgate", List.of("P1", "P2", "P4"), "harbour",
            List.of("P3"));
    private static final String CLOSED = "P2";
    private static final List<MessageKind> KINDS = new ArrayList<>(News.KINDS);

    static {
        // Nothing was ordered to be erased.
        KINDS.remove(MessageKind.ERASURE_CONFIRMATION);
        KINDS.addAll(List.of(MessageKind.REMITTANCE, MessageKind.REMITTANCE, MessageKind.REMITTANCE,
                MessageKind.ARRANGEMENT, MessageKind.ARRANGEMENT, MessageKind.ACTIVITY));
        Collections.sort(KINDS);
    }

    private Mail() {
    }

    static List<Item> random(long seed) {
        Random random = new Random(seed);
        List<Item> all = new ArrayList<>();
        for (int i = 0; i < 8 + random.nextInt(18); i++) {
            String agency = random.nextInt(3) == 0 ? "harbour" : "northgate";
            List<String> held = HELD.get(agency);
            MessageKind kind = KINDS.get(random.nextInt(KINDS.size()));
            String placement = held.get(random.nextInt(held.size()));
            Item paid = all.isEmpty() ? null : all.get(random.nextInt(all.size()));
            if (kind == MessageKind.REMITTANCE && paid != null && paid.kind == kind && paid.right && paid.after < 0
                    && all.stream().noneMatch(one -> one.after == paid.number)) {
                all.add(new Item(i, paid.agency, kind, Cases.reversal("M" + i, "M" + paid.number,
                        paid.line.text("placement"), paid.line.text("amount"), "USD"), true, paid.number));
            } else {
                DocumentLine line = line(random, kind, "M" + i, placement);
                boolean wrong = random.nextInt(4) == 0 && kind != MessageKind.REMITTANCE;
                boolean over = placement.equals(CLOSED) && !kind.isLegalFor(io.graceway.journey.placement.Placement
                        .State.CLOSED);
                all.add(new Item(i, agency, kind, wrong ? spoilt(random, line, agency) : line, !wrong && !over, -1));
            }
        }
        return all;
    }

    private static DocumentLine line(Random random, MessageKind kind, String id, String placement) {
        Object[] more = kind == MessageKind.ARRANGEMENT ? new Object[] {"arrangement", "PLAN-" + placement
                + random.nextInt(2), "code", News.codes(kind).get(random.nextInt(3)), "on",
                Told.DAY.minusDays(random.nextInt(4)), "last-on", Told.DAY.plusDays(random.nextInt(60))}
                : kind == MessageKind.REMITTANCE ? new Object[] {"amount", BigDecimal.valueOf(1 + random.nextInt(200),
                2)} : new Object[0];
        return Told.line(kind, id, placement, more);
    }

    /** Something is missing, misspelt or somebody else's. */
    private static DocumentLine spoilt(Random random, DocumentLine line, String agency) {
        Map<String, Object> fields = new LinkedHashMap<>(line.fields());
        switch (random.nextInt(5)) {
            case 0 -> fields.put("placement", agency.equals("harbour") ? "P1" : "P3");
            case 1 -> fields.put("placement", "P9");
            case 2 -> fields.remove(fields.containsKey("at") ? "at" : "on");
            case 3 -> fields.put(fields.containsKey("at") ? "at" : "on", "tomorrow");
            default -> fields.put("message-id", "\ud800");
        }
        return new DocumentLine(0, line.record(), fields);
    }

    /** The same mail in another order, as far as it may be: a reversal never comes before its payment. */
    static List<Item> shuffled(List<Item> all, Random random) {
        List<Item> left = new ArrayList<>(all);
        Collections.shuffle(left, random);
        List<Item> order = new ArrayList<>();
        while (!left.isEmpty()) {
            Item next = left.stream().filter(one -> one.after < 0 || left.stream().noneMatch(other ->
                    other.number == one.after)).findFirst().orElseThrow();
            left.remove(next);
            order.add(next);
        }
        return order;
    }
}
