package io.graceway.edge.seal;

import static io.graceway.edge.seal.Cast.cast;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.seal.AgencyKeys.Compression;
import io.graceway.edge.seal.AgencyKeys.PinnedKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What agencies' own tools read of ours, and what we read of theirs. */
class ExchangeTest {

    private static final int[] SIZES = {0, 1, 64 * 1024, 5 * 1024 * 1024};

    @TempDir
    private Path folder;

    static Stream<Arguments> sizesAndKeys() {
        return Stream.of("ed25519", "rsa").flatMap(agency -> Stream.of(Compression.values())
                .flatMap(packing -> java.util.Arrays.stream(SIZES)
                        .mapToObj(size -> Arguments.of(agency, packing, size))));
    }

    @ParameterizedTest
    @MethodSource("sizesAndKeys")
    void gnupg_opens_what_we_seal_and_names_the_house_as_signer(String agency, Compression packing, int size)
            throws Exception {
        Path plain = plain(size);
        AgencyKeys keys = cast().keys(agency);
        OpenPgpSeal seal = new OpenPgpSeal(cast().house, id -> new AgencyKeys(keys.publicKeys(), keys.pins(), packing),
                OpenPgpSeal.Limits.DEFAULT, Cast.CLOCK, new SecureRandom());
        seal.seal(agency, plain, folder.resolve("sealed.pgp"));
        String said = cast().gpg("--status-fd", "1", "-o", at("opened"), "-d", at("sealed.pgp")).fine().text();
        assertThat(folder.resolve("opened")).hasSameBinaryContentAs(plain);
        assertThat(said).contains("VALIDSIG " + cast().house.fingerprint()).contains("GOODMDC");
    }

    static Stream<Arguments> gnupgWays() {
        return Stream.of("ed25519", "rsa").flatMap(agency -> Stream.of("none", "zip", "zlib", "bzip2")
                .flatMap(packing -> java.util.Arrays.stream(SIZES)
                        .mapToObj(size -> Arguments.of(agency, packing, size))));
    }

    @ParameterizedTest
    @MethodSource("gnupgWays")
    void opens_what_gnupg_seals(String agency, String packing, int size) throws Exception {
        Path plain = plain(size);
        cast().gpg("-o", at("sealed.pgp"), "--compress-algo", packing, "-u", cast().fingerprint(agency),
                "-r", cast().house.fingerprint(), "-s", "-e", plain.toString()).fine();
        opensTo(agency, plain);
    }

    @Test
    void opens_an_armored_file() throws Exception {
        Path plain = plain(70_000);
        cast().gpg("-a", "-o", at("sealed.pgp"), "-u", cast().fingerprint("rsa"), "-r", cast().house.fingerprint(),
                "-s", "-e", plain.toString()).fine();
        assertThat(Files.readString(folder.resolve("sealed.pgp"))).startsWith("-----BEGIN PGP MESSAGE-----");
        opensTo("rsa", plain);
    }

    static Stream<Arguments> sequoiaWays() {
        return Stream.of("pad", "none", "zip", "zlib", "bzip2").flatMap(packing -> java.util.Arrays.stream(SIZES)
                .mapToObj(size -> Arguments.of(packing, size)));
    }

    @ParameterizedTest
    @MethodSource("sequoiaWays")
    void opens_what_sequoia_seals_also_with_its_padding(String packing, int size) throws Exception {
        Path plain = plain(size);
        sequoiaAgency();
        cast().sq("encrypt", "--compression", packing, "--signer-key", at("sq.key"), "--recipient-cert",
                cast().housePublic.toString(), "-o", at("sealed.pgp"), plain.toString()).fine();
        sequoiaSeal().open("sq", folder.resolve("sealed.pgp"), folder.resolve("opened"));
        assertThat(folder.resolve("opened")).hasSameBinaryContentAs(plain);
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void sequoia_opens_what_we_seal(Compression packing) throws Exception {
        sequoiaAgency();
        for (int size : SIZES) {
            Path plain = plain(size);
            sequoiaSeal(packing).seal("sq", plain, folder.resolve("sealed.pgp"));
            String said = cast().sq("decrypt", "--recipient-key", at("sq.key"), "--signer-cert",
                    cast().housePublic.toString(), "-o", at("opened"), at("sealed.pgp")).fine().text();
            assertThat(folder.resolve("opened")).hasSameBinaryContentAs(plain);
            assertThat(said).contains("Good signature");
        }
    }

    private void sequoiaAgency() {
        cast().sq("key", "generate", "-u", "Made-up Sq <sq@example.net>", "-e", at("sq.key")).fine();
        cast().sq("key", "extract-cert", "-o", at("sq.pub"), at("sq.key")).fine();
    }

    private OpenPgpSeal sequoiaSeal() throws IOException {
        return sequoiaSeal(Compression.ZIP);
    }

    private OpenPgpSeal sequoiaSeal(Compression packing) throws IOException {
        String said = cast().sq("inspect", at("sq.pub")).fine().text();
        String fingerprint = said.replaceAll("(?s).*?Fingerprint: ([0-9A-F]{40}).*", "$1");
        List<PinnedKey> pins = new ArrayList<>();
        pins.add(new PinnedKey(fingerprint, LocalDate.now(Cast.CLOCK).minusDays(1), LocalDate.MAX));
        AgencyKeys keys = new AgencyKeys(folder.resolve("sq.pub"), pins, packing);
        return new OpenPgpSeal(cast().house, id -> keys, OpenPgpSeal.Limits.DEFAULT, Cast.CLOCK, new SecureRandom());
    }

    private void opensTo(String agency, Path plain) throws Exception {
        cast().seal().open(agency, folder.resolve("sealed.pgp"), folder.resolve("opened"));
        assertThat(folder.resolve("opened")).hasSameBinaryContentAs(plain);
        assertThat(folder.resolve("opened.unverified")).doesNotExist();
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    /** Half text that packs well, half noise that does not. */
    private Path plain(int size) throws IOException {
        byte[] bytes = "AC-1001;240.00;USD\n".repeat(size / 19 + 1).getBytes();
        byte[] noise = new byte[size / 2];
        new Random(size).nextBytes(noise);
        System.arraycopy(noise, 0, bytes, 0, noise.length);
        return Files.write(folder.resolve("plain"), java.util.Arrays.copyOf(bytes, size));
    }
}
