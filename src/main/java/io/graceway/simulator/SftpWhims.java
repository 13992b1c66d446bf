package io.graceway.simulator;

import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.function.Supplier;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;

/** Tells a {@link Whim} what the SFTP server is about to do. */
final class SftpWhims implements SftpEventListener {

    private final Supplier<Whim> whim;

    SftpWhims(Supplier<Whim> whim) {
        this.whim = whim;
    }

    @Override
    public void opening(ServerSession session, String id, Handle handle) throws IOException {
        if (handle instanceof FileHandle file && !file.getOpenOptions().contains(StandardOpenOption.WRITE)) {
            whim.get().at("read", file.getFile());
        }
    }

    @Override
    public void writing(ServerSession session, String id, FileHandle file, long at, byte[] out, int from, int length)
            throws IOException {
        whim.get().at("write", file.getFile());
    }

    @Override
    public void closed(ServerSession session, String id, Handle handle, Throwable thrown) throws IOException {
        whim.get().at("written", handle.getFile());
    }

    @Override
    public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> how) throws IOException {
        whim.get().at("rename", from);
    }

    @Override
    public void moved(ServerSession session, Path from, Path to, Collection<CopyOption> how, Throwable thrown)
            throws IOException {
        whim.get().at("renamed", to);
    }

    @Override
    public void removing(ServerSession session, Path path, boolean isFolder) throws IOException {
        whim.get().at("delete", path);
    }
}
