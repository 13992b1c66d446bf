package io.graceway.edge.seal;

import static io.graceway.edge.seal.Cast.cast;
import static io.graceway.edge.seal.Hostile.sealedBy;
import static io.graceway.edge.seal.Hostile.signedBy;
import static io.graceway.edge.seal.Packets.enveloped;
import static io.graceway.edge.seal.Packets.join;
import static io.graceway.edge.seal.Packets.packed;

import io.graceway.edge.seal.Packets.Packet;
import io.graceway.journey.placement.SealBroken.Flaw;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Files with a perfect envelope for us and a wrong inside. */
final class HostileContents {

    private static final byte[] SIGNED = signedBy("rsa", "--digest-algo", "SHA256");
    private static final List<Packet> PARTS = Packets.split(SIGNED);
    private static final Packet ONE_PASS = PARTS.get(0);
    private static final Packet TEXT = PARTS.get(1);
    private static final Packet SIGNATURE = PARTS.get(2);

    private HostileContents() { }

    static Stream<Hostile> all() {
        return Stream.of(signatures(), swaps(), nests(), bombs(), lengths()).flatMap(s -> s);
    }

    private static Stream<Hostile> signatures() {
        return Stream.of(
                bad("signature stripped", Flaw.UNSIGNED, () -> parts(ONE_PASS, TEXT)),
                bad("announcement stripped", Flaw.UNSIGNED, () -> parts(TEXT, SIGNATURE)),
                bad("signature before the content", Flaw.MALFORMED, () -> parts(SIGNATURE, TEXT)),
                bad("signature without content", Flaw.MALFORMED, () -> parts(ONE_PASS, SIGNATURE)),
                bad("two signers", Flaw.SEVERAL_SIGNATURES, () -> sealedBy("rsa", "-u", cast().fingerprint("other"))),
                bad("signed twice by the same key", Flaw.SEVERAL_SIGNATURES,
                        () -> parts(ONE_PASS, ONE_PASS, TEXT, SIGNATURE, SIGNATURE)),
                bad("second signature announced only", Flaw.SEVERAL_SIGNATURES,
                        () -> parts(ONE_PASS.with(12, 0), TEXT, SIGNATURE)),
                bad("second signature at the end", Flaw.TRAILING,
                        () -> parts(ONE_PASS, TEXT, SIGNATURE, SIGNATURE)),
                bad("unsigned content before the signed", Flaw.UNSIGNED,
                        () -> parts(TEXT, ONE_PASS, TEXT, SIGNATURE)),
                bad("unsigned content after the signed", Flaw.TRAILING,
                        () -> parts(ONE_PASS, TEXT, SIGNATURE, TEXT)),
                bad("two signed contents", Flaw.TRAILING, () -> enveloped(join(SIGNED, SIGNED))),
                bad("two signed contents, packed", Flaw.TRAILING, () -> enveloped(packed(join(SIGNED, SIGNED)))),
                bad("two packed contents", Flaw.TRAILING, () -> enveloped(join(packed(SIGNED), packed(SIGNED)))));
    }

    private static Stream<Hostile> swaps() {
        List<Packet> stranger = Packets.split(signedBy("other", "--digest-algo", "SHA256"));
        return Stream.of(
                bad("content changed", Flaw.BAD_SIGNATURE, () -> parts(ONE_PASS, TEXT.with(-5, '9'), SIGNATURE)),
                bad("signature of another file", Flaw.BAD_SIGNATURE, () -> parts(ONE_PASS, TEXT, Packets.split(
                        Hostile.gpg("another".getBytes(), "--compress-algo", "none", "--digest-algo", "SHA256", "-u",
                                cast().fingerprint("rsa"), "-s")).get(2))),
                bad("announced by the agency, signed by another", Flaw.BAD_SIGNATURE,
                        () -> parts(ONE_PASS, TEXT, stranger.get(2))),
                bad("announced by another, signed by the agency", Flaw.STRANGER,
                        () -> parts(stranger.get(0), TEXT, SIGNATURE)),
                bad("announced over SHA-256, signed over SHA-1", Flaw.BAD_SIGNATURE,
                        () -> parts(ONE_PASS, TEXT, Packets.split(signedBy("rsa", "--digest-algo", "SHA1")).get(2))),
                bad("signature damaged", Flaw.BAD_SIGNATURE, () -> parts(ONE_PASS, TEXT,
                        SIGNATURE.with(-1, ~SIGNATURE.body()[SIGNATURE.body().length - 1]))),
                bad("signature of version 3", Flaw.MALFORMED, () -> parts(ONE_PASS, TEXT, SIGNATURE.with(0, 3))),
                bad("announcement of version 6", Flaw.MALFORMED, () -> parts(ONE_PASS.with(0, 6), TEXT, SIGNATURE)),
                bad("signature of a timestamp", Flaw.WEAK_SIGNATURE,
                        () -> parts(ONE_PASS.with(1, 0x40), TEXT, SIGNATURE.with(1, 0x40))));
    }

