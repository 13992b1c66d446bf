package io.graceway.wiring;

import io.graceway.edge.document.config.WholeFile;
import io.graceway.edge.seal.PublicKeys;
import io.graceway.face.console.onboard.Draft;
import io.graceway.face.console.sign.Deeds;
import io.graceway.journey.account.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where files of agencies and their keys lie.
 *
 * @param folder {@code partner-config}, @param state where a version that gave way is kept
 */
record DraftFile(Path folder, Path state, Deeds deeds) {

    /** Those that have a file. */
    List<String> agencies() {
        Path all = folder.resolve("agencies");
        try (Stream<Path> files = Files.isDirectory(all) ? Files.list(all) : Stream.empty()) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length())).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("GW-CFG-101: " + all + " cannot be listed", e);
        }
    }

    private Path at(String id) {
        return folder.resolve("agencies").resolve(id + ".yaml");
    }

    /** Empty where there is none. */
    String standing(String id) {
        try {
            return Files.exists(at(id)) ? Files.readString(at(id)) : "";
        } catch (IOException e) {
            throw cannot("read", at(id), e);
        }
    }

    private static IllegalStateException cannot(String what, Path file, IOException cause) {
        return new IllegalStateException("GW-WEB-174: " + file + " cannot be " + what + "; nothing counts that did not "
                + "before: let the gateway read and write in partner-config, then do it again", cause);
    }

    /** Whether another partner file than that agency's names this variable. */
    boolean isNamedElsewhere(String id, String named) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".yaml") && !one.equals(at(id))).toList()) {
                if (Files.readString(file).contains(named)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("GW-CFG-101: " + folder + " cannot be listed", e);
        }
    }

    private Path keys(String id) {
        return folder.resolve("keys").resolve(id + ".asc");
    }

    /** The keys that the draft or the agency's file has, and that one. @param now where those of the file lie */
    String withKey(Draft draft, Path now, String key) {
        List<byte[]> all = new ArrayList<>();
        try {
            if (!draft.keys().isEmpty()) {
                all.add(draft.keys().getBytes(StandardCharsets.UTF_8));
            } else if (!draft.isNew() && Files.exists(now)) {
                all.add(Files.readAllBytes(now));
            }
        } catch (IOException e) {
            throw cannot("read", now, e);
        }
        all.add(key.getBytes(StandardCharsets.UTF_8));
        return PublicKeys.together(all);
    }

    /** Puts the draft into its place where that is still what it was begun from; what gives way is kept. */
    void write(Draft draft, String by) {
        String id = draft.agency();
        String before = standing(id);
        if (!before.equals(draft.base())) {
            throw new IllegalStateException("GW-WEB-171: " + at(id) + " was changed since this was begun; nothing was "
                    + "written: drop this and begin again from the file as it is");
        }
        Path kept = state.resolve("replaced");
        Path keys = keys(id);
        try {
            WholeFile.keep(kept, id + "-" + Ids.hex(before) + ".yaml", before.getBytes(StandardCharsets.UTF_8));
            if (!draft.keys().isEmpty()) {
                // A key that no pin names yet counts for nothing, so it may be there before the file.
                byte[] old = Files.exists(keys) ? Files.readAllBytes(keys) : new byte[0];
                WholeFile.keep(kept, id + "-" + Ids.hex(old) + ".asc", old);
                WholeFile.replace(keys, draft.keys().getBytes(StandardCharsets.UTF_8), () -> { });
            }
            WholeFile.replace(at(id), draft.text().getBytes(StandardCharsets.UTF_8), () -> deeds.done("agency-approved",
                    by, id, "drafted-by", String.join(" ", draft.people()), "asked-by", draft.askedBy(),
                    "before-sha256", before.isEmpty() ? "" : Ids.hex(before), "after-sha256", Ids.hex(draft.text()),
                    "keys-sha256", draft.keys().isEmpty() ? "" : Ids.hex(draft.keys()), "tones", draft.tones().replace(
                    '\n', ' ')));
        } catch (IOException e) {
            throw cannot("written", at(id), e);
        }
    }
}
