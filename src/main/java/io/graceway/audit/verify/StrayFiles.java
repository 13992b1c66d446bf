package io.graceway.audit.verify;

import io.graceway.audit.LogFolder;
import io.graceway.audit.tree.TilePath;
import java.util.Optional;

/** Finds files among the tiles that the checkpoint does not account for. */
final class StrayFiles {

    private StrayFiles() {
    }

    static void find(LogFolder folder, long size, Findings findings) {
        folder.forEachTile(file -> judge(file, size, findings));
    }

    private static void judge(String file, long size, Findings findings) {
        Optional<TilePath> tile = TilePath.parse(file);
        if (tile.isEmpty()) {
            findings.add(Findings.STRAY_FILE, "a file that no log has: " + printable(file));
        } else if (tile.get().width() > TilePath.widthIn(size, tile.get().level(), tile.get().index())) {
            findings.add(Findings.UNSIGNED_TAIL, size, "the file " + file + " reaches beyond the " + size
                    + " entries of the checkpoint, and nothing signed covers it");
        }
    }

    private static String printable(String file) {
        return file.replaceAll("[^A-Za-z0-9._/-]", "?");
    }
}
