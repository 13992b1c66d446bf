package io.graceway.edge.agency.hosted;

import io.graceway.edge.agency.OwnFile;
import io.graceway.edge.agency.RemoteName;
import io.graceway.edge.agency.Tally;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
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

    /** Said to the client as it is. */
    static final class Denied extends AccessDeniedException {

        Denied(String why) {
            super(why);
        }

        @Override
        public String getMessage() {
            return getFile();
        }
    }

    /** What is open, and how far it got. */
    private static final class Opened {

        private final boolean writes;
        private final long most;
        private long moved;

        Opened(boolean writes, long most) {
            this.writes = writes;
            this.most = most;
        }
    }

    private final Map<String, Tray> trays;
    private final Access access;
    private final Map<Handle, Opened> open = new ConcurrentHashMap<>();
    private final Map<ServerSession, Set<String>> told = new ConcurrentHashMap<>();

    Jail(Map<String, Tray> trays, Access access) {
        this.trays = trays;
        this.access = access;
    }

    private Tray tray(ServerSession session) {
        return trays.get(session.getUsername());
    }

    /** Told once in a session: a client that goes on trying must not fill the log. */
    private Denied denied(ServerSession session, String why) {
        if (told.computeIfAbsent(session, one -> ConcurrentHashMap.newKeySet()).add(why)) {
            access.seen(session.getUsername(), "denied", "why", why);
        }
        return new Denied(why);
    }

    /** The folder of the two in which the file lies; everything else of the jail is closed. */
    private String folder(ServerSession session, Path file) throws Denied {
        String where = file.getNameCount() == 2 ? file.getName(0).toString() : "";
        if (!where.equals(Tray.TO_AGENCY) && !where.equals(Tray.FROM_AGENCY)) {
            throw denied(session, "files lie in " + Tray.TO_AGENCY + " and " + Tray.FROM_AGENCY + " only");
        }
        return where;
    }

    private void ours(ServerSession session, Path file) throws Denied {
        if (!folder(session, file).equals(Tray.FROM_AGENCY)) {
            throw denied(session, "nothing is written in " + Tray.TO_AGENCY);
        }
        String why = RemoteName.whyRefused(name(file));
        if (!why.isEmpty()) {
            throw denied(session, "a name is not taken: " + why);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    @Override
    public void opening(ServerSession session, String remote, Handle handle) throws IOException {
        if (!(handle instanceof FileHandle file)) {
            return;
        }
        Tray tray = tray(session);
        boolean writes = !Set.of(StandardOpenOption.READ).containsAll(file.getOpenOptions());
        if (!writes) {
            folder(session, file.getFile());
            open.put(handle, new Opened(false, 0));
            return;
        }
        ours(session, file.getFile());
        Tray.Load others = tray.load(name(file.getFile()));
        if (others.files() >= tray.mostFiles()) {
            throw denied(session, "the mailbox holds " + tray.mostFiles() + " files; wait until they are taken");
        }
        tray.begins(name(file.getFile()));
        open.put(handle, new Opened(true, tray.mostBytes() - others.bytes()));
    }

    @Override
    public void writing(ServerSession session, String remote, FileHandle file, long offset, byte[] data, int at,
                        int length) throws IOException {
        Opened one = open.get(file);
        if (one == null || !one.writes || offset + length > one.most) {
            throw denied(session, "the mailbox holds at most " + tray(session).mostBytes()
                    + " bytes; wait until they are taken");
        }
    }

    @Override
    public void read(ServerSession session, String remote, FileHandle file, long offset, byte[] data, int at,
                     int length, int got, Throwable thrown) {
        Opened one = open.get(file);
        if (one != null && got > 0) {
            one.moved += got;
        }
    }

    @Override
    public void closed(ServerSession session, String remote, Handle handle, Throwable thrown) throws IOException {
        Opened one = open.remove(handle);
        if (one == null || thrown != null) {
            return;
        }
        Tray tray = tray(session);
        String name = name(handle.getFile());
        if (one.writes) {
            Tally written = tally(tray.fromAgency().resolve(name));
            tray.finishes(name);
            access.seen(tray.agency(), "written", "size", String.valueOf(written.size()), "sha256", written.sha256());
        } else if (folder(session, handle.getFile()).equals(Tray.TO_AGENCY)) {
            read(tray, name, one.moved);
        }
    }

    private void read(Tray tray, String name, long moved) throws IOException {
        Path file = tray.toAgency().resolve(name);
        if (Files.exists(file) && moved >= Files.size(file)) {
            tray.wasRead(name);
            access.seen(tray.agency(), "read", "file", name, "size", String.valueOf(moved));
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
        open.remove(handle);
    }

    @Override
    public void destroying(ServerSession session) {
        told.remove(session);
    }

    @Override
    public void removing(ServerSession session, Path path, boolean directory) throws IOException {
        if (directory) {
            throw denied(session, "folders stay");
        }
        folder(session, path);
    }

    @Override
    public void removed(ServerSession session, Path path, boolean directory, Throwable thrown) throws IOException {
        Tray tray = tray(session);
        if (thrown == null) {
            boolean theirs = folder(session, path).equals(Tray.FROM_AGENCY);
            if (theirs) {
                tray.finishes(name(path));
            }
            access.seen(tray.agency(), "removed", "folder", folder(session, path), "file", theirs ? "" : name(path));
        }
    }

    @Override
    public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options) throws IOException {
        Tray tray = tray(session);
        ours(session, from);
        ours(session, to);
        if (Files.exists(tray.fromAgency().resolve(name(to)))) {
            throw denied(session, "another file has that name");
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
        throw denied(session, "no folders are made here");
    }

    @Override
    public void linking(ServerSession session, Path source, Path target, boolean symbolic) throws IOException {
        throw denied(session, "no links are made here");
    }

    @Override
    public void modifyingAttributes(ServerSession session, Path path, Map<String, ?> attributes) throws IOException {
        ours(session, path);
    }
}
