package io.graceway.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.audit.verify.Verification.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every single change to a published log is found, and the first wrong entry named where anything tells it. */
class TamperTest {

    private static final int SIZE = 1000;

    @TempDir
    private static Path temp;
    private static PublishedLog log;

    @BeforeAll
    static void publish() {
        log = new PublishedLog(temp, SIZE);
    }

    @AfterEach
    void the_log_itself_is_proved() {
        assertThat(log.verify().findings()).isEmpty();
        assertThat(log.verify().verdict()).isEqualTo(Verdict.PROVED);
    }

    @Test
    void finds_every_changed_entry() {
        for (int i = 0; i < SIZE; i++) {
            List<byte[]> entries = new ArrayList<>(log.entries);
            entries.set(i, "{}".getBytes());
            assertFound(entries, i);
        }
    }

    @Test
    void finds_every_missing_entry() {
        for (int i = 0; i < SIZE; i++) {
            List<byte[]> entries = new ArrayList<>(log.entries);
            entries.remove(i);
            assertFound(entries, i);
        }
    }

    @Test
    void finds_every_doubled_entry() {
        for (int i = 0; i < SIZE; i++) {
            List<byte[]> entries = new ArrayList<>(log.entries);
            entries.add(i, entries.get(i));
            assertFound(entries, i + 1);
        }
    }

    @Test
    void finds_every_two_entries_that_changed_places() {
        for (int i = 0; i + 1 < SIZE; i++) {
            List<byte[]> entries = new ArrayList<>(log.entries);
            Collections.swap(entries, i, i + 1);
            assertFound(entries, i);
        }
    }

    @Test
    void finds_every_cut() {
        for (int i = 0; i < SIZE; i++) {
            assertFound(log.entries.subList(0, i), i);
        }
    }

    /** Always by one who changes entries only; now and then by one who makes all hashes fit but cannot sign. */
    private static void assertFound(List<byte[]> entries, long firstBad) {
        Verification careless = log.verifyWith(log.exchanged(entries, false));
        assertThat(careless.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(careless.firstBadIndex()).as("%s", careless.findings()).hasValue(firstBad);
        if (firstBad % 11 == 0) {
            Verification careful = log.verifyWith(log.exchanged(entries, true));
            assertThat(careful.verdict()).isEqualTo(Verdict.BROKEN);
            assertThat(careful.findings()).extracting(Verification.Finding::code)
                    .containsAnyOf("GW-LOG-033", "GW-LOG-034", "GW-LOG-037");
        }
    }

    @Test
    void a_history_that_fits_itself_but_not_the_signature_is_found_without_naming_an_entry() {
        List<byte[]> entries = new ArrayList<>(log.entries);
        entries.set(500, "{}".getBytes());
        Verification found = log.verifyWith(log.exchanged(entries, true));
        assertThat(found.findings()).extracting(Verification.Finding::code).containsExactly("GW-LOG-037");
        assertThat(found.firstBadIndex()).isEmpty();
    }

    @Test
    void says_of_several_changes_where_each_is() {
        List<byte[]> entries = new ArrayList<>(log.entries);
        for (int i : new int[] {3, 4, 5, 255, 256, 999}) {
            entries.set(i, "{}".getBytes());
        }
        assertThat(log.verifyWith(log.exchanged(entries, false)).findings())
                .filteredOn(finding -> finding.code().equals("GW-LOG-032"))
                .extracting(Verification.Finding::index).containsExactly(3L, 255L, 256L, 999L);
    }

    @Test
    void says_whether_the_entry_or_its_hash_was_changed() {
        for (int i : new int[] {0, 255, 256, 767, 768, 999}) {
            String name = i < 768 ? "tile/0/%03d".formatted(i / 256) : "tile/0/003.p/232";
            byte[] tile = log.files().get(name).clone();
            tile[i % 256 * 32 + 31] ^= 1;
            Verification found = log.verifyWith(Map.of(name, tile));
            assertThat(found.findings()).extracting(Verification.Finding::code).containsExactly("GW-LOG-035");
            assertThat(found.firstBadIndex()).hasValue(i);
        }
        byte[] tile = log.files().get("tile/1/000.p/3").clone();
        tile[2 * 32] ^= 1;
        Verification found = log.verifyWith(Map.of("tile/1/000.p/3", tile));
        assertThat(found.findings()).extracting(Verification.Finding::code).containsExactly("GW-LOG-035");
        assertThat(found.firstBadIndex()).hasValue(512);
    }

    @Test
    void finds_every_lost_cut_or_lengthened_file() {
        log.files().forEach((name, bytes) -> {
            Map<String, byte[]> gone = new TreeMap<>();
            gone.put(name, null);
            if (!name.equals("log.vkey")) {
                assertThat(log.verifyWith(gone).verdict()).as("without " + name).isEqualTo(Verdict.BROKEN);
            }
            for (int length : new int[] {0, 1, bytes.length - 1, bytes.length + 1}) {
                byte[] other = Arrays.copyOf(bytes, length);
                assertThat(log.verifyWith(Map.of(name, other)).verdict()).as(name + " of " + length)
                        .isEqualTo(Verdict.BROKEN);
            }
        });
    }

    @Test
    void finds_flipped_bits_wherever_they_are() {
        long seed = 20260303;
        Random random = new Random(seed);
        for (Map.Entry<String, byte[]> file : log.files().entrySet()) {
            for (int n = 0; n < 40; n++) {
                int bit = random.nextInt(file.getValue().length * 8);
                assertFlipFound(log, file.getKey(), file.getValue(), bit, "seed " + seed);
            }
        }
    }

    @Test
    void finds_every_single_flipped_bit_of_a_small_log() {
        PublishedLog small = new PublishedLog(temp, 2);
        small.files().forEach((name, bytes) -> {
            for (int bit = 0; bit < bytes.length * 8; bit++) {
                assertFlipFound(small, name, bytes, bit, "two entries");
            }
        });
    }

    private static void assertFlipFound(PublishedLog log, String name, byte[] bytes, int bit, String note) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        Verification found = log.verifyWith(Map.of(name, flipped));
        assertThat(found.verdict()).as("bit %d of %s, %s", bit, name, note).isEqualTo(Verdict.BROKEN);
    }
}
