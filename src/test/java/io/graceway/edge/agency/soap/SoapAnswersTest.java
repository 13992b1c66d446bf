package io.graceway.edge.agency.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.graceway.edge.agency.Watchdog;
import io.graceway.journey.placement.AgencyMailbox;
import io.graceway.journey.placement.AgencyMailbox.Arrival;
import io.graceway.journey.placement.MailboxFailure;
import io.graceway.soap.Place;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that no contract foresees, byte for byte as they come. */
class SoapAnswersTest {

    private static final String BEGIN = "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>";
    private static final String END = "</s:Body></s:Envelope>";
    private static final String LIST = "<ListAnswersResponse xmlns='urn:graceway:file-tray:1'>";

    private static HttpServer server;
    private static Watchdog watchdog;
    private static AgencyMailbox mailbox;
    private static volatile Answer answer;
    private static volatile String heard = "";
    @TempDir
    private Path folder;

    @FunctionalInterface
    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    @BeforeAll
    static void opens() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", exchange -> {
            try (exchange) {
                heard = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                answer.to(exchange);
            }
        });
        server.start();
        watchdog = new Watchdog();
        Place place = new Place(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tray"), "house",
                "s3cret-digest", Duration.ofSeconds(2), Duration.ofSeconds(2));
        mailbox = new SoapMailbox(new SoapTerms(place), watchdog, name -> { });
    }

    @AfterAll
    static void closes() {
        server.stop(0);
        watchdog.close();
    }

    private static MailboxFailure failure() {
        return catchThrowableOfType(MailboxFailure.class, mailbox::arrivals);
    }

    private static void answers(int status, String type, String body) {
        answer = exchange -> said(exchange, status, type, body);
    }

    private static void said(HttpExchange exchange, int status, String type, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.getBytes(StandardCharsets.UTF_8).length);
        exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"401,023,false", "403,031,false", "404,024,false", "413,042,false", "429,015,true", "503,015,true",
        "500,016,true", "502,016,true", "507,032,true", "302,050,false", "202,050,false"})
    void tells_each_status_by_its_code_and_whether_it_passes(int status, String code, boolean passing) {
        answers(status, "text/html", "<html>Jane Roe</html>");
        MailboxFailure failure = failure();
        assertThat(failure.code()).isEqualTo("GW-MAIL-" + code);
        assertThat(failure.isPassing()).isEqualTo(passing);
        assertThat(failure.getMessage()).doesNotContain("Roe");
    }

    @ParameterizedTest
    @CsvSource({"s:Server,016", "s:Client,050", "x:FailedAuthentication,023", "s:Odd,050"})
    void tells_a_fault_outside_the_contract_by_its_own_code(String fault, String code) {
        answers(500, "text/xml", BEGIN + "<s:Fault xmlns:x='urn:x'><faultcode>" + fault
                + "</faultcode><faultstring>Jane Roe</faultstring></s:Fault>" + END);
        assertThat(failure().code()).isEqualTo("GW-MAIL-" + code);
        assertThat(failure().getMessage()).doesNotContain("Roe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "<html/>", BEGIN + END, BEGIN + "<other/>" + END, BEGIN + LIST
            + "<file/></ListAnswersResponse>" + END, BEGIN + LIST + "<file><name>x</name><size>many</size></file>"
            + "</ListAnswersResponse>" + END, BEGIN + LIST + "<file><name>x</name><size>1</size><sha256>00</sha256>"
            + "</file></ListAnswersResponse>" + END, "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>" + BEGIN
            + LIST + "&e;</ListAnswersResponse>" + END, BEGIN + LIST})
    void takes_no_list_that_is_not_as_agreed(String body) {
        answers(200, "text/xml", body);
        assertThat(failure().code()).isEqualTo("GW-MAIL-050");
    }

    @Test
    void tells_what_is_wrong_with_the_line() throws IOException {
        int closed;
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = listening.getLocalPort();
        }
        assertThat(lineTo("http://127.0.0.1:" + closed)).isEqualTo("GW-MAIL-011");
        assertThat(lineTo("https://no-such-host.invalid")).isEqualTo("GW-MAIL-010");
        try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread speaks = new Thread(() -> speaksWithoutTls(plain));
            speaks.setDaemon(true);
            speaks.start();
            assertThat(lineTo("https://localhost:" + plain.getLocalPort())).isEqualTo("GW-MAIL-025");
        }
    }

    private static void speaksWithoutTls(ServerSocket plain) {
        try (Socket socket = plain.accept()) {
            socket.getInputStream().read();
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            return; // the caller has gone, as it should
        }
    }

    private static String lineTo(String base) {
        AgencyMailbox there = new SoapMailbox(new SoapTerms(new Place(URI.create(base + "/tray"), "house",
                "s3cret-digest", Duration.ofSeconds(2), Duration.ofSeconds(5))), watchdog, name -> { });
        return catchThrowableOfType(MailboxFailure.class, there::arrivals).code();
    }

    @Test
    void reads_no_more_of_an_answer_than_its_cap() {
        answers(200, "text/xml", BEGIN + LIST + " ".repeat(5 << 20) + "</ListAnswersResponse>" + END);
        assertThat(failure().code()).isEqualTo("GW-MAIL-042");
    }

    @Test
    void waits_no_longer_for_an_answer_that_stops_in_its_middle() {
        answer = exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(BEGIN.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            try {
                Thread.sleep(8_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        long begun = System.nanoTime();
        assertThat(failure().code()).isEqualTo("GW-MAIL-012");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(7));
        assertThat(Thread.interrupted()).as("what we ended does not go on ending").isFalse();
    }

    @Test
    void a_content_inside_the_xml_is_not_taken_when_it_is_big() {
        String about = LIST + "<file><name>a.pgp</name><size>9000000</size><sha256>" + "0".repeat(64)
                + "</sha256></file></ListAnswersResponse>";
        String content = "<FetchAnswerResponse xmlns='urn:graceway:file-tray:1'><content>"
                + "QUJD".repeat(3_000_000) + "</content></FetchAnswerResponse>";
        answer = exchange -> said(exchange, 200, "text/xml", BEGIN + (heard.contains("ListAnswers") ? about : content)
                + END);
        var failure = catchThrowableOfType(MailboxFailure.class,
                () -> mailbox.fetch(new Arrival("a.pgp", 9_000_000), folder.resolve("q"), 10_000_000));
        assertThat(failure.code()).isEqualTo("GW-MAIL-042");
    }

    @Test
    void shows_who_we_are_by_a_digest_and_a_time() {
        answers(200, "text/xml", BEGIN + LIST + "</ListAnswersResponse>" + END);
        assertThat(failure()).isNull();
        assertThat(heard).contains("PasswordDigest", "Nonce", "Timestamp").doesNotContain("s3cret-digest");
    }
}
