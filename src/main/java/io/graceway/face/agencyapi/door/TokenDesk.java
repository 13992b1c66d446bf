package io.graceway.face.agencyapi.door;

import io.graceway.face.agencyapi.wire.Problem;
import io.graceway.face.agencyapi.wire.Refused;
import io.graceway.face.agencyapi.wire.Reply;
import io.graceway.face.web.Attempts;
import io.graceway.face.web.ClientAddress;
import io.graceway.journey.account.Ids;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Gives tokens for secrets: RFC 6749, client credentials. */
public final class TokenDesk {

    static final Duration LIFE = Duration.ofMinutes(15);
    private static final int BYTES = 32;

    /** Told of tokens and of refusals, for the routing log. */
    @FunctionalInterface
    public interface Ear {

        /** @param what {@code login} or {@code refused-login} */
        void told(String agency, String what);
    }

    /** @param id of the agency, as it says */
    private record Said(String id, String secret) {
    }

    private final Doorkeeper doorkeeper;
    private final Attempts attempts;
    private final TokenBook tokens;
    private final Clock clock;
    private final Ear ear;
    private final SecureRandom random = new SecureRandom();

    public TokenDesk(Doorkeeper doorkeeper, Attempts attempts, TokenBook tokens, Clock clock, Ear ear) {
        this.doorkeeper = doorkeeper;
        this.attempts = attempts;
        this.tokens = tokens;
        this.clock = clock;
        this.ear = ear;
    }

    /** A secret or a token that nobody can guess. */
    public static String random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public Reply give(HttpServletRequest request) {
        Optional<Said> said = said(request);
        String knocker = knocker(request, said);
        if (attempts.areTooMany(knocker)) {
            throw new Refused(Problem.TOO_OFTEN).retryAfter(Attempts.WINDOW.toSeconds());
        }
        if (request.getQueryString() != null || once(request, "grant_type").isEmpty()) {
            return refusal(400, "invalid_request", "one grant_type is needed, in the body and not in the address");
        }
        if (!once(request, "grant_type").get().equals("client_credentials")) {
            return refusal(400, "unsupported_grant_type", "only client_credentials");
        }
        Optional<TokenBook.Holder> holder = said.flatMap(one -> doorkeeper.holder(one.id, one.secret));
        if (holder.isEmpty()) {
            attempts.add(knocker);
            said.map(Said::id).filter(doorkeeper::knows).ifPresent(id -> ear.told(id, "refused-login"));
            return refusal(401, "invalid_client", "id and secret do not fit")
                    .with(Map.of("WWW-Authenticate", "Basic realm=\"agency\""));
        }
        return issue(holder.get());
    }

    /** Who knocks with one id keeps nobody else waiting, also where many come through one front end. */
    private static String knocker(HttpServletRequest request, Optional<Said> said) {
        return ClientAddress.of(request) + "/" + said.map(Said::id).filter(id -> id.matches("[A-Za-z0-9-]{1,64}"))
                .orElse("");
    }

    private Reply issue(TokenBook.Holder holder) {
        String token = random(random);
        tokens.forget(clock.instant());
        tokens.issue(Ids.hex(token), holder, clock.instant().plus(LIFE));
        ear.told(holder.agency(), "login");
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("access_token", token);
        said.put("token_type", "Bearer");
        said.put("expires_in", LIFE.toSeconds());
        return Reply.json(200, said);
    }

    private static Optional<Said> said(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null) {
            return once(request, "client_id").flatMap(id -> once(request, "client_secret")
                    .map(secret -> new Said(id, secret)));
        }
        try {
            String pair = header.regionMatches(true, 0, "Basic ", 0, 6) ? new String(Base64.getDecoder()
                    .decode(header.substring(6).strip()), StandardCharsets.UTF_8) : "";
            int colon = pair.indexOf(':');
            return colon < 1 ? Optional.empty() : Optional.of(new Said(pair.substring(0, colon),
                    pair.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> once(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null || values.length != 1 ? Optional.empty() : Optional.of(values[0]);
    }

    private static Reply refusal(int status, String error, String why) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("error", error);
        said.put("error_description", why);
        return Reply.json(status, said);
    }
}
