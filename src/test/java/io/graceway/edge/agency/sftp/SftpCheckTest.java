package io.graceway.edge.agency.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.CheckStep;
import io.graceway.simulator.SftpHost;
import io.graceway.simulator.Whim;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SftpCheckTest {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @TempDir
    Path folder;
    private MinaPartner agency;
    private SftpTerms good;

    @BeforeEach
    void begins() throws IOException {
        agency = new MinaPartner(folder);
        good = agency.terms(agency.port(), PATIENCE, MinaPartner.QUICK);
    }

    @AfterEach
    void ends() throws IOException {
        agency.close();
    }

    /** The last step of the check: the only one that failed, with this name and code. */
    private void fails(SftpTerms terms, String step, String code) throws IOException {
        List<CheckStep> steps = agency.mailbox(terms).check();
        CheckStep last = steps.get(steps.size() - 1);
        assertThat(last.passed()).as("%s", steps).isFalse();
        assertThat(last.step() + " " + last.code()).isEqualTo(step + " " + code);
        assertThat(last.hint()).hasSizeGreaterThan(20).matches("[ -~]+");
        assertThat(steps.subList(0, steps.size() - 1)).allMatch(CheckStep::passed);
        try (Stream<Path> left = Files.list(agency.host.folder(MinaPartner.AGENCY).resolve(SftpHost.TO_AGENCY))) {
            assertThat(left).as("left behind").isEmpty();
        }
    }

    private SftpTerms to(String host, int port) {
        return new SftpTerms(host, port, good.user(), good.identity(), good.passphrase(), good.knownHosts(),
                good.outFolder(), good.inFolder(), good.connectTimeout(), PATIENCE, good.habits());
    }

    private SftpTerms as(String user, Path identity, Path knownHosts) {
        return new SftpTerms(good.host(), good.port(), user, identity, good.passphrase(), knownHosts,
                good.outFolder(), good.inFolder(), good.connectTimeout(), PATIENCE, good.habits());
    }

    private SftpTerms with(String outFolder, String inFolder) {
        return new SftpTerms(good.host(), good.port(), good.user(), good.identity(), good.passphrase(),
                good.knownHosts(), outFolder, inFolder, good.connectTimeout(), PATIENCE, good.habits());
    }

    @Test
    void names_what_is_wrong_on_the_way_to_the_server() throws IOException {
        fails(to("no-such-host.invalid", 22), "host name", "GW-MAIL-010");
        int closed;
        try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = listening.getLocalPort();
        }
        fails(to("127.0.0.1", closed), "port", "GW-MAIL-011");
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            fails(agency.terms(silent.getLocalPort(), Duration.ofMillis(400), MinaPartner.QUICK),
                    "host key and login", "GW-MAIL-012");
        }
        try (var web = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            answering(web, "SSH-1.5-old\r\n");
            fails(agency.terms(web.getLocalPort(), PATIENCE, MinaPartner.QUICK), "host key and login", "GW-MAIL-024");
        }
    }

    private static void answering(ServerSocket listening, String text) {
        var thread = new Thread(() -> {
            while (true) {
                try (var socket = listening.accept(); OutputStream out = socket.getOutputStream()) {
                    out.write(text.getBytes());
                    socket.getInputStream().read();
                } catch (IOException e) {
                    return;
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Test
    void names_what_is_wrong_with_keys() throws IOException {
        Path none = Files.writeString(folder.resolve("none"), "");
        fails(as(good.user(), good.identity(), none), "host key and login", "GW-MAIL-021");
        try (SftpHost other = SftpHost.open(folder.resolve("other"))) {
            Path changed = Files.writeString(folder.resolve("changed"),
                    other.knownHosts().replace("]:" + other.port(), "]:" + agency.port()));
            fails(as(good.user(), good.identity(), changed), "host key and login", "GW-MAIL-020");
        }
        fails(as(good.user(), good.identity(), folder.resolve("missing")), "host key and login", "GW-MAIL-001");
        fails(as(good.user(), none, good.knownHosts()), "host key and login", "GW-MAIL-003");
        SshKey stranger = SshKey.make(folder.resolve("stranger"), null);
        fails(as(good.user(), stranger.file(), good.knownHosts()), "host key and login", "GW-MAIL-023");
        fails(as("nobody-here", good.identity(), good.knownHosts()), "host key and login", "GW-MAIL-023");
    }

    @Test
    void names_what_is_wrong_with_folders() throws IOException {
        fails(with("nowhere", good.inFolder()), "out folder", "GW-MAIL-030");
        fails(with(good.outFolder(), "nowhere"), "in folder", "GW-MAIL-030");
    }

    @Test
    void names_what_the_server_forbids_or_does_not_do() throws IOException {
        denied("write", new AccessDeniedException("x"), "write", "GW-MAIL-031");
        denied("write", new IOException("no space left on device"), "write", "GW-MAIL-032");
        denied("read", new AccessDeniedException("x"), "read back", "GW-MAIL-036");
        denied("rename", new AccessDeniedException("x"), "rename", "GW-MAIL-031");
        denied("rename", new IOException("x"), "rename", "GW-MAIL-035");
    }

    private void denied(String at, IOException with, String step, String code) throws IOException {
        agency.host.behave((what, file) -> {
            if (what.equals(at)) {
                throw with;
            }
        });
        fails(good, step, code);
        agency.host.behave(Whim.NONE);
    }

    @Test
    void names_a_server_that_lies_about_what_it_stored() throws IOException {
        agency.host.behave((what, file) -> {
            if (what.equals("written") && Files.isRegularFile(file)) {
                Files.write(file, new byte[3]);
            }
        });
        fails(good, "size", "GW-MAIL-034");
    }
}
