package io.graceway.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.audit.InclusionProof;
import io.graceway.audit.LogFolder;
import io.graceway.audit.LogRefused;
import io.graceway.audit.PublishedEntries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A proof of one entry, handed out as a file, says the same to both verifiers; damaged, it says nothing to either. */
class ProofsAgreeTest {

    @TempDir
    private Path temp;

    @Test
    void proves_entries_of_logs_of_every_shape() throws Exception {
        for (int size : new int[] {1, 2, 3, 255, 256, 257, 1000}) {
            PublishedLog log = new PublishedLog(temp.resolve("of-" + size), size);
            PublishedEntries entries = new PublishedEntries(new LogFolder(log.folder), log.key.verifier());
            List<Integer> indexes = List.of(0, size / 2, Math.min(255, size - 1), size - 1);
            List<Path> files = new ArrayList<>();
            for (int index : indexes) {
                files.add(write("proof-" + size + "-" + files.size(), entries.prove(index).text().getBytes(
                        StandardCharsets.UTF_8)));
            }
            List<JsonNode> node = NodeVerifier.verifyProofs(log.key.verifier(), files);
            for (int i = 0; i < indexes.size(); i++) {
                String leaf = new String(log.entries.get(indexes.get(i)), StandardCharsets.UTF_8);
                assertThat(node.get(i).get("verdict").asString()).as(node.get(i).toString()).isEqualTo("PROVED");
                assertThat(node.get(i).get("index").asInt()).isEqualTo(indexes.get(i));
                assertThat(node.get(i).get("entry").asString()).isEqualTo(leaf);
                InclusionProof proof = InclusionProof.parse(Files.readString(files.get(i)));
                assertThat(proof.proves(log.key.verifier())).isTrue();
                assertThat(proof.entry().map(String::new)).hasValue(leaf);
            }
        }
    }

    @Test
    void a_flipped_bit_anywhere_and_a_cut_proof_prove_nothing() throws Exception {
        PublishedLog log = new PublishedLog(temp, 5);
        byte[] honest = new PublishedEntries(new LogFolder(log.folder), log.key.verifier()).prove(3).text()
                .getBytes(StandardCharsets.UTF_8);
        List<Path> files = new ArrayList<>();
        for (int bit = 0; bit < honest.length * 8; bit++) {
            byte[] flipped = honest.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            files.add(write("bit-" + bit, flipped));
        }
        for (int length = 0; length < honest.length; length++) {
            files.add(write("cut-" + length, Arrays.copyOf(honest, length)));
        }
        for (int from = 0; from < files.size(); from += 2000) {
            List<Path> some = files.subList(from, Math.min(files.size(), from + 2000));
            assertThat(NodeVerifier.verifyProofs(log.key.verifier(), some))
                    .extracting(one -> one.get("verdict").asString()).containsOnly("BROKEN");
        }
        assertThat(files.stream().filter(file -> holds(file, log))).isEmpty();
    }

    private static boolean holds(Path file, PublishedLog log) {
        try {
            return InclusionProof.parse(Files.readString(file)).proves(log.key.verifier());
        } catch (LogRefused | CharacterCodingException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void an_entry_that_was_changed_is_not_handed_out() {
        PublishedLog log = new PublishedLog(temp, 300);
        List<byte[]> others = new ArrayList<>(log.entries);
        others.set(270, others.get(271));
        Path copy = log.copyWith(temp.resolve("copy"), log.exchanged(others, false));
        PublishedEntries entries = new PublishedEntries(new LogFolder(copy), log.key.verifier());
        assertThat(entries.prove(271).proves(log.key.verifier())).isTrue();
        assertThatThrownBy(() -> entries.prove(270)).hasMessageStartingWith("GW-LOG-032 ");
        assertThatThrownBy(() -> entries.prove(300)).hasMessageStartingWith("GW-LOG-044 ");
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(temp.resolve(name), bytes);
    }
}
