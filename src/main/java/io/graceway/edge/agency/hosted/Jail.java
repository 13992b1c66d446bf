package io.graceway.edge.agency.hosted;

import io.graceway.edge.agency.OwnFile;
import io.graceway.edge.agency.Tally;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;

/** What an agency may do in its mailbox: read and delete what is for it, write what is for us, within its quota. */
final class Jail implements SftpEventListener {

    private final Map<String, Tray> trays;
    private final Access access;
    private final Bounds bounds;
    /** Files being written, and how long each may become. */
    private final Map<Handle, Long> most = new ConcurrentHashMap<>();

    Jail(Map<String, Tray> trays, Access access) {
        this.trays = trays;
        this.access = access;
        this.bounds = new Bounds(trays, access);
    }

    private Tray tray(ServerSession session) {
        return trays.get(session.getUsername());
    }

    /** Below the folder of the two, so that the same name in two folders is two files. */
    private static String name(Path file) {
        return file.subpath(1, file.getNameCount()).toString();
    }

    @Override
    public void opening(ServerSession session, String remote, Handle handle) throws IOException {
        if (!(handle instanceof FileHandle file)) {
            return;
        }
        if (reads(file)) {
            bounds.folder(session, file.getFile());
            return;
        }
        bounds.ours(session, file.getFile());
        Tray tray = tray(session);
        String name = name(file.getFile());
        Tray.Load others = tray.load(name);
        if (others.files() >= tray.mostFiles()) {
            throw bounds.denied(session, "the mailbox holds " + tray.mostFiles() + " files; wait until they are taken");
        }
        tray.begins(name);
        most.put(handle, tray.mostBytes() - others.bytes());
    }

    private static boolean reads(FileHandle file) {
        return Set.of(StandardOpenOption.READ).containsAll(file.getOpenOptions());
    }

    @Override
    public void writing(ServerSession session, String remote, FileHandle file, long offset, byte[] data, int at,
                        int length) throws IOException {
        if (offset + length > most.getOrDefault(file, 0L)) {
            // What lacks its end is not finished, however properly it is closed.
            most.remove(file);
            throw bounds.denied(session, "the mailbox holds at most " + tray(session).mostBytes()
                    + " bytes; wait until they are taken");
        }
    }

    /** A reader that is at the end has the file. */
    @Override
    public void closing(ServerSession session, String remote, Handle handle) throws IOException {
        if (handle instanceof FileHandle file && reads(file)
                && bounds.folder(session, file.getFile()).equals(Tray.TO_AGENCY)
                && file.getFileChannel().position() >= file.getFileChannel().size()) {
            tray(session).wasRead(name(file.getFile()));
            access.seen(session.getUsername(), "read", "file", name(file.getFile()), "size",
                    String.valueOf(file.getFileChannel().size()));
        }
    }

    @Override
    public void closed(ServerSession session, String remote, Handle handle, Throwable thrown) throws IOException {
        if (most.remove(handle) != null && thrown == null) {
            Tray tray = tray(session);
            Tally written = tally(tray.fromAgency().resolve(name(handle.getFile())));
            tray.finishes(name(handle.getFile()));
            access.seen(tray.agency(), "written", "size", String.valueOf(written.size()), "sha256", written.sha256());
        }
    }

    private static Tally tally(Path file) throws IOException {
        try (InputStream in = OwnFile.read(file)) {
            return Tally.copy(in, OutputStream.nullOutputStream(), Long.MAX_VALUE, () -> { });
        }
    }

    /** The session ends with the file open: whatever was written of it stays unfinished. */
    @Override
    public void exiting(ServerSession session, Handle handle) {
        most.remove(handle);
    }

    @Override
    public void destroying(ServerSession session) {
        bounds.forget(session);
    }

    @Override
    public void removing(ServerSession session, Path path, boolean directory) throws IOException {
        if (directory) {
            throw bounds.denied(session, "folders stay");
        }
        bounds.folder(session, path);
    }

    @Override
    public void removed(ServerSession session, Path path, boolean directory, Throwable thrown) throws IOException {
        Tray tray = tray(session);
        if (thrown == null) {
            boolean theirs = bounds.folder(session, path).equals(Tray.FROM_AGENCY);
            if (theirs) {
                tray.finishes(name(path));
            } else {
                tray.wasRemoved(name(path));
            }
            access.seen(tray.agency(), "removed", "folder", bounds.folder(session, path), "file",
                    theirs ? "" : name(path));
        }
    }

    @Override
    public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options) throws IOException {
        Tray tray = tray(session);
        bounds.ours(session, from);
        bounds.ours(session, to);
        if (Files.exists(tray.fromAgency().resolve(name(to)))) {
            throw bounds.denied(session, "another file has that name");
        }
    }

    @Override
    public void moved(ServerSession session, Path from, Path to, Collection<CopyOption> options, Throwable thrown)
            throws IOException {
        if (thrown == null) {
            tray(session).renamed(name(from), name(to));
        }
    }

    @Override
    public void creating(ServerSession session, Path path, Map<String, ?> attributes) throws IOException {
        throw bounds.denied(session, "no folders are made here");
    }

    @Override
    public void linking(ServerSession session, Path source, Path target, boolean symbolic) throws IOException {
        throw bounds.denied(session, "no links are made here");
    }

    @Override
    public void modifyingAttributes(ServerSession session, Path path, Map<String, ?> attributes) throws IOException {
        bounds.ours(session, path);
    }
}
