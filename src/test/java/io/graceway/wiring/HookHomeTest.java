package io.graceway.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import io.graceway.face.TestClock;
import io.graceway.face.command.Gateway;
import io.graceway.face.command.Terminal;
import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.Pass;
import io.graceway.journey.writeback.hook.HookSecret;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A customer pays the house, the billing system says so, and within the hour the agency has it. */
class HookHomeTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @TempDir
    private Path temp;
    private final List<String> told = new CopyOnWriteArrayList<>();
    private volatile int status = 204;
    private HttpServer receiver;
    private GreenMail mail;
    private SoapHome home;

    @BeforeEach
    void partners_that_want_to_hear() throws Exception {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            var headers = exchange.getRequestHeaders();
            boolean signed = HookSecret.of(SECRET).signed(headers.getFirst("webhook-signature"),
                    headers.getFirst("webhook-id"), Long.parseLong(headers.getFirst("webhook-timestamp")), body);
            told.add(exchange.getRequestURI() + " " + signed + " " + new String(body, StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        receiver.start();
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        home = new SoapHome(temp, "console: {address: 127.0.0.1, port: 0}", "schedule: {at: \"23:00\", zone: UTC}",
                "mail: {host: 127.0.0.1, port: " + mail.getSmtp().getPort()
                + ", tls: none, from: accounts@acme.example, bounce-domain: bounces.example}");
        Path agency = home.folder.resolve("partner-config/agencies/northgate.yaml");
        Files.writeString(agency, Files.readString(agency).replaceAll("mailbox: \\{(.*)}\\n", "mailbox: {$1, webhook: "
                + target("northgate") + "}\n"));
        Path source = home.folder.resolve("partner-config/sources/erp.yaml");
        Files.writeString(source, Files.readString(source) + "webhook: {token: {header: X-Hook-Token, secret: "
                + "a-token-of-some-length}}\nwebhook-to: " + target("erp") + "\n");
        home.erp.accounts.put("000321", SoapHome.account("000321"));
    }

    private String target(String path) {
        return "{url: \"http://127.0.0.1:" + receiver.getAddress().getPort() + "/" + path + "\", secret: " + SECRET
                + "}";
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
        mail.stop();
        home.close();
    }

    private Gateway.Running start(Gateway.Mode mode, String now) {
        return new SpringGateway().start(new Gateway.Start(home.folder, mode, new TestClock(now), any -> null));
    }

    private void passes(String... days) {
        for (String day : days) {
            Said said = home.run("run", "--once", "--as-of", day);
            assertThat(said.exit()).as(said.err() + said.out()).isZero();
        }
    }

    private void rounds() {
        Instant later = Instant.parse("2030-01-01T10:00:00Z");
        try (Gateway.Running running = start(Gateway.Mode.ONCE, later.toString())) {
            running.pass(new Pass(later, AsOf.moment(later), Pass.Until.ROUNDS, false));
        }
    }

    private boolean wasTold(String path, String words) {
        return told.stream().anyMatch(one -> one.startsWith("/" + path + " true ") && one.contains(words));
    }

    @Test
    void what_is_paid_to_the_house_reaches_the_agency_before_its_cutoff() throws Exception {
        home.run("run", "--once", "--as-of", "2026-03-03", "--until", "eligibility");
        home.acceptTone();
        passes("2026-03-04", "2026-03-25", "2026-04-13", "2026-04-14");
        assertThat(wasTold("erp", "account.placed")).as(told.toString()).isTrue();
        assertThat(wasTold("northgate", "parcel.waiting")).as(told.toString()).isTrue();
        assertThat(told).noneMatch(one -> one.contains("Example") || one.contains("88.10"));

        told.clear();
        home.erp.accounts.get("000321").getItem().get(0).setOpen(new BigDecimal("40.00"));
        try (Gateway.Running pages = start(Gateway.Mode.PAGES, "2026-04-15T10:00:00Z")) {
            assertThat(says(pages, "a-token-of-some-lengtH")).isEqualTo(401);
            assertThat(says(pages, "a-token-of-some-length")).isEqualTo(204);
        }
        try (Gateway.Running service = start(Gateway.Mode.SERVICE, "2026-04-15T10:01:00Z")) {
            await().atMost(Duration.ofSeconds(60)).until(() -> wasTold("northgate", "\"document\":\"direct-payment\"")
                    && wasTold("northgate", "payment.direct"));
            assertThat(service.confirmations(Instant.parse("2026-04-15T00:00:00Z"))).singleElement()
                    .satisfies(one -> {
                        assertThat(one.seen()).isEqualTo("2026-04-15T10:01:00Z");
                        assertThat(one.sent()).contains(Instant.parse("2026-04-15T10:01:00Z"));
                    });
        }
        assertThat(home.run("log", "verify").exit()).isZero();
    }

    private static int says(Gateway.Running gateway, String token) throws IOException, InterruptedException {
        URI door = gateway.pages().orElseThrow().resolve("/hooks/erp");
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(door).header("X-Hook-Token", token)
                .POST(HttpRequest.BodyPublishers.ofString("{\"eventType\":\"PAYMENT_SUCCESS\"}")).build(),
                HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    @Test
    void people_see_who_is_told_and_what_came_of_it_and_can_tell_it_again() {
        home.run("run", "--once", "--as-of", "2026-03-02", "--until", "eligibility");
        status = 410;
        assertThat(home.run("webhook", "test", "agency/northgate").out()).contains("waits for agency/northgate");
        assertThat(home.run("webhook", "test", "agency/nobody").exit()).isEqualTo(7);
        rounds();
        assertThat(home.run("webhook", "list").out()).contains("agency/northgate  127.0.0.1  not told any more, "
                + "GW-HOK-020", "source/erp  127.0.0.1  told  {}");
        assertThat(home.run("webhook", "log", "agency/northgate").out()).containsPattern(
                "agency/northgate  msg_\\w{13}  webhook.test  attempt 1  410  \\d+ ms  GW-HOK-015");
        assertThat(home.run("webhook", "log", "source/erp").out()).isEmpty();

        status = 204;
        assertThat(home.run("webhook", "enable", "agency/northgate").out()).contains("is told again");
        rounds();
        assertThat(home.run("webhook", "list", "--json").out()).contains("\"recipient\":\"agency/northgate\"",
                "\"disabled\":\"\"", "\"waiting\":0");
        told.clear();
        assertThat(home.run("webhook", "replay", "--since", "2026-01-01", "--to", "agency/northgate").out())
                .containsPattern("\\d+ events? (is|are) told once more");
        assertThat(home.run("webhook", "replay", "msg_NOBODY").exit()).isEqualTo(7);
        assertThat(home.run("webhook", "replay").exit()).isEqualTo(2);
        rounds();
        assertThat(wasTold("northgate", "webhook.test")).isTrue();
        Terminal terminal = new Terminal();
        assertThat(terminal.run("webhook secret")).isZero();
        assertThat(terminal.out()).matches("whsec_[A-Za-z0-9+/]{43}=\\s*");
        assertThat(home.run("agency", "confirmations").out()).contains("median");
    }

    @Test
    void a_webhook_that_cannot_be_meant_is_refused_with_its_line_and_without_its_secret() throws IOException {
        Path agency = home.folder.resolve("partner-config/agencies/northgate.yaml");
        String good = Files.readString(agency);
        Files.writeString(agency, good.replace(SECRET, "whsec_dG9vIHNob3J0"));
        assertThat(home.run("run", "--once").err()).containsPattern("northgate\\.yaml:\\d+: GW-HOK-001")
                .contains("24 to 64 bytes").doesNotContain("dG9vIHNob3J0");
        Files.writeString(agency, good.replaceAll("http://127[^/]*/north", "http://hooks.example/north"));
        assertThat(home.run("run", "--once").err()).contains("GW-HOK-001", "is https:");
        Files.writeString(agency, good.replace("secret: whsec", "events: [account.placed], secret: whsec"));
        assertThat(home.run("run", "--once").err()).contains("GW-CFG-006", "northgate.yaml");
    }
}
