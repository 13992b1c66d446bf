package io.graceway.edge.agency.sftp;

import io.graceway.edge.agency.CheckWalk;
import io.graceway.edge.agency.Tally;
import io.graceway.edge.agency.Trouble;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.placement.MailboxFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tries every step of using an SFTP mailbox on a session of its own, with a small file of no meaning. */
final class SftpCheck {

    private static final byte[] NOTHING_MEANT =
            "This file only tries whether files can be put here; it may be deleted.\n".getBytes(StandardCharsets.UTF_8);

    private final SftpTerms terms;
    private final SftpSessions sessions;
    private SftpLease lease;
    private RemoteFiles files;
    private String part;
    private String name;

    SftpCheck(SftpTerms terms, SftpSessions sessions) {
        this.terms = terms;
        this.sessions = sessions;
    }

    List<CheckStep> run() {
        try {
            return new CheckWalk(e -> SftpTrouble.connecting(e, terms.place(), false))
                    .step("host name", () -> InetAddress.getAllByName(terms.host()))
                    .step("port", this::knock)
                    .step("host key and login", () -> lease = sessions.fresh())
                    .step("out folder", this::findOutFolder)
                    .step("in folder", () -> files.folder(terms.inFolder()))
                    .step("list", () -> files.list(files.folder(terms.inFolder())))
                    .step("write", () -> files.send(new ByteArrayInputStream(NOTHING_MEANT), part, 0))
                    .step("size", this::compareSize)
                    .step("read back", this::readBack)
                    .step("rename", this::rename)
                    .step("delete", this::delete)
                    .steps();
        } finally {
            leave();
        }
    }

    private void knock() throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(terms.host(), terms.port()), (int) terms.connectTimeout().toMillis());
        }
    }

    private void findOutFolder() throws MailboxFailure {
        files = lease.files();
        String unique = Long.toString(System.nanoTime(), Character.MAX_RADIX);
        String folder = files.folder(terms.outFolder());
        part = folder + "/.part-check-" + unique;
        name = folder + "/.check-" + unique;
    }

    private void compareSize() throws MailboxFailure {
        if (files.seen(part).map(RemoteFiles.Seen::size).orElse(-1L) != NOTHING_MEANT.length) {
            throw Trouble.NOT_AS_SENT.at("size of the file tried with");
        }
    }

    private void readBack() throws MailboxFailure, IOException {
        try {
            Tally back = files.receive(part, OutputStream.nullOutputStream(), NOTHING_MEANT.length);
            if (!back.equals(Tally.of(NOTHING_MEANT))) {
                throw Trouble.NOT_AS_SENT.at("content of the file tried with");
            }
        } catch (MailboxFailure e) {
            throw e.code().equals(Trouble.NO_PERMISSION.code()) ? Trouble.READ_BACK.at("the file tried with", e) : e;
        }
    }

    private void rename() throws MailboxFailure {
        try {
            files.rename(part, name);
        } catch (MailboxFailure e) {
            throw e.code().equals(Trouble.SERVER_FAILED.code()) ? Trouble.RENAME.at("the file tried with", e) : e;
        }
        if (files.seen(name).isEmpty()) {
            throw Trouble.RENAME.at("the file tried with");
        }
    }

    private void delete() throws MailboxFailure {
        files.remove(name);
        lease.done();
    }

    /** A check that failed half-way leaves nothing behind where it can help it. */
    private void leave() {
        if (lease == null) {
            return;
        }
        boolean swept = part == null;
        try (SftpLease ending = lease) {
            if (!swept && ending.isUp()) {
                sweep(ending);
                swept = true;
            }
        } catch (MailboxFailure e) {
            // The session may have ended with what failed, a moment later than it said so.
            notSwept(e);
        }
        if (!swept) {
            sweepAnew();
        }
    }

    private void sweepAnew() {
        try (SftpLease anew = sessions.fresh()) {
            sweep(anew);
        } catch (MailboxFailure e) {
            notSwept(e);
        }
    }

    private void sweep(SftpLease by) throws MailboxFailure {
        by.files().remove(part);
        by.files().remove(name);
    }

    private static void notSwept(MailboxFailure why) {
        System.getLogger(SftpCheck.class.getName()).log(System.Logger.Level.INFO, why.getMessage());
    }
}
