package io.graceway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.edge.store.Databases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InclusionProofTest {

    @TempDir
    Path temp;

    private SigningKey key;
    private LogFolder folder;

    @BeforeEach
    void open() {
        key = SigningKey.at(temp.resolve("log.skey"), "gateway.example/routing-log", new SecureRandom());
        folder = new LogFolder(temp.resolve("log"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 255, 256, 257, 1000})
    void proves_every_entry_under_the_signed_checkpoint(int size) {
        publish(size);
        for (int i = 0; i < size; i += size > 300 ? 37 : 1) {
            InclusionProof proof = InclusionProof.parse(proofOf(i).text());
            assertThat(proof.proves(LoggedStore.entry(i).leaf(), key.verifier())).isTrue();
            assertThat(proof.proves(LoggedStore.entry(i + 1).leaf(), key.verifier())).isFalse();
            assertThat(new InclusionProof(i + 1, proof.path(), proof.note())
                    .proves(LoggedStore.entry(i).leaf(), key.verifier())).isFalse();
        }
    }

    @Test
    void goes_through_tiles_of_the_second_level() {
        publish(66_000);
        for (int i : new int[] {0, 255, 256, 65_535, 65_536, 65_999}) {
            assertThat(proofOf(i).proves(LoggedStore.entry(i).leaf(), key.verifier())).isTrue();
        }
    }

    @Test
    void is_written_as_the_standard_writes_it() throws IOException {
        publish(3);
        String note = Files.readString(folder.root().resolve("checkpoint"));
        InclusionProof proof = proofOf(2);
        assertThat(proof.text()).isEqualTo("c2sp.org/tlog-proof@v1\nindex 2\n" + proof.path().get(0) + "\n\n" + note);
        InclusionProof whole = InclusionProof.parse(proof.text().replace("index", "extra YWdl\nindex"));
        assertThat(whole).isEqualTo(proof.with("age".getBytes(StandardCharsets.UTF_8)));
        assertThat(whole.entry()).hasValue("age".getBytes(StandardCharsets.UTF_8));
        assertThat(proof.entry()).isEmpty();
    }

    @Test
    void a_changed_path_or_note_proves_nothing() {
        publish(300);
        byte[] leaf = LoggedStore.entry(17).leaf();
        InclusionProof proof = proofOf(17);
        List<List<String>> paths = Stream.concat(
                IntStream.range(0, proof.path().size()).mapToObj(i -> without(proof.path(), i)),
                Stream.of(Collections.nCopies(9, proof.path().get(0)), List.<String>of())).toList();
        assertThat(paths).allSatisfy(path ->
                assertThat(new InclusionProof(17, path, proof.note()).proves(leaf, key.verifier())).isFalse());
        InclusionProof other = new InclusionProof(17, proof.path(), proof.note().replace("\n300\n", "\n299\n"));
        assertThatThrownBy(() -> other.proves(leaf, key.verifier())).hasMessageStartingWith("GW-LOG-030 ");
    }

    @Test
    void refuses_an_entry_that_is_not_published() {
        assertThatThrownBy(() -> proofOf(0)).hasMessageStartingWith("GW-LOG-030 ");
        publish(3);
        assertThatThrownBy(() -> proofOf(3)).hasMessageStartingWith("GW-LOG-044 ");
        assertThatThrownBy(() -> proofOf(-1)).hasMessageStartingWith("GW-LOG-044 ");
    }

    @Test
    void refuses_to_prove_from_a_damaged_tile() throws IOException {
        publish(3);
        Files.delete(folder.root().resolve("tile/0/000.p/3"));
        assertThatThrownBy(() -> proofOf(0)).hasMessageStartingWith("GW-LOG-036 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2sp.org/tlog-proof@v1\n", "c2sp.org/tlog-proof@v2\nindex 0\n\nx\n",
        "c2sp.org/tlog-proof@v1\nindex 01\n\nx\n", "c2sp.org/tlog-proof@v1\nindex 1\nabc\n\nx\n"})
    void refuses_a_text_that_is_no_proof(String text) {
        assertThatThrownBy(() -> InclusionProof.parse(text)).hasMessageStartingWith("GW-LOG-045 ");
    }

    private InclusionProof proofOf(long index) {
        return InclusionProof.of(index, folder, key.verifier());
    }

    private void publish(int size) {
        new LogPublisher(new LoggedStore(Databases.H2).append(size).table, folder, key).publish();
    }

    private static List<String> without(List<String> path, int place) {
        List<String> shorter = new ArrayList<>(path);
        shorter.remove(place);
        return shorter;
    }
}
