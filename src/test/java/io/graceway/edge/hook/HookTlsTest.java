package io.graceway.edge.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.CheckStep;
import io.graceway.journey.writeback.hook.Endpoint;
import io.graceway.journey.writeback.hook.HookSecret;
import io.graceway.journey.writeback.hook.Hooks.Answer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over TLS the name counts, although the connection goes to an address. */
class HookTlsTest {

    private static SSLContext own;

    @BeforeAll
    static void a_certificate_for_localhost(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("keys.p12");
        Process made = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "receiver", "-keyalg", "EC", "-dname", "CN=receiver", "-ext",
                "san=dns:localhost", "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", "changeit")
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertThat(made.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory ours = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        ours.init(keys, "changeit".toCharArray());
        TrustManagerFactory believed = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("receiver", keys.getCertificate("receiver"));
        believed.init(trust);
        own = SSLContext.getInstance("TLS");
        own.init(ours.getKeyManagers(), believed.getTrustManagers(), null);
    }

    private static CheckStep tried(String host, SSLSocketFactory tls) {
        try (Receiver receiver = new Receiver(own.getServerSocketFactory(), () -> Receiver.status("204 No Content"))) {
            List<CheckStep> steps = new HookTrial(any -> new InetAddress[] {InetAddress.getLoopbackAddress()}, tls,
                    Duration.ofSeconds(10)).check(to(host, receiver.port), Optional.empty());
            return steps.get(steps.size() - 1);
        }
    }

    private static Endpoint to(String host, int port) {
        return new Endpoint("agency/northgate", URI.create("https://" + host + ":" + port + "/"),
                HookSecret.of(HookSecret.text(new byte[24])), Optional.empty(), false, Set.of());
    }

    private static Answer send(String host, SSLSocketFactory tls) {
        try (Receiver receiver = new Receiver(own.getServerSocketFactory(), () -> Receiver.status("204 No Content"))) {
            return new HookPost(any -> new InetAddress[] {InetAddress.getLoopbackAddress()}, tls,
                    Duration.ofSeconds(10)).send(to(host, receiver.port), Map.of("webhook-id", "msg_1"), new byte[0]);
        }
    }

    @Test
    void the_receiver_that_the_name_belongs_to_is_told() {
        assertThat(send("localhost", own.getSocketFactory()).status()).isEqualTo(204);
        assertThat(tried("localhost", own.getSocketFactory()).passed()).isTrue();
    }

    @Test
    void another_name_than_the_certificate_s_is_not() {
        assertThat(send("127.0.0.1", own.getSocketFactory()).trouble()).isEqualTo("GW-HOK-012");
        assertThat(tried("127.0.0.1", own.getSocketFactory()).hint()).contains("names another host");
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_not() {
        assertThat(send("localhost", (SSLSocketFactory) SSLSocketFactory.getDefault()).trouble())
                .isEqualTo("GW-HOK-012");
    }
}
