package io.graceway.edge.sandbox;

import io.graceway.journey.placement.ParcelSeal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** Seals nothing, because nothing leaves: people can read what an agency would get, and write what it would send. */
public final class PlainSeal implements ParcelSeal {

    /** What every parcel has in it here. */
    static final String MARK = "SANDBOX.txt";

    private static final String TEXT = "SANDBOX: this parcel was made to try things out. It is not a placement.\n";
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    @Override
    public void seal(String agency, Path plain, Path sealed) throws IOException {
        Path whole = sealed.resolveSibling(sealed.getFileName() + ".unfinished");
        Files.copy(plain, whole, StandardCopyOption.REPLACE_EXISTING);
        if (isZip(whole)) {
            try (FileSystem zip = FileSystems.newFileSystem(whole, Map.of())) {
                Files.write(zip.getPath(MARK), TEXT.getBytes(StandardCharsets.UTF_8));
            }
        }
        Files.move(whole, sealed, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return java.util.Arrays.equals(in.readNBytes(ZIP.length), ZIP);
        }
    }

    @Override
    public List<String> recipients(String agency) {
        return List.of();
    }

    @Override
    public void open(String agency, Path sealed, Path plain) throws IOException {
        Files.copy(sealed, plain, StandardCopyOption.REPLACE_EXISTING);
    }
}
