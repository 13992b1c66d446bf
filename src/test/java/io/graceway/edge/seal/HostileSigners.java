package io.graceway.edge.seal;

import static io.graceway.edge.seal.Cast.cast;
import static io.graceway.edge.seal.Hostile.sealedBy;

import io.graceway.edge.seal.AgencyKeys.PinnedKey;
import io.graceway.journey.placement.SealBroken.Flaw;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Files that are well made, and signed by nobody, by the wrong key, too weakly, or at the wrong time. */
final class HostileSigners {

    private static final String[] IN_2024 = {"--faked-system-time", "20240101T000000"};

    private HostileSigners() { }

    static Stream<Hostile> all() {
        return Stream.of(strangers(), times(), weak()).flatMap(s -> s);
    }

    private static Stream<Hostile> strangers() {
        return Stream.of(
                new Hostile("unsigned by gpg", "rsa", Flaw.UNSIGNED,
                        () -> Hostile.gpg("-r", cast().house.fingerprint(), "-e")),
                new Hostile("unsigned by sq", "rsa", Flaw.UNSIGNED, HostileSigners::unsignedBySequoia),
                new Hostile("signed by a stranger", "rsa", Flaw.STRANGER, () -> {
                    cast().key("stranger", "ed25519", "cv25519");
                    return sealedBy("stranger");
                }),
                new Hostile("signed by another agency", "rsa", Flaw.STRANGER, () -> sealedBy("ed25519")),
                new Hostile("signed by a key of the agency's file that is not pinned", "half", Flaw.STRANGER,
                        HostileSigners::notPinned),
                new Hostile("signed by the house itself", "rsa", Flaw.STRANGER, HostileSigners::reflected),
                new Hostile("signed for another house and passed on", "gateway", Flaw.MEANT_FOR_ANOTHER,
                        HostileSigners::passedOn));
    }

    private static Stream<Hostile> times() {
        return Stream.of(
                new Hostile("key expired", "expired", Flaw.KEY_NOT_VALID, HostileSigners::expired),
                new Hostile("key revoked without a reason", "revoked", Flaw.KEY_NOT_VALID,
                        () -> revoked("revoked", "0")),
                new Hostile("key compromised", "compromised", Flaw.KEY_NOT_VALID, () -> revoked("compromised", "1")),
                new Hostile("key superseded after it signed", "superseded", Flaw.KEY_NOT_VALID,
                        () -> revoked("superseded", "2")),
                new Hostile("signed before the key was made", "backdated", Flaw.KEY_NOT_VALID, () -> {
                    cast().agency("backdated", "rsa2048", "rsa2048", IN_2024);
                    return sealedBy("backdated", "--faked-system-time", "20231201T000000", "--ignore-time-conflict",
                            "--ignore-valid-from");
                }),
                new Hostile("key that may no longer sign", "certifier", Flaw.KEY_NOT_VALID, () -> {
                    cast().agency("certifier", "rsa2048", "rsa2048", IN_2024);
                    byte[] sealed = sealedBy("certifier");
                    cast().forbidSigning("certifier");
                    return sealed;
                }),
                new Hostile("signing subkey revoked", "sequoia", Flaw.KEY_NOT_VALID, HostileSigners::subkeyRevoked),
                new Hostile("signed in the future", "rsa", Flaw.BAD_SIGNATURE,
                        () -> sealedBy("rsa", "--faked-system-time", "20990101T000000")),
                new Hostile("signature expired", "old", Flaw.BAD_SIGNATURE, () -> {
                    cast().agency("old", "rsa2048", "rsa2048", IN_2024);
                    return sealedBy("old", "--faked-system-time", "20240102T000000", "--default-sig-expire", "1d");
                }));
    }

    private static Stream<Hostile> weak() {
        Stream<Hostile> hashes = Stream.of("SHA1", "MD5", "RIPEMD160", "SHA224").map(hash -> new Hostile(
                "signed over " + hash, "rsa", Flaw.WEAK_SIGNATURE,
                () -> sealedBy("rsa", "--allow-weak-digest-algos", "--digest-algo", hash)));
        return Stream.concat(hashes, Stream.of(
                new Hostile("signature over text lines, not bytes", "rsa", Flaw.WEAK_SIGNATURE,
                        () -> sealedBy("rsa", "--textmode")),
                new Hostile("condition that nobody understands", "rsa", Flaw.BAD_SIGNATURE,
                        () -> sealedBy("rsa", "--sig-notation", "!term@example.net=1")),
                new Hostile("RSA key of 1024 bits", "short", Flaw.KEY_NOT_VALID, () -> {
                    cast().agency("short", "rsa1024", "rsa2048");
                    return sealedBy("short");
                })));
    }

    private static byte[] unsignedBySequoia() {
        Path plain = cast().home.resolve("plain.sq");
        Path sealed = cast().home.resolve("sealed.sq");
        Hostile.write(plain, Hostile.TEXT.getBytes());
        cast().sq("encrypt", "-B", "--recipient-cert", cast().housePublic.toString(), "-o", sealed.toString(),
                plain.toString()).fine();
        return Hostile.read(sealed);
    }

