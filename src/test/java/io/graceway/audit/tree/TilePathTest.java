package io.graceway.audit.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {

    /** The first line is the standard's own example. */
    @ParameterizedTest
    @CsvSource({
        "0,  1234067, 256, tile/0/x001/x234/067",
        "0,        0, 256, tile/0/000",
        "0,      999,   1, tile/0/999.p/1",
        "1,     1000, 255, tile/1/x001/000.p/255",
        "63,       7, 256, tile/63/007",
        "-1,     273, 112, tile/entries/273.p/112",
        "-1, 1000000, 256, tile/entries/x001/x000/000"
    })
    void is_spelled_as_the_standard_spells_it(int level, long index, int width, String path) {
        TilePath tile = new TilePath(level, index, width);
        assertThat(tile).hasToString(path);
        assertThat(TilePath.parse(path)).contains(tile);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tile/0/0", "tile/0/1000", "tile/00/000", "tile/64/000", "tile/0/x000/001",
        "tile/0/001/002", "tile/0/x001/x002", "tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/01", "tile/0/000.p",
        "tile/entries/000 ", "tile/data/000", "tile/-1/000", "tile/0/x999/x999/x999/x999/x999/x999/999", "checkpoint"})
    void no_other_spelling_is_a_tile(String path) {
        assertThat(TilePath.parse(path)).isEmpty();
    }

    @Test
    void knows_how_wide_each_tile_of_a_tree_is() {
        assertThat(TilePath.widthIn(70_000, 0, 272)).isEqualTo(256);
        assertThat(TilePath.widthIn(70_000, 0, 273)).isEqualTo(112);
        assertThat(TilePath.widthIn(70_000, 0, 274)).isZero();
        assertThat(TilePath.widthIn(70_000, 1, 1)).isEqualTo(17);
        assertThat(TilePath.widthIn(70_000, 2, 0)).isEqualTo(1);
        assertThat(TilePath.widthIn(70_000, 3, 0)).isZero();
        assertThat(TilePath.widthIn(70_000, 63, 0)).isZero();
        assertThat(TilePath.widthIn(70_000, TilePath.ENTRIES, 273)).isEqualTo(112);
    }

    @Test
    void knows_which_entry_a_hash_starts_with() {
        assertThat(new TilePath(0, 3, 256).firstEntry(5)).isEqualTo(3 * 256 + 5);
        assertThat(new TilePath(1, 1, 17).firstEntry(2)).isEqualTo((256 + 2) * 256);
        assertThat(new TilePath(TilePath.ENTRIES, 2, 9).firstEntry(1)).isEqualTo(513);
    }
}
