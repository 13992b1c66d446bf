package io.graceway.face.hook;

import io.graceway.face.hook.Proof.Genuine;
import io.graceway.face.hook.Proof.Sent;
import io.graceway.journey.writeback.hook.HookSecret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ways of proving that systems have; all compare everything, and each in the same time. */
public final class Proofs {

    /** How far a sender's clock and ours may lie apart. */
    static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int LONGEST_ID = 200;
    private static final JsonMapper JSON = new JsonMapper();

    private Proofs() {
    }

    /** The Standard Webhooks convention. */
    public static Proof standard(List<HookSecret> secrets) {
        return sent -> {
            String id = sent.headers().one("webhook-id");
            Optional<Long> seconds = seconds(sent.headers().one("webhook-timestamp"), sent.at());
            String header = sent.headers().one("webhook-signature");
            boolean genuine = false;
            for (HookSecret one : secrets) {
                genuine |= one.signed(header, id, seconds.orElse(0L), sent.body());
            }
            return genuine && seconds.isPresent() && !id.isEmpty() ? genuine(Optional.of(id)) : Optional.empty();
        };
    }

    /** The header {@code Stripe-Signature}; the whole secret is the key. */
    public static Proof stripe(List<String> secrets) {
        return stamped("Stripe-Signature", secrets.stream().map(Proofs::bytes).toList());
    }

    /**
     * {@code t=} a moment and {@code v1=} HMAC-SHA256 of moment, dot and body, in hex or Base64, in one header; the
     * event's id stands in the body.
     */
    public static Proof stamped(String header, List<byte[]> keys) {
        return sent -> {
            List<String[]> parts = Arrays.stream(sent.headers().one(header).split(","))
                    .map(one -> one.strip().split("=", 2)).filter(one -> one.length == 2).toList();
            List<String> moments = values(parts, "t");
            String moment = moments.size() == 1 ? moments.get(0) : "";
            boolean genuine = false;
            for (byte[] key : keys) {
                byte[] ours = HookSecret.hmac(key, bytes(moment + "."), sent.body());
                for (String theirs : values(parts, "v1")) {
                    genuine |= same(HexFormat.of().formatHex(ours), theirs);
                    genuine |= same(Base64.getEncoder().encodeToString(ours), theirs);
                }
            }
            return genuine && seconds(moment, sent.at()).isPresent() ? genuine(id(sent.body())) : Optional.empty();
        };
    }

    private static List<String> values(List<String[]> parts, String name) {
        return parts.stream().filter(one -> one[0].equals(name)).map(one -> one[1]).toList();
    }

    /** How a signature of the body stands in a header. */
    public record Spelling(String header, String prefix, boolean base64, String eventHeader) {

        String of(byte[] hmac) {
            return prefix + (base64 ? Base64.getEncoder().encodeToString(hmac) : HexFormat.of().formatHex(hmac));
        }
    }

    /** HMAC-SHA256 of the body in some header. */
    public static Proof hmac(Spelling spelling, List<String> secrets) {
        return sent -> {
            String theirs = sent.headers().one(spelling.header());
            boolean genuine = false;
            for (String secret : secrets) {
                genuine |= same(spelling.of(HookSecret.hmac(bytes(secret), sent.body())), theirs);
            }
            return genuine ? genuine(event(sent, spelling.eventHeader())) : Optional.empty();
        };
    }

    private static Optional<String> event(Sent sent, String header) {
        return Optional.ofNullable(header).map(name -> sent.headers().one(name)).filter(id -> !id.isEmpty());
    }

    /** Some header that has one of these values: a shared token, or a basic login. */
    public static Proof shared(String header, List<String> values) {
        return sent -> {
            String theirs = sent.headers().one(header);
            boolean genuine = false;
            for (String ours : values) {
                genuine |= same(ours, theirs);
            }
            return genuine ? genuine(Optional.empty()) : Optional.empty();
        };
    }

    private static Optional<Genuine> genuine(Optional<String> event) {
        return Optional.of(new Genuine(event.filter(id -> id.length() <= LONGEST_ID)));
    }

    private static Optional<Long> seconds(String text, Instant now) {
        if (!text.matches("\\d{1,11}")) {
            return Optional.empty();
        }
        long seconds = Long.parseLong(text);
        return Math.abs(now.getEpochSecond() - seconds) <= WINDOW.toSeconds() ? Optional.of(seconds) : Optional.empty();
    }

    private static Optional<String> id(byte[] body) {
        try {
            JsonNode id = JSON.readTree(body).get("id");
            return id == null || !id.isString() || id.asString().isEmpty() ? Optional.empty()
                    : Optional.of(id.asString());
        } catch (JacksonException e) {
            // It is genuine nevertheless: somebody there wants us to look.
            return Optional.empty();
        }
    }

    private static boolean same(String ours, String theirs) {
        return MessageDigest.isEqual(bytes(ours), bytes(theirs));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
