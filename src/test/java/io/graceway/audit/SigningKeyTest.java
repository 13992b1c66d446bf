package io.graceway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

    private static final String LOG = "gateway.example/routing-log";

    @TempDir
    Path folder;

    private final SecureRandom random = new SecureRandom();

    @Test
    void is_made_once_and_only_its_owner_can_read_it() throws IOException {
        Path file = folder.resolve("keys/log.skey");
        SigningKey made = SigningKey.at(file, LOG, random);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(SigningKey.at(file, LOG, random).verifier()).hasToString(made.verifier().toString());
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void two_nodes_that_start_together_end_with_one_key() {
        Path file = folder.resolve("log.skey");
        Set<String> keys = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 16).parallel()
                .forEach(i -> keys.add(SigningKey.at(file, LOG, random).verifier().toString()));
        assertThat(keys).hasSize(1);
    }

    @Test
    void does_not_show_itself() throws IOException {
        Path file = folder.resolve("log.skey");
        SigningKey key = SigningKey.at(file, LOG, random);
        String secret = Files.readString(file).strip().split("\\+", 5)[4];
        assertThat(key.toString()).isEqualTo("signing key of " + LOG + " (redacted)");
        assertThat(key.verifier().toString()).doesNotContain(secret.substring(4, 20));
    }

    @Test
    void refuses_a_file_that_others_can_read() throws IOException {
        Path file = folder.resolve("log.skey");
        SigningKey.at(file, LOG, random);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> SigningKey.at(file, LOG, random)).hasMessageStartingWith("GW-LOG-012 ");
    }

    @Test
    void refuses_the_key_of_another_log() {
        Path file = folder.resolve("log.skey");
        SigningKey.at(file, LOG, random);
        assertThatThrownBy(() -> SigningKey.at(file, "other.example/log", random))
                .hasMessageStartingWith("GW-LOG-013 ");
    }

    @Test
    void refuses_a_damaged_file_without_repeating_what_is_in_it() throws IOException {
        Path file = folder.resolve("log.skey");
        SigningKey.at(file, LOG, random);
        String text = Files.readString(file);
        String secret = text.strip().split("\\+", 5)[4];
        Files.writeString(file, text.replace(secret, secret.substring(8) + secret.substring(0, 8)));
        assertThatThrownBy(() -> SigningKey.at(file, LOG, random)).hasMessageStartingWith("GW-LOG-011 ")
                .hasMessageNotContaining(secret.substring(8, 16));
        Files.writeString(file, "");
        assertThatThrownBy(() -> SigningKey.at(file, LOG, random)).hasMessageStartingWith("GW-LOG-011 ");
    }
}
