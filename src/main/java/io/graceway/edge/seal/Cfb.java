package io.graceway.edge.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES in cipher feedback mode from a zero block, as OpenPGP uses it (RFC 9580, section 5.13.1), built from the two
 * modes that the platform runs on the processor's AES instructions; its own feedback mode works byte by byte and takes
 * several times as long.
 */
final class Cfb {

    private static final int BLOCK = 16;
    private static final int BULK = 64 * 1024;

    private Cfb() { }

    private static Cipher cipher(String mode, byte[] key, IvParameterSpec start) {
        try {
            Cipher cipher = Cipher.getInstance("AES/" + mode + "/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), start);
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot do AES", e);
        }
    }

    private static int transform(Cipher cipher, byte[] from, int length, byte[] to, int at) {
        try {
            return cipher.update(from, 0, length, to, at);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the mask buffer is too small", e);
        }
    }

    private static void xor(byte[] into, byte[] mask, int length) {
        for (int i = 0; i < length; i++) {
            into[i] ^= mask[i];
        }
    }

    /**
     * The mask of each block is E(ciphertext before) = E(plaintext before ^ mask before): that is chaining mode run
     * over the plaintext, one block behind.
     */
    static final class Encrypting extends OutputStream {

        private final OutputStream out;
        private final Cipher chain;
        private final byte[] pending = new byte[BULK];
        private final byte[] mask = new byte[BULK + BLOCK];
        private int count;

        Encrypting(OutputStream out, byte[] key) {
            this.out = out;
            this.chain = cipher("CBC", key, new IvParameterSpec(new byte[BLOCK]));
            transform(chain, new byte[BLOCK], BLOCK, mask, 0);
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int done = 0;
            while (done < length) {
                int step = Math.min(length - done, BULK - count);
                System.arraycopy(bytes, offset + done, pending, count, step);
                count += step;
                done += step;
                if (count == BULK) {
                    bulk();
                }
            }
        }

        private void bulk() throws IOException {
            transform(chain, pending, BULK, mask, BLOCK);
            xor(pending, mask, BULK);
            out.write(pending, 0, BULK);
            System.arraycopy(mask, BULK, mask, 0, BLOCK);
            count = 0;
        }

        @Override
        public void close() throws IOException {
            transform(chain, pending, (count + BLOCK - 1) / BLOCK * BLOCK, mask, BLOCK);
            xor(pending, mask, count);
            out.write(pending, 0, count);
            count = 0;
            out.close();
        }
    }

    /** The mask of each block is E(ciphertext before), and all ciphertext is at hand. */
    static final class Decrypting extends InputStream {

        private final InputStream in;
        private final Cipher each;
        private final byte[] before = new byte[BLOCK + BULK];
        private final byte[] mask = new byte[BULK];
        private final byte[] plain = new byte[BULK];
        private int at;
        private int end;

        Decrypting(InputStream in, byte[] key) {
            this.in = in;
            this.each = cipher("ECB", key, null);
        }

        @Override
        public int read() throws IOException {
            return more() ? plain[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            if (!more()) {
                return -1;
            }
            int step = Math.min(length, end - at);
            System.arraycopy(plain, at, to, offset, step);
            at += step;
            return step;
        }

        private boolean more() throws IOException {
            if (at == end) {
                System.arraycopy(before, BULK, before, 0, end == 0 ? 0 : BLOCK);
                end = in.readNBytes(before, BLOCK, BULK);
                at = 0;
                transform(each, before, (end + BLOCK - 1) / BLOCK * BLOCK, mask, 0);
                System.arraycopy(before, BLOCK, plain, 0, end);
                xor(plain, mask, end);
            }
            return at < end;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
