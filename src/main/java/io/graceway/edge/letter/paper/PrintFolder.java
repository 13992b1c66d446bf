package io.graceway.edge.letter.paper;

import io.graceway.journey.account.CheckStep;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

/**
 * The folder from which letters are printed.
 *
 * <p>A job is {@code <notice>.pdf} and, last, {@code <notice>.json}; the printer touches nothing before the
 * {@code .json} is there, and takes the {@code .pdf} away no later than the {@code .json}. What was ever handed over
 * stays recorded in {@code handed-over/}, without personal data, so that no letter is printed twice; keep it as long as
 * notices.
 */
public final class PrintFolder {

    private final Path folder;
    private final Path staged;
    private final Path handedOver;

    public PrintFolder(Path folder) {
        this.folder = folder;
        this.staged = folder.resolve(".staged");
        this.handedOver = folder.resolve("handed-over");
    }

    /** What became of a job. */
    public enum Job {
        HANDED_OVER, ALREADY, OTHER_CONTENT
    }

    /** Tries step by step whether a letter could be handed over. */
    public List<CheckStep> check() {
        return new PrintCheck(folder).steps();
    }

    /** Hands over a letter once; after a crash at any point, asking again completes the same job. */
    public synchronized Job handOver(String notice, PaperPress.Paper paper) throws IOException {
        Files.createDirectories(staged);
        Files.createDirectories(handedOver);
        String job = "{\"notice\":\"" + notice + "\",\"sha256\":\"" + Digests.sha256(paper.pdf()) + "\",\"pages\":"
                + paper.pages() + ",\"bytes\":" + paper.pdf().length + "}\n";
        Path record = handedOver.resolve(notice + ".json");
        if (!Files.exists(record)) {
            write(staged.resolve(notice + ".pdf"), paper.pdf());
            createOnce(record, job);
        }
        if (!Files.readString(record).equals(job)) {
            return Job.OTHER_CONTENT;
        }
        return complete(notice, job) ? Job.HANDED_OVER : Job.ALREADY;
    }

    /**
     * From the record on, the staged file says how far the job got: it is renamed, never copied, so when it is gone the
     * PDF stood in the folder, and a PDF there without its {@code .json} was never released to the printer.
     */
    private boolean complete(String notice, String job) throws IOException {
        Path ready = staged.resolve(notice + ".pdf");
        Path pdf = folder.resolve(notice + ".pdf");
        Path json = folder.resolve(notice + ".json");
        if (Files.exists(ready)) {
            Files.move(ready, pdf, StandardCopyOption.ATOMIC_MOVE);
            sync(folder);
        }
        if (!Files.exists(pdf) || Files.exists(json)) {
            return false;
        }
        Path part = staged.resolve(notice + ".json");
        write(part, job.getBytes(StandardCharsets.UTF_8));
        Files.move(part, json, StandardCopyOption.ATOMIC_MOVE);
        sync(folder);
        return true;
    }

    /** The first writer wins; a second one sees the first one's record. */
    private void createOnce(Path record, String job) throws IOException {
        Path part = staged.resolve(UUID.randomUUID() + ".json");
        write(part, job.getBytes(StandardCharsets.UTF_8));
        try {
            Files.createLink(record, part);
        } catch (FileAlreadyExistsException e) {
            // Somebody else was first: what they wrote decides.
        } catch (UnsupportedOperationException e) {
            throw new AtomicMoveNotSupportedException(null, null, "the print folder's file system has no hard links");
        } finally {
            Files.deleteIfExists(part);
        }
        sync(handedOver);
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
