package io.graceway.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.agency.sftp.SshKey;
import io.graceway.face.GivenHome;
import io.graceway.face.Site;
import io.graceway.face.command.Terminal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** An agency whose mailbox lies with us needs a few lines of configuration and its public key. */
class HostedHomeTest {

    @TempDir
    private Path folder;
    private SshKey key;
    private int port;

    @BeforeEach
    void an_agency_that_is_hosted() throws IOException {
        Path agencies = GivenHome.in(folder).resolve("partner-config/agencies");
        key = SshKey.make(folder.resolve("id"), null);
        Files.setPosixFilePermissions(key.file(), PosixFilePermissions.fromString("rw-------"));
        Files.writeString(folder.resolve("partner-config/meadow.pub"), key.publicLine() + "\n");
        Files.writeString(agencies.resolve("meadow.yaml"), Files.readString(agencies.resolve("northgate.yaml"))
                .replaceAll("mailbox: .*", "mailbox: {hosted: {keys: meadow.pub, most-megabytes: 1}}"));
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    private String sftp(String... commands) throws Exception {
        Path batch = Files.writeString(folder.resolve("batch"), String.join("\n", commands) + "\n");
        Process process = new ProcessBuilder("sftp", "-q", "-b", batch.toString(), "-P", String.valueOf(port), "-i",
                key.file().toString(), "-o", "UserKnownHostsFile=" + folder.resolve("known"), "-o",
                "StrictHostKeyChecking=accept-new", "-F", "/dev/null", "meadow@127.0.0.1").directory(folder.toFile())
                .redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    @Test
    void the_agency_comes_in_and_what_it_does_stands_in_the_routing_log() throws Exception {
        Files.writeString(folder.resolve("answer"), "an answer");
        try (Site site = new Site(folder, "sftp: {address: 127.0.0.1, port: " + port + "}")) {
            assertThat(sftp("ls", "put answer from-agency/answer.pgp")).contains("from-agency", "to-agency");
            assertThat(folder.resolve("state/mailboxes/meadow/home/from-agency/answer.pgp")).hasContent("an answer");
            assertThat(new JdbcTemplate(site.store).queryForList("select count(*) from routing_entry", Integer.class))
                    .containsExactly(2);
        }
    }

    @Test
    void check_tries_it_and_a_house_without_a_server_is_refused() throws IOException {
        Terminal terminal = new Terminal().with("GRACEWAY_STATE", folder.resolve("state"));
        assertThat(terminal.run("check --home " + folder)).isEqualTo(5);
        assertThat(terminal.err()).contains("GW-CFG-112", "agencies/meadow.yaml");
        GivenHome.in(folder, "sftp: {address: 127.0.0.1, port: " + port + "}");
        terminal.run("check --home " + folder);
        assertThat(terminal.out()).containsPattern("ok +agency/meadow +login keys").containsPattern(
                "ok +agency/meadow +read back").doesNotContainPattern("FAIL agency/meadow ++(?!keys)");
    }
}
