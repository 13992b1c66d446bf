package io.graceway.journey.placement;

import java.nio.file.Path;

/**
 * A file that is signed, encrypted and complete on our disk.
 *
 * @param name   final name at the agency; letters, digits, dot and dash, one folder at most; no personal data
 * @param path   where it lies here
 * @param size   bytes
 * @param sha256 lower-case hex of the sealed bytes
 */
public record SealedFile(String name, Path path, long size, String sha256) {

    /** Where a file of that delivery lies here until it is delivered: wire names need not differ between agencies. */
    public static Path under(Path folder, String delivery, String name) {
        return folder.resolve(delivery).resolve(name);
    }

    public SealedFile {
        if (!name.matches("([A-Za-z0-9][A-Za-z0-9_-]{0,99}/)?[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw new IllegalArgumentException("a sealed file's name has letters, digits, dots and dashes only, and at"
                    + " most one folder before it");
        }
    }
}
