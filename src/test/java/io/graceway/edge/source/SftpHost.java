package io.graceway.edge.source;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import io.graceway.edge.source.folder.SftpTerms;

/** An SFTP server of its own for a test, with a key for the one user it lets in. */
final class SftpHost implements AutoCloseable {

    private final SshServer server = SshServer.setUpDefaultServer();
    private final KeyPair host = pair();
    private final Path keys;
    final SftpSubsystemFactory sftp = new SftpSubsystemFactory();

    SftpHost(Path root, Path keys) throws Exception {
        this.keys = keys;
        KeyPair user = pair();
        identity("identity", user);
        identity("stranger", pair());
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(host));
        server.setPublickeyAuthenticator((name, key, session) -> KeyUtils.compareKeys(key, user.getPublic()));
        server.setSubsystemFactories(List.of(sftp));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        server.start();
        pin("known_hosts", host);
        pin("other_hosts", pair());
        Files.writeString(keys.resolve("no_hosts"), "");
    }

    String uri(String path) {
        return "sftp://erp@127.0.0.1:" + server.getPort() + path;
    }

    SftpTerms terms(String knownHosts, String identity) {
        return new SftpTerms(keys.resolve(knownHosts), keys.resolve(identity), "");
    }

    SftpTerms terms() {
        return terms("known_hosts", "identity");
    }

    void listen(SftpEventListener listener) {
        sftp.addSftpEventListener(listener);
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    private void pin(String file, KeyPair pair) throws IOException {
        Files.writeString(keys.resolve(file), "[127.0.0.1]:" + server.getPort() + " "
                + PublicKeyEntry.toString(pair.getPublic()) + "\n", StandardCharsets.US_ASCII);
    }

    private void identity(String file, KeyPair pair) throws Exception {
        try (OutputStream out = Files.newOutputStream(keys.resolve(file))) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "test", null, out);
        }
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(3072);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