    private static byte[] subkeyRevoked() {
        byte[] sealed = sealedBySequoia();
        String key = cast().home.resolve("sequoia.key").toString();
        String subkey = cast().sq("inspect", key).text().replaceAll(
                "(?s).*Subkey: ([0-9A-F]{40})((?!Subkey:).)*Key flags: signing.*", "$1");
        String revoked = cast().sq("revoke", "subkey", "--certificate", key, subkey, "compromised", "made up").fine()
                .text();
        Path file = Hostile.write(cast().home.resolve("sequoia.revoked"), revoked.getBytes());
        cast().gpg("--import", file.toString()).fine();
        cast().pin("sequoia", cast().keys("sequoia").pins().get(0));
        return sealed;
    }

    /** Signed by a subkey, as Sequoia does; the key is pinned and not revoked when this returns. */
    static byte[] sealedBySequoia() {
        String key = cast().home.resolve("sequoia.key").toString();
        Path plain = Hostile.write(cast().home.resolve("plain.sequoia"), Hostile.TEXT.getBytes());
        Path sealed = cast().home.resolve("sealed.sequoia");
        cast().sq("key", "generate", "-u", "Made-up Sequoia <sequoia@example.net>", "-e", key).fine();
        cast().sq("encrypt", "-B", "--signer-key", key, "--recipient-cert", cast().housePublic.toString(), "-o",
                sealed.toString(), plain.toString()).fine();
        cast().gpg("--import", key).fine();
        String fingerprint = cast().sq("inspect", key).text().replaceAll("(?s).*?Fingerprint: ([0-9A-F]{40}).*", "$1");
        cast().pin("sequoia", new PinnedKey(fingerprint, LocalDate.EPOCH, LocalDate.MAX));
        return Hostile.read(sealed);
    }

    private static byte[] notPinned() {
        LocalDate from = LocalDate.now(Cast.CLOCK).minusDays(1);
        PinnedKey second = new PinnedKey(cast().key("second", "ed25519", "cv25519"), from, LocalDate.MAX);
        PinnedKey first = new PinnedKey(cast().key("half", "ed25519", "cv25519"), from, LocalDate.MAX);
        cast().pin("half", first, second);
        cast().unpin("half", second);
        return sealedBy("second");
    }

    private static byte[] reflected() {
        return gatewaySeals(cast().house, "self", cast().housePublic, cast().house.fingerprint());
    }

    /** An agency that runs this gateway too signs for a third party, which puts the content into an envelope for us. */
    private static byte[] passedOn() {
        Path folder = cast().home;
        try {
            HouseKeys gateway = HouseKeys.atFirstUse(folder.resolve("gateway.key"), folder.resolve("gateway.asc"),
                    "Made-up Gateway <gateway@example.net>", Cast.PASSPHRASE::toCharArray, Cast.CLOCK,
                    new SecureRandom());
            cast().gpg("--import", folder.resolve("gateway.asc").toString()).fine();
            cast().pin("gateway", new PinnedKey(gateway.fingerprint(), LocalDate.EPOCH, LocalDate.MAX));
            Path sealed = Files.write(folder.resolve("for.other"), gatewaySeals(gateway, "other",
                    cast().keys("other").publicKeys(), cast().fingerprint("other")));
            Path inner = folder.resolve("for.other.inner");
            cast().gpg("-o", inner.toString(), "--unwrap", "-d", sealed.toString()).fine();
            return Packets.enveloped(Hostile.read(inner));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gatewaySeals(HouseKeys from, String name, Path to, String fingerprint) {
        AgencyKeys keys = new AgencyKeys(to, List.of(new PinnedKey(fingerprint, LocalDate.EPOCH, LocalDate.MAX)));
        Path sealed = cast().home.resolve(name + ".sealed");
        try {
            new OpenPgpSeal(from, id -> keys, OpenPgpSeal.Limits.DEFAULT, Cast.CLOCK, new SecureRandom())
                    .seal(name, Hostile.write(cast().home.resolve(name + ".plain"), Hostile.TEXT.getBytes()), sealed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Hostile.read(sealed);
    }

    private static byte[] expired() {
        String fingerprint = cast().key("expired", "rsa2048", "rsa2048", IN_2024);
        cast().gpg("--faked-system-time", "20240101T000000", "--quick-set-expire", fingerprint, "2024-06-01").fine();
        cast().pin("expired", new PinnedKey(fingerprint, LocalDate.EPOCH, LocalDate.MAX));
        return sealedBy("expired", "--faked-system-time", "20240301T000000");
    }

    private static byte[] revoked(String who, String reason) {
        cast().agency(who, "rsa2048", "rsa2048", IN_2024);
        byte[] sealed = sealedBy(who, "--faked-system-time", "20240301T000000");
        cast().revoke(who, reason);
        return sealed;
    }
}
