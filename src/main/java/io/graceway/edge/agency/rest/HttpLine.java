package io.graceway.edge.agency.rest;

import io.graceway.edge.agency.OwnFile;
import io.graceway.edge.agency.Tally;
import io.graceway.edge.agency.Trouble;
import io.graceway.edge.agency.window.HttpTrouble;
import io.graceway.journey.placement.MailboxFailure;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.IntPredicate;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The way to one agency's server: our key on each request, no redirect, no other host, an end to every wait. */
public final class HttpLine {

    private static final long BYTES_PER_SECOND = 32L << 10;

    private final RestTerms terms;
    private final String header;
    private final String before;
    private final HttpClient http;

    /** What is made of an answer, while it is read. */
    @FunctionalInterface
    public interface Reading<T> {

        T of(ClientHttpResponse response) throws IOException;
    }

    /**
     * @param header that carries our key
     * @param before what stands before the key there, such as {@code "Bearer "}
     */
    public HttpLine(RestTerms terms, String header, String before) {
        this.terms = terms;
        this.header = header;
        this.before = before;
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER).proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(terms.connectTimeout()).build();
    }

    /** @param bytes that are likely to go or come; they lengthen the time limit */
    public RestClient client(long bytes) {
        var factory = new JdkClientHttpRequestFactory(http);
        factory.setReadTimeout(terms.answerTimeout().plus(Duration.ofSeconds(bytes / BYTES_PER_SECOND)));
        return RestClient.builder().requestFactory(factory).build();
    }

    /**
     * Asks, and reads the answer when its status is a good one.
     *
     * @param doing what is tried, for the failure; no secret and no personal data
     */
    public <T> T asked(RestClient.RequestHeadersSpec<?> request, String doing, IntPredicate good, Reading<T> reading)
            throws MailboxFailure {
        var answer = new Object() {
            T read;
            MailboxFailure failure;
        };
        try {
            request.header(header, key()).exchange((sent, response) -> {
                int status = response.getStatusCode().value();
                if (good.test(status)) {
                    answer.read = reading.of(response);
                } else {
                    answer.failure = HttpTrouble.status(status, response.getHeaders().getFirst("Retry-After"), doing);
                }
                return null;
            });
        } catch (RestClientException e) {
            throw broken(e, doing);
        }
        if (answer.failure != null) {
            throw answer.failure;
        }
        return answer.read;
    }

    private MailboxFailure broken(RestClientException e, String doing) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof Tally.TooMuch) {
                return Trouble.TOO_BIG.at(doing, t);
            } else if (t instanceof OwnFile.Failure) {
                return Trouble.OWN_FILE.at(doing, t);
            }
        }
        return HttpTrouble.line(e, doing + " at " + terms.place());
    }

    private String key() throws MailboxFailure {
        char[] token = terms.token().get();
        if (token == null || token.length == 0) {
            throw Trouble.OWN_KEY.at("token for " + terms.place());
        }
        String key = before + new String(token);
        Arrays.fill(token, '\0');
        return key;
    }
}
