package io.graceway.edge.seal;

import static io.graceway.edge.seal.Cast.cast;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.graceway.journey.placement.SealBroken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged messages of every shape: either the very bytes that were signed, or a broken seal, and nothing else. */
class SealFuzzTest {

    private static final byte[] SEALED = Hostile.sealedBy("ed25519");
    private static final byte[] SIGNED = Hostile.signedBy("ed25519");
    private static final int STEP = 6;

    /**
     * Each input is a plan: the first octet says what is damaged (the sealed file, its content, its packed content),
     * then every six octets change it once. With {@code JAZZER_FUZZ=1} new plans are looked for.
     */
    @FuzzTest(maxDuration = "2m")
    void accepts_only_what_was_signed(byte[] plan) throws IOException {
        Path folder = Files.createTempDirectory(cast().home, "fuzz");
        try {
            damageAndOpen(plan, folder);
        } finally {
            for (String name : new String[] {"sealed", "plain"}) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.delete(folder);
        }
    }

    @Test
    void accepts_only_what_was_signed_after_random_damage(@TempDir Path folder) throws IOException {
        long seed = Long.getLong("seal.seed", 20_261_122);
        int rounds = Integer.getInteger("seal.mutations", 500);
        Random random = new Random(seed);
        int opened = 0;
        for (int i = 0; i < rounds; i++) {
            byte[] plan = new byte[1 + STEP * (1 + random.nextInt(3))];
            random.nextBytes(plan);
            try {
                opened += damageAndOpen(plan, folder) ? 1 : 0;
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ", round " + i + ", plan " + Arrays.toString(plan), e);
            }
        }
        assertThat(opened).as("few changes leave the content as it was; seed %d", seed).isLessThan(rounds / 4);
    }

    private static boolean damageAndOpen(byte[] plan, Path folder) throws IOException {
        int what = plan.length == 0 ? 0 : Math.floorMod(plan[0], 3);
        byte[] damaged = damaged(what == 0 ? SEALED : SIGNED, plan);
        byte[] sealed = what == 0 ? damaged
                : what == 1 ? Packets.enveloped(damaged) : Packets.enveloped(Packets.packed(damaged));
        Path plain = folder.resolve("plain");
        try {
            cast().seal().open("ed25519", Files.write(folder.resolve("sealed"), sealed), plain);
            assertThat(plain).hasBinaryContent(Hostile.TEXT.getBytes());
            return true;
        } catch (SealBroken e) {
            assertThat(plain).doesNotExist();
            assertThat(folder.resolve("plain.unverified")).doesNotExist();
            return false;
        }
    }

    private static byte[] damaged(byte[] message, byte[] plan) {
        byte[] result = message.clone();
        for (int at = 1; at + STEP <= plan.length && result.length > 0; at += STEP) {
            ByteBuffer step = ByteBuffer.wrap(plan, at, STEP);
            int kind = Math.floorMod(step.get(), 8);
            int raw = step.getShort() & 0xffff;
            // Half the changes hit the first hundred bytes or the last: that is where lengths, ids and signatures are.
            int where = switch (raw & 3) {
                case 0 -> raw / 4 % Math.min(100, result.length);
                case 1 -> result.length - 1 - raw / 4 % Math.min(100, result.length);
                default -> raw / 4 % result.length;
            };
            result = changed(result, kind, where, step.get(), step.getShort() & 0xffff);
        }
        return result;
    }

    private static byte[] changed(byte[] in, int kind, int where, byte value, int other) {
        byte[] head = Arrays.copyOf(in, where);
        byte[] tail = Arrays.copyOfRange(in, Math.min(in.length, where + 1), in.length);
        int length = other % 300;
        return switch (kind) {
            case 0, 1 -> Packets.join(head, new byte[] {(byte) (in[where] ^ 1 << (value & 7))}, tail);
            case 2 -> Packets.join(head, new byte[] {value}, tail);
            case 3 -> Packets.join(head, tail);
            case 4 -> Packets.join(head, new byte[] {value}, Arrays.copyOfRange(in, where, in.length));
            case 5 -> head;
            case 6 -> Packets.join(head, Arrays.copyOfRange(in, Math.min(in.length, where + length), in.length));
            default -> Packets.join(in, Arrays.copyOfRange(in, where, Math.min(in.length, where + length)));
        };
    }
}
