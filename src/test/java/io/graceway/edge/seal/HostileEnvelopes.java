package io.graceway.edge.seal;

import static io.graceway.edge.seal.Cast.cast;
import static io.graceway.edge.seal.Hostile.sealedBy;
import static io.graceway.edge.seal.Hostile.signedBy;
import static io.graceway.edge.seal.Packets.join;

import io.graceway.edge.seal.Packets.Packet;
import io.graceway.journey.placement.SealBroken.Flaw;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Files whose outside is wrong: not encrypted, not for us, without integrity, damaged, or with something added. */
final class HostileEnvelopes {

    private static final byte[] GOOD = sealedBy("rsa");
    private static final List<Packet> PACKETS = Packets.split(GOOD);
    private static final Packet KEY = PACKETS.get(0);
    private static final Packet DATA = PACKETS.get(1);

    private HostileEnvelopes() { }

    static Stream<Hostile> all() {
        return Stream.of(notSealed(), ciphers(), recipients(), lengths(), armors(), additions(), flips(), cuts())
                .flatMap(s -> s);
    }

    private static Stream<Hostile> notSealed() {
        byte[] noise = new byte[5000];
        new Random(7).nextBytes(noise);
        noise[0] = (byte) 0x9f;
        return Stream.of(
                bad("empty file", Flaw.NOT_ENCRYPTED, () -> new byte[0]),
                bad("noise", Flaw.MALFORMED, () -> noise),
                bad("plain text", Flaw.NOT_ENCRYPTED, () -> Hostile.TEXT.getBytes()),
                bad("plain text in one long line", Flaw.NOT_ENCRYPTED, () -> "[1, 2, ".repeat(1_000).getBytes()),
                bad("literal packet alone", Flaw.NOT_ENCRYPTED,
                        () -> Hostile.gpg("--compress-algo", "none", "--store")),
                bad("signed and not encrypted", Flaw.NOT_ENCRYPTED, () -> signedBy("rsa")),
                bad("signed as clear text", Flaw.NOT_ENCRYPTED,
                        () -> Hostile.gpg("-u", cast().fingerprint("rsa"), "--clear-sign")),
                bad("detached signature", Flaw.NOT_ENCRYPTED,
                        () -> Hostile.gpg("-u", cast().fingerprint("rsa"), "-b")),
                bad("public key", Flaw.NOT_ENCRYPTED, HostileEnvelopes::publicKey),
                bad("session key alone", Flaw.MALFORMED, KEY::bytes),
                bad("encrypted data alone", Flaw.NOT_FOR_US, DATA::bytes));
    }

    private static Stream<Hostile> ciphers() {
        Stream<Hostile> bare = Stream.of("AES256", "CAST5", "3DES").map(cipher -> bad("no integrity, " + cipher,
                Flaw.NO_INTEGRITY, () -> sealedBy("rsa", "--rfc2440", "--cipher-algo", cipher)));
        Stream<Hostile> weak = Stream.of("CAST5", "3DES", "BLOWFISH", "TWOFISH", "CAMELLIA256").map(cipher ->
                bad("cipher " + cipher, Flaw.WEAK_CIPHER, () -> sealedBy("rsa", "--cipher-algo", cipher)));
        byte[] body = DATA.body();
        return Stream.of(bare, weak, Stream.of(
                bad("integrity stripped", Flaw.NO_INTEGRITY, () -> join(KEY.bytes(),
                        new Packet(9, java.util.Arrays.copyOfRange(body, 1, body.length - 22)).bytes())),
                bad("encrypted data of version 2", Flaw.MALFORMED, () -> join(KEY.bytes(), DATA.with(0, 2).bytes())),
                bad("encrypted data of a private kind", Flaw.MALFORMED,
                        () -> join(KEY.bytes(), new Packet(20, body).bytes())))).flatMap(s -> s);
    }

    private static Stream<Hostile> recipients() {
        return Stream.of(
                bad("for another recipient", Flaw.NOT_FOR_US, () -> Hostile.gpg("-u", cast().fingerprint("rsa"),
                        "-r", cast().fingerprint("other"), "-s", "-e")),
                bad("for a hidden recipient", Flaw.NOT_FOR_US, () -> Hostile.gpg("-u", cast().fingerprint("rsa"),
                        "-R", cast().house.fingerprint(), "-s", "-e")),
                bad("for a password", Flaw.NOT_FOR_US, () -> Hostile.gpg("-u", cast().fingerprint("rsa"),
                        "-s", "-c", "--passphrase", "made up")),
                bad("for us and for a password", Flaw.NOT_FOR_US,
                        () -> sealedBy("rsa", "-c", "--passphrase", "made up")),
                bad("session key of another key id", Flaw.NOT_FOR_US,
                        () -> join(KEY.with(4, ~KEY.body()[4]).bytes(), DATA.bytes())),
                bad("session key of another message", Flaw.DAMAGED,
                        () -> join(Packets.split(sealedBy("rsa")).get(0).bytes(), DATA.bytes())),
                bad("session key damaged", Flaw.DAMAGED,
                        () -> join(KEY.with(-1, ~KEY.body()[KEY.body().length - 1]).bytes(), DATA.bytes())),
                bad("ten thousand session keys", Flaw.MALFORMED, () -> join(
                        join(Collections.nCopies(10_000, KEY)), DATA.bytes())));
    }

