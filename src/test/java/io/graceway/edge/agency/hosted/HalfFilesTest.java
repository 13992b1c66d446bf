package io.graceway.edge.agency.hosted;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is not whole is never taken for whole, and no client can fill the house. */
class HalfFilesTest extends TwoMailboxes {

    @Test
    void what_was_fetched_in_part_is_not_read() throws Exception {
        Files.write(tray.toAgency().resolve("D-1.pgp"), new byte[QUOTA]);
        Process process = slowly("get to-agency/D-1.pgp part");
        while (Files.notExists(folder.resolve("part")) || Files.size(folder.resolve("part")) == 0) {
            Thread.sleep(20);
        }
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
        process.waitFor();
        server.close();
        assertThat(tray.isRead("D-1.pgp")).isFalse();
        assertThat(seen).noneMatch(one -> one.startsWith("northgate read"));
    }

    @Test
    void the_quota_counts_bytes_and_files_and_says_so() throws Exception {
        Files.write(folder.resolve("big"), new byte[QUOTA + 1]);
        Files.write(folder.resolve("full"), new byte[QUOTA]);
        assertThat(northgate("put big from-agency/big").code()).isNotZero();
        assertThat(tray.isFinished("big")).isFalse();
        assertThat(seen).containsOnlyOnce(
                "northgate denied why the mailbox holds at most 1000000 bytes; wait until they are taken");
        assertThat(northgate("rm from-agency/big", "put full from-agency/full").code()).isZero();
        Files.writeString(folder.resolve("one"), "1");
        assertThat(northgate("put one from-agency/one").code()).isNotZero();
        assertThat(northgate("rm from-agency/full", "rm from-agency/one", "put one from-agency/1",
                "put one from-agency/2", "put one from-agency/3", "put one from-agency/1").code()).isZero();
        assertThat(northgate("put one from-agency/4").code()).isNotZero();
        assertThat(seen).contains("northgate denied why the mailbox holds 3 files; wait until they are taken");
    }

    @Test
    void what_a_broken_session_left_is_unfinished_until_the_agency_ends_it_itself() throws Exception {
        Files.write(folder.resolve("large"), new byte[QUOTA]);
        Process process = slowly("put large from-agency/large");
        Path file = tray.fromAgency().resolve("large");
        while (Files.notExists(file) || Files.size(file) == 0) {
            assertThat(process.isAlive()).isTrue();
            Thread.sleep(20);
        }
        process.destroyForcibly().waitFor();
        assertThat(tray.isFinished("large")).isFalse();
        assertThat(northgate("rename from-agency/large from-agency/renamed").code()).isZero();
        assertThat(tray.isFinished("renamed")).isFalse();
        assertThat(northgate("put large from-agency/renamed").code()).isZero();
        assertThat(tray.isFinished("renamed")).isTrue();
    }

    @Test
    void who_goes_on_trying_does_not_fill_the_log() throws Exception {
        Files.writeString(folder.resolve("answer"), "an answer");
        northgate("-put answer x", "-put answer y", "-mkdir z");
        assertThat(seen).filteredOn(one -> one.contains("denied")).containsExactly(
                "northgate denied why files lie in to-agency and from-agency only",
                "northgate denied why no folders are made here");
    }
}
