package io.graceway.edge.agency.calls;

import io.graceway.edge.agency.Tally;
import io.graceway.edge.agency.Trouble;
import io.graceway.edge.agency.rest.HttpLine;
import io.graceway.edge.agency.rest.RestTerms;
import io.graceway.journey.placement.MailboxFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The calls themselves; what an answer means is for others to say. */
final class CallDoor {

    /** Numbers stay as they are written, to the last zero. */
    static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(tools.jackson.core.StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

    private static final long MOST_BYTES = 16L << 20;
    private static final int NOT_FOUND = 404;
    private static final int LATER = 429;
    private static final int MOST_WAITS = 5;
    private static final long MOST_SECONDS = 60;

    private final RestTerms terms;
    private final HttpLine line;
    private final Consumer<Duration> pause;

    /** @param status of which only those come that say something about what was asked */
    record Answer(int status, JsonNode body, String retryAfter) {

        boolean isDone() {
            return status / 100 == 2;
        }
    }

    CallDoor(CallTerms terms) {
        this.terms = terms.rest();
        this.line = new HttpLine(terms.rest(), terms.plan().header(), "");
        this.pause = terms.pause();
    }

    /** Empty when it is known that nothing is there. */
    Optional<JsonNode> get(String path, String doing) throws MailboxFailure {
        Answer answer = asked(() -> line.client(0).get().uri(terms.at(path)), doing);
        if (answer.status == NOT_FOUND) {
            return Optional.empty();
        }
        if (!answer.isDone()) {
            throw Trouble.UNEXPECTED.at(doing + " (HTTP " + answer.status + ")");
        }
        return Optional.of(answer.body);
    }

    /** @param once header and value by which the agency knows the same request again; empty for none */
    Answer post(String path, Map<String, String> once, JsonNode body, String doing) throws MailboxFailure {
        byte[] bytes = JSON.writeValueAsBytes(body);
        return asked(() -> line.client(bytes.length).post().uri(terms.at(path)).headers(all -> once.forEach(all::set))
                .contentType(MediaType.APPLICATION_JSON).body(bytes), doing);
    }

    /** Sends a form with one file. */
    Answer send(String path, Map<String, String> fields, String name, Path file, String doing) throws MailboxFailure {
        LinkedMultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        fields.forEach(form::add);
        form.add(name, new FileSystemResource(file));
        return asked(() -> line.client(file.toFile().length()).post().uri(terms.at(path))
                .contentType(MediaType.MULTIPART_FORM_DATA).body(form), doing);
    }

    private interface Asking {

        RestClient.RequestHeadersSpec<?> request();
    }

    /** Who is told to come later did nothing yet, and may ask the same again. */
    private Answer asked(Asking asking, String doing) throws MailboxFailure {
        for (int waits = 0; ; waits++) {
            Answer answer = line.asked(asking.request().header(HttpHeaders.ACCEPT, "application/json"), doing,
                    CallDoor::saysSomething, CallDoor::read);
            if (answer.status != LATER) {
                return answer;
            }
            String after = String.valueOf(answer.retryAfter);
            long seconds = after.matches("[0-9]{1,6}") ? Long.parseLong(after) : 1;
            if (waits >= MOST_WAITS || seconds > MOST_SECONDS) {
                throw Trouble.BUSY.at(doing + " (HTTP 429, come again in " + seconds + " s)");
            }
            pause.accept(Duration.ofSeconds(Math.max(1, seconds)));
        }
    }

    private static boolean saysSomething(int status) {
        return status / 100 == 2 || status == 400 || status == NOT_FOUND || status == 409 || status == 413
                || status == 415 || status == 422 || status == LATER;
    }

    private static Answer read(ClientHttpResponse response) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (InputStream in = response.getBody()) {
            Tally.copy(in, body, MOST_BYTES, () -> { });
        }
        int status = response.getStatusCode().value();
        JsonNode read = read(body.toByteArray());
        // Why something is refused may be said in any words; what was done must be read.
        if (status / 100 == 2 && body.size() > 0 && read.isMissingNode()) {
            throw new IOException("not JSON");
        }
        return new Answer(status, read, response.getHeaders().getFirst("Retry-After"));
    }

    /** Missing where it is not JSON, or nothing. */
    static JsonNode read(byte[] body) {
        try {
            return body.length == 0 ? JSON.missingNode() : JSON.readTree(body);
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }
}
