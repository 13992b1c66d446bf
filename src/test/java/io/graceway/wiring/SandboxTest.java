package io.graceway.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.graceway.edge.store.EmbeddedStore;
import io.graceway.face.TestClock;
import io.graceway.face.command.Gateway;
import io.graceway.face.command.SandboxHome;
import io.graceway.face.console.sign.Browser;
import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.Pass;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A house that is tried out: days are walked, nothing leaves, and nobody can take it for the real one. */
class SandboxTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 2, 28);

    @TempDir
    private Path temp;
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private SoapHome home;
    private int port;

    @BeforeEach
    void world() throws IOException {
        mail.start();
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        home = new SoapHome(temp, "public-url: https://pay.acme.example", "print-folder: letters",
                "console: {address: 127.0.0.1, port: 0}",
                "schedule: {at: \"15:00\", zone: UTC}",
                "mail: {host: 127.0.0.1, port: " + mail.getSmtp().getPort()
                + ", tls: none, from: accounts@acme.example, bounce-domain: bounces.example}");
        for (int i = 1; i <= 3; i++) {
            home.erp.accounts.put("00032" + i, SoapHome.account("00032" + i));
        }
        home.erp.accounts.get("000322").getDebtor().get(0).setEmail(null);
    }

    @AfterEach
    void end() {
        home.close();
        mail.stop();
    }

    private Gateway.Running sandbox(Path folder) {
        return new SpringGateway().sandbox(new SandboxHome(home.folder, folder, port, FIRST, any -> null));
    }

    private static Browser person(Gateway.Running running, Path folder) throws IOException {
        Browser person = new Browser(running.pages().orElseThrow());
        assertThat(person.get("/sign-in").body()).contains("<strong>SANDBOX</strong>");
        person.signIn("sandbox", Files.readString(folder.resolve("sign-in.txt")));
        return person;
    }

    private static String walk(Browser person, String from, String days) {
        return person.post("/sandbox/walk", "_csrf", person.token("/sandbox"), "from", from, "days", days).body();
    }

    private static List<String> states(Path store) {
        return new JdbcTemplate(new DriverManagerDataSource(EmbeddedStore.url("file:" + store.resolve(
                "store/graceway")), "sa", "")).queryForList("select number || ' ' || stage || ' ' || reasons || ' ' || "
                + "balance || ' ' || judged_on from account union all select number || channel || state || written_on "
                + "from notice order by 1", String.class);
    }

    @Test
    void walked_days_end_as_passes_of_the_real_run_do_and_nothing_leaves() throws Exception {
        Path folder = temp.resolve("sandbox");
        try (Gateway.Running running = sandbox(folder)) {
            Browser person = person(running, folder);
            assertThat(walk(person, "2026-02-28", "10")).contains("2026-03-09", "3 warned");
            assertThat(walk(person, "2026-02-28", "10")).contains("2026-03-10").doesNotContain("warned");
            for (String page : List.of("/", "/sandbox", "/list/notices", "/audit", "/none", "/answer/none")) {
                assertThat(person.get(page).body()).as(page).containsOnlyOnce("<strong>SANDBOX</strong>");
            }
        }
        List<String> tried = states(folder);
        try (Gateway.Running running = sandbox(folder)) {
            Browser person = person(running, folder);
            answer(person, files(folder, ".eml").get(0));
            Path dropped = folder.resolve("agencies/northgate/home/from-agency/activity-7.csv.pgp");
            Files.copy(Path.of("mappings/flat-csv/activity.in.example.csv"), dropped);
            assertThat(walk(person, "2026-03-10", "12")).contains("1 placed");
            assertThat(dropped).doesNotExist();
            assertThat(person.get("/list/files").body()).contains("activity-7.csv");
            assertThat(running.verifyLog().proved()).isTrue();
            assertThat(running.publishedLog().key().name()).isEqualTo("log.example/acme/sandbox");
        }
        assertThat(mail.getReceivedMessages()).isEmpty();
        assertThat(home.erp.posted).isEmpty();
        assertThat(files(temp.resolve("rest"), "")).isEmpty();
        assertThat(files(folder.resolve("postings/erp"), ".txt")).isNotEmpty();
        assertThat(files(folder, ".eml")).hasSize(2).allSatisfy(one -> assertThat(Files.readString(one))
                .contains("Subject: [SANDBOX] ", "http://127.0.0.1:" + port + "/answer/")
                .doesNotContain("pay.acme.example"));
        assertThat(files(folder, ".pdf")).hasSize(1).allSatisfy(one -> {
            try (var letter = Loader.loadPDF(one.toFile())) {
                assertThat(new PDFTextStripper().getText(letter)).contains("SANDBOX");
            }
        });
        assertThat(files(folder.resolve("agencies/northgate/home/to-agency"), ".pgp")).isNotEmpty().anySatisfy(one ->
                assertThat(Files.readString(one, java.nio.charset.StandardCharsets.ISO_8859_1)).startsWith("PK")
                .contains("SANDBOX.txt"));

        assertThat(tried).hasSize(6).isEqualTo(realDays(10));
        assertThat(home.run("log", "verify", "--dir", folder + "/log", "--key", home.folder + "/state/log/log.vkey")
                .exit()).isNotZero();
        assertRefused();
    }

    /** The customer follows the link in the mail that nobody got. */
    private static void answer(Browser person, Path written) throws IOException {
        Matcher link = Pattern.compile("/answer/[A-Za-z0-9_-]+").matcher(Files.readString(written)
                .replace("=\r\n", ""));
        assertThat(link.find()).isTrue();
        assertThat(person.get(link.group()).body()).contains("<strong>SANDBOX</strong>").doesNotContain("/sandbox");
        assertThat(person.post(link.group(), "answer", "BILL_WRONG", "words", "twice").statusCode()).isLessThan(400);
    }

    /** What the same days come to in the real run, as {@code --once --as-of} has it. */
    private List<String> realDays(int days) {
        TestClock clock = new TestClock(FIRST + "T15:00:00Z");
        try (Gateway.Running real = new SpringGateway().start(new Gateway.Start(home.folder, Gateway.Mode.ONCE, clock,
                any -> null))) {
            home.acceptTone();
            for (int i = 0; i < days; i++) {
                LocalDate day = FIRST.plusDays(i);
                clock.set(day + "T15:00:00Z");
                real.pass(new Pass(clock.instant(), AsOf.date(day), Pass.Until.END, true));
            }
        }
        return states(home.folder.resolve("state"));
    }

    /** Either way round, and before anything is touched. */
    private void assertRefused() {
        assertThatThrownBy(() -> sandbox(home.folder.resolve("state"))).hasMessageContaining("GW-BOX-002");
        assertThatThrownBy(() -> new SpringGateway().start(new Gateway.Start(home.folder, Gateway.Mode.ONCE,
                new TestClock("2026-03-20T15:00:00Z"), name -> name.equals("GRACEWAY_STATE")
                ? temp.resolve("sandbox").toString() : null))).hasStackTraceContaining("GW-BOX-001");
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).filter(one -> one.toString().endsWith(ending)).toList();
        }
    }
}
