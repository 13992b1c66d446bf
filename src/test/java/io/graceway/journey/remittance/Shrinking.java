package io.graceway.journey.remittance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Cuts a history that breaks a promise down to the few steps that matter. */
public final class Shrinking {

    private Shrinking() {
    }

    /** @param run plays some of the steps; gives what broke, or {@code null} */
    public static <T> void play(long seed, List<T> steps, Function<List<T>, Throwable> run) {
        Throwable broken = run.apply(steps);
        if (broken == null) {
            return;
        }
        List<T> small = new ArrayList<>(steps);
        for (int size = small.size() / 2; size > 0; size = size == 1 ? 0 : size / 2) {
            for (int from = 0; from + size <= small.size();) {
                List<T> less = new ArrayList<>(small);
                less.subList(from, from + size).clear();
                Throwable still = run.apply(less);
                if (still == null) {
                    from += size;
                } else {
                    small = less;
                    broken = still;
                }
            }
        }
        throw new AssertionError("seed " + seed + ": " + small + " breaks: " + broken.getMessage(), broken);
    }
}
