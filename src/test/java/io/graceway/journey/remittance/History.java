package io.graceway.journey.remittance;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Random histories of what agencies, customers, people and broken lines do to five placements. Every step has a seed of
 * its own, so that a failing history can be cut down to the few steps that matter.
 */
public final class History {

    /** What can happen. */
    public enum Kind {
        PAY, REVERSE, REPEAT, CONFLICT, DIRECT, RECALL, OBJECT, DUE, CLOSE, EXTRACT, LOOK, POST
    }

    /** One thing that happens; all else follows from its seed and from what was sent before. */
    public record Step(Kind kind, long seed) {

        @Override
        public String toString() {
            return kind + "(" + seed + "L)";
        }
    }

    /** One placement of the cast. */
    public record Placed(String number, String agency, String amount, String currency) {

        public Money money() {
            return Money.of(amount, currency);
        }
    }

    /** Where it happens. */
    public interface World {

        /** @param lines payments of one agency, in one file */
        void file(String agency, String name, List<DocumentLine> lines);

        /** The customer pays the house. */
        void direct(String placement, Money amount);

        /** @param random what the source does with what waits */
        void post(Random random);

        /** The source writes an extract, which the next look may be at. */
        void extract();

        void look();

        void recall(String placement, boolean force);

        void object(String agency, String placement, String name);

        void due();

        void close(String agency, String placement, String code, String name);

        /** Whether every promise holds; otherwise which does not. */
        void check();

        /** Everything is posted and looked at; then whatever the customers paid has to be found. */
        void settle();
    }

    public static final List<Placed> CAST = List.of(new Placed("P0", "northgate", "100.00", "USD"),
            new Placed("P1", "northgate", "60.00", "USD"), new Placed("P2", "northgate", "5000", "JPY"),
            new Placed("P3", "harbour", "80.00", "EUR"), new Placed("P4", "harbour", "40.00", "USD"));

    private static final List<Kind> OFTEN = List.of(Kind.PAY, Kind.PAY, Kind.PAY, Kind.REVERSE, Kind.REVERSE,
            Kind.REPEAT,
            Kind.CONFLICT, Kind.DIRECT, Kind.DIRECT, Kind.EXTRACT, Kind.LOOK, Kind.LOOK, Kind.POST, Kind.POST,
            Kind.RECALL, Kind.OBJECT,
            Kind.DUE, Kind.CLOSE);

    private final World world;
    private final RandomLines lines = new RandomLines();

    private History(World world) {
        this.world = world;
    }

    /** A history of up to {@code longest} steps. */
    public static List<Step> random(long seed, int longest) {
        Random random = new Random(seed);
        List<Step> steps = new ArrayList<>();
        for (int i = 3 + random.nextInt(longest - 2); i > 0; i--) {
            steps.add(new Step(OFTEN.get(random.nextInt(OFTEN.size())), random.nextInt(1_000_000)));
        }
        return steps;
    }

    /** Plays a history; when a promise breaks, finds a small history that breaks one, and says it. */
    public static void play(long seed, List<Step> steps, Supplier<World> worlds) {
        Shrinking.play(seed, steps, some -> run(some, worlds.get()));
    }

    private static Throwable run(List<Step> steps, World world) {
        try {
            History history = new History(world);
            for (int i = 0; i < steps.size(); i++) {
                history.happen(steps.get(i), i);
                world.check();
            }
            world.settle();
            world.check();
            return null;
        } catch (AssertionError | RuntimeException e) {
            return e;
        }
    }

    private void happen(Step step, int index) {
        Random random = new Random(step.seed);
        String agency = random.nextInt(3) == 0 ? "harbour" : "northgate";
        Placed placed = CAST.get(random.nextInt(CAST.size()));
        String name = step + "-" + index;
        Map<Kind, Runnable> happenings = Map.ofEntries(
                Map.entry(Kind.PAY, () -> send(agency, name, random, lines::payment)),
                Map.entry(Kind.REVERSE, () -> send(agency, name, random, one -> lines.reversal(agency, one))),
                Map.entry(Kind.REPEAT, () -> send(agency, name, random, one -> lines.earlier(agency, one))),
                Map.entry(Kind.CONFLICT, () -> send(agency, name, random, one -> lines.conflict(agency, one))),
                Map.entry(Kind.DIRECT, () -> world.direct(placed.number, RandomLines.amount(random, placed.currency))),
                Map.entry(Kind.RECALL, () -> world.recall(placed.number, random.nextBoolean())),
                Map.entry(Kind.OBJECT, () -> world.object(placed.agency, placed.number, name)),
                Map.entry(Kind.DUE, world::due),
                Map.entry(Kind.CLOSE, () -> world.close(agency, placed.number,
                        List.of("PAID", "SETTLED", "RETURNED").get(random.nextInt(3)), name)),
                Map.entry(Kind.EXTRACT, world::extract),
                Map.entry(Kind.LOOK, world::look),
                Map.entry(Kind.POST, () -> world.post(random)));
        happenings.get(step.kind).run();
    }

    private void send(String agency, String name, Random random, Function<Random, DocumentLine> make) {
        List<DocumentLine> made = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            DocumentLine line = make.apply(random);
            if (line != null) {
                made.add(new DocumentLine(made.size() + 2, line.record(), line.fields()));
            }
        }
        lines.sent(agency, made);
        world.file(agency, name, made);
    }
}
