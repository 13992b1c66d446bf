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

/** A witness that listens at an address of its own. */
public final class HttpWitness implements Way {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST_ANSWER = 16_384;

    private final URI address;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(PATIENCE).build();

    /** @param prefix what stands before {@code /add-checkpoint} */
    public HttpWitness(URI prefix) {
        this.address = URI.create(prefix.toString().replaceAll("/$", "") + "/add-checkpoint");
    }

    @Override
    public Answer ask(String submission) {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(submission)).build();
        try {
            HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                return new Answer(answer.statusCode(), new String(body.readNBytes(LONGEST_ANSWER),
                        StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(e);
        }
    }

    private LogRefused unreachable(Exception cause) {
        return new LogRefused("GW-LOG-065", "the witness at " + address.getHost() + " cannot be reached: it will be "
                + "asked again with the next checkpoint", cause);
    }
}
