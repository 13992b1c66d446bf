package io.graceway.edge.agency.rest;

import io.graceway.edge.agency.OwnFile;
import io.graceway.edge.agency.Tally;
import io.graceway.edge.agency.Trouble;
import io.graceway.edge.agency.window.Listed;
import io.graceway.edge.agency.window.Window;
import io.graceway.journey.placement.MailboxFailure;
import io.graceway.journey.placement.SealedFile;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The requests that an agency's REST mailbox understands, each with its limit of time and bytes. */
final class RestDoor implements Window {

    private static final long MOST_LIST_BYTES = 4L << 20;
    private static final JsonMapper JSON = new JsonMapper();

    private final RestTerms terms;
    private final HttpLine line;

    RestDoor(RestTerms terms) {
        this.terms = terms;
        this.line = new HttpLine(terms, HttpHeaders.AUTHORIZATION, "Bearer ");
    }

    @Override
    public Address address() {
        return new Address(terms.base().getHost(), terms.port(), terms.connectTimeout());
    }

    @Override
    public String login() {
        return "token";
    }

    @Override
    public List<Listed> delivered(String delivery) throws MailboxFailure {
        return list("deliveries/" + delivery);
    }

    @Override
    public List<Listed> answers() throws MailboxFailure {
        return list("answers");
    }

    private List<Listed> list(String path) throws MailboxFailure {
        var body = new ByteArrayOutputStream();
        get(path, body, MOST_LIST_BYTES, 0);
        try {
            List<Listed> listed = List.of(JSON.readValue(body.toByteArray(), Listed[].class));
            if (listed.stream().allMatch(Listed::isSound)) {
                return listed;
            }
            throw Trouble.UNEXPECTED.at("list of " + path);
        } catch (JacksonException | NullPointerException e) {
            throw Trouble.UNEXPECTED.at("list of " + path, e);
        }
    }

    @Override
    public Tally give(Listed answer, OutputStream to, long most) throws MailboxFailure {
        return get("answers/" + answer.name(), to, most, answer.size());
    }

    /** @param expected bytes that are likely to come; they lengthen the time limit */
    private Tally get(String path, OutputStream to, long most, long expected) throws MailboxFailure {
        var request = line.client(expected).get().uri(terms.at(path));
        return line.asked(request, "get " + path, Set.of(200)::contains, response -> {
            try (InputStream body = response.getBody()) {
                return Tally.copy(body, to, most, () -> { });
            }
        });
    }

    /** 201 when it is new, 200 when exactly this stood there already. */
    @Override
    public String hand(String delivery, SealedFile file) throws MailboxFailure {
        String path = "deliveries/" + delivery + "/" + file.name();
        var request = line.client(file.size()).put().uri(terms.at(path))
                .header("Idempotency-Key", path)
                .header("Content-Digest", contentDigest(file.sha256()))
                .header(HttpHeaders.CONTENT_TYPE, "application/octet-stream")
                .contentLength(file.size())
                .body((OutputStream out) -> {
                    try (InputStream content = OwnFile.read(file.path())) {
                        content.transferTo(out);
                    }
                });
        return "HTTP " + line.asked(request, "put " + path, Set.of(200, 201)::contains,
                response -> response.getStatusCode().value());
    }

    @Override
    public void remove(String answer) throws MailboxFailure {
        String path = "answers/" + answer;
        line.asked(line.client(0).method(HttpMethod.DELETE).uri(terms.at(path)), "delete " + path,
                Set.of(200, 204, 404)::contains, response -> null);
    }

    /** RFC 9530, in the form of structured fields. */
    static String contentDigest(String sha256) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256)) + ":";
    }
}
