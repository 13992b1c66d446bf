package io.graceway.edge.seal;

import static io.graceway.edge.seal.Cast.cast;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graceway.edge.seal.AgencyKeys.PinnedKey;
import io.graceway.journey.placement.SealBroken;
import io.graceway.journey.placement.SealBroken.Flaw;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A key counts from its first to its last pinned day, and during a rotation two keys count. */
class PinnedDaysTest {

    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final String[] IN_2024 = {"--faked-system-time", "20240101T000000"};
    private static byte[] byFormer;
    private static byte[] byNext;

    @TempDir
    private Path folder;

    @BeforeAll
    static void rotate() {
        String former = cast().key("former", "ed25519", "cv25519", IN_2024);
        String next = cast().key("next", "ed25519", "cv25519", IN_2024);
        cast().pin("rotating", new PinnedKey(former, LocalDate.parse("2024-02-01"), LocalDate.parse("2024-03-31")),
                new PinnedKey(next, LocalDate.parse("2024-03-25"), LocalDate.parse("2024-12-31")));
        byFormer = Hostile.sealedBy("former", "--faked-system-time", "20240115T000000");
        byNext = Hostile.sealedBy("next", "--faked-system-time", "20240115T000000");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-31T12:00:00Z, false, false", "2024-02-01T12:00:00Z, true, false",
        "2024-03-24T12:00:00Z, true, false", "2024-03-25T12:00:00Z, true, true",
        "2024-03-31T12:00:00Z, true, true", "2024-04-01T12:00:00Z, false, true",
        "2024-12-31T12:00:00Z, false, true", "2025-01-01T12:00:00Z, false, false",
        // Midnight is where the clock's zone has it: 23:00 in winter and 22:00 in summer, by the universal clock.
        "2024-01-31T22:59:59Z, false, false", "2024-01-31T23:00:00Z, true, false",
        "2024-03-31T21:59:59Z, true, true", "2024-03-31T22:00:00Z, false, true"})
    void a_key_opens_files_from_its_first_to_its_last_day(Instant now, boolean former, boolean next) throws Exception {
        opens(now, byFormer, former);
        opens(now, byNext, next);
    }

    @ParameterizedTest
    @CsvSource({"2024-02-01T12:00:00Z, true, false", "2024-03-25T12:00:00Z, true, true",
        "2024-04-01T12:00:00Z, false, true"})
    void seals_for_every_key_that_counts_on_the_day(Instant now, boolean former, boolean next) throws Exception {
        Files.writeString(folder.resolve("plain"), Hostile.TEXT);
        seal(now).seal("rotating", folder.resolve("plain"), folder.resolve("sealed"));
        String said = cast().gpg("--list-only", "--status-fd", "1", "-d", folder.resolve("sealed").toString()).text();
        assertThat(said.contains("ENC_TO " + encrypting("former"))).isEqualTo(former);
        assertThat(said.contains("ENC_TO " + encrypting("next"))).isEqualTo(next);
    }

    @Test
    void seals_nothing_on_a_day_without_a_key_and_says_what_to_do() throws Exception {
        Files.writeString(folder.resolve("plain"), Hostile.TEXT);
        assertThatThrownBy(() -> seal(Instant.parse("2025-01-01T12:00:00Z"))
                .seal("rotating", folder.resolve("plain"), folder.resolve("sealed")))
                .isInstanceOf(KeyTrouble.class).hasMessage("GW-SEAL-103 agency rotating: no pinned key that is valid "
                        + "on 2025-01-01 can encrypt; confirm the agency's next key out of band and pin it");
        assertThat(Files.list(folder)).containsExactly(folder.resolve("plain"));
    }

    @Test
    void a_pin_is_a_whole_fingerprint_and_ends_after_it_begins() {
        LocalDate day = LocalDate.parse("2024-02-01");
        assertThat(new PinnedKey("0123 4567 89ab cdef 0123  4567 89ab cdef 0123 4567", day, day).fingerprint())
                .isEqualTo("0123456789ABCDEF0123456789ABCDEF01234567");
        for (String wrong : List.of("", "89ABCDEF01234567", "G".repeat(40), "A".repeat(64))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new PinnedKey(wrong, day, day));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PinnedKey("A".repeat(40), day, day.minusDays(1)))
                .withMessageContaining("ends on 2024-01-31 before it begins");
    }

    private void opens(Instant now, byte[] sealed, boolean expected) throws Exception {
        Files.write(folder.resolve("sealed"), sealed);
        if (expected) {
            seal(now).open("rotating", folder.resolve("sealed"), folder.resolve("plain"));
            assertThat(folder.resolve("plain")).hasContent(Hostile.TEXT);
        } else {
            SealBroken broken = catchThrowableOfType(SealBroken.class,
                    () -> seal(now).open("rotating", folder.resolve("sealed"), folder.resolve("plain")));
            assertThat(broken.flaw()).isEqualTo(Flaw.PIN_NOT_VALID);
            assertThat(folder.resolve("plain")).doesNotExist();
        }
    }

    private static OpenPgpSeal seal(Instant now) {
        return cast().seal(OpenPgpSeal.Limits.DEFAULT, Clock.fixed(now, VIENNA));
    }

    private static String encrypting(String id) {
        return cast().gpg("--with-colons", "--list-keys", cast().fingerprint(id)).text()
                .replaceAll("(?s).*sub:[^:]*:[^:]*:[^:]*:([0-9A-F]{16}):.*", "$1");
    }
}
