package io.graceway.edge.agency;

import io.graceway.journey.placement.AgencyMailbox;
import io.graceway.journey.placement.Consignment;
import io.graceway.journey.placement.SealedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One agency with its real server, as the contract tests see it: what stands there is read from its disk. */
public interface Partner extends AutoCloseable {

    /** A mailbox of its own, straight to the server. */
    AgencyMailbox mailbox() throws Exception;

    /** A mailbox of its own that reaches the server through a line on this machine. */
    AgencyMailbox mailboxThrough(int port) throws Exception;

    int port();

    /** Where parcel and manifest of this consignment stand on the agency's disk. */
    Path inTray(Consignment consignment) throws IOException;

    /** Where the agency leaves answers on its disk. */
    Path outTray();

    /** The agency takes this file away from its in-tray. */
    void takeAway(Consignment consignment, SealedFile file) throws IOException;

    @Override
    void close() throws IOException;

    /** Every name in the in-tray, temporary ones included, with its content's SHA-256. */
    default TreeMap<String, String> standing(Consignment consignment) throws IOException {
        var found = new TreeMap<String, String>();
        Path tray = inTray(consignment);
        if (Files.isDirectory(tray)) {
            try (Stream<Path> files = Files.list(tray)) {
                for (Path file : files.toList()) {
                    content(file).ifPresent(bytes -> found.put(file.getFileName().toString(),
                            Tally.of(bytes).sha256()));
                }
            }
        }
        return found;
    }

    /** Empty when the server has taken its own temporary file away between our listing and our reading. */
    private static Optional<byte[]> content(Path file) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** A consignment whose parcel has that many random bytes. */
    static Consignment consignment(Path folder, String delivery, int bytes) throws IOException {
        var parcel = new byte[bytes];
        new Random(delivery.hashCode()).nextBytes(parcel);
        byte[] manifest = ("delivery " + delivery + " " + Tally.of(parcel)).getBytes();
        return new Consignment(delivery, sealed(folder, delivery + ".pgp", parcel),
                sealed(folder, delivery + ".manifest", manifest));
    }

    private static SealedFile sealed(Path folder, String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        Tally tally = Tally.of(content);
        return new SealedFile(name, file, tally.size(), tally.sha256());
    }
}
