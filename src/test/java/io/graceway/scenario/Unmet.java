package io.graceway.scenario;

/** A sentence of a scenario does not hold. */
final class Unmet extends AssertionError {

    Unmet(Object expected, Object seen) {
        super("  expected: " + expected + "\n  seen:     " + seen);
    }

    /** The same, told with the line that it stands in. */
    Unmet(Scenario.Line line, Throwable what) {
        super(line + "\n" + (what instanceof Unmet ? what.getMessage() : "  failed:   " + what), what);
    }

    /** The sentence holds when both are equal. */
    static void unlessEqual(Object expected, Object seen) {
        if (!expected.equals(seen)) {
            throw new Unmet(expected, seen);
        }
    }
}
