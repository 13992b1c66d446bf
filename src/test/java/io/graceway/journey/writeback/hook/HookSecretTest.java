package io.graceway.journey.writeback.hook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The signature of the Standard Webhooks convention, by the values that its reference libraries publish. */
class HookSecretTest {

    // standard-webhooks 1.0.0, "sign function works" of the reference libraries.
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final long SECONDS = 1614265330;
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    // The same libraries' signature of nothing that we know.
    private static final String OTHER = "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=";

    private final HookSecret secret = HookSecret.of(SECRET);

    @Test
    void signs_as_the_reference_does() {
        assertThat(secret.signature(ID, SECONDS, BODY)).isEqualTo(SIGNATURE);
    }

    @Test
    void signs_with_every_secret_that_counts() {
        HookSecret old = HookSecret.of(HookSecret.text(new byte[24]));
        assertThat(HookSecret.signatures(List.of(old, secret), ID, SECONDS, BODY))
                .isEqualTo(old.signature(ID, SECONDS, BODY) + " " + SIGNATURE).contains(" ");
    }

    @ParameterizedTest
    @ValueSource(strings = {SIGNATURE, OTHER + " " + SIGNATURE, SIGNATURE + " " + OTHER,
        OTHER + " v2,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= " + SIGNATURE + " " + OTHER})
    void knows_its_own_among_several(String header) {
        assertThat(secret.signed(header, ID, SECONDS, BODY)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1", "v1,", "v1,g0hM9SsE", OTHER, "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", "v1,dawfeoifkpqwoekfpqoekf"})
    void takes_nothing_else_for_its_own(String header) {
        assertThat(secret.signed(header, ID, SECONDS, BODY)).isFalse();
    }

    @Test
    void another_id_moment_or_body_is_not_signed() {
        assertThat(secret.signed(SIGNATURE, ID + "x", SECONDS, BODY)).isFalse();
        assertThat(secret.signed(SIGNATURE, ID, SECONDS + 1, BODY)).isFalse();
        assertThat(secret.signed(SIGNATURE, ID, SECONDS, "{\"test\": 2432232315}".getBytes(UTF_8))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_c2hvcnQ=",
        "whsec_not Base64 at all!", "whsk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"})
    void what_is_no_secret_is_refused_and_not_repeated(String text) {
        assertThatThrownBy(() -> HookSecret.of(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("whsec_ and Base64 of 24 to 64 bytes")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("not Base64", "c2hvcnQ", "MfKQ"));
    }

    @Test
    void is_never_printed() {
        assertThat(secret.toString()).doesNotContain("MfKQ");
    }
}
