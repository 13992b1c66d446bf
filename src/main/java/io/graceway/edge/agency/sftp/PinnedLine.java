package io.graceway.edge.agency.sftp;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import com.jcraft.jsch.Session;
import io.graceway.edge.agency.Trouble;
import io.graceway.edge.agency.Watchdog;
import io.graceway.journey.placement.MailboxFailure;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;

/** One SSH session to one agency: its host key pinned, our one key, and nothing from anybody's home folder. */
final class PinnedLine implements AutoCloseable {

    /** A handshake has several round trips; a peer that drips bytes may not stretch it for ever. */
    private static final int HANDSHAKE_PATIENCES = 3;

    private final OwnSocket socket;
    private final Session session;
    private final String hostKey;

    private PinnedLine(OwnSocket socket, Session session, String hostKey) {
        this.socket = socket;
        this.session = session;
        this.hostKey = hostKey;
    }

    static PinnedLine open(SftpTerms terms, Watchdog watchdog) throws MailboxFailure {
        JSch jsch = prepared(terms);
        var socket = new OwnSocket(terms.connectTimeout());
        Duration whole = terms.connectTimeout().plus(terms.sessionTimeout().multipliedBy(HANDSHAKE_PATIENCES));
        try (var guard = watchdog.guard(whole, socket::cut)) {
            try {
                Session session = session(jsch, terms, socket);
                session.connect(Math.toIntExact(terms.sessionTimeout().toMillis()));
                return new PinnedLine(socket, session, session.getHostKey().getFingerPrint(jsch));
            } catch (JSchException e) {
                socket.cut();
                throw SftpTrouble.connecting(e, terms.place(), guard.hasFired());
            }
        }
    }

    private static JSch prepared(SftpTerms terms) throws MailboxFailure {
        if (!Files.isReadable(terms.knownHosts())) {
            throw Trouble.SETTINGS.at("the pinned host keys of " + terms.place() + " cannot be read");
        }
        var jsch = new JSch();
        byte[] passphrase = bytes(terms.passphrase().get());
        try {
            jsch.setKnownHosts(terms.knownHosts().toString());
            KeyPair key = KeyPair.load(jsch, terms.identity().toString(), null);
            // JSch would report a wrong passphrase as a refused login, and a person would ask the agency in vain.
            if (key.isEncrypted() && !key.decrypt(passphrase)) {
                throw Trouble.OWN_KEY.at("key for " + terms.place());
            }
            key.dispose();
            jsch.addIdentity(terms.identity().toString(), passphrase);
            return jsch;
        } catch (JSchException e) {
            throw Trouble.OWN_KEY.at("key for " + terms.place(), e);
        } finally {
            Arrays.fill(passphrase, (byte) 0);
        }
    }

    private static Session session(JSch jsch, SftpTerms terms, OwnSocket socket) throws JSchException {
        Session session = jsch.getSession(terms.user(), terms.host(), terms.port());
        session.setConfig("StrictHostKeyChecking", "yes");
        session.setConfig("PreferredAuthentications", "publickey");
        session.setConfig("enable_strict_kex", "yes");
        session.setConfig("require_strict_kex", terms.habits().needsStrictKex() ? "yes" : "no");
        session.setConfig("FingerprintHash", "sha256");
        session.setTimeout(Math.toIntExact(terms.sessionTimeout().toMillis()));
        session.setSocketFactory(socket);
        session.setDaemonThread(true);
        return session;
    }

    private static byte[] bytes(char[] passphrase) {
        if (passphrase == null) {
            return new byte[0];
        }
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(passphrase));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }

    Session session() {
        return session;
    }

    /** Fingerprint of the pinned key that the host has just proved to own. */
    String hostKey() {
        return hostKey;
    }

    boolean isUp() {
        return session.isConnected();
    }

    /** Ends it at once, whatever thread is blocked in it. */
    void cut() {
        socket.cut();
    }

    @Override
    public void close() {
        session.disconnect();
        socket.cut();
    }
}
