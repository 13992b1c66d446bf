package io.graceway.edge.seal;

import io.graceway.journey.placement.ParcelSeal;
import io.graceway.journey.placement.SealBroken;
import io.graceway.journey.placement.SealBroken.Flaw;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.bouncycastle.openpgp.PGPException;

/** Seals and opens files by OpenPGP (RFC 9580 with version 4 keys), in constant memory. */
public final class OpenPgpSeal implements ParcelSeal {

    private final HouseKeys house;
    private final Function<String, AgencyKeys> agencies;
    private final Limits limits;
    private final Clock clock;
    private final SecureRandom random;

    /**
     * @param agencies keys by agency id; null for an agency that is not known
     * @param clock    its zone says which day it is, and so which pins count
     */
    public OpenPgpSeal(HouseKeys house, Function<String, AgencyKeys> agencies, Limits limits, Clock clock,
            SecureRandom random) {
        this.house = house;
        this.agencies = agencies;
        this.limits = limits;
        this.clock = clock;
        this.random = random;
    }

    /**
     * How far a received file may unfold before we refuse it.
     *
     * @param plainBytes  the most bytes a file may hold once opened
     * @param ratio       the most bytes of plain text for each byte received
     * @param ratioFloor  bytes that are always allowed, because small regular files pack better than any ratio
     * @param layers      the most containers (encryption, compression) around the content
     */
    public record Limits(long plainBytes, int ratio, long ratioFloor, int layers) {

        /** 4 GiB, 100 to 1 beyond the first MiB, 4 layers. */
        public static final Limits DEFAULT = new Limits(4L << 30, 100, 1L << 20, 4);

        public Limits {
            if (plainBytes < 1 || ratio < 1 || ratioFloor < 0 || layers < 1) {
                throw new IllegalArgumentException("limits of opening must be positive");
            }
        }

        long plainBytesFor(long sealedBytes) {
            return Math.min(plainBytes, Math.max(ratioFloor, Math.min(sealedBytes, 1L << 32) * ratio));
        }
    }

    @Override
    public void seal(String agency, Path plain, Path sealed) throws IOException {
        AgencyKeys keys = keysOf(agency);
        Sealing sealing = new Sealing(house.signing(Date.from(clock.instant())),
                new AgencyRing(agency, keys, clock).recipients(), keys.compression(), random);
        try (InputStream in = Files.newInputStream(plain); SafeFile out = new SafeFile(sealed, ".unfinished")) {
            sealing.write(in, out.stream(), clock.instant());
            out.place(sealed);
        } catch (PGPException e) {
            throw new KeyTrouble("GW-SEAL-107", "agency " + agency + ": sealing failed; nothing was written", e);
        }
    }

    @Override
    public List<String> recipients(String agency) throws KeyTrouble {
        return new AgencyRing(agency, keysOf(agency), clock).recipients().stream()
                .map(key -> AgencyRing.fingerprint(key.getCertificate())).toList();
    }

    @Override
    public void open(String agency, Path sealed, Path plain) throws SealBroken, IOException {
        SignedContent content = new SignedContent(new AgencyRing(agency, keysOf(agency), clock), house, clock);
        // What an earlier run left at this place was proved then, not now.
        Files.deleteIfExists(plain);
        try (Source in = new Source(sealed); SafeFile out = new SafeFile(plain, ".unverified")) {
            try {
                new Opening(house, content, limits).read(in, Files.size(sealed), out.stream());
            } catch (Exception | StackOverflowError e) {
                throw broken(e, in, out);
            }
            out.place(plain);
        }
    }

    /** The library reports damage by every kind of exception; only our own disk's faults are not the sender's. */
    private static SealBroken broken(Throwable e, Source in, SafeFile out) throws IOException {
        if (in.trouble != null) {
            throw in.trouble;
        }
        if (out.trouble() != null) {
            throw out.trouble();
        }
        return e instanceof Flawed flawed ? new SealBroken(flawed.flaw, flawed.getMessage())
                : new SealBroken(Flaw.DAMAGED, e.getClass().getSimpleName());
    }

    private AgencyKeys keysOf(String agency) throws KeyTrouble {
        AgencyKeys keys = agencies.apply(agency);
        if (keys == null) {
            throw new KeyTrouble("GW-SEAL-100", "agency " + agency
                    + " has no keys; name its public keys and pins in its partner file");
        }
        return keys;
    }

    /** The sealed file, remembering that the disk failed. */
    private static final class Source extends FilterInputStream {

        private IOException trouble;

        Source(Path file) throws IOException {
            super(Files.newInputStream(file));
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            try {
                return super.read(to, offset, length);
            } catch (IOException e) {
                trouble = e;
                throw e;
            }
        }
    }
}
