package io.graceway.edge.document.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Puts a partner file in the place of the one that was there: readers see one or the other, never a part. */
public final class WholeFile {

    private WholeFile() {
    }

    /** @param first is done when the new one is on the disk, before it counts; where it fails, nothing is replaced */
    public static void replace(Path file, byte[] content, Runnable first) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.createDirectories(file.getParent());
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        first.run();
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Keeps a version that gives way, under a name that says its content. */
    public static void keep(Path folder, String name, byte[] content) throws IOException {
        if (content.length > 0) {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name), content);
        }
    }
}
