package io.graceway.audit;

import io.graceway.audit.tree.TilePath;
import java.util.List;

/**
 * The entries under the checkpoint of a published log, to read and to prove: needs no store.
 *
 * <p>What is read was not verified by that; whoever hands it on verifies the log before, or proves each entry.
 */
public final class PublishedEntries {

    /** Takes an entry. */
    public interface Reader {
        void entry(long index, byte[] leaf);
    }

    private final LogFolder folder;
    private final LogKey key;

    public PublishedEntries(LogFolder folder, LogKey key) {
        this.folder = folder;
        this.key = key;
    }

    public LogFolder folder() {
        return folder;
    }

    public LogKey key() {
        return key;
    }

    /** What the log commits itself to; refuses where there is no checkpoint that the key signed. */
    public Checkpoint checkpoint() {
        return Checkpoint.parse(key.open(folder.read(LogFolder.CHECKPOINT).orElseThrow(() -> new LogRefused(
                LogKey.UNSIGNED, "there is no checkpoint in " + folder.root() + ": publish the log first"))));
    }

    /** Reads all entries in order; refuses where one is missing. */
    public void forEach(Reader reader) {
        long size = checkpoint().size();
        for (long first = 0; first < size; first += TilePath.FULL) {
            List<byte[]> entries = bundle(first / TilePath.FULL, size);
            for (int i = 0; i < entries.size(); i++) {
                reader.entry(first + i, entries.get(i));
            }
        }
    }

    private List<byte[]> bundle(long index, long size) {
        TilePath path = new TilePath(TilePath.ENTRIES, index, TilePath.widthIn(size, 0, index));
        List<byte[]> entries = EntryBundle.entries(folder.read(path).orElse(new byte[0]), path.width());
        if (entries.size() < path.width()) {
            throw new LogRefused("GW-LOG-033", "the entry bundle " + path + " is missing or breaks off: run the "
                    + "verification");
        }
        return entries;
    }

    /** The proof of an entry, with the entry inside; refuses one that is not published or does not prove itself. */
    public InclusionProof prove(long index) {
        InclusionProof bare = InclusionProof.of(index, folder, key);
        List<byte[]> bundle = bundle(index / TilePath.FULL, checkpoint().size());
        InclusionProof proof = bare.with(bundle.get((int) (index % TilePath.FULL)));
        if (!proof.proves(key)) {
            throw new LogRefused("GW-LOG-032", "entry " + index + " is not what was logged: run the verification");
        }
        return proof;
    }
}
