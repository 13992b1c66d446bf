package io.graceway.journey.placement;

import java.nio.file.Path;

/**
 * A file that is signed, encrypted and complete on our disk.
 *
 * @param name   final name at the agency; letters, digits, dot and dash only, no personal data
 * @param path   where it lies here
 * @param size   bytes
 * @param sha256 lower-case hex of the sealed bytes
 */
public record SealedFile(String name, Path path, long size, String sha256) {

    public SealedFile {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9.-]{0,99}")) {
            throw new IllegalArgumentException("a sealed file's name has letters, digits, dots and dashes only");
        }
    }
}
