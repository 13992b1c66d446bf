package io.graceway.wiring.config;

import io.graceway.face.hook.Proof;
import io.graceway.face.hook.Proofs;
import io.graceway.face.hook.Proofs.Spelling;
import io.graceway.journey.writeback.hook.HookSecret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** How a source proves that what comes to {@code /hooks/<source>} is its own: one of the five. */
public record HookSource(Shared standard, Shared stripe, Hmac hmac, Token token, Basic basic) {

    /** @param oldSecret counts too while the source changes over */
    public record Shared(String secret, String oldSecret) {

        /** Whichever counts today. */
        public List<String> both() {
            return Stream.of(secret, oldSecret).filter(Objects::nonNull).toList();
        }

        @Override
        public String toString() {
            return "Shared[...]";
        }
    }

    /**
     * HMAC-SHA256 of the body.
     *
     * @param encoding    {@code hex} or {@code base64}
     * @param prefix      what stands before it, such as {@code sha256=}
     * @param eventHeader header with the event's id; absent where there is none
     */
    public record Hmac(String header, String secret, String oldSecret, String encoding, String prefix,
                       String eventHeader) {

        @Override
        public String toString() {
            return "Hmac[" + header + "]";
        }
    }

    /** A secret as it is, in a header. */
    public record Token(String header, String secret, String oldSecret) {

        @Override
        public String toString() {
            return "Token[" + header + "]";
        }
    }

    /** HTTP Basic. */
    public record Basic(String user, String password) {

        @Override
        public String toString() {
            return "Basic[" + user + "]";
        }
    }

    /** @throws IllegalArgumentException that says what was expected */
    public Proof proof() {
        if (standard != null) {
            return Proofs.standard(standard.both().stream().map(HookSecret::of).toList());
        }
        if (stripe != null) {
            return Proofs.stripe(stripe.both());
        }
        if (hmac != null) {
            return Proofs.hmac(new Spelling(hmac.header, hmac.prefix == null ? "" : hmac.prefix, "base64".equals(
                    hmac.encoding), hmac.eventHeader), new Shared(hmac.secret, hmac.oldSecret).both());
        }
        return token != null ? Proofs.shared(token.header, new Shared(token.secret, token.oldSecret).both())
                : Proofs.shared("Authorization", List.of("Basic " + Base64.getEncoder().encodeToString(
                (basic.user + ":" + basic.password).getBytes(StandardCharsets.UTF_8))));
    }
}