    private static Stream<Hostile> lengths() {
        byte[] huge = {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff};
        return Stream.of(
                bad("session key claims 4 GiB", Flaw.MALFORMED,
                        () -> join(new byte[] {(byte) 0xC1}, huge, KEY.body(), DATA.bytes())),
                bad("session key in parts", Flaw.MALFORMED,
                        () -> join(new byte[] {(byte) 0xC1, (byte) 0xEA}, KEY.body(), DATA.bytes())),
                bad("encrypted data claims 4 GiB", Flaw.DAMAGED,
                        () -> join(KEY.bytes(), new byte[] {(byte) 0xD2}, huge, DATA.body())),
                bad("encrypted data in a part of 1 GiB", Flaw.DAMAGED,
                        () -> join(KEY.bytes(), new byte[] {(byte) 0xD2, (byte) 0xFE}, DATA.body())),
                bad("encrypted data begins with a part of one byte", Flaw.MALFORMED,
                        () -> join(KEY.bytes(), new byte[] {(byte) 0xD2, (byte) 0xE0}, DATA.body())));
    }

    private static Stream<Hostile> armors() {
        String text = new String(sealedBy("rsa", "-a"), StandardCharsets.US_ASCII);
        String head = "-----BEGIN PGP MESSAGE-----\n\n";
        return Stream.of(
                bad("armor around noise", Flaw.MALFORMED,
                        () -> (head + "AAAA\n-----END PGP MESSAGE-----\n").getBytes()),
                bad("armor around nothing", Flaw.NOT_ENCRYPTED,
                        () -> (head + "-----END PGP MESSAGE-----\n").getBytes()),
                bad("armor that is no base64", Flaw.DAMAGED, () -> (head + "*?*?\n").getBytes()),
                bad("armor without end", Flaw.DAMAGED, () -> text.substring(0, text.indexOf("-----END")).getBytes()),
                bad("armor of one endless line", Flaw.MALFORMED, () -> (head + "A".repeat(1 << 20)).getBytes()),
                bad("armor of another kind", Flaw.NOT_ENCRYPTED,
                        () -> text.replace("PGP MESSAGE", "PGP PRIVATE KEY BLOCK").getBytes()),
                bad("two armored messages", Flaw.TRAILING, () -> (text + text).getBytes()),
                bad("text after the armor", Flaw.TRAILING, () -> (text + "P.S. call me").getBytes()));
    }

    private static Stream<Hostile> additions() {
        return Stream.of(
                bad("two messages", Flaw.TRAILING, () -> join(GOOD, GOOD)),
                bad("one byte added", Flaw.TRAILING, () -> join(GOOD, new byte[1])),
                bad("literal packet added", Flaw.TRAILING, () -> join(GOOD, new Packet(11, new byte[9]).bytes())),
                bad("marker packet first", Flaw.NOT_ENCRYPTED,
                        () -> join(new Packet(10, "PGP".getBytes()).bytes(), GOOD)));
    }

    private static Stream<Hostile> flips() {
        return IntStream.range(0, 32).mapToObj(i -> {
            int at = (int) ((long) (DATA.body().length - 1) * i / 31);
            return bad("bit " + i % 8 + " flipped at " + i + "/31", at == 0 ? Flaw.MALFORMED : Flaw.DAMAGED,
                    () -> join(KEY.bytes(), DATA.with(at, DATA.body()[at] ^ 1 << i % 8).bytes()));
        });
    }

    private static Stream<Hostile> cuts() {
        return IntStream.of(1, 5, 21, 22, 23, 100, 1000).mapToObj(cut -> bad("last " + cut + " bytes missing",
                Flaw.DAMAGED, () -> java.util.Arrays.copyOf(GOOD, GOOD.length - cut)));
    }

    private static byte[] publicKey() {
        return Hostile.read(cast().keys("rsa").publicKeys());
    }

    private static Hostile bad(String name, Flaw flaw, Supplier<byte[]> file) {
        return new Hostile(name, "rsa", flaw, file);
    }
}
