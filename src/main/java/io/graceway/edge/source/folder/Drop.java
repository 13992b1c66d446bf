package io.graceway.edge.source.folder;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Lays files of postings down in a folder: under a temporary name, read back, then renamed, never over another. */
public final class Drop {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC);

    /** What became of a file. */
    public enum How {
        POSTED, ALREADY, LATER
    }

    /** @param evidence name and SHA-256 of the file, or the code of what is in the way */
    public record Landed(How how, String evidence) {
    }

    private final Folder folder;
    private final Clock clock;

    public Drop(Folder folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** @param id of the file, the same whenever the same postings are given */
    public Landed put(String id, byte[] content) throws IOException {
        String hash = Sha256.hex(content);
        Pattern earlier = Pattern.compile("postings-\\d{8}T\\d{6}Z-" + id + "(\\.csv|\\.csv\\.done|\\.done)");
        for (String name : folder.names()) {
            if (earlier.matcher(name).matches()) {
                return found(name, hash);
            }
        }
        String part = folder.aside("postings-" + id);
        folder.delete(part);
        try (OutputStream out = folder.write(part)) {
            out.write(content);
        }
        if (!hash.equals(hash(part))) {
            folder.delete(part);
            return new Landed(How.LATER,
                    "GW-SRC-062: what was written reads back differently; look at the folder's space");
        }
        String name = "postings-" + STAMP.format(clock.instant()) + "-" + id + ".csv";
        return folder.rename(part, name) ? new Landed(How.POSTED, name + " sha256 " + hash)
                : new Landed(How.LATER, "GW-SRC-063: the name " + name + " is taken; a person has to look");
    }

    /** Writes, renames and deletes a file of no meaning. */
    public static void rehearse(Folder folder) throws IOException {
        String name = folder.aside("check-" + UUID.randomUUID());
        try {
            try (OutputStream out = folder.write(name)) {
                out.write(new byte[] {'o', 'k', '\n'});
            }
            folder.rename(name, name + "-renamed");
        } finally {
            folder.delete(name);
            folder.delete(name + "-renamed");
        }
    }

    /** An empty {@code .done} file says that the source took the file away; any other has to be the file itself. */
    private Landed found(String name, String hash) throws IOException {
        Optional<Folder.Seen> seen = folder.look(name);
        boolean taken = name.endsWith(".done") && seen.filter(file -> file.size() == 0).isPresent();
        if (taken || hash.equals(hash(name))) {
            return new Landed(How.ALREADY, name + (taken ? " taken away" : " sha256 " + hash));
        }
        return new Landed(How.LATER, "GW-SRC-063: " + name + " has the same postings and another content; a person"
                + " has to look which of them the source has taken");
    }

    private String hash(String name) throws IOException {
        try (DigestInputStream in = new DigestInputStream(folder.read(name), Sha256.begin())) {
            in.transferTo(OutputStream.nullOutputStream());
            return Sha256.hex(in.getMessageDigest());
        }
    }
}
