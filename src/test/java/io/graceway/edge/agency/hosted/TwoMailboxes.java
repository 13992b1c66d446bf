package io.graceway.edge.agency.hosted;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.agency.sftp.SshKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server with the mailboxes of two agencies, who come with OpenSSH's own client. */
abstract class TwoMailboxes {

    static final int QUOTA = 1_000_000;

    @TempDir
    Path folder;
    final List<String> seen = Collections.synchronizedList(new ArrayList<>());
    MailboxServer server;
    Tray tray;
    Tray other;
    SshKey key;

    @BeforeEach
    void two_agencies() throws IOException {
        key = key("northgate");
        tray = new Tray("northgate", folder.resolve("trays/northgate"), QUOTA, 3);
        other = new Tray("meadow", folder.resolve("trays/meadow"), QUOTA, 3,
                Set.of("to-agency/AccountUpload", "from-agency/PaymentReports"));
        server = MailboxServer.open("127.0.0.1", 0, folder.resolve("host.key"), Map.of(
                "northgate", new MailboxServer.Hosted(tray, folder.resolve("northgate.pub")),
                "meadow", new MailboxServer.Hosted(other, folder.resolve("meadow.pub"))),
                (agency, what, facts) -> seen.add(agency + " " + what + " " + String.join(" ", facts)));
        key("meadow");
        Files.writeString(folder.resolve("known_hosts"), "[127.0.0.1]:" + server.port() + " " + server.hostKey()
                + "\n");
    }

    @AfterEach
    void ends() throws IOException {
        server.close();
    }

    private SshKey key(String name) throws IOException {
        SshKey made = SshKey.make(folder.resolve(name + ".id"), null);
        Files.setPosixFilePermissions(made.file(), PosixFilePermissions.fromString("rw-------"));
        Files.writeString(folder.resolve(name + ".pub"), made.publicLine() + "\n");
        return made;
    }

    record Said(int code, String text) {
    }

    /** Runs the commands as a script would, ending at the first that fails. */
    Said sftp(String user, Path identity, String... commands) throws Exception {
        Path batch = Files.write(folder.resolve("batch"), List.of(commands), StandardCharsets.UTF_8);
        Process process = new ProcessBuilder("sftp", "-q", "-b", batch.toString(), "-P",
                String.valueOf(server.port()), "-i", identity.toString(), "-o", "IdentitiesOnly=yes", "-o",
                "UserKnownHostsFile=" + folder.resolve("known_hosts"), "-o", "StrictHostKeyChecking=yes", "-F",
                "/dev/null", user + "@127.0.0.1").directory(folder.toFile()).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), text);
    }

    Said northgate(String... commands) throws Exception {
        return sftp("northgate", key.file(), commands);
    }

    Process slowly(String command) throws Exception {
        Path batch = Files.writeString(folder.resolve("slow"), command + "\n");
        return new ProcessBuilder("sftp", "-q", "-l", "800", "-R", "1", "-b", batch.toString(), "-P",
                String.valueOf(server.port()), "-i", key.file().toString(), "-o", "UserKnownHostsFile="
                + folder.resolve("known_hosts"), "northgate@127.0.0.1").directory(folder.toFile()).start();
    }
}
