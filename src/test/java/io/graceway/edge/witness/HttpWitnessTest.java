package io.graceway.edge.witness;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.audit.LogRefused;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HttpWitnessTest {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n";

    /** Every publishing of the log waits for its witnesses. */
    @Test
    @Timeout(60)
    void a_witness_whose_answer_does_not_end_is_left_for_the_next_time() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> drips = CompletableFuture.runAsync(() -> drip(server));
            HttpWitness witness = new HttpWitness(URI.create("http://127.0.0.1:" + server.getLocalPort()),
                    Duration.ofMillis(500));
            assertThatThrownBy(() -> witness.ask("old 0\n")).isInstanceOf(LogRefused.class)
                    .hasMessageStartingWith("GW-LOG-065 ");
            drips.join();
            assertThat(drips).isCompleted();
        }
    }

    /** A byte now and then, until nobody listens any more. */
    private static void drip(ServerSocket server) {
        try (Socket line = server.accept(); OutputStream out = line.getOutputStream()) {
            out.write(HEAD.getBytes(US_ASCII));
            for (int i = 0; i < 999; i++) {
                out.write('a');
                out.flush();
                Thread.sleep(50);
            }
        } catch (IOException | InterruptedException e) {
            // Whoever asked has hung up.
            return;
        }
    }
}
