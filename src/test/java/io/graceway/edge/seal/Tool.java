package io.graceway.edge.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the OpenPGP tools that agencies use, so that proof comes from outside our own code. */
final class Tool {

    /** What a command said: standard output and error together. */
    record Said(int exit, String text) {

        Said fine() {
            assertThat(exit).as(text).isZero();
            return this;
        }
    }

    private Tool() { }

    static Said run(Path folder, List<String> command) {
        Path log = null;
        try {
            log = Files.createTempFile("said", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                    .redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().put("LC_ALL", "C.UTF-8");
            Process process = builder.start();
            process.getOutputStream().close();
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("%s ends", command).isTrue();
            return new Said(process.exitValue(), Files.readString(log, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new AssertionError(command.get(0) + " is missing; install it: apt-get install gnupg sq", e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            if (log != null) {
                log.toFile().delete();
            }
        }
    }
}