    private static Stream<Hostile> nests() {
        return Stream.of(
                bad("five layers", Flaw.TOO_DEEP, () -> enveloped(packed(packed(packed(packed(SIGNED)))))),
                bad("encryption inside encryption", Flaw.TOO_DEEP, () -> enveloped(sealedBy("rsa"))),
                bad("encryption inside packing", Flaw.TOO_DEEP, () -> enveloped(packed(sealedBy("rsa")))),
                bad("packing inside the signature", Flaw.MALFORMED, () -> enveloped(join(ONE_PASS.bytes(),
                        packed(TEXT.bytes()), SIGNATURE.bytes()))),
                bad("nothing inside", Flaw.MALFORMED, () -> enveloped(new byte[0])),
                bad("noise inside", Flaw.MALFORMED, () -> enveloped(new byte[100])),
                bad("packing by an unknown method", Flaw.MALFORMED,
                        () -> parts(new Packet(8, new byte[] {9, 1, 2, 3}))),
                bad("packed data damaged", Flaw.DAMAGED, () -> parts(new Packet(8, new byte[] {1, -1, -1, -1}))),
                bad("packed data cut", Flaw.DAMAGED, () -> {
                    byte[] body = Packets.split(packed(SIGNED)).get(0).body();
                    return parts(new Packet(8, java.util.Arrays.copyOf(body, body.length / 2)));
                }));
    }

    private static Stream<Hostile> bombs() {
        byte[] zeros = new byte[20_000_000];
        Stream<Hostile> gpg = Stream.of("zip", "zlib", "bzip2").map(packing -> bad("bomb by " + packing,
                Flaw.TOO_LARGE, () -> Hostile.gpg(zeros, "--compress-algo", packing, "-u", cast().fingerprint("rsa"),
                        "-r", cast().house.fingerprint(), "-s", "-e")));
        return Stream.concat(gpg, Stream.of(
                bad("bomb inside a bomb", Flaw.TOO_LARGE, () -> enveloped(packed(packed(Hostile.gpg(zeros,
                        "--compress-algo", "none", "-u", cast().fingerprint("rsa"), "-s"))))),
                bad("bomb in the padding", Flaw.TOO_LARGE, () -> enveloped(packed(new Packet(8, join(
                        Packets.split(packed(SIGNED)).get(0).body(), zeros)).bytes()))),
                bad("bomb in the announcement", Flaw.MALFORMED,
                        () -> enveloped(packed(new Packet(4, zeros).bytes())))));
    }

    private static Stream<Hostile> lengths() {
        byte[] huge = {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff};
        return Stream.of(
                bad("announcement claims 4 GiB", Flaw.MALFORMED, () -> enveloped(join(new byte[] {(byte) 0xC4}, huge,
                        ONE_PASS.body()))),
                bad("content claims 4 GiB", Flaw.DAMAGED, () -> enveloped(join(ONE_PASS.bytes(),
                        new byte[] {(byte) 0xCB}, huge, TEXT.body(), SIGNATURE.bytes()))),
                bad("content has no head", Flaw.MALFORMED, () -> parts(ONE_PASS, new Packet(11, new byte[] {'b', 9}),
                        SIGNATURE)),
                bad("signature claims 4 GiB", Flaw.MALFORMED, () -> enveloped(join(ONE_PASS.bytes(), TEXT.bytes(),
                        new byte[] {(byte) 0xC2}, huge, SIGNATURE.body()))),
                bad("conditions of the signature claim 64 KiB", Flaw.DAMAGED,
                        () -> parts(ONE_PASS, TEXT, SIGNATURE.with(4, 0xff).with(5, 0xff))),
                bad("packed data claims 4 GiB", Flaw.DAMAGED, () -> enveloped(join(new byte[] {(byte) 0xC8}, huge,
                        Packets.split(packed(SIGNED)).get(0).body()))));
    }

    private static byte[] parts(Packet... packets) {
        return enveloped(join(List.of(packets)));
    }

    private static Hostile bad(String name, Flaw flaw, Supplier<byte[]> file) {
        return new Hostile(name, "rsa", flaw, file);
    }
}
