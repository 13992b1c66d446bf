package io.graceway.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.graceway.edge.source.soap.Kind;
import io.graceway.face.TestClock;
import io.graceway.face.command.Gateway;
import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.Pass;
import io.graceway.journey.placement.BrandTone;
import io.graceway.simulator.CaseBook;
import io.graceway.simulator.CaseHost;
import io.graceway.wiring.config.BrandTerms;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** The whole way with an agency that is called: accounts and news out, answers, money and closures back. */
class CallsHomeTest {

    private static final String KEY = "k3y-of-the-house";
    private static final String PAYMENT = "7c1d0000-0000-4000-8000-000000000001";

    private static final String EVENT = "{\"id\":\"evt_1\",\"type\":\"charge.succeeded\"}";
    private static final String HEX = "61190103c584ab9f46e5bce33c7e42284d021e5e7912564fc0528a594a285b82";

    @TempDir
    private Path temp;

    @Test
    void accounts_go_out_by_calls_and_what_becomes_of_them_comes_back() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try (CaseHost host = CaseHost.open(KEY); SoapHome home = new SoapHome(temp,
                "public-url: http://127.0.0.1:9", "console: {address: 127.0.0.1, port: 9}",
                "mail: {host: 127.0.0.1, port: " + mail.getSmtp().getPort()
                        + ", tls: none, from: accounts@acme.example, bounce-domain: bounces.example}")) {
            agency(home.folder, host);
            for (int i = 1; i <= 4; i++) {
                home.erp.accounts.put("00032" + i, SoapHome.account("00032" + i));
                home.erp.accounts.get("00032" + i).getDebtor().get(0).setName("Debtor " + i);
            }
            home.erp.permits = List.of(Kind.PAYMENT, Kind.NOTE, Kind.CLOSURE, Kind.STATUS);
            home.source("password: " + SoapHome.PASSWORD, "takes: [PAYMENT, NOTE, CLOSURE, STATUS]");
            host.book().refuse("Debtor 4", "NoPartnerAvailable");
            host.losesTheNextAnswer();
            for (String day : List.of("2026-03-04", "2026-03-05", "2026-04-14")) {
                passes(home, day);
            }
            CaseBook book = host.book();
            assertThat(book.cases()).hasSize(3).allSatisfy(one -> {
                assertThat(one.path("grossAmount").decimalValue()).isEqualTo("88.10");
                assertThat(one.at("/debtor/stateAlpha2").asString()).isEqualTo("NV");
                assertThat(book.of(one.path("id").asString(), "files")).hasSize(1);
            });
            reports(book);
            home.erp.accounts.get("000323").getItem().get(0).setOpen(new BigDecimal("68.10"));
            passes(home, "2026-04-15");
            assertThat(home.run("explain", "000321").out()).contains("acknowledged, 38.10 USD left");
            assertThat(home.run("explain", "000324").out()).contains("placement.rejected");
            assertThat(home.erp.posted.keySet()).anyMatch(one -> one.equals("PAY-northgate-" + PAYMENT))
                    .anyMatch(one -> one.startsWith("CLO-UNTRACEABLE-"));
            // A case in another currency comes back to its agency; a payment in another one has no effect.
            assertThat(said(book, "Debtor 3")).hasSize(2).contains("The customer paid us 20.00 USD").anyMatch(one ->
                    one.matches("We could not take what you reported on P[0-9A-Z]+: .*\\(GW-REM-.*\\)"));
            assertThat(said(book, "Debtor 1")).isEmpty();
            assertThat(home.run("log", "verify").exit()).isZero();
            assertThat(home.run("agency", "handbook", "northgate", "--to", temp.toString()).exit()).isZero();
            assertThat(Files.readString(temp.resolve("northgate-handbook.html"))).contains("one call for each account",
                    "POST cases", "GET Payments", "refusals").doesNotContain("OpenPGP", KEY);
        } finally {
            mail.stop();
        }
    }

    /** By a signature that OpenSSL made, with the key that stands in Base64 below. */
    @Test
    void what_the_agency_says_at_our_door_has_it_asked_before_its_time() throws Exception {
        TestClock clock = new TestClock("2021-02-25T15:02:10Z");
        try (CaseHost host = CaseHost.open(KEY); SoapHome home = new SoapHome(temp,
                "console: {address: 127.0.0.1, port: 0}")) {
            agency(home.folder, host);
            Path file = home.folder.resolve("partner-config/agencies/northgate.yaml");
            Files.writeString(file, Files.readString(file).replace("every-minutes: 1,", "every-minutes: 60, webhook: "
                    + "{secret: YSBrZXkgb2YgdGhlIGFnZW5jeSBmb3IgdXM=},"));
            try (Gateway.Running running = new SpringGateway().start(new Gateway.Start(home.folder, Gateway.Mode.PAGES,
                    clock, any -> null))) {
                URI door = running.pages().orElseThrow().resolve("/hooks/agencies/");
                int once = asked(running, clock, host);
                assertThat(once).isPositive();
                for (String bad : List.of("t=1614265330,v1=00", "t=1614265331,v1=" + HEX, "v1=" + HEX)) {
                    assertThat(told(door.resolve("northgate"), bad)).isEqualTo(401);
                }
                assertThat(told(door.resolve("harbour"), "t=1614265330,v1=" + HEX)).isEqualTo(401);
                assertThat(asked(running, clock, host)).isEqualTo(once);
                assertThat(told(door.resolve("northgate"), "t=1614265330,v1=" + HEX)).isEqualTo(204);
                assertThat(asked(running, clock, host)).isGreaterThan(once);
                int twice = asked(running, clock, host);
                assertThat(told(door.resolve("northgate"), "t=1614265330,v1="
                        + "YRkBA8WEq59G5bzjPH5CKE0CHl55ElZPwFKKWUooW4I=")).isEqualTo(204);
                assertThat(asked(running, clock, host)).isGreaterThan(twice);
            }
            Files.writeString(file, Files.readString(file).replace("YSBrZXkg", "no-base64-"));
            assertThatThrownBy(() -> new SpringGateway().start(new Gateway.Start(home.folder, Gateway.Mode.PAGES, clock,
                    any -> null)).close()).hasStackTraceContaining("GW-HOK-001");
        }
    }

    private static int told(URI door, String signature) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(door).header("X-Debitura-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(EVENT)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** How often the list of payments was read, a minute and a round later. */
    private static int asked(Gateway.Running running, TestClock clock, CaseHost host) {
        clock.pass(Duration.ofSeconds(61));
        running.pass(new Pass(clock.instant(), AsOf.moment(clock.instant()), Pass.Until.ROUNDS, false));
        return (int) host.asked().stream().filter("GET /Payments"::equals).count();
    }

    /** How each message in the chat of that debtor's case begins. */
    private static List<String> said(CaseBook book, String debtor) {
        return book.of(named(book, debtor).path("id").asString(), "chats").stream().map(chat ->
                chat.path("message").asString().replaceFirst(" on 2026.*", "")).toList();
    }

    private static ObjectNode named(CaseBook book, String debtor) {
        return book.cases().stream().filter(each -> each.at("/debtor/name").asString().equals(debtor)).findFirst()
                .orElseThrow();
    }

    private static void passes(SoapHome home, String day) {
        Said said = home.run("run", "--once", "--as-of", day);
        assertThat(said.exit()).as(said.err() + said.out()).isZero();
    }

    /** The first is worked and pays, the second cannot be found, the third is worked in a wrong currency. */
    private static void reports(CaseBook book) {
        String first = named(book, "Debtor 1").path("creditorReference").asString();
        book.change(first, "lifecycle", "Active", "dateCollectionStarted", "2026-04-14T16:00:00.1234567Z");
        book.pay(first, PAYMENT, "50.00", "USD", "partner", "2026-04-15");
        book.pay(first, "7c1d0000-0000-4000-8000-000000000002", "5.00", "EUR", "partner", "2026-04-15");
        book.change(named(book, "Debtor 3").path("creditorReference").asString(), "lifecycle", "Active", "currency",
                "EUR", "dateCollectionStarted", "2026-04-14T16:00:00Z");
        book.change(named(book, "Debtor 2").path("creditorReference").asString(), "lifecycle", "Closed", "closeCode",
                "DebtorUntraceable", "dateFinished", "2026-04-15T00:00:00Z");
    }

    private static void agency(Path home, CaseHost host) throws Exception {
        BrandTone tone = BrandTerms.tone("acme", Home.open(home, any -> null).files().brands().get("acme"));
        Path file = home.resolve("partner-config/agencies/northgate.yaml");
        Files.writeString(file, Files.readString(file).replace("dialect: flat-csv", "dialect: debitura\nsettings: "
                + "{partner-recipient: partner, house-recipient: house, user-email: desk@acme.example}")
                .replace("at: \"18:00\"", "at: \"09:00\"").replaceFirst("mailbox: .*\nseal:\n.*\n.*\n", "mailbox: "
                + "{calls: {base: \"" + host.base() + "\", key: " + KEY + ", every-minutes: 1, tones: [{profile: acme, "
                + "version: 1, sha256: " + tone.sha256() + "}]}}\n"));
    }
}
