package io.graceway.edge.agency.sftp;

import io.graceway.edge.agency.Watchdog;
import org.apache.commons.vfs2.FileSystemException;
import org.apache.commons.vfs2.impl.DefaultFileSystemManager;

/** One session, lent to one thread for one piece of work; whoever does not say {@link #done} gets it thrown away. */
final class SftpLease implements AutoCloseable {

    private final PinnedLine line;
    private final DefaultFileSystemManager manager;
    private final PinnedFiles disk;
    private final SftpTerms terms;
    private final Pace pace;
    private Watchdog.Guard guard;
    private SftpSessions lender;
    private boolean whole;
    private volatile long idleSince;

    SftpLease(PinnedLine line, SftpTerms terms, Pace pace) throws FileSystemException {
        this.pace = pace;
        this.line = line;
        this.terms = terms;
        manager = PinnedFiles.manager(line, terms);
        disk = PinnedFiles.in(manager, terms);
    }

    SftpLease lentBy(SftpSessions owner, Watchdog watchdog) {
        lender = owner;
        whole = false;
        guard = watchdog.guard(terms.sessionTimeout(), line::cut);
        return this;
    }

    RemoteFiles files() {
        return new RemoteFiles(disk, terms, guard, pace);
    }

    /** Fingerprint of the host key, which is the pinned one. */
    String hostKey() {
        return line.hostKey();
    }

    boolean isUp() {
        return line.isUp();
    }

    boolean isIdleFor(long nanos) {
        return System.nanoTime() - idleSince > nanos;
    }

    /** Says that the work ended well, so that the session may be used again. */
    void done() {
        whole = true;
    }

    /** Ends the watch without giving anything back. */
    void forget() {
        guard.close();
    }

    @Override
    public void close() {
        guard.close();
        idleSince = System.nanoTime();
        lender.back(this, whole && !guard.hasFired());
    }

    /** Says goodbye. */
    void end() {
        manager.close();
        line.close();
    }

    /** Ends it at once: a peer that does not listen is not worth a word that could block. */
    void cut() {
        line.cut();
        end();
    }
}
