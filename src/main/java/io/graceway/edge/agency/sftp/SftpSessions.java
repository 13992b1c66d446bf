package io.graceway.edge.agency.sftp;

import io.graceway.edge.agency.Trouble;
import io.graceway.edge.agency.Watchdog;
import io.graceway.journey.placement.MailboxFailure;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.commons.vfs2.FileSystemException;

/** The sessions of one agency: never more than it allows, kept warm for a while, thrown away when in doubt. */
final class SftpSessions implements AutoCloseable {

    /** A full house is waited for as long as several pieces of work may take. */
    private static final int WAITING_PATIENCES = 6;

    private final SftpTerms terms;
    private final Watchdog watchdog;
    private final Semaphore permits;
    private final Pace pace;
    private final Deque<SftpLease> idle = new ConcurrentLinkedDeque<>();
    private final AutoCloseable round;
    private volatile boolean closed;

    SftpSessions(SftpTerms terms, Watchdog watchdog) {
        this.terms = terms;
        this.watchdog = watchdog;
        pace = Pace.of(terms.habits().bytesPerSecond());
        permits = new Semaphore(terms.habits().mostSessions(), true);
        round = watchdog.round(this::closeIdle);
    }

    /** A session that has just answered; opened when no warm one does. */
    SftpLease lease() throws MailboxFailure {
        await();
        try {
            for (SftpLease warm = idle.poll(); warm != null; warm = idle.poll()) {
                if (warm.isUp() && answers(warm.lentBy(this, watchdog))) {
                    return warm;
                }
                warm.cut();
            }
            return opened();
        } catch (MailboxFailure | RuntimeException e) {
            permits.release();
            throw e;
        }
    }

    /** A new session, whatever is warm. */
    SftpLease fresh() throws MailboxFailure {
        await();
        try {
            return opened();
        } catch (MailboxFailure | RuntimeException e) {
            permits.release();
            throw e;
        }
    }

    private void await() throws MailboxFailure {
        long millis = terms.connectTimeout().plus(terms.sessionTimeout().multipliedBy(WAITING_PATIENCES)).toMillis();
        try {
            if (!permits.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                throw Trouble.ALL_LEASED.at(terms.place());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Trouble.ALL_LEASED.at(terms.place(), e);
        }
    }

    private SftpLease opened() throws MailboxFailure {
        PinnedLine line = PinnedLine.open(terms, watchdog);
        try {
            return new SftpLease(line, terms, pace).lentBy(this, watchdog);
        } catch (FileSystemException e) {
            line.close();
            throw SftpTrouble.working(e, terms.place(), false);
        }
    }

    /** An agency's server closes idle sessions without a word; better seen here than in the middle of a put. */
    private static boolean answers(SftpLease warm) {
        try {
            return warm.files().seen(".").isPresent();
        } catch (MailboxFailure e) {
            warm.forget();
            return false;
        }
    }

    void back(SftpLease lease, boolean whole) {
        if (whole && !closed && lease.isUp()) {
            idle.push(lease);
        } else {
            lease.cut();
        }
        permits.release();
        if (closed) {
            closeAll();
        }
    }

    private void closeIdle() {
        for (SftpLease lease : idle) {
            if (lease.isIdleFor(terms.habits().idle().toNanos()) && idle.remove(lease)) {
                lease.cut();
            }
        }
    }

    private void closeAll() {
        for (SftpLease lease = idle.poll(); lease != null; lease = idle.poll()) {
            lease.end();
        }
    }

    /** How many sessions are kept warm just now. */
    int warm() {
        return idle.size();
    }

    @Override
    public void close() {
        closed = true;
        closeAll();
        try {
            round.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
