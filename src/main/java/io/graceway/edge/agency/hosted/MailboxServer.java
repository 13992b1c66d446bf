package io.graceway.edge.agency.hosted;

import io.graceway.edge.agency.hosted.Bounds.Denied;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.server.SftpErrorStatusDataHandler;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemEnvironment;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/**
 * The house's own SFTP server: each agency logs in with a key of its own and sees its own mailbox and nothing else.
 * There is no password, no shell, no forwarding.
 */
public final class MailboxServer implements AutoCloseable {

    private static final AttributeRepository.AttributeKey<String> KEY = new AttributeRepository.AttributeKey<>();
    private static final int KEY_BITS = 256;
    private static final int MOST_SESSIONS = 4;

    private final SshServer server = SshServer.setUpDefaultServer();
    private final Map<String, Hosted> hosted;
    private final Access access;
    private final Map<String, Boolean> refused = new ConcurrentHashMap<>();

    /**
     * One agency that is let in.
     *
     * @param keys file in the form of OpenSSH's {@code authorized_keys}; looked at anew at every login, so that an old
     *             and a new key may stand there side by side while the agency changes over
     */
    public record Hosted(Tray tray, Path keys) {
    }

    /** A refusal of ours is said in its own words; what the operating system says stays here. */
    private static final class OwnWords implements SftpErrorStatusDataHandler {

        @Override
        public String resolveErrorMessage(SftpSubsystemEnvironment environment, int id, Throwable thrown, int status,
                                          int command, Object... arguments) {
            return thrown instanceof Denied denied ? denied.getMessage() : "refused";
        }
    }

    /** Clients send permissions with every file; here they are ours alone, so that we can read what we are given. */
    private static final class OurPermissions implements SftpFileSystemAccessor {

        @Override
        public void setFilePermissions(SftpSubsystemProxy subsystem, Path file, Set<PosixFilePermission> permissions,
                                       LinkOption... options) {
            // They stay as they are.
        }

        @Override
        public void setFileOwner(SftpSubsystemProxy subsystem, Path file, Principal owner, LinkOption... options) {
            // It stays as it is.
        }

        @Override
        public void setGroupOwner(SftpSubsystemProxy subsystem, Path file, Principal group, LinkOption... options) {
            // It stays as it is.
        }
    }

    private MailboxServer(Map<String, Hosted> hosted, Access access) {
        this.hosted = Map.copyOf(hosted);
        this.access = access;
    }

    /**
     * Starts it.
     *
     * @param port    0 for any that is free
     * @param hostKey file, made at the first start
     * @param hosted  by agency id, which is the user's name
     */
    public static MailboxServer open(String address, int port, Path hostKey, Map<String, Hosted> hosted,
                                     Access access) {
        MailboxServer made = new MailboxServer(hosted, access);
        made.prepare(address, port, hostKey);
        try {
            made.server.start();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("GW-MAIL-061: the mailbox server cannot listen on " + address + ", port "
                    + port + "; set sftp.address and sftp.port in house.yaml", e);
        }
    }

    private void prepare(String address, int port, Path hostKey) {
        SimpleGeneratorHostKeyProvider key = new SimpleGeneratorHostKeyProvider(hostKey);
        key.setAlgorithm(KeyUtils.EC_ALGORITHM);
        key.setKeySize(KEY_BITS);
        VirtualFileSystemFactory jails = new VirtualFileSystemFactory();
        hosted.forEach((agency, one) -> jails.setUserHomeDir(agency, one.tray().open().jail()));
        SftpSubsystemFactory sftp = new SftpSubsystemFactory();
        sftp.setErrorStatusDataHandler(new OwnWords());
        sftp.setFileSystemAccessor(new OurPermissions());
        sftp.addSftpEventListener(new Jail(hosted.entrySet().stream().collect(Collectors.toMap(
                Map.Entry::getKey, one -> one.getValue().tray())), access));
        server.setHost(address);
        server.setPort(port);
        server.setKeyPairProvider(key);
        server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        server.setPublickeyAuthenticator(this::admits);
        server.addSessionListener(new SessionListener() {
            @Override
            public void sessionEvent(Session session, Event event) {
                if (event == Event.Authenticated) {
                    access.seen(session.getUsername(), "login", "key", session.getAttribute(KEY));
                }
            }
        });
        server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        server.setFileSystemFactory(jails);
        server.setSubsystemFactories(List.of(sftp));
        limit();
    }

    private void limit() {
        CoreModuleProperties.TCP_NODELAY.set(server, true);
        CoreModuleProperties.SERVER_IDENTIFICATION.set(server, "mailbox");
        CoreModuleProperties.AUTH_TIMEOUT.set(server, Duration.ofSeconds(30));
        CoreModuleProperties.IDLE_TIMEOUT.set(server, Duration.ofMinutes(10));
        CoreModuleProperties.MAX_AUTH_REQUESTS.set(server, 6);
        CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(server, MOST_SESSIONS);
        // Copying within the server and renaming over a file would pass by what the jail looks at.
        SftpModuleProperties.CLIENT_EXTENSIONS.set(server, "");
        SftpModuleProperties.OPENSSH_EXTENSIONS.set(server, "");
    }

    private boolean admits(String user, PublicKey key, ServerSession session) {
        Hosted one = hosted.get(user);
        if (one == null) {
            return false;
        }
        boolean known = LoginKeys.hold(one.keys(), key);
        String fingerprint = KeyUtils.getFingerPrint(key);
        if (known) {
            // Only offered so far: whether the agency holds its other half is proved next.
            session.setAttribute(KEY, fingerprint);
        } else if (refused.put(user + fingerprint, true) == null) {
            // Once for each key: a client tries every key it has, and whoever knocks all day must not fill the log.
            access.seen(user, "refused-login", "key", fingerprint);
        }
        return known;
    }

    public int port() {
        return server.getPort();
    }

    /** The host key as agencies pin it. */
    public String hostKey() {
        try {
            return PublicKeyEntry.toString(server.getKeyPairProvider().loadKeys(null).iterator().next().getPublic());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("GW-MAIL-061: the mailbox server has no host key", e);
        }
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
