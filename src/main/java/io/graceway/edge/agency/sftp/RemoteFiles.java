package io.graceway.edge.agency.sftp;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.SftpATTRS;
import com.jcraft.jsch.SftpException;
import io.graceway.edge.agency.OwnFile;
import io.graceway.edge.agency.Tally;
import io.graceway.edge.agency.Trouble;
import io.graceway.edge.agency.Watchdog;
import io.graceway.edge.agency.shelf.Shelf;
import io.graceway.journey.placement.MailboxFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can be done with the files of one agency within one lease.
 *
 * <p>Commons VFS reports a file as missing whenever its stat fails, also for want of permission or of a connection.
 * What decides about putting, replacing or renaming is therefore asked of SFTP itself; VFS carries the content.
 */
final class RemoteFiles implements Shelf {

    private final PinnedFiles disk;
    private final SftpTerms terms;
    private final Watchdog.Guard guard;
    private final Pace pace;

    private static Seen seen(String name, SftpATTRS attrs) {
        boolean typed = (attrs.getFlags() & SftpATTRS.SSH_FILEXFER_ATTR_PERMISSIONS) != 0;
        return new Seen(name, attrs.getSize(), attrs.isReg() || !typed, attrs.isDir(), attrs.getMTime());
    }

    @FunctionalInterface
    private interface Question<T> {
        T put(ChannelSftp channel) throws SftpException, IOException;
    }

    RemoteFiles(PinnedFiles disk, SftpTerms terms, Watchdog.Guard guard, Pace pace) {
        this.pace = pace;
        this.disk = disk;
        this.terms = terms;
        this.guard = guard;
    }

    @Override
    public String folder(String configured) throws MailboxFailure {
        return ask("folder " + configured, channel -> {
            String path = disk.path(configured, channel);
            SftpATTRS attrs = statOrNull(channel, path, true);
            return attrs != null && attrs.isDir() ? Optional.of(path) : Optional.<String>empty();
        }).orElseThrow(() -> Trouble.FOLDER_MISSING.at("folder " + configured + " at " + terms.place()));
    }

    @Override
    public Optional<Seen> seen(String path) throws MailboxFailure {
        SftpATTRS attrs = ask("look at " + path, channel -> statOrNull(channel, path, false));
        return Optional.ofNullable(attrs).map(a -> seen(path, a));
    }

    /** "No such file" is an answer; every other failure is not. */
    private static SftpATTRS statOrNull(ChannelSftp channel, String path, boolean follow) throws SftpException {
        try {
            return follow ? channel.stat(path) : channel.lstat(path);
        } catch (SftpException e) {
            if (e.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
                return null;
            }
            throw e;
        }
    }

    @Override
    public List<Seen> list(String folder) throws MailboxFailure {
        return ask("list " + folder, channel -> {
            var entries = new ArrayList<Seen>();
            channel.ls(folder, entry -> {
                guard.moved();
                if (!entry.getFilename().equals(".") && !entry.getFilename().equals("..")) {
                    entries.add(seen(entry.getFilename(), entry.getAttrs()));
                }
                return entries.size() < MOST_ENTRIES ? ChannelSftp.LsEntrySelector.CONTINUE
                        : ChannelSftp.LsEntrySelector.BREAK;
            });
            return entries;
        });
    }

    @Override
    public boolean goesOn() {
        return true;
    }

    @Override
    public Tally send(InputStream content, String path, long there) throws MailboxFailure {
        try {
            Tally sent;
            try (OutputStream out = new Paced(disk.file(path).getContent().getOutputStream(there > 0), there, pace,
                    guard::moved)) {
                sent = written(content, out);
            }
            guard.moved();
            return sent;
        } catch (OwnFile.Failure e) {
            throw Trouble.OWN_FILE.at("write " + path, e);
        } catch (IOException e) {
            throw SftpTrouble.working(e, "write " + path, guard.hasFired());
        }
    }

    /** After a refused write JSch would wait in close for an answer that came already: the line is cut first. */
    private Tally written(InputStream content, OutputStream out) throws IOException {
        boolean accepted = false;
        try {
            Tally sent = Tally.copy(content, out, Long.MAX_VALUE, guard::moved);
            out.flush();
            accepted = true;
            return sent;
        } finally {
            if (!accepted) {
                disk.cut();
            }
        }
    }

    @Override
    public Tally receive(String path, OutputStream to, long most) throws MailboxFailure, OwnFile.Failure {
        try (InputStream in = disk.file(path).getContent().getInputStream()) {
            return Tally.copy(in, new Paced(to, 0, pace, guard::moved), most, guard::moved);
        } catch (OwnFile.Failure e) {
            throw e;
        } catch (Tally.TooMuch e) {
            throw Trouble.TOO_BIG.at("read " + path, e);
        } catch (IOException e) {
            throw SftpTrouble.working(e, "read " + path, guard.hasFired());
        }
    }

    @Override
    public void rename(String from, String to) throws MailboxFailure {
        ask("rename " + from, channel -> {
            channel.rename(from, to);
            return null;
        });
    }

    @Override
    public void remove(String path) throws MailboxFailure {
        ask("delete " + path, channel -> {
            if (statOrNull(channel, path, false) != null) {
                channel.rm(path);
            }
            return null;
        });
    }

    private <T> T ask(String doing, Question<T> question) throws MailboxFailure {
        guard.moved();
        try {
            ChannelSftp channel = disk.getChannel();
            T answer;
            try {
                answer = question.put(channel);
            } finally {
                disk.putChannel(channel);
            }
            guard.moved();
            return answer;
        } catch (SftpException | IOException e) {
            throw SftpTrouble.working(e, doing, guard.hasFired());
        }
    }
}
