package io.graceway.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** Random keys of the house that nobody else ever needs, made at first use. */
final class Secrets {

    private static final int BYTES = 32;

    private Secrets() {
    }

    /** The key in that file; a missing one is made, readable by its owner only. */
    static byte[] bytes(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] fresh = new byte[BYTES];
                new SecureRandom().nextBytes(fresh);
                Path unfinished = Files.createTempFile(file.getParent(), "key", ".new",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.write(unfinished, fresh, StandardOpenOption.SYNC);
                Files.move(unfinished, file);
            }
            return Files.readAllBytes(file);
        } catch (FileAlreadyExistsException e) {
            return bytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("GW-CFG-103: the key file " + file + " cannot be made or read", e);
        }
    }
}
