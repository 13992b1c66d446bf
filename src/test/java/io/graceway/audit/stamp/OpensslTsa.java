package io.graceway.audit.stamp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An authority that nobody here wrote: openssl, with a root, a certificate below it, and stamps signed with that. */
public final class OpensslTsa {

    public static final String POLICY = "1.3.6.1.4.1.99999.1";
    static final String STAMPS = "extendedKeyUsage=critical,timeStamping\nkeyUsage=critical,digitalSignature\n";
    private static final String EC = "ec -pkeyopt ec_paramgen_curve:P-256 -nodes";

    private final Path folder;

    /** One whose certificate is good for stamps, and for some days. */
    public OpensslTsa(Path folder) throws IOException {
        this(folder, STAMPS, 30);
    }

    /**
     * @param extensions of its certificate, as openssl reads them
     * @param days       until it expires; it has expired where they are below zero
     */
    public OpensslTsa(Path folder, String extensions, int days) throws IOException {
        this.folder = Files.createDirectories(folder);
        Files.writeString(folder.resolve("extensions"), extensions);
        Files.writeString(folder.resolve("serial"), "4711\n");
        Files.writeString(folder.resolve("tsa.cnf"), "[tsa]\nserial=serial\nsigner_cert=tsa.pem\ncerts=issuing.pem\n"
                + "signer_key=tsa.key\nsigner_digest=sha256\ndefault_policy=" + POLICY + "\nother_policies=" + POLICY
                + ".1\ndigests=sha256\naccuracy=secs:1\ness_cert_id_alg=sha256\n");
        openssl("req -x509 -newkey " + EC + " -keyout root.key -out root.pem -subj /CN=Root -days 3650");
        issued("issuing", "root", "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n", 3650);
        issued("tsa", "issuing", extensions, days);
    }

    private void issued(String name, String by, String extensions, int days) throws IOException {
        Files.writeString(folder.resolve("extensions"), extensions);
        openssl("req -newkey " + EC + " -keyout " + name + ".key -out " + name + ".csr -subj /O=Example/CN=" + name);
        openssl("x509 -req -in " + name + ".csr -CA " + by + ".pem -CAkey " + by + ".key -CAcreateserial -extfile "
                + "extensions -days " + days + " -out " + name + ".pem");
    }

    /** What has to be trusted to believe it. */
    public Path root() {
        return folder.resolve("root.pem");
    }

    /** Its own certificate. */
    public Path certificate() {
        return folder.resolve("tsa.pem");
    }

    /** The answer to a question. */
    public synchronized byte[] reply(byte[] question) {
        try {
            Files.write(folder.resolve("question"), question);
            openssl("ts -reply -queryfile question -config tsa.cnf -section tsa -out answer");
            return Files.readAllBytes(folder.resolve("answer"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Whether openssl itself says that the stamp is one of that file. */
    public boolean verifies(Path stamp, Path stamped) throws IOException {
        return run("ts -verify -in " + stamp + " -data " + stamped + " -CAfile root.pem") == 0;
    }

    private void openssl(String arguments) throws IOException {
        assertThat(run(arguments)).as(() -> said()).isZero();
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("said"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private int run(String arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments.split(" ")));
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile()).start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Bytes that are no stamp. */
    public static byte[] garbage() {
        return "<html>please sign in</html>".getBytes(StandardCharsets.US_ASCII);
    }
}
