package io.graceway.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Encrypts with a tool that agencies use, and forgets to sign. */
final class OutsideSeal {

    private OutsideSeal() {
    }

    /** @param house its public key; @param work where the tool may keep what it needs */
    static byte[] unsigned(byte[] content, Path house, Path work) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Files.createDirectories(work), "unsigned");
        Path plain = Files.write(folder.resolve("plain"), content);
        Path sealed = folder.resolve("sealed");
        Process gpg = new ProcessBuilder(List.of("gpg", "--homedir", folder.toString(), "--batch", "--no-options",
                "--trust-model", "always", "--recipient-file", house.toString(), "--output", sealed.toString(),
                "--encrypt", plain.toString())).redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile()).start();
        if (!gpg.waitFor(60, TimeUnit.SECONDS) || gpg.exitValue() != 0) {
            throw new IOException("gpg does not encrypt: " + Files.readString(folder.resolve("said")));
        }
        return Files.readAllBytes(sealed);
    }
}
