package io.graceway.edge.letter.paper;

import io.graceway.journey.account.CheckStep;
import io.graceway.journey.account.CheckStep.Walk;
import io.graceway.journey.account.CheckStep.Walk.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Tries a print folder with everything that a letter needs, and leaves nothing behind for the printer. */
final class PrintCheck {

    /** Room for a thousand letters. */
    private static final long LEAST_BYTES = 100L << 20;
    private static final long MEGABYTE = 1L << 20;

    private final Path folder;
    private final long leastBytes;

    PrintCheck(Path folder) {
        this(folder, LEAST_BYTES);
    }

    PrintCheck(Path folder, long leastBytes) {
        this.folder = folder;
        this.leastBytes = leastBytes;
    }

    List<CheckStep> steps() {
        return new Walk(System::nanoTime, this::words).then("exists", () -> {
            if (!Files.isDirectory(folder)) {
                throw new NoSuchFileException(folder.toString());
            }
            return "";
        }).then("write", this::written).then("free space", this::room).steps();
    }

    /** As a letter goes: written, linked so that nobody is first twice, renamed; beside the printer's own files. */
    private String written() throws IOException {
        Path trial = Files.createTempDirectory(folder, ".check-");
        Path file = trial.resolve("file");
        Path link = trial.resolve("link");
        Path renamed = trial.resolve("renamed");
        try {
            Files.write(file, new byte[] {1}, StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
            Files.createLink(link, file);
            Files.move(file, renamed, StandardCopyOption.ATOMIC_MOVE);
            return "";
        } catch (UnsupportedOperationException e) {
            throw new IOException("no hard links", e);
        } finally {
            for (Path one : List.of(file, link, renamed, trial)) {
                Files.deleteIfExists(one);
            }
        }
    }

    private String room() throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < leastBytes) {
            throw new Full(free);
        }
        return free / MEGABYTE + " MB free";
    }

    private static final class Full extends IOException {

        private static final long serialVersionUID = 1L;

        Full(long free) {
            super("only " + free / MEGABYTE + " MB are free; make room");
        }
    }

    private Failure words(Exception seen) {
        if (seen instanceof Full) {
            return new Failure("GW-NOT-034", seen.getMessage());
        }
        return new Failure("GW-NOT-032", seen instanceof NoSuchFileException
                ? "there is no folder " + folder + "; make it, or mount it"
                : "the folder " + folder + " cannot be written as letters need it (" + seen.getClass().getSimpleName()
                + "); look at rights, disk, and hard links");
    }
}
