package io.graceway.face.agencyapi.door;

import io.graceway.face.agencyapi.wire.Problem;
import io.graceway.face.agencyapi.wire.Refused;
import io.graceway.journey.account.Ids;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whose request it is. */
public final class Doorkeeper {

    /** 256 bits of chance, in Base64 for addresses. */
    static final String SECRET = "[A-Za-z0-9_-]{43}";
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(" + SECRET + ")");
    private static final Client NOBODY = new Client("", List.of(new Client.Secret("", LocalDate.MAX)), false, 0);

    private final Map<String, Client> clients;
    private final TokenBook tokens;
    private final Clock clock;
    private final Pace pace;

    /** @param clients by agency id */
    public Doorkeeper(Map<String, Client> clients, TokenBook tokens, Clock clock) {
        this.clients = Map.copyOf(clients);
        this.tokens = tokens;
        this.clock = clock;
        this.pace = new Pace(clock);
    }

    /** The agency whose token the request has. */
    public Client admit(HttpServletRequest request) {
        Client client = token(request).flatMap(token -> tokens.holder(Ids.hex(token), clock.instant()))
                .flatMap(this::client)
                .orElseThrow(() -> new Refused(Problem.TOKEN).header("WWW-Authenticate", "Bearer"));
        keepPace(client);
        return client;
    }

    private void keepPace(Client client) {
        long wait = pace.take(client.agency(), client.perMinute());
        if (wait > 0) {
            throw new Refused(Problem.TOO_OFTEN).retryAfter(wait);
        }
    }

    private static Optional<String> token(HttpServletRequest request) {
        Matcher header = BEARER.matcher(Optional.ofNullable(request.getHeader("Authorization")).orElse(""));
        return header.matches() ? Optional.of(header.group(1)) : Optional.empty();
    }

    /** A secret that is taken out of the configuration takes its tokens with it. */
    private Optional<Client> client(TokenBook.Holder holder) {
        return Optional.ofNullable(clients.get(holder.agency())).filter(client -> client.secrets().stream()
                .anyMatch(one -> one.counts(today()) && one.sha256().equals(holder.secret())));
    }

    /** Who has that secret: the same work whether the agency exists or not. */
    Optional<TokenBook.Holder> holder(String agency, String secret) {
        String hash = Ids.hex(secret);
        Client client = clients.getOrDefault(agency, NOBODY);
        boolean known = false;
        for (Client.Secret one : client.secrets()) {
            known |= one.counts(today()) & MessageDigest.isEqual(one.sha256().getBytes(StandardCharsets.US_ASCII),
                    hash.getBytes(StandardCharsets.US_ASCII));
        }
        if (!known || !secret.matches(SECRET)) {
            return Optional.empty();
        }
        keepPace(client);
        return Optional.of(new TokenBook.Holder(agency, hash));
    }

    public Clock clock() {
        return clock;
    }

    boolean knows(String agency) {
        return clients.containsKey(agency);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
