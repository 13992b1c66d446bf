package io.graceway.edge.agency.hosted;

import io.graceway.edge.agency.OwnFile;
import io.graceway.edge.agency.RemoteName;
import io.graceway.edge.agency.Tally;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Where an agency that does not come by SFTP fetches and hands in its files, within the same bounds. */
public final class Counter {

    /** What became of a file that was handed in. */
    public enum Handed {
        STORED, SAME, ANOTHER, FULL, TOO_LARGE, NAME_REFUSED
    }

    /** @param tally of what came; of no meaning unless it is stored or the same */
    public record Receipt(Handed handed, Tally tally) {
    }

    private static final Tally NOTHING = new Tally(0, "");

    private final Tray tray;
    private final Access access;

    public Counter(Tray tray, Access access) {
        this.tray = tray.open();
        this.access = access;
    }

    public boolean isThere(String name) {
        return Files.isRegularFile(tray.toAgency().resolve(RemoteName.of(name).text()));
    }

    public boolean isFetched(String name) {
        return tray.isRead(name);
    }

    /** Writes it from that byte on; only when all of it went out it counts as fetched. */
    public boolean give(String name, long from, OutputStream out) throws IOException {
        if (!isThere(name)) {
            return false;
        }
        long size = from;
        try (InputStream in = OwnFile.read(tray.toAgency().resolve(name))) {
            in.skipNBytes(from);
            size += in.transferTo(out);
            out.flush();
        }
        tray.wasRead(name);
        access.seen(tray.agency(), "read", "file", name, "size", String.valueOf(size));
        return true;
    }

    public void remove(String name) throws IOException {
        if (Files.deleteIfExists(tray.toAgency().resolve(RemoteName.of(name).text()))) {
            tray.wasRemoved(name);
            access.seen(tray.agency(), "removed", "folder", Tray.TO_AGENCY, "file", name);
        }
    }

    /** Keeps it under its name once all of it is on the disk; nothing is ever replaced. */
    public Receipt take(String name, InputStream content) throws IOException {
        if (!RemoteName.whyRefused(name).isEmpty()) {
            return new Receipt(Handed.NAME_REFUSED, NOTHING);
        }
        Tray.Load others = tray.load(name);
        if (others.files() >= tray.mostFiles() || others.bytes() >= tray.mostBytes()) {
            return new Receipt(Handed.FULL, NOTHING);
        }
        Path came = tray.incoming().resolve(UUID.randomUUID().toString());
        try {
            Tally tally;
            try (OutputStream out = OwnFile.write(came)) {
                tally = Tally.copy(content, out, tray.mostBytes() - others.bytes(), () -> { });
            }
            return place(came, tray.fromAgency().resolve(name), tally);
        } catch (Tally.TooMuch e) {
            return new Receipt(others.bytes() > 0 ? Handed.FULL : Handed.TOO_LARGE, NOTHING);
        } finally {
            Files.deleteIfExists(came);
        }
    }

    private Receipt place(Path came, Path there, Tally tally) throws IOException {
        try {
            // A link is made or refused as one step, where a rename would replace what another request put there.
            Files.createLink(there, came);
            tray.finishes(there.getFileName().toString());
        } catch (FileAlreadyExistsException e) {
            return new Receipt(tally(there).equals(tally) ? Handed.SAME : Handed.ANOTHER, tally);
        }
        access.seen(tray.agency(), "written", "size", String.valueOf(tally.size()), "sha256", tally.sha256());
        return new Receipt(Handed.STORED, tally);
    }

    private static Tally tally(Path file) throws IOException {
        try (InputStream in = OwnFile.read(file)) {
            return Tally.copy(in, OutputStream.nullOutputStream(), Long.MAX_VALUE, () -> { });
        }
    }
}
