package io.graceway.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.graceway.simulator.TlsFront;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines to mail servers and to a SOAP service over TLS, with a certificate that this Java was told to trust. */
class TrustTest {

    @TempDir
    private Path folder;
    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)});

    @BeforeEach
    void start() {
        server.start();
        server.setUser("bounces@acme.example", "gateway", "s3cret");
        server.getUserManager().setAuthRequired(true);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    /** Steps of a check by a Java of its own, whose trust store is the one given. */
    private Said check(Path home, Path trust) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
        if (trust != null) {
            command.addAll(List.of("-Djavax.net.ssl.trustStore=" + trust, "-Djavax.net.ssl.trustStorePassword="
                    + TlsFront.WORD));
        }
        command.addAll(List.of(GracewayApplication.class.getName(), "check", "--home", home.toString()));
        int exit = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start()
                .waitFor();
        return new Said(exit, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err));
    }

    private static String mail(TlsFront front, String tls) {
        return "mail: {host: localhost, port: " + front.port() + ", user: gateway, password: s3cret, tls: " + tls
                + ", from: accounts@acme.example, bounce-domain: bounces.example}";
    }

    private static String bounces(TlsFront front) {
        return "bounces: {host: localhost, port: " + front.port() + ", user: gateway, password: s3cret, tls: tls}";
    }

    private static void secure(SoapHome home, TlsFront front) throws IOException {
        Path file = home.folder.resolve("partner-config/sources/erp.yaml");
        URI plain = URI.create(home.erp.address().toString());
        Files.writeString(file, Files.readString(file).replace(plain.toString(),
                "https://localhost:" + front.port() + plain.getPath()));
    }

    @Test
    void every_line_is_used_when_its_certificate_is_trusted_and_refused_when_it_is_not() throws Exception {
        Path keys = TlsFront.certificate(folder.resolve("keys.p12"), "localhost");
        try (TlsFront smtp = new TlsFront(keys, server.getSmtp().getPort(), true);
                TlsFront imap = new TlsFront(keys, server.getImap().getPort(), false);
                SoapHome home = new SoapHome(folder, mail(smtp, "starttls"), bounces(imap), "print-folder: letters");
                TlsFront soap = new TlsFront(keys, URI.create(home.erp.address().toString()).getPort(), false)) {
            home.erp.accounts.put("000321", SoapHome.account("000321"));
            secure(home, soap);
            Said said = check(home.folder, keys);
            assertThat(said.exit()).as(said.out() + said.err()).isZero();
            assertThat(said.steps()).contains("ok house/mail login", "ok house/mail noop", "ok house/bounces login",
                    "ok source/erp login", "ok source/erp first page");
            assertThat(smtp.inTheClear).contains("STARTTLS").allMatch(line -> line.matches("(EHLO .*|STARTTLS)?"));

            Said strange = check(home.folder, null);
            assertThat(strange.exit()).isEqualTo(4);
            assertThat(strange.steps()).contains("FAIL house/mail tls GW-NOT-038",
                    "FAIL house/bounces login GW-NOT-038")
                    .anyMatch(step -> step.startsWith("FAIL source/erp "));
            assertThat(smtp.inTheClear).allMatch(line -> line.matches("(EHLO .*|STARTTLS)?"));
        }
    }

    @Test
    void a_trusted_certificate_of_another_host_is_refused_before_any_password() throws Exception {
        Path keys = TlsFront.certificate(folder.resolve("other.p12"), "elsewhere.example");
        try (TlsFront smtp = new TlsFront(keys, server.getSmtp().getPort(), false);
                TlsFront imap = new TlsFront(keys, server.getImap().getPort(), false);
                SoapHome home = new SoapHome(folder, mail(smtp, "tls"), bounces(imap));
                TlsFront soap = new TlsFront(keys, URI.create(home.erp.address().toString()).getPort(), false)) {
            secure(home, soap);
            Said said = check(home.folder, keys);
            assertThat(said.exit()).isEqualTo(4);
            assertThat(said.steps()).contains("FAIL house/mail tls GW-NOT-038",
                    "FAIL house/bounces login GW-NOT-038")
                    .anyMatch(step -> step.startsWith("FAIL source/erp "));
            assertThat(home.erp.calls).isZero();
        }
    }
}
