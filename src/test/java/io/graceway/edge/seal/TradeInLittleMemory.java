package io.graceway.edge.seal;

import io.graceway.edge.seal.AgencyKeys.PinnedKey;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Two houses trade one file of so many MiB; run in a machine of its own, with little memory. */
final class TradeInLittleMemory {

    private static final Clock CLOCK = Clock.systemUTC();

    private TradeInLittleMemory() { }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        HouseKeys one = house(folder, "one");
        HouseKeys two = house(folder, "two");
        Path plain = plain(folder.resolve("plain"), Integer.parseInt(arguments[1]));
        seal(one, folder.resolve("two.asc"), two).seal("two", plain, folder.resolve("sealed"));
        seal(two, folder.resolve("one.asc"), one).open("one", folder.resolve("sealed"), folder.resolve("opened"));
        if (Files.mismatch(plain, folder.resolve("opened")) >= 0) {
            throw new AssertionError("the opened file differs");
        }
    }

    private static HouseKeys house(Path folder, String name) throws IOException {
        return HouseKeys.atFirstUse(folder.resolve(name + ".key"), folder.resolve(name + ".asc"), "Made-up " + name,
                "a made-up passphrase"::toCharArray, CLOCK, new SecureRandom());
    }

    private static OpenPgpSeal seal(HouseKeys from, Path to, HouseKeys other) {
        PinnedKey pin = new PinnedKey(other.fingerprint(), LocalDate.EPOCH, LocalDate.MAX);
        AgencyKeys keys = new AgencyKeys(to, List.of(pin));
        return new OpenPgpSeal(from, agency -> keys, OpenPgpSeal.Limits.DEFAULT, CLOCK, new SecureRandom());
    }

    /** Lines of digits, which pack about twofold. */
    private static Path plain(Path file, int mebibytes) throws IOException {
        Random random = new Random(11);
        byte[] block = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < mebibytes; i++) {
                random.nextBytes(block);
                for (int j = 0; j < block.length; j++) {
                    block[j] = (byte) (j % 40 == 39 ? '\n' : '0' + (block[j] & 7));
                }
                out.write(block);
            }
        }
        return file;
    }
}
