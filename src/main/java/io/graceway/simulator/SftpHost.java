package io.graceway.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpErrorStatusDataHandler;
import org.apache.sshd.sftp.server.SftpSubsystemEnvironment;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An SFTP server for played agencies, on loopback at a free port; each sees only its own folder on disk. */
public final class SftpHost implements AutoCloseable {

    /** Where the gateway puts, seen from the agency's own root. */
    public static final String TO_AGENCY = "to-agency";
    /** Where the agency leaves its answers. */
    public static final String FROM_AGENCY = "from-agency";

    private static final int KEY_BITS = 256;

    private final SshServer server = SshServer.setUpDefaultServer();
    private final VirtualFileSystemFactory folders = new VirtualFileSystemFactory();
    private final Map<String, PublicKey> keys = new ConcurrentHashMap<>();
    private final Path root;
    private volatile Whim whim = Whim.NONE;

    /** Tells the client what its operating system said, as many servers do. */
    private static final class SaysWhy implements SftpErrorStatusDataHandler {

        @Override
        public String resolveErrorMessage(SftpSubsystemEnvironment environment, int id, Throwable thrown, int status,
                                          int command, Object... arguments) {
            return String.valueOf(thrown.getMessage());
        }
    }

    private SftpHost(Path root) {
        this.root = root;
        var hostKeys = new SimpleGeneratorHostKeyProvider(root.resolve("host-key"));
        hostKeys.setAlgorithm(KeyUtils.EC_ALGORITHM);
        hostKeys.setKeySize(KEY_BITS);
        CoreModuleProperties.TCP_NODELAY.set(server, true);
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(hostKeys);
        server.setPublickeyAuthenticator((user, key, session) -> KeyUtils.compareKeys(keys.get(user), key));
        server.setFileSystemFactory(folders);
        var sftp = new SftpSubsystemFactory();
        sftp.setErrorStatusDataHandler(new SaysWhy());
        sftp.addSftpEventListener(new SftpWhims(() -> whim));
        server.setSubsystemFactories(List.of(sftp));
    }

    /** @param root keeps the host key and the agencies' folders, also for the next start */
    public static SftpHost open(Path root) throws IOException {
        var host = new SftpHost(Files.createDirectories(root).toAbsolutePath());
        host.server.start();
        return host;
    }

    /** @param publicKey the line of an OpenSSH {@code .pub} file */
    public SftpHost admit(String agency, String publicKey) throws IOException {
        Path home = folder(agency);
        Files.createDirectories(home.resolve(TO_AGENCY));
        Files.createDirectories(home.resolve(FROM_AGENCY));
        folders.setUserHomeDir(agency, home);
        try {
            keys.put(agency, AuthorizedKeyEntry.parseAuthorizedKeyEntry(publicKey)
                    .resolvePublicKey(null, PublicKeyEntryResolver.FAILING));
        } catch (GeneralSecurityException e) {
            throw new IOException("the public key of " + agency + " cannot be read", e);
        }
        return this;
    }

    /** Changes how it behaves from now on. */
    public void behave(Whim newWhim) {
        whim = newWhim;
    }

    public int port() {
        return server.getPort();
    }

    /** The line that pins this host in a known_hosts file. */
    public String knownHosts() throws IOException {
        try {
            PublicKey key = server.getKeyPairProvider().loadKeys(null).iterator().next().getPublic();
            return "[127.0.0.1]:" + port() + " " + PublicKeyEntry.toString(key);
        } catch (GeneralSecurityException e) {
            throw new IOException("no host key", e);
        }
    }

    /** The agency's own root on disk. */
    public Path folder(String agency) {
        return root.resolve(agency);
    }

    /** Breaks every connection that is open, as a restart would. */
    public void hangUp() {
        server.getActiveSessions().forEach(session -> session.close(true));
    }

    /** How many connections are open. */
    public int sessions() {
        return server.getActiveSessions().size();
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
