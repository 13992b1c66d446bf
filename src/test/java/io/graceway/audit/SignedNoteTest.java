package io.graceway.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the published example of Go's note package, whose key and signature are public. */
class SignedNoteTest {

    private static final String VKEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String SKEY = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String TEXT = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String PETER = "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2"
            + "pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private static final String ENOCH = "\u2014 EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ"
            + "5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";

    private final LogKey key = LogKey.parse(VKEY);

    @Test
    void signs_the_published_text_with_the_published_signature() {
        SigningKey peter = SigningKey.parse(SKEY);
        assertThat(new String(peter.sign(TEXT), UTF_8)).isEqualTo(TEXT + "\n" + PETER);
        assertThat(peter.verifier()).hasToString(VKEY);
    }

    @Test
    void opens_the_published_note_and_passes_over_other_signers() {
        assertThat(open(TEXT + "\n" + PETER)).isEqualTo(TEXT);
        assertThat(open(TEXT + "\n" + PETER + ENOCH)).isEqualTo(TEXT);
        assertThat(open(TEXT + "\n" + ENOCH + PETER)).isEqualTo(TEXT);
    }

    @Test
    void refuses_every_malformed_or_unsigned_note() {
        List<String> notes = List.of("", TEXT, TEXT + "\n", TEXT + "\n" + PETER.strip(), "\u0001" + TEXT + "\n" + PETER,
                TEXT + "\n" + ENOCH, TEXT + "\n" + PETER + "Unexpected line.\n", TEXT + "x\n" + PETER,
                TEXT + "\n" + PETER.replace("ZJku", "ZJkv"), TEXT + "\n" + PETER.replace("nAM=", "nAN="),
                TEXT + "\n" + PETER.replace("PeterNeumann", "CarmenSandiego"),
                TEXT + "\n" + PETER.substring(0, 60) + "ABCD" + PETER.substring(60),
                TEXT + "\n" + PETER + PETER.replace("ZJku", "ZJkv"), TEXT + "\r\n" + PETER);
        assertThat(notes).allSatisfy(note ->
                assertThatThrownBy(() -> open(note)).as(note).hasMessageStartingWith("GW-LOG-030 "));
    }

    @Test
    void refuses_a_note_that_is_not_utf8() {
        byte[] note = ("x" + TEXT + "\n" + PETER).getBytes(UTF_8);
        note[0] = (byte) 0xFF;
        assertThatThrownBy(() -> key.open(note)).hasMessageStartingWith("GW-LOG-030 ");
    }

    @Test
    void refuses_every_part_of_a_key_and_every_change_of_a_letter() {
        for (int from = 0; from <= VKEY.length(); from++) {
            for (int to = from; to <= VKEY.length(); to++) {
                if (to - from < VKEY.length()) {
                    assertRefused(VKEY.substring(from, to));
                }
            }
        }
        for (int i = 0; i < VKEY.length(); i++) {
            assertRefused(VKEY.substring(0, i) + (char) (VKEY.charAt(i) + 1) + VKEY.substring(i + 1));
        }
    }

    /** The last two are published as wrong: a key too long, and an unknown algorithm, each with a fitting id. */
    @ParameterizedTest
    @ValueSource(strings = {
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
        "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"})
    void refuses_a_key_that_only_looks_like_one(String vkey) {
        assertRefused(vkey);
    }

    private String open(String note) {
        return key.open(note.getBytes(UTF_8));
    }

    private static void assertRefused(String vkey) {
        assertThatThrownBy(() -> LogKey.parse(vkey)).as(vkey).isInstanceOf(LogRefused.class)
                .hasMessageStartingWith("GW-LOG-010 ");
    }
}
