package io.graceway.edge.agency.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.agency.Tally;
import io.graceway.edge.agency.Watchdog;
import io.graceway.edge.agency.rest.RestMailbox;
import io.graceway.edge.agency.rest.RestTerms;
import io.graceway.journey.placement.AgencyMailbox;
import io.graceway.journey.placement.AgencyMailbox.Arrival;
import io.graceway.journey.placement.Consignment;
import io.graceway.journey.placement.SealedFile;
import io.graceway.simulator.RestHost;
import io.graceway.simulator.SftpHost;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Puts and fetches 200 MB in a process of its own that has 48 MB of heap. */
class BigFileTest {

    private static final int MEGABYTES = 200;

    @TempDir
    Path folder;

    @Test
    @Timeout(240)
    void streams_two_hundred_megabytes_each_way_over_sftp_in_a_small_heap() throws Exception {
        try (var agency = new MinaPartner(folder)) {
            SftpTerms terms = agency.terms(agency.port(), Duration.ofSeconds(20), MinaPartner.QUICK);
            Path big = big(agency.outTray().resolve("big.pgp"));
            inSmallHeap("sftp", "" + agency.port(), terms.identity().toString(), terms.knownHosts().toString(),
                    folder.toString(), big.toString());
        }
    }

    @Test
    @Timeout(240)
    void streams_two_hundred_megabytes_each_way_over_rest_in_a_small_heap() throws Exception {
        try (RestHost host = RestHost.open(folder).admit("southbank", "t")) {
            Path big = big(host.folder("southbank").resolve("from-agency/big.pgp"));
            inSmallHeap("rest", host.base("southbank").toString(), "t", "", folder.toString(), big.toString());
        }
    }

    private static Path big(Path file) throws IOException {
        var chunk = new byte[1 << 20];
        var random = new Random(200);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < MEGABYTES; i++) {
                random.nextBytes(chunk);
                out.write(chunk);
            }
        }
        return file;
    }

    private void inSmallHeap(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx48m",
                "-XX:+ExitOnOutOfMemoryError", "-cp", System.getProperty("java.class.path"), Small.class.getName()));
        command.addAll(List.of(arguments));
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            assertThat(process.waitFor()).as(Files.readString(log)).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    /** The process with the small heap. */
    static final class Small {

        private Small() {
        }

        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[4]);
            Path big = Path.of(arguments[5]);
            try (var watchdog = new Watchdog()) {
                AgencyMailbox mailbox = arguments[0].equals("sftp") ? sftp(arguments, watchdog) : rest(arguments);
                Tally tally = tally(big);
                Path small = Files.writeString(folder.resolve("small"), "manifest");
                mailbox.put(new Consignment("D-1", new SealedFile("D-1.pgp", big, tally.size(), tally.sha256()),
                        new SealedFile("D-1.manifest", small, 8, tally(small).sha256())), (rung, evidence) -> { });
                Path fetched = folder.resolve("fetched");
                mailbox.fetch(new Arrival("big.pgp", tally.size()), fetched, tally.size());
                System.exit(tally(fetched).equals(tally) ? 0 : 1);
            }
        }

        private static AgencyMailbox sftp(String[] a, Watchdog watchdog) {
            return new SftpMailbox(new SftpTerms("127.0.0.1", Integer.parseInt(a[1]), MinaPartner.AGENCY, Path.of(a[2]),
                    () -> null, Path.of(a[3]), SftpHost.TO_AGENCY, SftpHost.FROM_AGENCY, Duration.ofSeconds(5),
                    Duration.ofSeconds(20), SftpHabits.usual()), watchdog, List.of(""), seen -> { });
        }

        private static AgencyMailbox rest(String[] a) {
            return new RestMailbox(new RestTerms(URI.create(a[1]), a[2]::toCharArray, Duration.ofSeconds(5),
                    Duration.ofSeconds(20)), seen -> { });
        }

        private static Tally tally(Path file) throws IOException {
            try (InputStream in = Files.newInputStream(file)) {
                return Tally.copy(in, OutputStream.nullOutputStream(), Long.MAX_VALUE, () -> { });
            }
        }
    }
}
