package io.graceway.edge.agency.sftp;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A key pair made for one test. */
public record SshKey(Path file, String publicLine) {

    public static SshKey make(Path file, String passphrase) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyPair pair = KeyPair.genKeyPair(new JSch(), KeyPair.ED25519);
            pair.writeOpenSSHv1PrivateKey(out, passphrase == null ? null : passphrase.getBytes(StandardCharsets.UTF_8));
            var line = new ByteArrayOutputStream();
            pair.writePublicKey(line, "made-for-a-test");
            return new SshKey(file, line.toString(StandardCharsets.UTF_8).strip());
        } catch (JSchException e) {
            throw new IOException(e);
        }
    }
}
