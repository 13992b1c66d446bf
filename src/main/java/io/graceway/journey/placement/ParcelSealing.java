package io.graceway.journey.placement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Seals a rendered parcel and the manifest that says what is in it; nothing in the clear stays behind. */
public final class ParcelSealing {

    private final ParcelSeal seal;
    private final Path folder;

    /** @param folder where sealed files lie until they are delivered */
    public ParcelSealing(ParcelSeal seal, Path folder) {
        this.seal = seal;
        this.folder = folder;
    }

    public PreparedParcel seal(RenderedParcel rendered) {
        String agency = rendered.outgoing().agency();
        try {
            String delivery = rendered.outgoing().delivery();
            SealedFile parcel = seal(agency, rendered.file(), delivery, rendered.name() + ".pgp");
            Path manifest = Files.write(rendered.file().resolveSibling(delivery + ".manifest"),
                    rendered.manifest().apply(rendered, parcel));
            String base = rendered.outgoing().document() + "-" + delivery;
            SealedFile sealedManifest = seal(agency, manifest, delivery, base + ".manifest.json.pgp");
            return new PreparedParcel(rendered.outgoing(), new Consignment(delivery, parcel,
                    sealedManifest), rendered.totals());
        } catch (IOException e) {
            // A key's trouble tells itself; what has no code is the disk's.
            String why = String.valueOf(e.getMessage());
            throw new UncheckedIOException(why.startsWith("GW-") ? why : "GW-SEAL-110: the parcel for " + agency
                    + " cannot be written into the state folder; see the disk", e);
        }
    }

    private SealedFile seal(String agency, Path plain, String delivery, String name) throws IOException {
        Path sealed = SealedFile.under(folder, delivery, name);
        Files.createDirectories(sealed.getParent());
        Files.deleteIfExists(sealed);
        seal.seal(agency, plain, sealed);
        Files.delete(plain);
        return new SealedFile(name, sealed, Files.size(sealed), sha256(sealed));
    }

    /** SHA-256 of a file's bytes, lower-case hex. */
    public static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
