package io.graceway.edge.agency.sftp;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Debian's own OpenSSH server on a free port, with configuration and keys under a folder of the test. */
final class OpenSshServer implements AutoCloseable {

    private static final Path SSHD = Path.of("/usr/sbin/sshd");

    final int port;
    final String hostKeyLine;
    private final Process process;

    private OpenSshServer(int port, String hostKeyLine, Process process) {
        this.port = port;
        this.hostKeyLine = hostKeyLine;
        this.process = process;
    }

    /** @param sftpOptions of internal-sftp, such as {@code -R} for read-only */
    static OpenSshServer start(Path folder, String clientKey, String sftpOptions) throws IOException {
        if (!Files.isExecutable(SSHD)) {
            fail("the OpenSSH server is missing: apt-get install openssh-server");
        }
        Path home = Files.createDirectories(folder).toRealPath();
        SshKey hostKey = SshKey.make(home.resolve("host_key"), null);
        hostKey.file().toFile().setReadable(false, false);
        hostKey.file().toFile().setReadable(true, true);
        Path keys = Files.writeString(home.resolve("authorized_keys"), clientKey + "\n");
        if ("root".equals(System.getProperty("user.name"))) {
            Files.createDirectories(Path.of("/run/sshd"));
        }
        int port = freePort();
        Path config = Files.writeString(home.resolve("sshd_config"), """
                ListenAddress 127.0.0.1
                Port %d
                HostKey %s
                PidFile none
                AuthorizedKeysFile %s
                StrictModes no
                UsePAM no
                PasswordAuthentication no
                KbdInteractiveAuthentication no
                PermitRootLogin prohibit-password
                MaxStartups 200
                Subsystem sftp internal-sftp %s
                """.formatted(port, hostKey.file(), keys, sftpOptions));
        Process process = new ProcessBuilder(SSHD.toString(), "-D", "-e", "-f", config.toString())
                .redirectErrorStream(true).redirectOutput(home.resolve("log").toFile()).start();
        await(port, process, home.resolve("log"));
        return new OpenSshServer(port, hostKey.publicLine(), process);
    }

    String knownHosts(int seenAtPort) {
        return "[127.0.0.1]:" + seenAtPort + " " + hostKeyLine + "\n";
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void await(int port, Process process, Path log) throws IOException {
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (process.isAlive() && System.nanoTime() < until) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException e) {
                Thread.onSpinWait();
            }
        }
        process.destroy();
        fail("sshd did not start: " + Files.readString(log));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
