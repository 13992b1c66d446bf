package io.graceway.edge.agency.hosted;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.agency.Tally;
import io.graceway.edge.agency.sftp.SshKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What agencies may do in their mailboxes, and nothing else. */
class MailboxServerTest extends TwoMailboxes {

    @Test
    void an_agency_fetches_what_is_for_it_and_leaves_what_is_for_us() throws Exception {
        Files.writeString(tray.toAgency().resolve("D-1.pgp"), "a parcel");
        Files.writeString(folder.resolve("answer"), "an answer");
        assertThat(northgate("get to-agency/D-1.pgp parcel").code()).isZero();
        assertThat(tray.isRead("D-1.pgp")).isTrue();
        Said said = northgate("rm to-agency/D-1.pgp", "put answer from-agency/ack.part",
                "rename from-agency/ack.part from-agency/ack.csv.pgp",
                "ls from-agency");
        assertThat(said.code()).as(said.text()).isZero();
        assertThat(folder.resolve("parcel")).hasContent("a parcel");
        assertThat(tray.toAgency()).isEmptyDirectory();
        assertThat(tray.fromAgency().resolve("ack.csv.pgp")).hasContent("an answer");
        assertThat(tray.isFinished("ack.csv.pgp")).isTrue();
        assertThat(tray.folder().resolve("read")).isEmptyDirectory();
        assertThat(seen.get(0)).startsWith("northgate login key SHA256:");
        assertThat(seen).contains("northgate read file D-1.pgp size 8",
                "northgate removed folder to-agency file D-1.pgp", "northgate written size 9 sha256 "
                + Tally.of("an answer".getBytes(StandardCharsets.UTF_8)).sha256());
        assertThat(seen).noneMatch(one -> one.contains("ack")).filteredOn(one -> one.contains("login")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"put answer to-agency/x, nothing is written in to-agency",
        "put answer x, files lie in to-agency and from-agency only",
        "put answer ../meadow.txt, files lie in to-agency and from-agency only",
        "put answer from-agency/-x, a name is not taken: .*", "mkdir from-agency/sub, no folders are made here",
        "rmdir from-agency/empty, folders stay", "symlink /etc/passwd from-agency/link, no links are made here",
        "ln from-agency/theirs from-agency/hard, no links are made here",
        "rename to-agency/D-1.pgp from-agency/D-1.pgp, nothing is written in to-agency",
        "rename from-agency/theirs to-agency/D-1.pgp, nothing is written in to-agency",
        "rename from-agency/theirs theirs, files lie in to-agency and from-agency only",
        "rename from-agency/theirs from-agency/others, another file has that name",
        "chmod 777 to-agency/D-1.pgp, nothing is written in to-agency",
        "get stray, files lie in to-agency and from-agency only",
        "rm stray, files lie in to-agency and from-agency only",
        "get /etc/passwd, ''", "get ../../meadow/home/from-agency/secret, ''",
        "rm ../../meadow/home/from-agency/secret, files lie in to-agency and from-agency only"})
    void nothing_else_is_allowed(String command, String why) throws Exception {
        Files.writeString(folder.resolve("answer"), "an answer");
        Files.writeString(tray.toAgency().resolve("D-1.pgp"), "a parcel");
        Files.writeString(tray.toAgency().resolveSibling("stray"), "stray");
        Files.writeString(tray.fromAgency().resolve("theirs"), "1");
        Files.writeString(tray.fromAgency().resolve("others"), "2");
        Files.createDirectory(tray.fromAgency().resolve("empty"));
        Files.writeString(other.fromAgency().resolve("secret"), "not theirs");
        Said said = northgate(command);
        assertThat(said.code()).as(said.text()).isNotZero();
        assertThat(seen).as(said.text()).filteredOn(one -> one.startsWith("northgate denied ")).hasSize(
                why.isEmpty() ? 0 : 1).allMatch(one -> one.matches("northgate denied why " + why));
        assertThat(tray.toAgency().resolve("D-1.pgp")).hasContent("a parcel");
        assertThat(tray.fromAgency()).isDirectoryNotContaining(one ->
                !one.toString().matches(".*/(theirs|others|empty)"));
        assertThat(tray.fromAgency().resolve("theirs")).hasContent("1");
        assertThat(tray.fromAgency().resolve("others")).hasContent("2");
        assertThat(other.fromAgency().resolve("secret")).hasContent("not theirs");
        assertThat(folder.resolve("passwd")).doesNotExist();
        assertThat(folder.resolve("secret")).doesNotExist();
        assertThat(folder.resolve("stray")).doesNotExist();
    }

    @Test
    void permissions_stay_ours() throws Exception {
        Files.writeString(tray.fromAgency().resolve("theirs"), "1");
        assertThat(northgate("chmod 000 from-agency/theirs").code()).isZero();
        assertThat(Files.getPosixFilePermissions(tray.fromAgency().resolve("theirs"))).isNotEmpty();
    }

    @Test
    void only_the_agencys_own_key_opens_its_mailbox_and_a_new_one_works_beside_the_old() throws Exception {
        assertThat(sftp("meadow", key.file(), "ls").code()).isNotZero();
        assertThat(sftp("nobody", key.file(), "ls").code()).isNotZero();
        assertThat(seen).hasSize(1).allMatch(one -> one.startsWith("meadow refused-login key SHA256:"));
        SshKey next = SshKey.make(folder.resolve("next.id"), null);
        Files.setPosixFilePermissions(next.file(), PosixFilePermissions.fromString("rw-------"));
        Files.writeString(folder.resolve("northgate.pub"), key.publicLine() + "\n" + next.publicLine() + "\n");
        assertThat(sftp("northgate", next.file(), "ls").code()).isZero();
        assertThat(northgate("ls").code()).isZero();
        Files.writeString(folder.resolve("northgate.pub"), next.publicLine() + "\n");
        assertThat(northgate("ls").code()).isNotZero();
    }

    @Test
    void there_is_no_shell_and_no_way_through() throws Exception {
        Process shell = new ProcessBuilder("ssh", "-p", String.valueOf(server.port()), "-i", key.file().toString(),
                "-o", "UserKnownHostsFile=" + folder.resolve("known_hosts"), "-F", "/dev/null", "northgate@127.0.0.1",
                "id").redirectErrorStream(true).start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(shell.exitValue()).as(said).isNotZero();
        assertThat(said).doesNotContain("uid=");
    }
}
