package io.graceway.edge.agency.hosted;

import io.graceway.edge.agency.Tally;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One agency's mailbox on our own disk. The agency's jail holds the two folders; what we know about its files lies
 * beside the jail, out of its reach.
 *
 * @param agency    id
 * @param folder    of this agency alone
 * @param mostBytes that may wait for us at a time
 * @param mostFiles that may wait for us at a time
 * @param folders   below the two, such as {@code from-agency/reports}; empty where files are told by their names
 */
public record Tray(String agency, Path folder, long mostBytes, int mostFiles, Set<String> folders) {

    /** Where we put, seen from the agency's own root. */
    public static final String TO_AGENCY = "to-agency";
    /** Where the agency leaves what is for us. */
    public static final String FROM_AGENCY = "from-agency";

    public Tray {
        folders = Set.copyOf(folders);
    }

    /** One whose files are told by their names. */
    public Tray(String agency, Path folder, long mostBytes, int mostFiles) {
        this(agency, folder, mostBytes, mostFiles, Set.of());
    }

    /** The same with folders below the two. */
    public Tray with(Set<String> below) {
        return new Tray(agency, folder, mostBytes, mostFiles, below);
    }

    /** Makes the folders where they are not there yet. */
    public Tray open() {
        try {
            for (Path one : List.of(toAgency(), fromAgency(), unfinished(), read(), incoming())) {
                Files.createDirectories(one);
            }
            for (String one : folders) {
                Files.createDirectories(jail().resolve(one));
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("GW-MAIL-060: the folder of the hosted mailbox " + agency
                    + " cannot be made; look at space and permissions of the state folder", e);
        }
    }

    /** The agency's root. */
    Path jail() {
        return folder.resolve("home");
    }

    Path toAgency() {
        return jail().resolve(TO_AGENCY);
    }

    Path fromAgency() {
        return jail().resolve(FROM_AGENCY);
    }

    /** What is being handed in, until all of it is there. */
    Path incoming() {
        return folder.resolve("incoming");
    }

    private Path unfinished() {
        return folder.resolve("unfinished");
    }

    private Path read() {
        return folder.resolve("read");
    }

    /** From now on the agency is writing that file, also after a crash of ours. */
    void begins(String name) throws IOException {
        mark(unfinished(), name);
    }

    /** The agency closed it itself: it is complete. */
    void finishes(String name) throws IOException {
        unmark(unfinished(), name);
    }

    boolean isFinished(String name) {
        return Files.notExists(unfinished().resolve(spelled(name)));
    }

    /** What is unfinished stays so under its new name. */
    void renamed(String from, String to) throws IOException {
        if (isFinished(from)) {
            finishes(to);
        } else {
            begins(to);
        }
        finishes(from);
    }

    /** The agency read one of our files to its end. */
    void wasRead(String name) throws IOException {
        mark(read(), name);
    }

    /** The agency took it away: that it is gone says as much. */
    void wasRemoved(String name) throws IOException {
        unmark(read(), name);
    }

    boolean isRead(String name) {
        return Files.exists(read().resolve(spelled(name)));
    }

    /** Whether files may lie in that folder, seen from the agency's own root. */
    boolean has(String folder) {
        return folder.equals(TO_AGENCY) || folder.equals(FROM_AGENCY) || folders.contains(folder);
    }

    /** Folders below the one for us that are looked into; the empty one is that folder itself. */
    List<String> lookedInto() {
        return Stream.concat(Stream.of(""), folders.stream().filter(one -> one.startsWith(FROM_AGENCY + "/"))
                .map(one -> one.substring(FROM_AGENCY.length() + 1)).sorted()).toList();
    }

    /** Bytes and files that wait for us, but for that one. */
    Load load(String except) throws IOException {
        long bytes = 0;
        int files = 0;
        for (String folder : lookedInto()) {
            try (Stream<Path> all = Files.list(fromAgency().resolve(folder))) {
                for (Path one : all.filter(Files::isRegularFile).toList()) {
                    if (!fromAgency().relativize(one).toString().equals(except)) {
                        bytes += size(one);
                        files++;
                    }
                }
            }
        }
        return new Load(bytes, files);
    }

    record Load(long bytes, int files) {
    }

    /** It may have been taken away meanwhile. */
    private static long size(Path file) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).size();
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    private static void mark(Path marks, String name) throws IOException {
        Files.write(marks.resolve(spelled(name)), new byte[0]);
    }

    private static void unmark(Path marks, String name) throws IOException {
        Files.deleteIfExists(marks.resolve(spelled(name)));
    }

    /** A name of the agency's is never a name on our side of the jail. */
    private static String spelled(String name) {
        return Tally.of(name.getBytes(StandardCharsets.UTF_8)).sha256();
    }
}
