package io.graceway.edge.source.rest;

import io.graceway.edge.source.call.Trouble;
import io.graceway.edge.source.call.Troubled;
import io.graceway.edge.source.envelope.XmlInput;
import io.graceway.edge.source.rest.Template.Values;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One request and its answer: with a limit of time and bytes, never to another place than the file names. */
final class Web {

    private static final int TRIES = 4;

    private final RestTerms terms;
    private final Pace pace;
    private final HttpClient http;
    private final Tokens tokens;
    private final Csrf csrf;
    private final XmlInput xml;

    Web(RestTerms terms, Pace pace, Clock clock, XmlInput xml) {
        this.terms = terms;
        this.xml = xml;
        this.pace = pace;
        HttpClient.Builder client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER).proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(terms.line().connect());
        if (terms.login() != null && terms.login().csrf() != null) {
            // The token holds for a session only, and that is known by its cookies.
            client.cookieHandler(new CookieManager());
        }
        this.http = client.build();
        this.tokens = new Tokens(terms, this, clock);
        this.csrf = new Csrf(terms, this);
    }

    /** Reads, which may be repeated as often as it takes. @return null where the answer says that there is nothing */
    Answer read(Call call, Values values) {
        return read(call, address(call, values), values);
    }

    /** The same at an address that an answer gave. */
    Answer read(Call call, URI address, Values values) {
        for (int attempt = 0; ; attempt++) {
            Trouble trouble;
            String retryAfter = "";
            try {
                Answer answer = once(call, address, values);
                if (call.empty().contains(answer.status()) || call.empty().contains(answer.means(terms))) {
                    return null;
                }
                if (isGood(call, answer)) {
                    return answer;
                }
                trouble = tokens.told(answer);
                retryAfter = answer.header("Retry-After");
            } catch (Troubled e) {
                trouble = e.trouble();
            }
            boolean passes = Set.of("GW-SRC-076", "GW-SRC-077", "GW-SRC-078").contains(trouble.code());
            if (!passes || attempt + 1 == TRIES || !pace.waited(retryAfter, attempt)) {
                throw new Troubled(trouble);
            }
        }
    }

    /** Writes, once; only what the service has certainly not taken is sent again. */
    Answer write(Call call, Values values) {
        for (int attempt = 0; ; attempt++) {
            Answer answer = once(call, address(call, values), values);
            boolean done = call.done().stream().anyMatch(one -> one.status() == answer.status()
                    && (one.at() == null || one.is().equals(Json.text(answer.tree(), one.at()))));
            if (done || isGood(call, answer)) {
                return answer;
            }
            boolean isBusy = answer.means(terms) == 429 && attempt + 1 < TRIES;
            if (!isBusy || !pace.waited(answer.header("Retry-After"), attempt)) {
                throw new Troubled(tokens.told(answer));
            }
        }
    }

    /** Waits a moment, longer every time. */
    boolean waited(int attempt) {
        return pace.waited("", attempt);
    }

    private boolean isGood(Call call, Answer answer) {
        return call.isExpected(answer.status()) && !answer.isFault(terms);
    }

    /** Reads what changes need, and changes nothing. */
    void rehearse() {
        csrf.of("POST");
    }

    /** A read below the base with one header more. */
    Answer get(String path, String header, String value) {
        return once(new Call("GET " + path, null, Map.of(header, value), null, null, null, null, null, null, null,
                null, null), URI.create(root() + path), any -> null);
    }

    /** Lets us in, once: what refuses us is not asked a second time. */
    Answer entry(Call call, Values values) {
        pace.step();
        Answer answer = sent(request(call, address(call, values), values));
        if (!isGood(call, answer)) {
            throw new Troubled(tokens.told(answer));
        }
        return answer;
    }

    private String root() {
        return terms.base().toString().replaceFirst("/+$", "");
    }

    /** An address as seen from the base. */
    String relative(URI address) {
        return address.toString().substring(root().length() + 1);
    }

    URI address(Call call, Values values) {
        return call.address(root(), known(values));
    }

    private Answer once(Call call, URI address, Values values) {
        pace.step();
        Answer answer = sent(request(call, address, values));
        // A token that ended on the way: nothing was done, so the same is asked with a new one.
        boolean again = answer.means(terms) == 401 && tokens.renewed() || csrf.isOver(answer);
        return again ? sent(request(call, address, values)) : answer;
    }

    /** With what every call knows by the login. */
    Values known(Values values) {
        return name -> {
            String value = values.of(name);
            return value == null ? tokens.known(name) : value;
        };
    }

    private HttpRequest.Builder request(Call call, URI address, Values given) {
        Values values = known(tokens.signed(given));
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept",
                terms.xml() == null ? "application/json" : "text/xml, application/xml");
        tokens.now().ifPresent(one -> request.header("Authorization", one));
        csrf.of(call.method()).ifPresent(one -> request.header(Csrf.HEADER, one));
        terms.headers().forEach(request::setHeader);
        call.headers().forEach((name, value) -> request.setHeader(name, Template.text(value, values)));
        if (call.body() == null) {
            return request.method(call.method(), BodyPublishers.noBody());
        }
        return request.setHeader("Content-Type", Form.type(terms, call)).method(call.method(),
                BodyPublishers.ofByteArray(Form.body(terms, call, values)));
    }

    /** Sends it as it is; the whole answer has to be there in time. */
    Answer sent(HttpRequest.Builder request) {
        Duration longest = terms.line().receive();
        CompletableFuture<HttpResponse<byte[]>> coming = http.sendAsync(request.timeout(longest).build(),
                head -> new CappedBody(terms.mostBytes()));
        try {
            return Answer.of(coming.get(longest.toMillis(), TimeUnit.MILLISECONDS), terms, xml);
        } catch (TimeoutException e) {
            coming.cancel(true);
            throw new Troubled(Trouble.of(new HttpTimeoutException("no whole answer in time")));
        } catch (ExecutionException e) {
            throw new Troubled(CappedBody.isTooLong(e) ? new Trouble(Trouble.What.CUT, "GW-SRC-083",
                    "the answer is longer than " + terms.mostBytes() + " bytes; ask for smaller pages")
                    : Trouble.of(e));
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new Troubled(Trouble.of(new IOException("interrupted")));
        }
    }
}
