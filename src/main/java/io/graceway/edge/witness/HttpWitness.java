package io.graceway.edge.witness;

import io.graceway.audit.LogRefused;
import io.graceway.audit.witness.WitnessRound.Answer;
import io.graceway.audit.witness.WitnessRound.Way;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A witness that listens at an address of its own. */
public final class HttpWitness implements Way {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST_ANSWER = 16_384;

    private final URI address;
    private final Duration patience;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(PATIENCE).build();

    /** @param prefix what stands before {@code /add-checkpoint} */
    public HttpWitness(URI prefix) {
        this(prefix, PATIENCE);
    }

    HttpWitness(URI prefix, Duration patience) {
        this.address = URI.create(prefix.toString().replaceAll("/$", "") + "/add-checkpoint");
        this.patience = patience;
    }

    @Override
    public Answer ask(String submission) {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(patience)
                .POST(HttpRequest.BodyPublishers.ofString(submission)).build();
        try {
            HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            return new Answer(answer.statusCode(), text(answer.body()));
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(e);
        }
    }

    /** The client's own patience ends with the head of an answer; a body that drips must not keep the log waiting. */
    private String text(InputStream answer) throws IOException {
        AtomicBoolean late = new AtomicBoolean();
        try (InputStream body = answer) {
            CompletableFuture<Void> watch = CompletableFuture.runAsync(() -> end(body, late),
                    CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS));
            byte[] all = body.readNBytes(LONGEST_ANSWER);
            watch.cancel(false);
            if (late.get()) {
                throw new IOException("the answer does not end");
            }
            return new String(all, StandardCharsets.UTF_8);
        }
    }

    private static void end(InputStream body, AtomicBoolean late) {
        late.set(true);
        try {
            body.close();
        } catch (IOException e) {
            // Whoever reads it is told.
            return;
        }
    }

    private LogRefused unreachable(Exception cause) {
        return new LogRefused("GW-LOG-065", "the witness at " + address.getHost() + " cannot be reached: it will be "
                + "asked again with the next checkpoint", cause);
    }
}
