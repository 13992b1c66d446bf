package io.graceway.audit.evidence;

import io.graceway.audit.InclusionProof;
import io.graceway.audit.LogRefused;
import io.graceway.audit.ProvedUnder;
import io.graceway.audit.PublishedEntries;
import io.graceway.audit.stamp.Stamps;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes an evidence pack: files, a list of their digests, and the proof that the log was told of that list.
 *
 * <p>The file appears under its name when it is whole.
 */
public final class PackWriter implements AutoCloseable {

    /** Gives the bytes of one file. */
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    private final Path file;
    private final Path fresh;
    private final ZipOutputStream zip;
    private final Map<String, String> sums = new TreeMap<>();

    public PackWriter(Path file) throws IOException {
        this.file = file.toAbsolutePath();
        this.fresh = this.file.resolveSibling("." + this.file.getFileName() + ".part");
        this.zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh), 1 << 16));
    }

    /** Adds a file. */
    public void add(String name, Content content) throws IOException {
        MessageDigest digest = PackLayout.sha256();
        put(name, out -> content.write(new DigestOutputStream(out, digest)));
        sums.put(name, PackLayout.hex(digest.digest()));
    }

    private void put(String name, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        content.write(new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() {
                // Whoever writes a file ends that file only.
            }
        });
        zip.closeEntry();
    }

    /** Adds the entries that are taken, each with its proof; refuses one that does not prove itself. */
    public long addEntries(PublishedEntries log, Predicate<byte[]> takes) throws IOException {
        ProvedUnder checkpoint = ProvedUnder.latest(log);
        long[] taken = new long[1];
        add(PackLayout.ENTRIES, out -> log.forEach((index, leaf) -> {
            if (index < checkpoint.size() && takes.test(leaf)) {
                line(out, checkpoint.prove(index, leaf));
                taken[0]++;
            }
        }));
        add(PackLayout.CHECKPOINT, out -> out.write(checkpoint.note().getBytes(StandardCharsets.UTF_8)));
        byte[] stamp = log.folder().read(Stamps.stamp(checkpoint.size())).orElse(null);
        byte[] stamped = log.folder().read(Stamps.checkpoint(checkpoint.size())).orElse(null);
        if (stamp != null && stamped != null) {
            add(Stamps.checkpoint(checkpoint.size()), out -> out.write(stamped));
            add(Stamps.stamp(checkpoint.size()), out -> out.write(stamp));
        }
        return taken[0];
    }

    private static void line(OutputStream out, InclusionProof proof) {
        StringBuilder line = new StringBuilder().append(proof.index()).append(' ').append(proof.extra());
        proof.path().forEach(hash -> line.append(' ').append(hash));
        try {
            out.write(line.append('\n').toString().getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new LogRefused("GW-EVD-008", "the evidence pack cannot be written: see the disk", e);
        }
    }

    /** Adds the list of digests, and gives its own: nothing can be added after it but the proof. */
    public String sums() throws IOException {
        StringBuilder list = new StringBuilder();
        sums.forEach((name, sum) -> list.append(sum).append("  ").append(name).append('\n'));
        byte[] bytes = list.toString().getBytes(StandardCharsets.UTF_8);
        put(PackLayout.SUMS, out -> out.write(bytes));
        return PackLayout.hex(PackLayout.sha256().digest(bytes));
    }

    /** Adds the proof that the log was told that digest, and puts the whole under its name. */
    public void seal(InclusionProof told) throws IOException {
        put(PackLayout.PROOF, out -> out.write(told.text().getBytes(StandardCharsets.UTF_8)));
        zip.close();
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Leaves nothing of a pack that was not finished. */
    @Override
    public void close() throws IOException {
        zip.close();
        Files.deleteIfExists(fresh);
    }
}
