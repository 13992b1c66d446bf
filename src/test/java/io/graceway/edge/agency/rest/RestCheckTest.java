package io.graceway.edge.agency.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.CheckStep;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestCheckTest {

    @TempDir
    Path folder;
    private RestPartner agency;
    private URI base;

    @BeforeEach
    void begins() throws IOException {
        agency = new RestPartner(folder);
        base = agency.host.base(RestPartner.AGENCY);
    }

    @AfterEach
    void ends() {
        agency.close();
    }

    private void fails(URI at, String token, String step, String code) {
        List<CheckStep> steps = agency.mailbox(at, token, Duration.ofSeconds(2)).check();
        CheckStep last = steps.get(steps.size() - 1);
        assertThat(last.passed()).as("%s", steps).isFalse();
        assertThat(last.step() + " " + last.code()).as("%s", steps).isEqualTo(step + " " + code);
        assertThat(last.hint()).hasSizeGreaterThan(20).doesNotContain(RestPartner.TOKEN);
    }

    private void puts(int status) {
        agency.host.answer(exchange -> {
            if (!exchange.getRequestMethod().equals("PUT")) {
                return false;
            }
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, -1);
            return true;
        });
    }

    @Test
    void names_what_is_wrong_on_the_way_to_the_server() throws IOException {
        fails(URI.create("https://no-such-host.invalid/x"), "t", "host name", "GW-MAIL-010");
        int closed;
        try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = listening.getLocalPort();
        }
        fails(URI.create("http://127.0.0.1:" + closed), "t", "port", "GW-MAIL-011");
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            fails(URI.create("http://127.0.0.1:" + silent.getLocalPort()), "t", "token and answers", "GW-MAIL-012");
        }
    }

    @Test
    void names_what_is_wrong_with_the_token_or_the_address() {
        fails(base, "wrong", "token and answers", "GW-MAIL-023");
        fails(base, "", "token and answers", "GW-MAIL-003");
        fails(URI.create(base + "-other"), RestPartner.TOKEN, "token and answers", "GW-MAIL-023");
        fails(URI.create(base + "/more"), RestPartner.TOKEN, "token and answers", "GW-MAIL-024");
    }

    @Test
    void names_a_server_that_does_not_store() {
        puts(507);
        fails(base, RestPartner.TOKEN, "write", "GW-MAIL-032");
        puts(409);
        fails(base, RestPartner.TOKEN, "write", "GW-MAIL-033");
        puts(201);
        fails(base, RestPartner.TOKEN, "read back", "GW-MAIL-034");
    }

    @Test
    void accepts_no_certificate_that_nobody_vouches_for() throws Exception {
        try (ServerSocket tls = selfSigned().getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var thread = new Thread(() -> shakeHands(tls));
            thread.setDaemon(true);
            thread.start();
            fails(URI.create("https://localhost:" + tls.getLocalPort()), "t", "token and answers", "GW-MAIL-025");
        }
    }

    private static void shakeHands(ServerSocket tls) {
        while (!tls.isClosed()) {
            try (var socket = tls.accept()) {
                socket.getInputStream().read();
            } catch (IOException e) {
                // The client has refused us, as it should.
                continue;
            }
        }
    }

    private SSLContext selfSigned() throws Exception {
        Path store = folder.resolve("self-signed.p12");
        Path log = folder.resolve("keytool.log");
        int exit = new ProcessBuilder(System.getProperty("java.home") + "/bin/keytool", "-genkeypair", "-alias", "x",
                "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "SAN=dns:localhost", "-storetype", "PKCS12",
                "-storepass", "made-for-a-test", "-keystore", store.toString())
                .redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
        assertThat(exit).as(Files.readString(log)).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "made-for-a-test".toCharArray());
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "made-for-a-test".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
