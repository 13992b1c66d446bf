package io.graceway.edge.seal;

import static io.graceway.edge.seal.Cast.cast;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.edge.seal.AgencyKeys.PinnedKey;
import io.graceway.journey.placement.SealBroken;
import io.graceway.journey.placement.SealBroken.Flaw;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our own faults are never blamed on the sender, and leave neither half a file nor a wrong one. */
class OwnTroubleTest {

    @TempDir
    private Path folder;
    private Path plain;

    @BeforeEach
    void write() throws IOException {
        plain = Files.writeString(folder.resolve("plain"), Hostile.TEXT);
    }

    @Test
    void an_agency_without_keys_is_refused_and_nothing_is_written() {
        assertThatThrownBy(() -> cast().seal().seal("nobody", plain, folder.resolve("sealed")))
                .isInstanceOf(KeyTrouble.class)
                .hasMessage("GW-SEAL-100 agency nobody has no keys; name its public keys and pins in its partner file");
        assertThat(folder.resolve("sealed")).doesNotExist();
    }

    @Test
    void a_secret_key_among_public_keys_is_refused() {
        Path secret = folder.resolve("secret.key");
        cast().gpg("-o", secret.toString(), "--export-secret-keys", cast().fingerprint("rsa")).fine();
        assertThatThrownBy(() -> sealWith(secret).seal("rsa", plain, folder.resolve("sealed")))
                .isInstanceOf(KeyTrouble.class).hasMessageContaining("GW-SEAL-102 agency rsa");
    }

    @Test
    void public_keys_that_cannot_be_read_are_our_trouble_not_a_broken_seal() throws IOException {
        Path cut = folder.resolve("cut.pub");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(cast().keys("rsa").publicKeys()), 200));
        for (Path keys : List.of(cut, folder.resolve("missing.pub"))) {
            assertThatThrownBy(() -> sealWith(keys).open("rsa", plain, folder.resolve("out")))
                    .isInstanceOf(KeyTrouble.class).hasMessageContaining("GW-SEAL-101 agency rsa");
        }
    }

    @Test
    void public_keys_without_any_pinned_one_are_our_trouble_not_a_broken_seal() throws IOException {
        Path nonsense = Files.writeString(folder.resolve("nonsense.pub"), "no key at all");
        for (Path keys : List.of(nonsense, cast().keys("other").publicKeys())) {
            assertThatThrownBy(() -> sealWith(keys).open("rsa", plain, folder.resolve("out")))
                    .isInstanceOf(KeyTrouble.class).hasMessageContaining("GW-SEAL-109 agency rsa");
        }
    }

    @Test
    void a_missing_sealed_file_is_not_a_broken_seal() {
        assertThatThrownBy(() -> cast().seal().open("rsa", folder.resolve("missing"), folder.resolve("out")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void a_source_that_cannot_be_read_is_not_a_broken_seal_and_leaves_nothing() throws IOException {
        assertThatThrownBy(() -> cast().seal().open("rsa", Files.createDirectory(folder.resolve("dir")),
                folder.resolve("out"))).isInstanceOf(IOException.class).hasMessageContaining("Is a directory");
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(folder.resolve("out.unverified")).doesNotExist();
    }

    @Test
    void half_a_sealed_file_is_never_left_when_the_plain_file_fails() throws IOException {
        Files.createDirectory(folder.resolve("dir"));
        assertThatThrownBy(() -> cast().seal().seal("rsa", folder.resolve("dir"), folder.resolve("sealed")))
                .isInstanceOf(IOException.class);
        assertThat(Files.list(folder)).containsExactlyInAnyOrder(plain, folder.resolve("dir"));
    }

    @Test
    void a_full_disk_is_not_a_broken_seal() throws Exception {
        Path small = Path.of("/dev/full");
        SafeFile.Trouble stream = new SafeFile.Trouble(Files.newOutputStream(small));
        assertThatThrownBy(() -> stream.write(new byte[10])).hasMessageContaining("No space left on device");
        assertThat(stream.trouble).hasMessageContaining("No space left on device");
    }

    @Test
    void a_file_larger_than_the_configured_limit_is_refused_at_the_byte() throws Exception {
        byte[] noise = new byte[100_000];
        new Random(3).nextBytes(noise);
        Path sealed = Files.write(folder.resolve("sealed"), Hostile.gpg(noise, "-u", cast().fingerprint("rsa"), "-r",
                cast().house.fingerprint(), "-s", "-e"));
        cast().seal(new OpenPgpSeal.Limits(100_000, 100, 0, 4), Cast.CLOCK).open("rsa", sealed, folder.resolve("out"));
        assertThat(folder.resolve("out")).hasBinaryContent(noise);
        assertThatThrownBy(() -> cast().seal(new OpenPgpSeal.Limits(99_999, 100, 0, 4), Cast.CLOCK)
                .open("rsa", sealed, folder.resolve("out")))
                .isInstanceOfSatisfying(SealBroken.class, e -> assertThat(e.flaw()).isEqualTo(Flaw.TOO_LARGE));
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private static OpenPgpSeal sealWith(Path keys) {
        PinnedKey pin = new PinnedKey(cast().fingerprint("rsa"), LocalDate.EPOCH, LocalDate.MAX);
        return new OpenPgpSeal(cast().house, id -> new AgencyKeys(keys, List.of(pin)), OpenPgpSeal.Limits.DEFAULT,
                Cast.CLOCK, new SecureRandom());
    }
}
