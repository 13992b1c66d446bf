package io.graceway.edge.store.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.Databases;
import io.graceway.journey.remittance.History;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoreHistoryTest {

    private static final int HISTORIES = Integer.getInteger("graceway.store.histories", 30);

    @ParameterizedTest
    @EnumSource(Databases.class)
    void every_cent_is_somewhere_and_a_crash_anywhere_changes_nothing(Databases databases) {
        long first = Long.getLong("graceway.seed", System.nanoTime() & 0xffff_ffffL);
        int crashes = 0;
        for (long seed = first; seed < first + HISTORIES; seed++) {
            List<History.Step> steps = History.random(seed, 20);
            List<String> calm = play(seed, steps, databases, null).everything();
            StoreWorld stormy = play(seed, steps, databases, new Random(seed));
            assertThat(stormy.everything()).as("seed %d: %s", seed, steps).isEqualTo(calm);
            crashes += stormy.crashing.crashes();
        }
        assertThat(crashes).as("interruptions").isGreaterThan(HISTORIES);
    }

    private static StoreWorld play(long seed, List<History.Step> steps, Databases databases, Random crashes) {
        AtomicReference<StoreWorld> last = new AtomicReference<>();
        History.play(seed, steps, () -> {
            last.set(new StoreWorld(databases, crashes));
            return last.get();
        });
        return last.get();
    }
}
