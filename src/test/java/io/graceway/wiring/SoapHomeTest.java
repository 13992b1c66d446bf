package io.graceway.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.graceway.edge.source.soap.Kind;
import io.graceway.edge.source.soap.PostEntry;
import io.graceway.face.TestClock;
import io.graceway.face.command.Gateway;
import io.graceway.journey.account.CheckStep;
import jakarta.mail.internet.MimeMessage;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source that speaks SOAP, from its file to what is posted in it. */
class SoapHomeTest {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]+/answer/[A-Za-z0-9_-]+");

    @TempDir
    private Path temp;

    @Test
    void is_read_by_a_pass_and_hears_of_the_customers_answer_in_the_next() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        int port = freePort();
        try (SoapHome home = new SoapHome(temp, "public-url: http://127.0.0.1:" + port,
                "console: {address: 127.0.0.1, port: " + port + "}",
                "mail: {host: 127.0.0.1, port: " + mail.getSmtp().getPort()
                        + ", tls: none, from: accounts@acme.example, bounce-domain: bounces.example}")) {
            for (int i = 1; i <= 5; i++) {
                home.erp.accounts.put("00032" + i, SoapHome.account("00032" + i));
            }
            assertThat(home.run("run", "--once", "--as-of", "2026-03-03", "--until", "eligibility").exit()).isZero();
            home.acceptTone();
            Said first = home.run("run", "--once", "--as-of", "2026-03-04");
            assertThat(first.exit()).as(first.err() + first.out()).isZero();
            assertThat(first.out()).contains("5 accounts: 5 cleared, 0 held, 0 rejected");
            assertThat(mail.getReceivedMessages()).hasSize(5);
            answers(home.folder, mail.getReceivedMessages()[2]);
            assertThat(home.erp.posted).isEmpty();

            Said second = home.run("run", "--once", "--as-of", "2026-03-07");
            assertThat(second.exit()).as(second.err() + second.out()).isZero();
            assertThat(home.erp.posted).hasSize(1);
            PostEntry entry = home.erp.posted.values().iterator().next();
            assertThat(entry.getAccount()).isEqualTo("000323");
            assertThat(entry.getKind()).isEqualTo(Kind.DISPUTE);
            assertThat(entry.getCode()).isEqualTo("BILLING_ISSUE");
            assertThat(entry.getText()).isEqualTo("twice on the bill");
            assertThat(entry.getOn().toXMLFormat()).isEqualTo("2026-03-06");
            assertThat(home.run("log", "verify").exit()).isZero();
        } finally {
            mail.stop();
        }
    }

    @Test
    void a_check_says_at_which_step_it_ends_and_never_the_password() throws Exception {
        try (SoapHome home = new SoapHome(temp)) {
            home.erp.accounts.put("000321", SoapHome.account("000321"));
            assertThat(home.steps()).extracting(CheckStep::step).containsExactly("resolve", "connect", "login",
                    "first page", "resolve", "connect", "kinds we may post");
            home.source("password: wr0ng", "takes: [NOTE]");
            assertEnds(home, "login", "GW-SRC-072");
            home.source("password: " + SoapHome.PASSWORD, "takes: [NOTE, PAYMENT]");
            assertEnds(home, "kinds we may post", "GW-SRC-081");
            home.source("password: " + SoapHome.PASSWORD, "faults: {BUSY: people}");
            assertThat(home.steps()).hasSize(4).allMatch(CheckStep::passed);
            home.erp.accounts.get("000321").getContact().get(0).setChannel("PIGEON");
            home.erp.accounts.get("000321").getContact().subList(1, 3).clear();
            assertEnds(home, "first page", "GW-SRC-007");
            home.erp.close();
            assertEnds(home, "connect", "GW-SRC-071");
        }
    }

    private static void assertEnds(SoapHome home, String step, String code) {
        List<CheckStep> steps = home.steps();
        assertThat(steps).filteredOn(one -> !one.passed()).first().satisfies(one -> {
            assertThat(one.step()).isEqualTo(step);
            assertThat(one.code()).isEqualTo(code);
            assertThat(one.hint()).isNotBlank().doesNotStartWith("GW-").doesNotContain("wr0ng",
                    SoapHome.PASSWORD, "PIGEON");
        });
    }

    @Test
    void a_file_that_cannot_be_meant_is_refused_before_anything_is_called() throws Exception {
        try (SoapHome home = new SoapHome(temp)) {
            home.source("password: x", "takes: [CHEQUE]");
            assertThatThrownBy(home::steps).hasMessageContaining("erp.yaml:").hasMessageContaining("GW-CFG-006");
            home.source("page: 10");
            assertThatThrownBy(home::steps).hasMessageContaining("GW-CFG-006").hasMessageContaining("password");
            home.write("brand: acme", "debt: TRADE", "dialect: receivables-soap",
                    "soap: {endpoint: 'http://erp.example/r', user: u, password: p4ss}");
            assertThatThrownBy(home::steps).hasMessageMatching(".*/sources/erp\\.yaml:4: GW-CFG-108 .*https:.*")
                    .hasMessageNotContaining("p4ss");
            home.write("brand: acme", "debt: TRADE", "dialect: receivables-soap",
                    "soap: {endpoint: 'https://u:p4ss@erp.example/r', user: u, password: p4ss}");
            assertThatThrownBy(home::steps).hasMessageContaining("erp.yaml:4: GW-CFG-108")
                    .hasMessageNotContaining("p4ss");
            home.write("brand: acme", "debt: TRADE", "dialect: receivables-soap", "soap:",
                    "  endpoint: https://erp.example/r", "  signature: {key: absent.p12, passphrase: p4ss}");
            assertThatThrownBy(home::steps).hasMessageMatching("(?s).*/sources/erp\\.yaml:6: GW-CFG-108 .*PKCS#12.*")
                    .hasMessageNotContaining("p4ss");
            home.source("password: x", "faults: {BUSY: perhaps}");
            assertThatThrownBy(home::steps).hasMessageContaining("erp.yaml:8: GW-CFG-006");
            home.source("password: x", "signature: {key: absent.p12}");
            assertThatThrownBy(home::steps).hasMessageContaining("erp.yaml:8: GW-CFG-006")
                    .hasMessageContaining("passphrase");
            home.write("brand: acme", "debt: TRADE", "dialect: receivables-soap", "files: {folder: export}",
                    "soap: {endpoint: 'https://erp.example/r', user: u, password: p}");
            assertThatThrownBy(home::steps).hasMessageContaining("erp.yaml:5: GW-CFG-106");
            home.write("brand: acme", "debt: TRADE", "dialect: receivables-soap");
            assertThatThrownBy(home::steps).hasMessageContaining("erp.yaml:1: GW-CFG-106");
            assertThat(home.erp.calls).isZero();
        }
    }

    /** The customer follows the link in the mail, two days later. */
    private static void answers(Path home, MimeMessage message) throws Exception {
        assertThat(message.getAllRecipients()[0]).hasToString("000323@customer.example");
        jakarta.mail.Multipart parts = (jakarta.mail.Multipart) message.getContent();
        Matcher link = LINK.matcher((String) parts.getBodyPart(0).getContent());
        assertThat(link.find()).isTrue();
        try (Gateway.Running running = new SpringGateway().start(new Gateway.Start(home, Gateway.Mode.PAGES,
                new TestClock("2026-03-06T18:00:00Z"), any -> null))) {
            HttpResponse<String> page = HttpClient.newHttpClient().send(HttpRequest.newBuilder(
                    URI.create(link.group())).header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("answer=BILL_WRONG&words=twice+on+the+bill")).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(page.statusCode()).isLessThan(400);
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
