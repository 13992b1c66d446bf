package io.graceway.edge.agency.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.edge.agency.FaultyLine;
import io.graceway.edge.agency.Partner;
import io.graceway.journey.placement.AgencyMailbox.Whereabouts;
import io.graceway.journey.placement.Consignment;
import io.graceway.journey.placement.MailboxFailure;
import io.graceway.journey.placement.Rung;
import io.graceway.simulator.Whim;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A transfer that was cut off goes on where it ended, and only on what is ours to the last byte. */
class SftpResumeTest {

    private static final int SIZE = 2_000_000;

    @TempDir
    private Path folder;
    private MinaPartner agency;
    private FaultyLine line;
    private Consignment load;
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void begins() throws IOException {
        agency = new MinaPartner(folder);
        line = new FaultyLine(agency.port());
        load = Partner.consignment(folder, "D-9", SIZE);
    }

    @AfterEach
    void ends() throws IOException {
        line.close();
        agency.close();
    }

    private Path part() {
        return agency.inTray(load).resolve(".part-D-9");
    }

    /** What a session left whose line broke once so many bytes stood at the partner, who takes no more of it then. */
    private long cutAt(long bytes) throws Exception {
        agency.host.behave((step, file) -> {
            if (step.equals("write") && Files.size(file) >= bytes) {
                line.heal();
                throw new IOException("the line is cut");
            }
        });
        SftpMailbox mailbox = agency.mailboxThrough(line.port());
        assertThatThrownBy(() -> mailbox.put(load, (rung, evidence) -> { })).isInstanceOf(MailboxFailure.class);
        while (agency.host.sessions() > 0) {
            Thread.sleep(10);
        }
        agency.host.behave(Whim.NONE);
        return Files.size(part());
    }

    private void putOnStraightLine() throws Exception {
        agency.mailbox().put(load, (rung, evidence) -> {
            if (rung == Rung.SENT) {
                said.add(evidence);
            }
        });
    }

    private void assertWhole() throws Exception {
        assertThat(agency.mailbox().look(load)).isEqualTo(Whereabouts.COMPLETE);
        assertThat(agency.inTray(load).resolve(load.parcel().name())).hasSameBinaryContentAs(load.parcel().path());
        try (Stream<Path> standing = Files.list(agency.inTray(load))) {
            assertThat(standing.map(one -> one.getFileName().toString())).containsExactlyInAnyOrder(
                    load.parcel().name(), load.manifest().name());
        }
    }

    @Test
    @Timeout(120)
    void goes_on_where_a_broken_session_ended() throws Exception {
        long there = cutAt(1_000_000);
        assertThat(there).isBetween(1_000_000L, 1_100_000L);
        List<Long> sizes = new ArrayList<>();
        agency.host.behave((step, file) -> {
            if (step.equals("write") && file.getFileName().toString().equals(".part-D-9")) {
                sizes.add(Files.size(file));
            }
        });
        putOnStraightLine();
        assertThat(sizes.get(0)).as("what stood there when the first byte came").isEqualTo(there);
        assertThat(said).containsExactly(SIZE + " bytes under a temporary name, of which " + there
                + " stood there already");
        assertWhole();
    }

    @Test
    @Timeout(120)
    void goes_on_after_every_one_of_several_breaks() throws Exception {
        long before = 0;
        for (int i = 1; i <= 3; i++) {
            long there = cutAt(i * 500_000);
            assertThat(there).isGreaterThan(before);
            before = there;
        }
        putOnStraightLine();
        assertThat(said).singleElement().asString().endsWith("of which " + before + " stood there already");
        assertWhole();
    }

    @Test
    @Timeout(120)
    void starts_anew_on_one_wrong_byte() throws Exception {
        cutAt(1_200_000);
        try (RandomAccessFile file = new RandomAccessFile(part().toFile(), "rw")) {
            file.seek(300_000);
            int was = file.read();
            file.seek(300_000);
            file.write(was ^ 1);
        }
        putOnStraightLine();
        assertThat(said).containsExactly(SIZE + " bytes under a temporary name");
        assertWhole();
    }

    @Test
    @Timeout(120)
    void starts_anew_on_more_than_there_is_and_on_next_to_nothing() throws Exception {
        byte[] whole = Files.readAllBytes(load.parcel().path());
        Files.write(part(), Arrays.copyOf(whole, SIZE + 1));
        putOnStraightLine();
        assertThat(said).containsExactly(SIZE + " bytes under a temporary name");
        assertWhole();
        Files.delete(agency.inTray(load).resolve(load.parcel().name()));
        Files.delete(agency.inTray(load).resolve(load.manifest().name()));
        Files.write(part(), Arrays.copyOf(whole, 16_383));
        putOnStraightLine();
        assertThat(said.get(1)).isEqualTo(SIZE + " bytes under a temporary name");
        assertWhole();
    }

    /** The part grows by a stranger's bytes between our look at it and our first write. */
    @Test
    @Timeout(120)
    void never_gives_a_name_to_mixed_content() throws Exception {
        long there = cutAt(1_200_000);
        boolean[] meddled = {false};
        Whim late = (step, file) -> {
            if (step.equals("write") && !meddled[0] && file.getFileName().toString().equals(".part-D-9")) {
                meddled[0] = true;
                try (RandomAccessFile other = new RandomAccessFile(file.toFile(), "rw")) {
                    other.seek(there - 50_000);
                    other.write(new byte[40_000]);
                }
            }
        };
        agency.host.behave(late);
        SftpMailbox mailbox = agency.mailbox();
        assertThatThrownBy(() -> mailbox.put(load, (rung, evidence) -> { })).isInstanceOf(MailboxFailure.class)
                .hasFieldOrPropertyWithValue("code", "GW-MAIL-034");
        assertThat(agency.inTray(load).resolve(load.parcel().name())).doesNotExist();
        agency.host.behave(Whim.NONE);
        putOnStraightLine();
        assertThat(said).containsExactly(SIZE + " bytes under a temporary name");
        assertWhole();
    }
}
