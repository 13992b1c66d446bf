package io.graceway.journey.remittance;

import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final int HISTORIES = Integer.getInteger("graceway.histories", 5_000);

    @Test
    void every_cent_is_somewhere_after_every_step_of_any_history() {
        long first = Long.getLong("graceway.seed", System.nanoTime() & 0xffff_ffffL);
        for (long seed = first; seed < first + HISTORIES; seed++) {
            History.play(seed, History.random(seed, 30), PureWorld::new);
        }
    }
}
