package io.graceway.audit.tree;

import static io.graceway.audit.tree.CertificateTransparency.ENTRIES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Consistency proofs against the published ones of Certificate Transparency, and against trees built by hand. */
class TreeGrowthTest {

    private static byte[] root(List<byte[]> entries) {
        CompactRange range = CompactRange.empty();
        entries.forEach(entry -> range.add(TreeHash.leaf(entry)));
        return range.root();
    }

    private static List<byte[]> proof(List<byte[]> entries, int old, int size) {
        return TreeGrowth.of(old, size, (level, index) -> root(entries.subList((int) index << level,
                (int) (index + 1) << level)));
    }

    private static List<String> published(int old, int size) {
        return proof(ENTRIES, old, size).stream().map(HexFormat.of()::formatHex).toList();
    }

    @Test
    void makes_the_published_proofs() {
        assertThat(published(1, 1)).isEmpty();
        assertThat(published(1, 8)).containsExactly(
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(published(6, 8)).containsExactly(
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(published(2, 5)).containsExactly(
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
    }

    @Test
    void holds_for_every_growth_and_for_nothing_else() {
        List<byte[]> entries = IntStream.range(0, 40).mapToObj(n -> new byte[] {(byte) n}).toList();
        for (int size = 0; size <= 40; size++) {
            byte[] root = root(entries.subList(0, size));
            for (int old = 0; old <= size; old++) {
                byte[] oldRoot = root(entries.subList(0, old));
                List<byte[]> proof = proof(entries, old, size);
                assertThat(TreeGrowth.holds(old, oldRoot, size, root, proof)).as(old + " to " + size).isTrue();
                if (old > 0) {
                    List<byte[]> forked = new ArrayList<>(entries.subList(0, old));
                    forked.set(old / 2, new byte[] {99});
                    assertThat(TreeGrowth.holds(old, root(forked), size, root, proof)).isFalse();
                    assertThat(TreeGrowth.holds(old, oldRoot, size, root(forked), proof)).isFalse();
                    for (List<byte[]> wrong : wrong(proof)) {
                        assertThat(TreeGrowth.holds(old, oldRoot, size, root, wrong)).isFalse();
                    }
                }
                assertThat(old < size && TreeGrowth.holds(size, root, old, oldRoot, proof)).isFalse();
            }
        }
    }

    /** Every hash changed, left out and doubled. */
    private static List<List<byte[]>> wrong(List<byte[]> proof) {
        List<List<byte[]>> wrong = new ArrayList<>();
        for (int i = 0; i < proof.size(); i++) {
            List<byte[]> changed = new ArrayList<>(proof);
            byte[] other = Arrays.copyOf(proof.get(i), TreeHash.SIZE);
            other[31] ^= 1;
            changed.set(i, other);
            List<byte[]> left = new ArrayList<>(proof);
            left.remove(i);
            List<byte[]> doubled = new ArrayList<>(proof);
            doubled.add(i, proof.get(i));
            wrong.addAll(List.of(changed, left, doubled));
        }
        List<byte[]> more = new ArrayList<>(proof);
        more.add(new byte[TreeHash.SIZE]);
        wrong.add(more);
        return wrong;
    }
}
