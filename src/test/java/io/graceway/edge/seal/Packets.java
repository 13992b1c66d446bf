package io.graceway.edge.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.api.OpenPGPKeyReader;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;

/** Takes messages apart and puts them together wrongly, as an attacker would. */
final class Packets {

    private static final PGPPublicKey HOUSE = house();

    /** One packet; its length is written anew when it is joined again. */
    record Packet(int tag, byte[] body) {

        byte[] bytes() {
            return ByteBuffer.allocate(6 + body.length).put((byte) (0xC0 | tag)).put((byte) 0xFF)
                    .putInt(body.length).put(body).array();
        }

        Packet with(int at, int octet) {
            byte[] changed = body.clone();
            changed[at < 0 ? changed.length + at : at] = (byte) octet;
            return new Packet(tag, changed);
        }
    }

    private Packets() { }

    static List<Packet> split(byte[] message) {
        List<Packet> packets = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(message);
        while (in.hasRemaining()) {
            int head = in.get() & 0xff;
            boolean modern = (head & 0x40) != 0;
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            long length = modern ? modern(in, body) : old(in, head & 3);
            byte[] rest = new byte[(int) length];
            in.get(rest);
            body.writeBytes(rest);
            packets.add(new Packet(modern ? head & 0x3f : head >> 2 & 0xf, body.toByteArray()));
        }
        return packets;
    }

    private static long old(ByteBuffer in, int type) {
        return switch (type) {
            case 0 -> in.get() & 0xff;
            case 1 -> in.getShort() & 0xffff;
            case 2 -> in.getInt() & 0xffffffffL;
            default -> in.remaining();
        };
    }

    private static long modern(ByteBuffer in, ByteArrayOutputStream body) {
        int octet = in.get() & 0xff;
        while (octet >= 224 && octet < 255) {
            byte[] part = new byte[1 << (octet & 0x1f)];
            in.get(part);
            body.writeBytes(part);
            octet = in.get() & 0xff;
        }
        return octet < 192 ? octet : octet < 224 ? (octet - 192 << 8) + (in.get() & 0xff) + 192
                : in.getInt() & 0xffffffffL;
    }

    static byte[] join(List<Packet> packets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        packets.forEach(each -> out.writeBytes(each.bytes()));
        return out.toByteArray();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] packed(byte[] inner) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(1);
        try (OutputStream out = new DeflaterOutputStream(body, new Deflater(9, true))) {
            out.write(inner);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Packet(8, body.toByteArray()).bytes();
    }

    /** An envelope for the house around whatever packets, with integrity, as no regular tool would make it. */
    static byte[] enveloped(byte[] inner) {
        try {
            PGPEncryptedDataGenerator encryption = new PGPEncryptedDataGenerator(
                    new BcPGPDataEncryptorBuilder(9).setWithIntegrityPacket(true));
            encryption.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(HOUSE));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (OutputStream out = encryption.open(bytes, inner.length)) {
                out.write(inner);
            }
            return bytes.toByteArray();
        } catch (IOException | PGPException e) {
            throw new AssertionError(e);
        }
    }

    private static PGPPublicKey house() {
        try {
            return new OpenPGPKeyReader().parseCertificate(Cast.cast().house.armoredPublicKey()).getEncryptionKeys()
                    .get(0).getPGPPublicKey();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
