package io.graceway.audit.tree;

import static io.graceway.audit.tree.CertificateTransparency.ENTRIES;
import static io.graceway.audit.tree.CertificateTransparency.ROOTS;
import static io.graceway.audit.tree.CertificateTransparency.bytes;
import static io.graceway.audit.tree.CertificateTransparency.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeTest {

    @Test
    void reaches_the_published_root_at_every_size() {
        CompactRange range = CompactRange.empty();
        assertThat(hex(range.root())).isEqualTo(ROOTS.get(0));
        for (int size = 1; size <= ENTRIES.size(); size++) {
            range.add(TreeHash.leaf(ENTRIES.get(size - 1)));
            assertThat(hex(range.root())).isEqualTo(ROOTS.get(size));
        }
    }

    @Test
    void goes_on_from_the_edge_that_was_written_down() {
        for (int cut = 0; cut <= ENTRIES.size(); cut++) {
            CompactRange before = CompactRange.empty();
            ENTRIES.subList(0, cut).forEach(entry -> before.add(TreeHash.leaf(entry)));
            CompactRange after = CompactRange.of(cut, before.edge());
            ENTRIES.subList(cut, ENTRIES.size()).forEach(entry -> after.add(TreeHash.leaf(entry)));
            assertThat(hex(after.root())).isEqualTo(ROOTS.get(8));
        }
    }

    @Test
    void refuses_an_edge_that_does_not_fit_the_size() {
        assertThatThrownBy(() -> CompactRange.of(3, new byte[32])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CompactRange.of(-1, new byte[64 * 32])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void makes_and_follows_the_published_paths() {
        assertThat(path(0, 8)).isEqualTo(CertificateTransparency.PATH_OF_0_IN_8);
        assertThat(path(5, 8)).isEqualTo(CertificateTransparency.PATH_OF_5_IN_8);
        assertThat(path(2, 3)).isEqualTo(CertificateTransparency.PATH_OF_2_IN_3);
        assertThat(path(0, 1)).isEmpty();
    }

    @Test
    void a_path_proves_its_entry_at_its_place_and_nothing_else() {
        for (int size = 1; size <= 8; size++) {
            for (int index = 0; index < size; index++) {
                List<byte[]> path = path(index, size).stream().map(CertificateTransparency::bytes).toList();
                byte[] leaf = TreeHash.leaf(ENTRIES.get(index));
                assertThat(hex(TreePath.root(index, size, leaf, path))).isEqualTo(ROOTS.get(size));
                assertThat(hex(TreePath.root(index ^ 1, size, leaf, path))).isNotEqualTo(ROOTS.get(size));
                assertThat(TreePath.root(index + size, size, leaf, path)).isEmpty();
                List<byte[]> longer = new ArrayList<>(path);
                longer.add(leaf);
                assertThat(TreePath.root(index, size, leaf, longer)).isEmpty();
                if (size > 1) {
                    assertThat(hex(TreePath.root(index, size, leaf, path.subList(1, path.size()))))
                            .isNotEqualTo(ROOTS.get(size));
                }
            }
        }
    }

    /** Widths from the standard's own examples: 256 entries, and 70,000. */
    @Test
    void cuts_the_tiles_the_standard_names() {
        assertThat(widths(256)).containsEntry("tile/0/000", 1).containsEntry("tile/1/000.p/1", 1).hasSize(2);
        Map<String, Integer> large = widths(70_000);
        assertThat(IntStream.range(0, 273).mapToObj("tile/0/%03d"::formatted)).allMatch(large::containsKey);
        assertThat(large.keySet()).contains("tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1");
        assertThat(large).hasSize(273 + 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537})
    void is_restored_from_the_partial_tiles_of_any_size(int size) {
        Map<String, byte[]> files = new HashMap<>();
        TileStack.Sink sink = (path, hashes) -> files.put(path.toString(), hashes);
        TileStack whole = TileStack.empty();
        add(whole, 0, size, sink);
        whole.partials(sink);
        TileStack restored = TileStack.of(size, path -> files.get(path.toString()));
        assertThat(restored.root()).isEqualTo(whole.root());

        Map<String, byte[]> later = new HashMap<>(files);
        add(restored, size, size + 300, (path, hashes) -> files.put(path.toString(), hashes));
        add(whole, size, size + 300, (path, hashes) -> later.put(path.toString(), hashes));
        assertThat(restored.root()).isEqualTo(whole.root());
        assertThat(files).containsExactlyInAnyOrderEntriesOf(later);
    }

    private static Map<String, Integer> widths(int size) {
        Map<String, Integer> written = new HashMap<>();
        TileStack.Sink sink = (path, hashes) -> {
            assertThat(hashes).hasSize(path.width() * 32);
            written.merge(path.toString(), 1, Integer::sum);
        };
        TileStack stack = TileStack.empty();
        add(stack, 0, size, sink);
        stack.partials(sink);
        return written;
    }

    private static void add(TileStack stack, int from, int to, TileStack.Sink sink) {
        for (int i = from; i < to; i++) {
            stack.add(TreeHash.leaf(bytes("%08x".formatted(i))), sink);
        }
    }

    private static List<String> path(int index, int size) {
        return TreePath.of(index, size, (level, place) -> {
            CompactRange range = CompactRange.empty();
            ENTRIES.subList((int) place << level, (int) (place + 1) << level)
                    .forEach(entry -> range.add(TreeHash.leaf(entry)));
            return range.root();
        }).stream().map(CertificateTransparency::hex).toList();
    }
}
