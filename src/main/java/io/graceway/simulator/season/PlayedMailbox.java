package io.graceway.simulator.season;

import io.graceway.edge.seal.AgencyKeys;
import io.graceway.edge.seal.HouseKeys;
import io.graceway.edge.seal.OpenPgpSeal;
import io.graceway.journey.placement.ParcelSeal;
import io.graceway.journey.placement.SealBroken;
import io.graceway.simulator.SftpHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A played agency's side of its mailbox: sealed parcels are opened with its own key, answers are signed with it. */
public final class PlayedMailbox {

    /** What came in one delivery. */
    public record Parcel(String document, JsonNode manifest, Map<String, List<Map<String, String>>> parts) {
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path home;
    private final boolean rest;
    private final Path work;
    private final Path read;
    private final HouseKeys keys;
    private final ParcelSeal seal;
    private final PlayedWire wire;
    private PlayedDialect dialect;

    /**
     * @param home  the agency's root on its host
     * @param rest  whether deliveries lie in folders of their own, as the REST host keeps them
     * @param house its public key, as the agency pinned it
     */
    PlayedMailbox(String agency, Path home, boolean rest, Path secret, AgencyKeys house, Clock clock, PlayedWire wire)
            throws IOException {
        this.home = home;
        this.rest = rest;
        this.wire = wire;
        this.work = Files.createDirectories(secret.resolve("work"));
        this.read = Files.createDirectories(secret.resolve("read"));
        SecureRandom random = new SecureRandom();
        this.keys = HouseKeys.atFirstUse(secret.resolve("agency.key"), secret.resolve("agency.asc"), agency, () ->
                "a played agency's own".toCharArray(), clock, random);
        this.seal = new OpenPgpSeal(keys, id -> house, OpenPgpSeal.Limits.DEFAULT, clock, random);
    }

    String fingerprint() {
        return keys.fingerprint();
    }

    /** Opens every delivery whose manifest has come, and takes it away. */
    public List<Parcel> collect() throws IOException {
        List<Parcel> parcels = new ArrayList<>();
        try (Stream<Path> files = Files.walk(home.resolve(SftpHost.TO_AGENCY))) {
            for (Path manifest : files.filter(one -> one.toString().endsWith(".manifest.json.pgp")).sorted().toList()) {
                parcels.add(open(manifest));
            }
        } catch (SealBroken e) {
            throw new IOException("a parcel of the house cannot be opened", e);
        }
        return parcels;
    }

    private Parcel open(Path manifestFile) throws IOException, SealBroken {
        Path plain = work.resolve("manifest.json");
        seal.open("house", manifestFile, plain);
        JsonNode manifest = JSON.readTree(Files.readAllBytes(plain));
        Path file = manifestFile.resolveSibling(manifest.get("file").asString());
        String name = file.getFileName().toString().replaceAll("\\.pgp$", "");
        Path opened = work.resolve(name);
        seal.open("house", file, opened);
        String document = manifest.get("document").asString();
        Map<String, List<Map<String, String>>> parts = dialect != null && dialect.reads(document)
                ? wire.parts(name, Files.readAllBytes(opened), bytes -> dialect.read(document, bytes))
                : wire.read(name, Files.readAllBytes(opened));
        Parcel parcel = new Parcel(document, manifest, parts);
        Files.move(opened, read.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        takeAway(manifestFile);
        takeAway(file);
        return parcel;
    }

    private void takeAway(Path file) throws IOException {
        Path gone = rest ? home.resolve("picked-up").resolve(file.getParent().getFileName()).resolve(file.getFileName())
                : read.resolve(file.getFileName());
        Files.createDirectories(gone.getParent());
        Files.move(file, gone, StandardCopyOption.REPLACE_EXISTING);
    }

    /** From now on it speaks that dialect, and what the dialect does not have as before. */
    public void speak(PlayedDialect one) throws IOException {
        dialect = one;
        for (String folder : one.folders()) {
            Files.createDirectories(home.resolve(folder));
        }
    }

    /** From now on it speaks nothing but our own flat files. */
    public void speakPlainly() {
        dialect = null;
    }

    /** Whether this agency has that document at all, in words of its own or in our flat file. */
    boolean has(String document) {
        return dialect == null || !dialect.lacks(document);
    }

    /** Whether the dialect that was agreed has words of its own for all of these rows. */
    public boolean speaks(String document, List<Map<String, String>> rows) {
        return dialect != null && dialect.writes(document, rows);
    }

    /**
     * The files that these rows make, by their names below the folder for the house: in the dialect that was agreed,
     * if it has words for all of them, and else one flat file.
     *
     * @param name  of the flat file
     * @param day   for names and dates
     * @param wrong whether what a dialect's file says of its totals is wrong
     */
    public Map<String, byte[]> files(String document, String name, List<Map<String, String>> rows, String day,
                                     boolean wrong) {
        return speaks(document, rows) ? dialect.write(document, rows, day, wrong)
                : Map.of(name, wire.write(document, rows));
    }

    /** Leaves one of these files, signed and encrypted. */
    public void leave(String name, byte[] content) throws IOException {
        put(name + ".pgp", sealed(name, content));
    }

    /** The content, signed by this agency and encrypted for the house. */
    public byte[] sealed(String name, byte[] content) throws IOException {
        Path plain = Files.write(work.resolve(name.replace('/', '-')), content);
        Path sealed = work.resolve(name.replace('/', '-') + ".pgp");
        Files.deleteIfExists(sealed);
        seal.seal("house", plain, sealed);
        return Files.readAllBytes(sealed);
    }

    /** Leaves bytes as they are, complete under their name or not there at all. */
    public void put(String name, byte[] bytes) throws IOException {
        Path part = Files.write(work.resolve(name.replace('/', '-') + ".part"), bytes);
        Files.move(part, home.resolve(SftpHost.FROM_AGENCY).resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** A sealed document that was left earlier, as it went out. */
    public byte[] sent(String name) throws IOException {
        return Files.readAllBytes(work.resolve(name.replace('/', '-') + ".pgp"));
    }

    /** The agency's root on its host. */
    public Path home() {
        return home;
    }

    /** How this agency writes files. */
    public PlayedWire wire() {
        return wire;
    }
}
