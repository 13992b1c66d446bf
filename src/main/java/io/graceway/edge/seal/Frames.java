package io.graceway.edge.seal;

import static io.graceway.journey.placement.SealBroken.Flaw.MALFORMED;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Cuts a stream into OpenPGP packets by RFC 9580, section 4.2, and believes no length: nothing is allocated for a
 * packet before its bytes have come, and a packet that ends early is an error.
 */
final class Frames {

    static final int SESSION_KEY = 1;
    static final int SIGNATURE = 2;
    static final int PASSWORD = 3;
    static final int ONE_PASS = 4;
    static final int COMPRESSED = 8;
    static final int ENCRYPTED_BARE = 9;
    static final int LITERAL = 11;
    static final int ENCRYPTED = 18;

    private static final int UNTIL_END = -1;

    private final InputStream in;
    private Body body;
    private int tag;

    Frames(InputStream in) {
        this.in = in;
    }

    /** Tag of the next packet, or -1 at the end; the packet before must have been read to its end. */
    int next() throws IOException {
        Flawed.unless(body == null || body.read() < 0, MALFORMED, "bytes left over in a packet of tag " + tag);
        int head = in.read();
        if (head < 0) {
            return -1;
        }
        Flawed.unless((head & 0x80) != 0, MALFORMED, "no packet begins with " + head);
        boolean modern = (head & 0x40) != 0;
        tag = modern ? head & 0x3f : head >> 2 & 0xf;
        body = new Body();
        if (modern) {
            body.modernLength(true);
        } else {
            body.oldLength(head & 3);
        }
        return tag;
    }

    Body body() {
        return body;
    }

    /** The body of a small packet. */
    byte[] small(int atMost) throws IOException {
        Flawed.unless(body.last && body.left != UNTIL_END && body.left <= atMost, MALFORMED,
                "a packet of tag " + tag + " claims " + body.left + " bytes");
        byte[] bytes = body.readNBytes((int) body.left);
        Flawed.unless(body.left == 0, MALFORMED, "a packet of tag " + tag + " ends early");
        return bytes;
    }

    /** The bytes of one packet, whatever way its length is written. */
    final class Body extends InputStream {

        private long left;
        private boolean last = true;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            while (left == 0) {
                if (last) {
                    return -1;
                }
                modernLength(false);
            }
            int count = in.read(to, offset, left == UNTIL_END ? length : (int) Math.min(length, left));
            if (count < 0 && left != UNTIL_END) {
                throw new EOFException("ends inside a packet of tag " + tag);
            }
            left -= left == UNTIL_END ? 0 : count;
            return count;
        }

        private void modernLength(boolean first) throws IOException {
            int octet = octet();
            last = octet < 224 || octet == 255;
            left = octet < 192 ? octet
                    : octet < 224 ? (octet - 192 << 8) + octet() + 192
                    : octet == 255 ? number(4) : 1L << (octet & 0x1f);
            Flawed.unless(last || bulk() && (!first || left >= 512), MALFORMED, "a part of " + left + " bytes");
        }

        private void oldLength(int type) throws IOException {
            left = type == 3 ? UNTIL_END : number(1 << type);
            Flawed.unless(type != 3 || tag == COMPRESSED || tag == LITERAL, MALFORMED, "no length for tag " + tag);
        }

        private boolean bulk() {
            return tag == COMPRESSED || tag == LITERAL || tag == ENCRYPTED || tag == ENCRYPTED_BARE;
        }

        private long number(int octets) throws IOException {
            long value = 0;
            for (int i = 0; i < octets; i++) {
                value = value << 8 | octet();
            }
            return value;
        }

        private int octet() throws IOException {
            int value = in.read();
            if (value < 0) {
                throw new EOFException("ends inside a packet header");
            }
            return value;
        }
    }
}
