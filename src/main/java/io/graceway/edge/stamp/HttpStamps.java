package io.graceway.edge.stamp;

import io.graceway.audit.LogRefused;
import io.graceway.audit.stamp.StampRound.Way;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A time stamp authority at an address that the house named; a redirect is an answer like any other. */
public final class HttpStamps implements Way {

    /** A stamp with its certificates has some thousand bytes. */
    private static final int LONGEST_ANSWER = 60_000;

    private final URI address;
    private final String authorization;
    private final Duration patience;
    private final HttpClient http;

    /**
     * @param user     absent where anybody may ask
     * @param patience from the question to the last byte of the answer
     */
    public HttpStamps(URI address, String user, String password, Duration patience) {
        this.address = address;
        this.authorization = user == null ? "" : "Basic " + Base64.getEncoder().encodeToString((user + ":" + password)
                .getBytes(StandardCharsets.UTF_8));
        this.patience = patience;
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(patience).build();
    }

    @Override
    public byte[] ask(byte[] question) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(patience)
                .header("content-type", "application/timestamp-query")
                .header("accept", "application/timestamp-reply")
                .POST(HttpRequest.BodyPublishers.ofByteArray(question));
        if (!authorization.isEmpty()) {
            request.header("authorization", authorization);
        }
        try {
            return read(http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(e);
        }
    }

    private byte[] read(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream body = answer.body()) {
            // The client's own patience ends with the head: who drips the rest would keep us for ever.
            CompletableFuture<Void> watch = CompletableFuture.runAsync(() -> end(body),
                    CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS));
            byte[] bytes = body.readNBytes(LONGEST_ANSWER + 1);
            if (!watch.cancel(false)) {
                throw new IOException("the answer does not end");
            }
            if (answer.statusCode() != 200 || bytes.length > LONGEST_ANSWER) {
                throw new LogRefused("GW-LOG-071", "the time stamp authority at " + address.getHost() + " answered "
                        + answer.statusCode() + (bytes.length > LONGEST_ANSWER ? " and too much" : "")
                        + ": it is asked again later; look at its address and at what it lets you ask");
            }
            return bytes;
        }
    }

    private static void end(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            // It is of no use any more, whatever became of it.
            return;
        }
    }

    private LogRefused unreachable(Exception cause) {
        return new LogRefused("GW-LOG-070", "the time stamp authority at " + address.getHost() + " cannot be reached "
                + "or does not answer in time: it is asked again later, and nothing waits for it", cause);
    }
}
