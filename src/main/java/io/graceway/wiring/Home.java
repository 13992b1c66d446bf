package io.graceway.wiring;

import io.graceway.wiring.config.PartnerFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.nio.file.attribute.PosixFilePermission;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The folder a gateway works from and the folder it keeps its state in.
 *
 * @param folder with {@code partner-config}, and with {@code routes} and {@code mappings} of its own if it has any
 * @param state  readable by its owner only
 * @param sandbox whether nothing may leave, and the clock is walked
 */
record Home(Path folder, Path state, PartnerFiles files, boolean sandbox) {

    private static final Set<PosixFilePermission> OWNER = Set.of(PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    /** The state folder is what GRACEWAY_STATE says, else what the house file says, else {@code state} in the home. */
    static Home open(Path folder, Function<String, String> environment) {
        PartnerFiles files = PartnerFiles.read(folder, environment);
        String said = environment.apply("GRACEWAY_STATE");
        Path state = said != null && !said.isBlank() ? Path.of(said)
                : files.house().state() != null ? folder.resolve(files.house().state()) : folder.resolve("state");
        return made(new Home(folder, state.toAbsolutePath().normalize(), files, false));
    }

    /** The same house, in a state folder that is the sandbox's own, with partners that are folders in it. */
    static Home sandbox(Path folder, Path state, Function<String, String> environment,
                        UnaryOperator<PartnerFiles> apart) {
        return made(new Home(folder, state.toAbsolutePath().normalize(), apart.apply(PartnerFiles.read(folder,
                environment)), true));
    }

    private static Home made(Home home) {
        home.folder("keys");
        return home;
    }

    /** A folder below the state folder, made when it is not there yet. */
    Path folder(String name) {
        Path made = state.resolve(name);
        try {
            Files.createDirectories(made);
            if (Files.getFileStore(state).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(state, OWNER);
            }
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("GW-CFG-102: the state folder " + state + " cannot be written; "
                    + "set GRACEWAY_STATE to a folder that can", e);
        }
    }
}
