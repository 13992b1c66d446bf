package io.graceway.face.agencyapi.door;

import io.graceway.face.agencyapi.wire.Problem;
import io.graceway.face.agencyapi.wire.Refused;
import io.graceway.journey.account.Ids;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whose request it is. */
public final class Doorkeeper {

    /** 256 bits of chance, in Base64 for addresses. */
    static final String SECRET = "[A-Za-z0-9_-]{43}";
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(" + SECRET + ")");
    private static final Client NOBODY = new Client("", List.of(new Client.Secret("", LocalDate.MAX)), List.of(),
            false, 0);

    private final Map<String, Client> clients;
    private final TokenBook tokens;
    private final Clock clock;
    private final Pace pace;
    private final FrontEnd frontEnd;
    private final TokenDesk.Ear ear;
    private final Map<String, Instant> told = new ConcurrentHashMap<>();

    /** @param clients by agency id; @param ear told of an agency that comes by certificate, as often as of a token */
    public Doorkeeper(Map<String, Client> clients, TokenBook tokens, FrontEnd frontEnd, TokenDesk.Ear ear,
                      Clock clock) {
        this.frontEnd = frontEnd;
        this.ear = ear;
        this.clients = Map.copyOf(clients);
        this.tokens = tokens;
        this.clock = clock;
        this.pace = new Pace(clock);
    }

    /** The agency whose token or certificate the request has; never one that says two things of itself. */
    public Client admit(HttpServletRequest request) {
        Optional<Client> shown = frontEnd.certificate(request, clock.instant()).flatMap(this::owner);
        Optional<Client> said = request.getHeader("Authorization") == null ? shown
                : shown.isPresent() ? Optional.empty()
                : token(request).flatMap(token -> tokens.holder(Ids.hex(token), clock.instant())).flatMap(this::client);
        Client client = said.orElseThrow(() -> new Refused(Problem.TOKEN).header("WWW-Authenticate", "Bearer"));
        keepPace(client);
        return client;
    }

    private Optional<Client> owner(String print) {
        Optional<Client> owner = clients.values().stream().filter(client -> client.certificates().stream()
                .anyMatch(one -> one.counts(today()) && one.sha256().equals(print))).findFirst();
        owner.ifPresent(client -> told.compute(print, (any, before) -> {
            if (before != null && before.plus(TokenDesk.LIFE).isAfter(clock.instant())) {
                return before;
            }
            ear.told(client.agency(), "login");
            return clock.instant();
        }));
        return owner;
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
