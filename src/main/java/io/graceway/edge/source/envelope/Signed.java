package io.graceway.edge.source.envelope;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * That every call is signed with a secret which never leaves, by HMAC-SHA256 in Base64.
 *
 * @param key  the secret
 * @param text what is signed, with {@code {nonce}} and {@code {timestamp}} in it
 */
public record Signed(String key, String text) {

    /** What a call knows by it. */
    public static final Set<String> NAMES = Set.of("nonce", "timestamp", "signature");

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String NONCE = "{nonce}";
    private static final String TIMESTAMP = "{timestamp}";

    /** Refuses a text that would be the same for every call. */
    public void check() {
        if (!text.contains(NONCE) || !text.contains(TIMESTAMP)) {
            throw new IllegalArgumentException("what is signed has {nonce} and {timestamp} in it, or a call that was"
                    + " seen once could be sent again by others");
        }
    }

    /** New values for one call. */
    public Map<String, String> now(Clock clock) {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        String nonce = HexFormat.of().formatHex(random);
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signature = mac.doFinal(text.replace(NONCE, nonce).replace(TIMESTAMP, timestamp)
                    .getBytes(StandardCharsets.UTF_8));
            return Map.of("nonce", nonce, "timestamp", timestamp, "signature",
                    Base64.getEncoder().encodeToString(signature));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA256", e);
        }
    }

    /** Without the secret, and without what is signed, which names keys. */
    @Override
    public String toString() {
        return "Signed[]";
    }
}
