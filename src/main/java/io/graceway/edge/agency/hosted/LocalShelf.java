package io.graceway.edge.agency.hosted;

import io.graceway.edge.agency.OwnFile;
import io.graceway.edge.agency.Tally;
import io.graceway.edge.agency.Trouble;
import io.graceway.edge.agency.shelf.Shelf;
import io.graceway.journey.placement.MailboxFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A tray as we see it: what the agency has not finished is not there yet. */
final class LocalShelf implements Shelf {

    private final Tray tray;

    LocalShelf(Tray tray) {
        this.tray = tray;
    }

    private Path at(String path) {
        return tray.jail().resolve(path);
    }

    @Override
    public String folder(String configured) throws MailboxFailure {
        if (!Files.isDirectory(at(configured), LinkOption.NOFOLLOW_LINKS)) {
            throw Trouble.FOLDER_MISSING.at("folder " + configured + " of " + tray.agency());
        }
        return configured;
    }

    @Override
    public Optional<Seen> seen(String path) throws MailboxFailure {
        try {
            BasicFileAttributes of = Files.readAttributes(at(path), BasicFileAttributes.class,
                    LinkOption.NOFOLLOW_LINKS);
            return Optional.of(new Seen(at(path).getFileName().toString(), of.size(), of.isRegularFile(),
                    of.isDirectory(), (int) of.lastModifiedTime().toInstant().getEpochSecond()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw Trouble.OWN_TRAY.at("look at " + path, e);
        }
    }

    @Override
    public List<Seen> list(String folder) throws MailboxFailure {
        List<Path> files;
        try (Stream<Path> all = Files.list(at(folder))) {
            files = all.limit(MOST_ENTRIES).toList();
        } catch (IOException e) {
            throw Trouble.OWN_TRAY.at("list " + folder, e);
        }
        List<Seen> seen = new ArrayList<>();
        for (Path file : files) {
            boolean ours = file.startsWith(tray.fromAgency());
            if (!ours || tray.isFinished(tray.fromAgency().relativize(file).toString())) {
                seen(folder + "/" + file.getFileName()).ifPresent(seen::add);
            }
        }
        return seen;
    }

    @Override
    public Tally send(InputStream content, String path, long there) throws MailboxFailure {
        try (OutputStream out = OwnFile.write(at(path))) {
            return Tally.copy(content, out, Long.MAX_VALUE, () -> { });
        } catch (IOException e) {
            throw Trouble.OWN_TRAY.at("write " + path, e);
        }
    }

    @Override
    public Tally receive(String path, OutputStream to, long most) throws MailboxFailure, OwnFile.Failure {
        try (InputStream in = Files.newInputStream(at(path), LinkOption.NOFOLLOW_LINKS)) {
            return Tally.copy(in, to, most, () -> { });
        } catch (OwnFile.Failure e) {
            throw e;
        } catch (Tally.TooMuch e) {
            throw Trouble.TOO_BIG.at("read " + path, e);
        } catch (IOException e) {
            throw Trouble.OWN_TRAY.at("read " + path, e);
        }
    }

    @Override
    public void rename(String from, String to) throws MailboxFailure {
        try {
            Files.move(at(from), at(to), StandardCopyOption.ATOMIC_MOVE);
            // Until its folder is on the disk the new name is not.
            try (FileChannel folder = FileChannel.open(at(to).getParent())) {
                folder.force(true);
            }
        } catch (IOException e) {
            throw Trouble.OWN_TRAY.at("rename " + from, e);
        }
    }

    @Override
    public void remove(String path) throws MailboxFailure {
        try {
            Files.deleteIfExists(at(path));
        } catch (IOException e) {
            throw Trouble.OWN_TRAY.at("delete " + path, e);
        }
    }
}
