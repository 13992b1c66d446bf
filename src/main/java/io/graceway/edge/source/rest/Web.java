package io.graceway.edge.source.rest;

import io.graceway.edge.source.call.Trouble;
import io.graceway.edge.source.call.Troubled;
import io.graceway.edge.source.rest.Template.Values;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
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

    Web(RestTerms terms, Pace pace, Clock clock) {
        this.terms = terms;
        this.pace = pace;
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER).proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(terms.line().connect()).build();
        this.tokens = new Tokens(terms, this, clock);
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
                if (call.empty().contains(answer.status())) {
                    return null;
                }
                if (isGood(call, answer)) {
                    return answer;
                }
                trouble = trouble(answer);
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
            boolean isBusy = status(answer) == 429 && attempt + 1 < TRIES;
            if (!isBusy || !pace.waited(answer.header("Retry-After"), attempt)) {
                throw new Troubled(trouble(answer));
            }
        }
    }

    private boolean isGood(Call call, Answer answer) {
        return call.isExpected(answer.status()) && !isFault(answer);
    }

    private boolean isFault(Answer answer) {
        return terms.fault().at() != null && Json.at(answer.tree(), terms.fault().at()) != null;
    }

    /** What the answer means, as a status: a fault that comes with success is a refusal like any other. */
    private int status(Answer answer) {
        boolean isGood = answer.status() <= 299;
        if (isGood && !isFault(answer)) {
            return answer.status();
        }
        String said = terms.faultCode() == null ? null : Json.text(answer.tree(), terms.faultCode());
        Integer means = said == null ? null : terms.fault().means().get(said);
        return means != null ? means : isGood ? 400 : answer.status();
    }

    private Trouble trouble(Answer answer) {
        String said = terms.faultCode() == null ? null : Json.text(answer.tree(), terms.faultCode());
        boolean isPlain = said != null && said.matches("[A-Za-z0-9_.:-]{1,40}");
        int status = status(answer);
        return Trouble.of(status <= 299 ? 400 : status, isPlain ? "code " + said : "");
    }

    /** Lets us in, once: what refuses us is not asked a second time. */
    Answer entry(Call call, Values values) {
        pace.step();
        Answer answer = sent(request(call, address(call, values), values));
        if (!isGood(call, answer)) {
            throw new Troubled(trouble(answer));
        }
        return answer;
    }

    private URI address(Call call, Values given) {
        Values values = known(given);
        StringBuilder address = new StringBuilder(terms.base().toString().replaceFirst("/+$", ""))
                .append(call.path(values));
        char before = '?';
        for (var one : call.query().entrySet()) {
            String value = Template.text(one.getValue(), values);
            if (!value.isEmpty()) {
                address.append(before).append(Template.encoded(one.getKey()).replace("%24", "$")).append('=')
                        .append(Template.encoded(value));
                before = '&';
            }
        }
        return URI.create(address.toString());
    }

    private Answer once(Call call, URI address, Values values) {
        pace.step();
        Answer answer = sent(request(call, address, values));
        // A token that ended on the way: nothing was done, so the same is asked with a new one.
        return status(answer) == 401 && tokens.renewed() ? sent(request(call, address, values)) : answer;
    }

    /** With what every call knows by the login. */
    private Values known(Values values) {
        return name -> {
            String value = values.of(name);
            return value == null ? tokens.known(name) : value;
        };
    }

    private HttpRequest.Builder request(Call call, URI address, Values given) {
        Values values = known(given);
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept", "application/json");
        tokens.now().ifPresent(one -> request.header("Authorization", one));
        terms.headers().forEach(request::setHeader);
        call.headers().forEach((name, value) -> request.setHeader(name, Template.text(value, values)));
        if (call.body() == null) {
            return request.method(call.method(), BodyPublishers.noBody());
        }
        String type = Form.type(terms.headers(), call.headers());
        return request.setHeader("Content-Type", type).method(call.method(),
                BodyPublishers.ofByteArray(Form.body(type, Template.tree(call.body(), values))));
    }

    /** Sends it as it is; the whole answer has to be there in time. */
    Answer sent(HttpRequest.Builder request) {
        Duration longest = terms.line().receive();
        CompletableFuture<HttpResponse<byte[]>> coming = http.sendAsync(request.timeout(longest).build(),
                head -> new CappedBody(terms.mostBytes()));
        try {
            return Answer.of(coming.get(longest.toMillis(), TimeUnit.MILLISECONDS));
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
