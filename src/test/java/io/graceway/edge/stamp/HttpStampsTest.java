package io.graceway.edge.stamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.graceway.audit.LogRefused;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A question goes out as the standard says, and whatever comes back ends in time and goes nowhere else. */
class HttpStampsTest {

    private static final Duration SOON = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final List<String> seen = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/tsr", exchange -> {
            seen.add(exchange.getRequestMethod() + " " + exchange.getRequestHeaders().getFirst("content-type") + " "
                    + exchange.getRequestHeaders().getFirst("authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes()));
            answer(exchange, 200, "a stamp".getBytes());
        });
        server.createContext("/500", exchange -> answer(exchange, 500, new byte[0]));
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("location", at("/tsr").toString());
            answer(exchange, 307, new byte[0]);
        });
        server.createContext("/much", exchange -> answer(exchange, 200, new byte[100_000]));
        server.createContext("/never", exchange -> await());
        server.createContext("/drips", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            out.write('a');
            out.flush();
            await();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        ended.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void await() {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void refused(String code, String path, Duration patience) {
        assertThatThrownBy(() -> new HttpStamps(at(path), "acme", "s3cret", patience).ask(new byte[] {1}))
                .isInstanceOfSatisfying(LogRefused.class, e -> assertThat(e.code()).as(path).isEqualTo(code))
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void asks_as_the_standard_says_and_with_a_password_where_there_is_one() {
        assertThat(new HttpStamps(at("/tsr"), null, null, LONG).ask("question".getBytes())).asString()
                .isEqualTo("a stamp");
        new HttpStamps(at("/tsr"), "acme", "s3cret", LONG).ask("question".getBytes());
        assertThat(seen).containsExactly("POST application/timestamp-query null question",
                "POST application/timestamp-query Basic YWNtZTpzM2NyZXQ= question");
    }

    @Test
    void what_is_no_answer_is_refused_and_nobody_is_sent_elsewhere() {
        refused("GW-LOG-071", "/500", LONG);
        refused("GW-LOG-071", "/moved", LONG);
        refused("GW-LOG-071", "/much", LONG);
        assertThat(seen).isEmpty();
    }

    @Test
    void an_answer_that_does_not_come_or_does_not_end_is_not_waited_for() {
        refused("GW-LOG-070", "/never", SOON);
        refused("GW-LOG-070", "/drips", SOON);
        server.stop(0);
        refused("GW-LOG-070", "/tsr", LONG);
    }
}
