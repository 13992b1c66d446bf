package io.graceway.audit;

import io.graceway.audit.tree.TreeHash;
import io.graceway.audit.tree.TreePath;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Proves that one entry stands in the log, without the rest of the log: a file to hand out (C2SP tlog-proof).
 *
 * @param extra the entry itself in base64; empty where it comes apart from the proof
 * @param index the entry's place in the log
 * @param path  hashes in base64 from the entry's neighbour up to below the root
 * @param note  the signed checkpoint under which the entry stands
 */
public record InclusionProof(String extra, long index, List<String> path, String note) {

    static final String MALFORMED = "GW-LOG-045";
    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1\n";
    private static final Pattern FORM = Pattern.compile(Pattern.quote(FIRST_LINE) + "(?:extra ([A-Za-z0-9+/=]+)\n)?"
            + "index (0|[1-9]\\d{0,17})\n((?:[A-Za-z0-9+/]{43}=\n){0,63})\n(.+)", Pattern.DOTALL);

    public InclusionProof {
        path = List.copyOf(path);
    }

    /** A proof that comes without its entry. */
    public InclusionProof(long index, List<String> path, String note) {
        this("", index, path, note);
    }

    /**
     * Makes the proof of an entry from the published files, under a checkpoint that a witness has cosigned if there is
     * one; refuses an entry that is not published yet.
     */
    public static InclusionProof of(long index, LogFolder folder, LogKey key) {
        byte[] note = folder.read(LogFolder.CHECKPOINT).orElseThrow(() -> new LogRefused(LogKey.UNSIGNED,
                "there is no checkpoint in " + folder.root() + ": publish the log first"));
        long size = Checkpoint.parse(key.open(note)).size();
        if (index < 0 || index >= size) {
            throw new LogRefused("GW-LOG-044", "entry " + index + " is not among the " + size
                    + " published: publish the log, or correct the index");
        }
        byte[] best = folder.names(LogFolder.WITNESSES).stream()
                .flatMap(name -> folder.read(LogFolder.WITNESSES + name).stream())
                .filter(one -> index < sizeOf(one, key) && sizeOf(one, key) <= size)
                .max(Comparator.comparing(one -> sizeOf(one, key))).orElse(note);
        List<byte[]> path = TreePath.of(index, sizeOf(best, key), new FolderTree(folder, size));
        return new InclusionProof(index, path.stream().map(Base64.getEncoder()::encodeToString).toList(),
                new String(best, StandardCharsets.UTF_8));
    }

    private static long sizeOf(byte[] note, LogKey key) {
        return Checkpoint.parse(key.open(note)).size();
    }

    /** The same proof with the entry inside, so that the file is all that is needed. */
    public InclusionProof with(byte[] leaf) {
        return new InclusionProof(Base64.getEncoder().encodeToString(leaf), index, path, note);
    }

    /** The entry that came with the proof; it is worth nothing before {@link #proves} has said so. */
    public Optional<byte[]> entry() {
        return extra.isEmpty() ? Optional.empty() : Optional.of(LogKey.canonicalBase64(MALFORMED, extra, -1));
    }

    /** The proof as a text file. */
    public String text() {
        StringBuilder text = new StringBuilder(FIRST_LINE);
        if (!extra.isEmpty()) {
            text.append("extra ").append(extra).append('\n');
        }
        text.append("index ").append(index).append('\n');
        path.forEach(hash -> text.append(hash).append('\n'));
        return text.append('\n').append(note).toString();
    }

    /** Reads a proof from its text; refuses with {@code GW-LOG-045} whatever is spelled otherwise. */
    public static InclusionProof parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new LogRefused(MALFORMED, "this is no proof of inclusion: it starts with " + FIRST_LINE.strip()
                    + ", an index, hashes and a signed checkpoint; ask for it again");
        }
        return new InclusionProof(form.group(1) == null ? "" : form.group(1), Long.parseLong(form.group(2)),
                form.group(3).lines().toList(), form.group(4));
    }

    /** Whether the log that holds this key committed itself to exactly this entry at this index. */
    public boolean proves(byte[] leaf, LogKey key) {
        Checkpoint checkpoint = Checkpoint.parse(key.open(note.getBytes(StandardCharsets.UTF_8)));
        List<byte[]> hashes = path.stream()
                .map(hash -> LogKey.canonicalBase64(MALFORMED, hash, TreeHash.SIZE)).toList();
        byte[] root = TreePath.root(index, checkpoint.size(), TreeHash.leaf(leaf), hashes);
        return checkpoint.origin().equals(key.name()) && Arrays.equals(root, checkpoint.rootHash());
    }

    /** Whether the log that holds this key committed itself to the entry inside; not where there is none inside. */
    public boolean proves(LogKey key) {
        return entry().isPresent() && proves(entry().get(), key);
    }

    /** When that witness cosigned the checkpoint; refuses where it did not. */
    public Instant cosignedAt(LogKey witness) {
        return witness.cosignedAt(note.getBytes(StandardCharsets.UTF_8));
    }
}
