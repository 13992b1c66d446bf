package io.graceway.face.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Function;

/**
 * A house tried out on a calendar that people walk.
 *
 * @param folder where the sandbox keeps everything, of its own
 * @param port   of its pages, on this machine only
 * @param first  day it begins on; where it has begun already it goes on from where it stands
 */
public record SandboxHome(Path home, Path folder, int port, LocalDate first, Function<String, String> environment) {
}
