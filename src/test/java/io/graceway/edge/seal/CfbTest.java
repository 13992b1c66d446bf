package io.graceway.edge.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our feedback mode gives, byte for byte, what the platform's own slower one gives. */
class CfbTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 31, 32, 33, 65_535, 65_536, 65_537, 131_071, 131_072, 131_073, 1_000_003})
    void agrees_with_the_platform_at_every_edge_and_in_both_directions(int size) throws Exception {
        Random random = new Random(size);
        for (int bytes : new int[] {16, 24, 32}) {
            byte[] key = new byte[bytes];
            byte[] plain = new byte[size];
            random.nextBytes(key);
            random.nextBytes(plain);
            Cipher platform = Cipher.getInstance("AES/CFB/NoPadding");
            platform.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[16]));
            byte[] expected = platform.doFinal(plain);
            assertThat(encrypted(plain, key, random)).as("encrypted, seed %d", size).isEqualTo(expected);
            assertThat(decrypted(expected, key, random)).as("decrypted, seed %d", size).isEqualTo(plain);
        }
    }

    private static byte[] encrypted(byte[] plain, byte[] key, Random random) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Cfb.Encrypting encrypting = new Cfb.Encrypting(out, key)) {
            for (int done = 0; done < plain.length;) {
                int step = Math.min(plain.length - done, 1 + random.nextInt(100_000));
                if (step % 3 == 0) {
                    encrypting.write(plain[done++]);
                } else {
                    encrypting.write(plain, done, step);
                    done += step;
                }
            }
        }
        return out.toByteArray();
    }

    private static byte[] decrypted(byte[] sealed, byte[] key, Random random) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Cfb.Decrypting decrypting = new Cfb.Decrypting(new ByteArrayInputStream(sealed), key)) {
            for (int octet = decrypting.read(); octet >= 0; octet = decrypting.read()) {
                out.write(octet);
                byte[] some = new byte[1 + random.nextInt(100_000)];
                out.write(some, 0, Math.max(0, decrypting.read(some, 0, some.length)));
            }
        }
        return out.toByteArray();
    }
}
