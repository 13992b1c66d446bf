package io.graceway.edge.agency.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graceway.edge.agency.Partner;
import io.graceway.journey.placement.AgencyMailbox.Whereabouts;
import io.graceway.journey.placement.Consignment;
import io.graceway.journey.placement.MailboxFailure;
import io.graceway.journey.placement.Rung;
import io.graceway.simulator.Whim;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SftpFoldersTest {

    @TempDir
    Path folder;
    private MinaPartner agency;
    private SftpMailbox mailbox;
    private Consignment load;
    private final List<Rung> rungs = new ArrayList<>();

    @BeforeEach
    void begins() throws IOException {
        agency = new MinaPartner(folder);
        mailbox = agency.mailbox();
        load = Partner.consignment(folder, "D-8", 50_000);
    }

    @AfterEach
    void ends() throws IOException {
        agency.close();
    }

    private MailboxFailure refused(SftpMailbox by) {
        return catchThrowableOfType(MailboxFailure.class, () -> by.put(load, (rung, evidence) -> rungs.add(rung)));
    }

    @Test
    void says_that_the_folder_is_missing_and_creates_none() throws IOException {
        Files.delete(agency.inTray(load));
        assertThat(refused(mailbox).code()).isEqualTo("GW-MAIL-030");
        assertThat(catchThrowableOfType(MailboxFailure.class, () -> mailbox.look(load)).code())
                .isEqualTo("GW-MAIL-030");
        assertThat(agency.inTray(load)).doesNotExist();
    }

    @Test
    void says_that_a_file_stands_where_the_folder_should_be() throws IOException {
        Files.delete(agency.inTray(load));
        Files.createFile(agency.inTray(load));
        assertThat(refused(mailbox).code()).isEqualTo("GW-MAIL-030");
    }

    @Test
    void says_that_writing_is_forbidden_by_a_read_only_server() throws Exception {
        try (var readOnly = new OpenSshPartner(Files.createDirectories(folder.resolve("read-only")), "-R")) {
            MailboxFailure failure = refused(readOnly.mailbox());
            assertThat(failure.code()).isEqualTo("GW-MAIL-031");
            assertThat(failure.isPassing()).isFalse();
            assertThat(readOnly.standing(load)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"No space left on device", "Disk quota exceeded"})
    void says_that_the_agency_has_no_space_left(String said) throws Exception {
        agency.host.behave(failing("write", new IOException(said)));
        MailboxFailure failure = refused(mailbox);
        assertThat(failure.code()).isEqualTo("GW-MAIL-032");
        assertThat(failure.isPassing()).isTrue();
        agency.host.behave(Whim.NONE);
        assertThat(mailbox.look(load)).isEqualTo(Whereabouts.PART_ONLY);
        mailbox.put(load, (rung, evidence) -> rungs.add(rung));
        assertThat(mailbox.look(load)).isEqualTo(Whereabouts.COMPLETE);
    }

    @Test
    void says_that_what_was_sent_may_not_be_read_back() throws IOException {
        agency.host.behave(failing("read", new AccessDeniedException("x")));
        assertThat(refused(mailbox).code()).isEqualTo("GW-MAIL-036");
        assertThat(rungs).containsExactly(Rung.CONNECTED, Rung.SENT);
    }

    @Test
    void says_that_renaming_is_forbidden_or_fails() throws Exception {
        agency.host.behave(failing("rename", new AccessDeniedException("x")));
        assertThat(refused(mailbox).code()).isEqualTo("GW-MAIL-031");
        agency.host.behave(failing("rename", new IOException("x")));
        assertThat(refused(mailbox).code()).isEqualTo("GW-MAIL-035");
        assertThat(mailbox.look(load)).isEqualTo(Whereabouts.PART_ONLY);
    }

    /** A server that says yes and stores less. */
    @Test
    void does_not_climb_past_sent_when_the_server_keeps_only_a_part() throws Exception {
        agency.host.behave(truncating(49_999));
        MailboxFailure failure = refused(mailbox);
        assertThat(failure.code()).isEqualTo("GW-MAIL-034");
        assertThat(failure.isPassing()).isTrue();
        assertThat(rungs).containsExactly(Rung.CONNECTED, Rung.SENT);
    }

    /** A server that says yes and stores something else of the same size. */
    @Test
    void does_not_climb_past_sent_when_one_bit_differs() throws Exception {
        agency.host.behave((step, file) -> {
            if (step.equals("written") && Files.isRegularFile(file) && Files.size(file) == 50_000) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[25_000] ^= 1;
                Files.write(file, bytes);
            }
        });
        assertThat(refused(mailbox).code()).isEqualTo("GW-MAIL-034");
        assertThat(rungs).containsExactly(Rung.CONNECTED, Rung.SENT);
    }

    @Test
    void finds_a_parcel_whose_rename_was_done_but_never_answered() throws Exception {
        agency.host.behave((step, file) -> {
            if (step.equals("renamed")) {
                agency.host.hangUp();
            }
        });
        MailboxFailure failure = refused(mailbox);
        assertThat(failure.isPassing()).isTrue();
        assertThat(rungs).containsExactly(Rung.CONNECTED, Rung.SENT, Rung.VERIFIED);
        agency.host.behave(Whim.NONE);
        assertThat(mailbox.look(load)).isEqualTo(Whereabouts.PARCEL_ONLY);
        mailbox.put(load, (rung, evidence) -> rungs.add(rung));
        assertThat(agency.standing(load)).containsOnlyKeys(load.parcel().name(), load.manifest().name());
    }

    @Test
    void puts_nothing_again_when_the_agency_has_taken_the_parcel() throws Exception {
        mailbox.put(load, (rung, evidence) -> { });
        agency.takeAway(load, load.parcel());
        assertThat(refused(mailbox).code()).isEqualTo("GW-MAIL-037");
        assertThat(agency.standing(load)).containsOnlyKeys(load.manifest().name());
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void cuts_a_server_whose_line_lives_but_whose_disk_hangs() throws Exception {
        var hangs = new CountDownLatch(1);
        agency.host.behave((step, file) -> {
            if (step.equals("write")) {
                await(hangs);
            }
        });
        SftpMailbox impatient = agency.mailbox(agency.terms(agency.port(), Duration.ofSeconds(2), MinaPartner.QUICK));
        long begun = System.nanoTime();
        MailboxFailure failure = refused(impatient);
        hangs.countDown();
        assertThat(failure.code()).isEqualTo("GW-MAIL-012");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(12));
    }

    private static Whim failing(String at, IOException with) {
        return (step, file) -> {
            if (step.equals(at)) {
                throw with;
            }
        };
    }

    private static Whim truncating(long size) {
        return (step, file) -> {
            if (step.equals("written") && Files.isRegularFile(file)) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.truncate(size);
                }
            }
        };
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
