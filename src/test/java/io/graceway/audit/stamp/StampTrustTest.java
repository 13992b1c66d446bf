package io.graceway.audit.stamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.audit.LogRefused;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.bouncycastle.tsp.TimeStampRequest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only a stamp of just these bytes, in answer to just this question, by somebody trusted, is believed. */
class StampTrustTest {

    private static final byte[] NOTE = "log.example/acme\n3\nroot\n".getBytes(StandardCharsets.US_ASCII);
    private static final BigInteger NONCE = BigInteger.valueOf(1234567);

    @TempDir
    private static Path folder;
    private static OpensslTsa tsa;
    private static StampTrust trust;

    @BeforeAll
    static void authority() throws IOException {
        tsa = new OpensslTsa(folder.resolve("tsa"));
        trust = StampTrust.at(tsa.root(), "");
    }

    private static Stamp asked(StampTrust trust, UnaryOperator<byte[]> authority) {
        TimeStampRequest question = trust.question(NOTE, NONCE);
        try {
            return trust.answer(authority.apply(question.getEncoded()), question, NOTE);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void refused(String why, StampTrust trust, UnaryOperator<byte[]> authority) {
        assertThatThrownBy(() -> asked(trust, authority)).as(why).isInstanceOfSatisfying(LogRefused.class,
                e -> assertThat(e.code()).isEqualTo("GW-LOG-072")).hasMessageContaining(why);
    }

    private static byte[] question(byte[] about, BigInteger nonce) {
        try {
            return trust.question(about, nonce).getEncoded();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void another_implementation_s_stamp_is_believed_and_says_when_who_and_under_which_policy() throws IOException {
        Stamp stamp = asked(trust, tsa::reply);
        assertThat(Duration.between(stamp.at(), Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
        assertThat(stamp.by()).isEqualTo("CN=tsa,O=Example");
        assertThat(stamp.policy()).isEqualTo(OpensslTsa.POLICY);
        assertThat(stamp.serial()).matches("47\\d\\d");
        assertThat(asked(StampTrust.at(tsa.certificate(), OpensslTsa.POLICY + ".1"), tsa::reply).policy())
                .as("its own certificate will do, and the policy that is asked for is given")
                .isEqualTo(OpensslTsa.POLICY + ".1");
    }

    @Test
    void what_answers_another_question_is_not_believed() {
        refused("nonce", trust, any -> tsa.reply(question(NOTE, NONCE.add(BigInteger.ONE))));
        refused("different message imprint", trust, any -> tsa.reply(question(new byte[] {1}, NONCE)));
        byte[] kept = tsa.reply(question(NOTE, NONCE));
        assertThat(trust.verify(kept, NOTE)).isNotNull();
        assertThatThrownBy(() -> trust.verify(kept, new byte[] {1})).hasMessageContaining("stamps something else");
    }

    @Test
    void who_is_not_trusted_or_may_not_stamp_is_not_believed() throws IOException {
        OpensslTsa other = new OpensslTsa(folder.resolve("other"));
        refused("unable to find valid certification path", trust, other::reply);
        assertThat(asked(StampTrust.at(other.root(), ""), other::reply)).isNotNull();
        OpensslTsa expired = new OpensslTsa(folder.resolve("expired"), OpensslTsa.STAMPS, -1);
        refused("certificate", StampTrust.at(expired.root(), ""), expired::reply);
        refused("policy", StampTrust.at(tsa.root(), OpensslTsa.POLICY + ".1"), any -> tsa.reply(question(NOTE,
                NONCE)));
        refused("not granted", StampTrust.at(tsa.root(), "1.2.3"), tsa::reply);
    }

    @Test
    void a_stamp_that_was_altered_anywhere_is_no_other_stamp() throws IOException {
        byte[] good = tsa.reply(question(NOTE, NONCE));
        Stamp stamp = trust.verify(good, NOTE);
        for (int bit = 0; bit < good.length * 8; bit += 5) {
            byte[] bad = good.clone();
            bad[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                // What is not signed, such as a certificate that nobody needs, may change and proves the same.
                assertThat(trust.verify(bad, NOTE)).isEqualTo(stamp);
            } catch (LogRefused e) {
                assertThat(e.code()).isEqualTo("GW-LOG-072");
            }
        }
        refused("malformed", trust, any -> OpensslTsa.garbage());
        refused("", trust, any -> new byte[0]);
        Path empty = Files.writeString(folder.resolve("empty.pem"), "\n");
        assertThatThrownBy(() -> StampTrust.at(empty, "")).hasMessageContaining("GW-LOG-075");
        assertThatThrownBy(() -> StampTrust.at(folder.resolve("none.pem"), "")).hasMessageContaining("GW-LOG-075");
    }
}
