package io.graceway.audit;

import io.graceway.audit.tree.TreeHash;
import io.graceway.audit.tree.TreePath;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Many entries proved under one checkpoint, so that it is read and given along once. */
public final class ProvedUnder {

    private static final int REMEMBERED = 4096;

    private final String note;
    private final Checkpoint checkpoint;
    private final TreePath.Subtrees tree;

    private ProvedUnder(String note, Checkpoint checkpoint, TreePath.Subtrees tree) {
        this.note = note;
        this.checkpoint = checkpoint;
        this.tree = tree;
    }

    /** Under the last checkpoint, with the signatures of a witness that has cosigned just that one. */
    public static ProvedUnder latest(PublishedEntries log) {
        Checkpoint last = log.checkpoint();
        LogFolder folder = log.folder();
        byte[] note = folder.names(LogFolder.WITNESSES).stream()
                .flatMap(name -> folder.read(LogFolder.WITNESSES + name).stream())
                .filter(one -> Checkpoint.parse(log.key().open(one)).equals(last)).findFirst()
                .orElseGet(() -> folder.read(LogFolder.CHECKPOINT).orElseThrow());
        return new ProvedUnder(new String(note, StandardCharsets.UTF_8), last,
                remembering(new FolderTree(folder, last.size())));
    }

    /** Under a checkpoint that came along; refuses one that this log did not sign. */
    public static ProvedUnder given(byte[] note, LogKey key) {
        Checkpoint checkpoint = Checkpoint.parse(key.open(note));
        if (!checkpoint.origin().equals(key.name())) {
            throw new LogRefused("GW-LOG-031", "the checkpoint belongs to another log, " + checkpoint.origin());
        }
        return new ProvedUnder(new String(note, StandardCharsets.UTF_8), checkpoint, (level, place) -> new byte[0]);
    }

    /** Whether an entry in base64 leads to the root by these hashes. */
    public boolean holds(long index, String entry, List<String> path) {
        byte[] leaf = LogKey.canonicalBase64(InclusionProof.MALFORMED, entry, -1);
        List<byte[]> hashes = path.stream()
                .map(hash -> LogKey.canonicalBase64(InclusionProof.MALFORMED, hash, TreeHash.SIZE)).toList();
        return Arrays.equals(TreePath.root(index, size(), TreeHash.leaf(leaf), hashes), checkpoint.rootHash());
    }

    /** Entries near each other share most of their way up. */
    private static TreePath.Subtrees remembering(TreePath.Subtrees tree) {
        Map<String, byte[]> known = new HashMap<>();
        return (level, place) -> {
            if (known.size() > REMEMBERED) {
                known.clear();
            }
            return known.computeIfAbsent(level + "/" + place, any -> tree.hash(level, place));
        };
    }

    public String note() {
        return note;
    }

    public long size() {
        return checkpoint.size();
    }

    /** The proof of an entry; refuses one that is not what was logged. */
    public InclusionProof prove(long index, byte[] leaf) {
        List<byte[]> path = TreePath.of(index, size(), tree);
        if (!Arrays.equals(TreePath.root(index, size(), TreeHash.leaf(leaf), path), checkpoint.rootHash())) {
            throw new LogRefused("GW-LOG-032", "entry " + index + " is not what was logged: run the verification");
        }
        return new InclusionProof(index, path.stream().map(Base64.getEncoder()::encodeToString).toList(), note)
                .with(leaf);
    }
}
