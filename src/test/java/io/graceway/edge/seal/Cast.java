package io.graceway.edge.seal;

import io.graceway.edge.seal.AgencyKeys.PinnedKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The house and the agencies of these tests, with keys made once by the tools that real agencies use. */
final class Cast {

    static final String PASSPHRASE = "a made-up passphrase";
    static final Clock CLOCK = Clock.systemUTC();
    private static final Clock IN_2023 = Clock.fixed(Instant.parse("2023-06-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Cast ONLY = new Cast();

    final Path home;
    final HouseKeys house;
    final Path housePublic;
    private final Map<String, String> fingerprints = new ConcurrentHashMap<>();
    private final Map<String, AgencyKeys> agencies = new TreeMap<>();

    private Cast() {
        try {
            home = Files.createTempDirectory("cast");
            Runtime.getRuntime().addShutdownHook(new Thread(this::leave));
            Files.createDirectory(home.resolve("gnupg"), PosixFilePermissions.asFileAttribute(
                    PosixFilePermissions.fromString("rwx------")));
            housePublic = home.resolve("house.asc");
            house = HouseKeys.atFirstUse(home.resolve("house.key"), housePublic, "Made-up House <house@example.org>",
                    PASSPHRASE::toCharArray, IN_2023, new SecureRandom());
            gpg("--import", housePublic.toString()).fine();
            agency("ed25519", "ed25519", "cv25519");
            agency("rsa", "rsa3072", "rsa3072");
            agency("other", "ed25519", "cv25519");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Cast cast() {
        return ONLY;
    }

    /** A key made by GnuPG, its public part exported and pinned from yesterday on. */
    void agency(String id, String signing, String encrypting, String... options) {
        String fingerprint = key(id, signing, encrypting, options);
        pin(id, new PinnedKey(fingerprint, LocalDate.now(CLOCK).minusDays(1), LocalDate.MAX));
    }

    String key(String id, String signing, String encrypting, String... options) {
        List<String> make = new ArrayList<>(List.of(options));
        make.addAll(List.of("--status-fd", "1", "--quick-gen-key", "Made-up " + id + " <" + id + "@example.net>",
                signing, "cert,sign", "never"));
        String said = gpg(make.toArray(String[]::new)).fine().text();
        String fingerprint = said.replaceAll("(?s).*KEY_CREATED P ([0-9A-F]{40}).*", "$1");
        List<String> add = new ArrayList<>(List.of(options));
        add.addAll(List.of("--quick-add-key", fingerprint, encrypting, "encr", "never"));
        gpg(add.toArray(String[]::new)).fine();
        fingerprints.put(id, fingerprint);
        return fingerprint;
    }

    void pin(String id, PinnedKey... pins) {
        Path file = home.resolve(id + ".pub");
        List<String> export = new ArrayList<>(List.of("--yes", "-o", file.toString(), "--export"));
        Arrays.stream(pins).map(PinnedKey::fingerprint).distinct().forEach(export::add);
        gpg(export.toArray(String[]::new)).fine();
        agencies.put(id, new AgencyKeys(file, List.of(pins)));
    }

    /** The key stays in the agency's file and loses its pin. */
    void unpin(String id, PinnedKey pin) {
        AgencyKeys keys = agencies.get(id);
        agencies.put(id, new AgencyKeys(keys.publicKeys(), keys.pins().stream().filter(p -> !p.equals(pin)).toList()));
    }

    /** Revoked now, for GnuPG's reason 0 (none), 1 (compromised), 2 (superseded), and exported again. */
    void revoke(String id, String reason) {
        Path certificate = home.resolve(id + ".rev");
        dialog("y\\n" + reason + "\\n\\ny\\n", "-o " + certificate + " --gen-revoke " + fingerprint(id));
        gpg("--import", certificate.toString()).fine();
        pin(id, keys(id).pins().toArray(PinnedKey[]::new));
    }

    /** The primary key certifies only, and says so since 2024, before anything was signed by it. */
    void forbidSigning(String id) {
        dialog("change-usage\\nS\\nQ\\nsave\\n", "--faked-system-time 20240201T000000 --edit-key " + fingerprint(id));
        pin(id, keys(id).pins().toArray(PinnedKey[]::new));
    }

    /** For what GnuPG only does when it is asked by a person. */
    private void dialog(String answers, String arguments) {
        Tool.run(home, List.of("sh", "-c", "printf '" + answers + "' | gpg --homedir gnupg --no-tty --command-fd 0 "
                + "--pinentry-mode loopback --passphrase '' --trust-model always " + arguments)).fine();
    }

    AgencyKeys keys(String id) {
        return agencies.get(id);
    }

    String fingerprint(String id) {
        return fingerprints.get(id);
    }

    OpenPgpSeal seal() {
        return seal(OpenPgpSeal.Limits.DEFAULT, CLOCK);
    }

    OpenPgpSeal seal(OpenPgpSeal.Limits limits, Clock clock) {
        return new OpenPgpSeal(house, agencies::get, limits, clock, new SecureRandom());
    }

    Tool.Said gpg(String... arguments) {
        List<String> command = new ArrayList<>(List.of("gpg", "--homedir", home.resolve("gnupg").toString(), "--batch",
                "--no-tty", "--pinentry-mode", "loopback", "--passphrase", "", "--trust-model", "always"));
        command.addAll(List.of(arguments));
        return Tool.run(home, command);
    }

    Tool.Said sq(String... arguments) {
        List<String> command = new ArrayList<>(List.of("sq", "--force"));
        command.addAll(List.of(arguments));
        return Tool.run(home, command);
    }

    private void leave() {
        Tool.run(home, List.of("gpgconf", "--homedir", home.resolve("gnupg").toString(), "--kill", "all"));
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
