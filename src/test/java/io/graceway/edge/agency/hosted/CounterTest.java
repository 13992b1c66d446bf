package io.graceway.edge.agency.hosted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.edge.agency.Tally;
import io.graceway.journey.placement.AgencyMailbox.Arrival;
import io.graceway.journey.placement.AgencyMailbox.Whereabouts;
import io.graceway.journey.placement.Consignment;
import io.graceway.journey.placement.SealedFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both sides of one tray: what the house puts the agency fetches, and what the agency hands in the house finds. */
class CounterTest {

    @TempDir
    private Path folder;
    private Counter counter;
    private HostedMailbox mailbox;
    private final List<String> seen = new ArrayList<>();

    @BeforeEach
    void a_tray() {
        Tray tray = new Tray("meadow", folder.resolve("meadow"), 1 << 20, 10);
        counter = new Counter(tray, (agency, what, facts) -> seen.add(agency + " " + what));
        mailbox = new HostedMailbox(tray, "secrets", () -> { }, one -> { });
    }

    private SealedFile file(String name) throws IOException {
        Path path = Files.writeString(folder.resolve(name), "sealed " + name);
        Tally tally = Tally.of(Files.readAllBytes(path));
        return new SealedFile(name, path, tally.size(), tally.sha256());
    }

    @Test
    void what_is_put_is_fetched_and_only_its_last_byte_proves_it() throws Exception {
        Consignment consignment = new Consignment("D-1", file("placement-1.pgp"), file("placement-1.manifest"));
        mailbox.put(consignment, (rung, evidence) -> { });
        assertThatThrownBy(() -> counter.give("placement-1.pgp", 0, new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("the line broke");
            }
        })).hasMessage("the line broke");
        assertThat(mailbox.isPickedUp(consignment)).isFalse();
        assertThat(counter.isFetched("placement-1.pgp")).isFalse();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(counter.give("placement-1.pgp", 0, out)).isTrue();
        assertThat(out.toString()).isEqualTo("sealed placement-1.pgp");
        assertThat(mailbox.isPickedUp(consignment)).isTrue();
        counter.remove("placement-1.pgp");
        assertThat(mailbox.look(consignment)).isEqualTo(Whereabouts.TAKEN);
        assertThat(mailbox.isPickedUp(consignment)).isTrue();
        assertThat(counter.give("placement-1.pgp", 0, out)).isFalse();
        assertThat(seen).containsExactly("meadow read", "meadow removed");
    }

    @Test
    void what_is_handed_in_is_there_when_all_of_it_came() throws Exception {
        assertThatThrownBy(() -> counter.take("half.pgp", new InputStream() {
            private int given;

            @Override
            public int read() throws IOException {
                if (given++ < 5) {
                    return 'x';
                }
                throw new IOException("the line broke");
            }
        })).hasMessage("the line broke");
        assertThat(mailbox.arrivals()).isEmpty();
        counter.take("whole.pgp", new ByteArrayInputStream("sealed".getBytes()));
        assertThat(mailbox.arrivals()).containsExactly(new Arrival("whole.pgp", 6));
        Path into = folder.resolve("into");
        mailbox.fetch(mailbox.arrivals().get(0), into, 100);
        mailbox.taken(mailbox.arrivals().get(0));
        assertThat(into).hasContent("sealed");
        assertThat(mailbox.arrivals()).isEmpty();
    }

    @Test
    void of_many_under_one_name_one_is_kept_and_it_is_whole() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Counter.Receipt>> all = IntStream.range(0, 24).mapToObj(i -> (Callable<Counter.Receipt>)
                    () -> counter.take("one.pgp", new ByteArrayInputStream(String.valueOf(i).repeat(9_000).getBytes())))
                    .toList();
            List<String> stored = new ArrayList<>();
            for (Future<Counter.Receipt> one : threads.invokeAll(all)) {
                if (one.get().handed() == Counter.Handed.STORED) {
                    stored.add(one.get().tally().sha256());
                }
            }
            Path kept = folder.resolve("meadow/home/from-agency/one.pgp");
            assertThat(stored).containsExactly(Tally.of(Files.readAllBytes(kept)).sha256());
        } finally {
            threads.shutdown();
        }
    }
}
