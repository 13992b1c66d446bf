package io.graceway.edge.agency.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long a line rests, by a clock of its own. */
class PaceTest {

    private long now = Long.MAX_VALUE - 5;
    private final List<Long> rests = new ArrayList<>();
    private int moves;

    private Pace pace(long bytesPerSecond) {
        return new Pace(bytesPerSecond, () -> now, many -> {
            rests.add(many);
            now += many;
        });
    }

    @Test
    void rests_as_long_as_the_bytes_take_and_says_every_second_that_it_lives() throws IOException {
        Pace pace = pace(1_000);
        pace.used(2_500, () -> moves++);
        assertThat(rests).containsExactly(1_000_000_000L, 1_000_000_000L, 500_000_000L);
        assertThat(moves).isEqualTo(3);
        // Time that went by without anything being sent is not made up for.
        now += 60_000_000_000L;
        rests.clear();
        pace.used(100, () -> { });
        assertThat(rests).containsExactly(100_000_000L);
    }

    @Test
    void counts_the_bytes_of_all_sessions_together() throws IOException {
        boolean[] second = {false};
        Pace[] pace = new Pace[1];
        pace[0] = new Pace(1_000, () -> now, many -> {
            rests.add(many);
            if (!second[0]) {
                second[0] = true;
                use(pace[0], 500);
            }
            now += many;
        });
        pace[0].used(500, () -> { });
        assertThat(rests).as("the second session, begun while the first one rests, waits for both")
                .startsWith(500_000_000L, 1_000_000_000L);
    }

    private static void use(Pace pace, long bytes) {
        try {
            pace.used(bytes, () -> { });
        } catch (InterruptedIOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void does_not_rest_without_a_limit_and_stops_when_it_is_interrupted() throws IOException {
        pace(0).used(1_000_000, () -> { });
        assertThat(rests).isEmpty();
        Pace cut = new Pace(1, () -> now, many -> {
            throw new InterruptedException();
        });
        assertThatThrownBy(() -> cut.used(1, () -> { })).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void paces_only_what_is_passed_on() throws IOException {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        try (Paced paced = new Paced(to, 5, pace(1_000), () -> { })) {
            paced.write(new byte[] {1, 2, 3});
            paced.write(new byte[] {4, 5, 6, 7});
            paced.write(8);
        }
        assertThat(to.toByteArray()).containsExactly(6, 7, 8);
        assertThat(rests).containsExactly(2_000_000L, 1_000_000L);
    }
}
