package io.graceway.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.graceway.face.GivenHome;
import io.graceway.simulator.SignedErp;
import io.graceway.simulator.SoapAgency;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agency that speaks SOAP, with a webhook beside it, needs a few lines of configuration; check tries both. */
class SoapAgencyHomeTest {

    private static final String SECRET = "whsec_" + "QUJD".repeat(8);

    @TempDir
    private Path folder;

    private Said said(String mailbox, String dialect, String... command) throws Exception {
        Path file = GivenHome.in(folder).resolve("partner-config/agencies/northgate.yaml");
        Files.writeString(file, Files.readString(file).replaceAll("mailbox: .*", "mailbox: {" + mailbox + "}")
                .replaceAll("dialect: .*", "dialect: " + dialect));
        return Said.of(folder, command);
    }

    private static String soap(String endpoint) {
        return "soap: {endpoint: '" + endpoint + "', user: house, password: s3cret-digest}";
    }

    private static String hook(String url, String more) {
        return ", webhook: {url: '" + url + "', secret: " + SECRET + more + "}";
    }

    @Test
    void check_tries_the_tray_and_sends_an_event_only_where_it_is_asked_for() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        try (SoapAgency agency = new SoapAgency("house", "s3cret-digest").at(folder.resolve("theirs"))) {
            String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/in";
            Said quiet = said(soap(agency.address().toString()) + hook(url, ""), "flat-csv", "check");
            assertThat(quiet.steps()).contains("ok agency/northgate user and answers", "ok agency/northgate read back",
                    "ok agency/northgate webhook line").doesNotContain("ok agency/northgate webhook event");
            assertThat(told).isEmpty();
            Said asked = said(soap(agency.address().toString()) + hook(url, ", checked: true"), "flat-csv", "check");
            assertThat(asked.steps()).contains("ok agency/northgate webhook event");
            assertThat(told).hasSize(1).allMatch(body -> body.contains("webhook.test"));
            assertThat(asked.out() + asked.err()).doesNotContain("s3cret", SECRET);
        } finally {
            receiver.stop(0);
        }
    }

    @Test
    void the_handbook_says_what_the_agency_has_to_offer() throws Exception {
        assertThat(said(soap("https://edi.northgate.example/tray"), "flat-csv", "agency", "handbook", "northgate",
                "--to", folder.resolve("out").toString()).exit()).isZero();
        assertThat(Files.readString(folder.resolve("out/northgate-handbook.html"))).contains(
                "https://edi.northgate.example/tray", "UsernameToken of user house",
                "file-tray.wsdl").doesNotContain("s3cret");
    }

    /** One key serves for both here; the agency pins it twice. */
    @Test
    void who_we_are_may_be_said_by_a_signature_and_by_a_certificate() throws Exception {
        SignedErp keys = new SignedErp(Files.createDirectories(folder.resolve("partner-config/keys")));
        keys.key("ours", "RSA", 0);
        SignedErp.certificate(keys.key("theirs", "RSA", 0));
        String key = "{key: keys/ours.p12, passphrase: " + SignedErp.WORD + ", service: keys/theirs.pem}";
        String soap = "soap: {endpoint: 'https://edi.northgate.example/tray', signature: " + key + ", certificate: "
                + key + "}";
        Said written = said(soap, "flat-csv", "agency", "handbook", "northgate", "--to", folder.resolve("out")
                .toString());
        assertThat(written.exit()).as(written.err()).isZero();
        assertThat(Files.readString(folder.resolve("out/northgate-handbook.html"))).contains("signed by our X.509 key",
                "have to be signed over body and time", "shows a certificate").doesNotContain("UsernameToken");
        assertThat(said(soap.replace(SignedErp.WORD, "wr0ng"), "flat-csv", "agency", "vetting").err())
                .contains("GW-CFG-130", "northgate.yaml", "signature/key", "PKCS#12").doesNotContain("wr0ng");
        assertThat(said(soap.replace("https", "http"), "flat-csv", "agency", "vetting").err()).contains("GW-CFG-130");
        for (String bad : List.of("", ", user: house", ", signature: {key: keys/ours.p12}")) {
            assertThat(said("soap: {endpoint: 'https://edi.northgate.example/tray'" + bad + "}", "flat-csv", "agency",
                    "vetting").err()).as(bad).contains("GW-CFG-006", "northgate.yaml");
        }
    }

    @Test
    void what_cannot_be_meant_is_refused_before_anything_is_asked() throws Exception {
        for (String bad : List.of("http://edi.northgate.example/tray", "https://house:s3cret@edi.northgate.example/")) {
            assertThat(said(soap(bad), "flat-csv", "agency", "vetting").err()).contains("GW-CFG-130", "northgate.yaml")
                    .doesNotContain("s3cret");
        }
        assertThat(said(soap("https://edi.northgate.example/tray") + ", api: {}", "flat-csv", "agency", "vetting")
                .err()).contains("GW-CFG-006", "northgate.yaml");
        assertThat(said(soap("https://edi.northgate.example/tray"), "indebted", "agency", "vetting").err())
                .contains("GW-CFG-110", "PaymentReports");
    }
}
