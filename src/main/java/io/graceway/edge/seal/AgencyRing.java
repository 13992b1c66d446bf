package io.graceway.edge.seal;

import io.graceway.edge.seal.AgencyKeys.PinnedKey;
import io.graceway.journey.placement.SealBroken.Flaw;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.openpgp.api.OpenPGPCertificate;
import org.bouncycastle.openpgp.api.OpenPGPCertificate.OpenPGPComponentKey;
import org.bouncycastle.openpgp.api.OpenPGPKeyReader;

/** The pinned keys of exactly one agency: whom to seal for, and whose signature counts, today. */
final class AgencyRing {

    private static final long MOST_BYTES = 1 << 20;

    /** One certificate with the pin that names it. */
    private record Pinned(OpenPGPCertificate certificate, PinnedKey pin) { }

    private final String agency;
    private final Clock clock;
    private final List<Pinned> pinned = new ArrayList<>();

    AgencyRing(String agency, AgencyKeys keys, Clock clock) throws KeyTrouble {
        this.agency = agency;
        this.clock = clock;
        List<OpenPGPCertificate> certificates = read(keys);
        for (PinnedKey pin : keys.pins()) {
            certificates.stream().filter(c -> fingerprint(c).equals(pin.fingerprint()))
                    .forEach(c -> pinned.add(new Pinned(c, pin)));
        }
        if (pinned.isEmpty()) {
            throw new KeyTrouble("GW-SEAL-109", "agency " + agency + ": none of its pinned keys is in "
                    + keys.publicKeys() + "; put the file right, or confirm the fingerprint out of band");
        }
    }

    private List<OpenPGPCertificate> read(AgencyKeys keys) throws KeyTrouble {
        List<OpenPGPCertificate> certificates;
        try {
            if (Files.size(keys.publicKeys()) > MOST_BYTES) {
                throw new IOException("larger than " + MOST_BYTES + " bytes");
            }
            certificates = new OpenPGPKeyReader().parseKeysOrCertificates(Files.readAllBytes(keys.publicKeys()));
        } catch (IOException | RuntimeException e) {
            throw new KeyTrouble("GW-SEAL-101", "agency " + agency + ": public keys " + keys.publicKeys()
                    + " cannot be read; export them again with the agency's tool", e);
        }
        if (certificates.stream().anyMatch(OpenPGPCertificate::isSecretKey)) {
            throw new KeyTrouble("GW-SEAL-102", "agency " + agency + ": " + keys.publicKeys()
                    + " holds a secret key; tell the agency that it is exposed, and pin a new one");
        }
        return certificates;
    }

    /** One encryption key for every pinned key that counts today: the newest of each, so that rotations overlap. */
    List<OpenPGPComponentKey> recipients() throws KeyTrouble {
        Date now = Date.from(clock.instant());
        List<OpenPGPComponentKey> found = new ArrayList<>();
        for (Pinned each : pinned) {
            if (each.pin.countsOn(today()) && each.certificate.getPrimaryKey().isBoundAt(now)) {
                each.certificate.getEncryptionKeys(now).stream()
                        .max(Comparator.comparing(OpenPGPComponentKey::getCreationTime)).ifPresent(found::add);
            }
        }
        if (found.isEmpty()) {
            throw new KeyTrouble("GW-SEAL-103", "agency " + agency + ": no pinned key that is valid on " + today()
                    + " can encrypt; confirm the agency's next key out of band and pin it");
        }
        return found;
    }

    /** The pinned key or its signing subkey that has this id, whether or not it counts today. */
    OpenPGPComponentKey signer(long keyId) throws Flawed {
        Optional<OpenPGPComponentKey> found = pinned.stream().flatMap(p -> p.certificate.getKeys().stream())
                .filter(key -> key.getKeyIdentifier().getKeyId() == keyId).findFirst();
        return found.orElseThrow(() -> new Flawed(Flaw.STRANGER, "signed by key " + Long.toHexString(keyId)));
    }

    /** The signer must count today, and must have been allowed to sign then and still be so now. */
    void mustCount(OpenPGPComponentKey signer, Date signedAt) throws Flawed {
        String fingerprint = fingerprint(signer.getCertificate());
        boolean counts = pinned.stream().anyMatch(p -> p.pin.fingerprint().equals(fingerprint)
                && p.pin.countsOn(today()));
        Flawed.unless(counts, Flaw.PIN_NOT_VALID, "key " + fingerprint + " does not count on " + today());
        for (Date moment : List.of(signedAt, Date.from(clock.instant()))) {
            boolean valid = signer.getCertificate().getPrimaryKey().isBoundAt(moment)
                    && signer.isBoundAt(moment) && signer.isSigningKey(moment);
            Flawed.unless(valid, Flaw.KEY_NOT_VALID, "key " + fingerprint + " could not sign at "
                    + moment.toInstant());
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    static String fingerprint(OpenPGPCertificate certificate) {
        return HexFormat.of().withUpperCase().formatHex(certificate.getFingerprint());
    }
}
