package io.graceway.edge.source.rest;

import io.graceway.edge.source.call.Trouble;
import io.graceway.edge.source.call.Troubled;
import io.graceway.edge.source.rest.Template.Values;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What we show to be let in; a token is asked for when it is needed, and again when it ends. */
final class Tokens {

    /** So long before its end a token is not used any more. */
    private static final long SPARE_SECONDS = 30;

    /** As far apart both clocks may be before we say that they are. */
    private static final Duration APART = Duration.ofMinutes(2);

    private final RestTerms terms;
    private final RestTerms.Login login;
    private final Web web;
    private final Clock clock;
    private String token = "";
    private Instant until = Instant.MAX;
    private Map<String, String> kept = Map.of();

    Tokens(RestTerms terms, Web web, Clock clock) {
        this.terms = terms;
        this.login = terms.login();
        this.web = web;
        this.clock = clock;
    }

    /** The value of the header Authorization, where there is one. */
    synchronized Optional<String> now() {
        if (login == null || login.call() != null) {
            return Optional.empty();
        }
        if (login.user() != null) {
            String both = login.user() + ":" + (login.password() == null ? "" : login.password());
            return Optional.of("Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
        }
        if (login.oauth2() == null) {
            return Optional.ofNullable(login.bearer()).map("Bearer "::concat);
        }
        if (token.isEmpty() || !clock.instant().isBefore(until)) {
            fetch(login.oauth2());
        }
        return Optional.of("Bearer " + token);
    }

    /** After it was refused: whether there will be another one. */
    synchronized boolean renewed() {
        token = "";
        kept = Map.of();
        return login != null && (login.oauth2() != null || login.call() != null);
    }

    /** What a call knows by the login, which is made when something of it is needed; null for any other name. */
    synchronized String known(String name) {
        if (login == null || login.call() == null || !login.names().contains(name)) {
            return null;
        }
        if (name.equals("user") || name.equals("password")) {
            return name.equals("user") ? login.user() : login.password();
        }
        if (kept.isEmpty()) {
            Answer answer = web.entry(login.call(), this::known);
            List<Map<String, String>> rows = RowsIn.of(answer.tree(), login.call().at());
            Map<String, String> given = RowsIn.kept(rows == null || rows.isEmpty() ? Map.of() : rows.get(0),
                    login.call());
            // Where a service says false instead of refusing, nobody was let in.
            if (given.values().stream().anyMatch(one -> one.isEmpty() || one.equals("false"))) {
                throw new Troubled(new Trouble(Trouble.What.CUT, "GW-SRC-072", "the service does not let us in; look at"
                        + " user and password"));
            }
            kept = given;
        }
        return kept.get(name);
    }

    /** With a signature for one request, where requests are signed. */
    Values signed(Values given) {
        return login == null || login.signed() == null ? given : Values.of(login.signed().now(clock), given);
    }

    /** What a refusal means to us: a signature may be refused only because of the time in it. */
    Trouble told(Answer answer) {
        Trouble trouble = answer.trouble(terms);
        if (login == null || login.signed() == null || answer.means(terms) != 401) {
            return trouble;
        }
        try {
            Duration apart = Duration.between(clock.instant(), ZonedDateTime.parse(answer.header("Date"),
                    DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
            return apart.abs().compareTo(APART) <= 0 ? trouble : new Trouble(trouble.what(), "GW-SRC-140",
                    trouble.hint() + "; our clock is " + apart.abs().toSeconds() + " seconds " + (apart.isNegative()
                    ? "ahead of" : "behind") + " the service's, and the signature has the time in it");
        } catch (DateTimeException e) {
            return trouble;
        }
    }

    private void fetch(RestTerms.OAuth2 terms) {
        StringBuilder form = new StringBuilder("grant_type=client_credentials&client_id=")
                .append(Template.encoded(terms.client())).append("&client_secret=")
                .append(Template.encoded(terms.secret()));
        if (terms.scope() != null) {
            form.append("&scope=").append(Template.encoded(terms.scope()));
        }
        if (terms.audience() != null) {
            form.append("&audience=").append(Template.encoded(terms.audience()));
        }
        Answer answer = web.sent(HttpRequest.newBuilder(terms.token()).header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
        String given = Json.text(answer.tree(), "access_token");
        if (answer.status() != 200 || given == null || !given.matches("[\\x21-\\x7e]+")) {
            throw new Troubled(new Trouble(answer.status() == 503 || answer.status() == 429 ? Trouble.What.LATER
                    : Trouble.What.CUT, "GW-SRC-072", "no token is given to us (HTTP " + answer.status()
                    + "); look at client, secret and scope"));
        }
        String seconds = Json.text(answer.tree(), "expires_in");
        token = given;
        until = seconds == null || !seconds.matches("[0-9]{1,9}") ? Instant.MAX
                : clock.instant().plusSeconds(Math.max(1, Long.parseLong(seconds) - SPARE_SECONDS));
    }
}
