package io.graceway.edge.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The house's own key: made once, kept to its owner, read by the tools of agencies. */
class HouseKeysTest {

    private static final String USER = "Made-up House <house@example.org>";

    @TempDir
    private Path folder;

    @Test
    void is_made_at_first_use_and_stays_the_same_afterwards() throws IOException {
        HouseKeys first = make("a long passphrase");
        byte[] secret = Files.readAllBytes(folder.resolve("house.key"));
        Files.delete(folder.resolve("house.asc"));
        HouseKeys second = make("a long passphrase");
        assertThat(second.fingerprint()).isEqualTo(first.fingerprint()).matches("[0-9A-F]{40}");
        assertThat(folder.resolve("house.key")).hasBinaryContent(secret);
        assertThat(folder.resolve("house.asc")).content().isEqualTo(first.armoredPublicKey());
    }

    @Test
    void only_its_owner_reads_the_secret_file_and_only_with_the_passphrase() throws IOException {
        make("a long passphrase");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("house.key"))))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> make("another passphrase")).isInstanceOf(KeyTrouble.class)
                .hasMessageContaining("GW-SEAL-105").hasMessageNotContaining("another passphrase");
        String dump = Cast.cast().sq("packet", "dump", folder.resolve("house.key").toString()).fine().text();
        assertThat(dump.split("Sym. algo: AES-256", -1)).as("both keys locked").hasSize(3);
        assertThat(dump).doesNotContain("Unencrypted");
    }

    @Test
    void gnupg_and_sequoia_read_the_public_key_as_version_4_with_ed25519_and_x25519() throws IOException {
        HouseKeys house = make("a long passphrase");
        Path keys = folder.resolve("house.asc");
        assertThat(Cast.cast().gpg("--with-colons", "--show-keys", keys.toString()).fine().text())
                .contains("fpr:::::::::" + house.fingerprint() + ":").contains(":ed25519:").contains(":cv25519:")
                .contains(USER).doesNotContain("sec:");
        assertThat(Cast.cast().sq("inspect", keys.toString()).fine().text())
                .contains("OpenPGP Certificate").contains("EdDSA").contains("ECDH").doesNotContain("Invalid")
                .doesNotContain("Secret key");
    }

    @Test
    void does_not_promise_to_read_formats_that_it_refuses() throws IOException {
        make("a long passphrase");
        assertThat(Cast.cast().sq("packet", "dump", folder.resolve("house.asc").toString()).fine().text())
                .contains("Features: MDC").doesNotContain("AEAD").contains("Symmetric algo preferences: AES256");
    }

    @Test
    void a_short_passphrase_makes_no_key() {
        assertThatThrownBy(() -> make("eleven char")).isInstanceOf(KeyTrouble.class)
                .hasMessage("GW-SEAL-108 the passphrase of a new house key needs at least 12 characters");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_damaged_secret_file_is_never_replaced() throws IOException {
        Files.writeString(folder.resolve("house.key"), "-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nnonsense");
        assertThatThrownBy(() -> make("a long passphrase")).isInstanceOf(KeyTrouble.class)
                .hasMessageContaining("GW-SEAL-104").hasMessageContaining("restore it from its backup");
        assertThat(folder.resolve("house.key")).content().endsWith("nonsense");
    }

    @Test
    void shows_nothing_secret_when_printed_and_wipes_the_passphrase() throws IOException {
        make("a long passphrase");
        char[] typed = "a long passphrase".toCharArray();
        HouseKeys house = HouseKeys.load(folder.resolve("house.key"), () -> typed);
        assertThat(house).hasToString("HouseKeys[" + house.fingerprint() + ", secret part redacted]");
        assertThat(typed).containsOnly('\0');
    }

    @Test
    void a_former_key_in_the_file_still_opens_and_only_the_first_signs() throws Exception {
        HouseKeys former = make("a long passphrase");
        byte[] old = Files.readAllBytes(folder.resolve("house.key"));
        Cast cast = Cast.cast();
        cast.gpg("--import", folder.resolve("house.asc").toString()).fine();
        Path sealed = folder.resolve("sealed");
        Files.write(sealed, Hostile.gpg("-u", cast.fingerprint("rsa"), "-r", former.fingerprint(), "-s", "-e"));
        Files.delete(folder.resolve("house.key"));
        HouseKeys next = make("a long passphrase");
        Files.write(folder.resolve("both.key"), Packets.join(Files.readAllBytes(folder.resolve("house.key")), old));
        HouseKeys both = HouseKeys.load(folder.resolve("both.key"), "a long passphrase"::toCharArray);
        seal(both).open("rsa", sealed, folder.resolve("plain"));
        assertThat(folder.resolve("plain")).hasContent(Hostile.TEXT);
        assertThat(both.fingerprint()).isEqualTo(next.fingerprint()).isNotEqualTo(former.fingerprint());
    }

    @Test
    void uses_a_key_that_gnupg_made_for_the_house() throws Exception {
        Cast cast = Cast.cast();
        String made = cast.key("gnupghouse", "rsa3072", "rsa3072");
        Path secret = folder.resolve("gpg.key");
        cast.gpg("-a", "-o", secret.toString(), "--export-secret-keys", made).fine();
        HouseKeys house = HouseKeys.load(secret, () -> new char[0]);
        assertThat(house.fingerprint()).isEqualTo(made);
        Path sealed = folder.resolve("sealed");
        seal(house).seal("ed25519", Hostile.write(folder.resolve("plain"), Hostile.TEXT.getBytes()), sealed);
        assertThat(cast.gpg("--status-fd", "1", "-o", folder.resolve("opened").toString(), "-d", sealed.toString())
                .fine().text()).contains("VALIDSIG " + made);
        Files.write(sealed, Hostile.gpg("-u", cast.fingerprint("ed25519"), "-r", made, "-s", "-e"));
        seal(house).open("ed25519", sealed, folder.resolve("plain"));
        assertThat(folder.resolve("plain")).hasContent(Hostile.TEXT);
    }

    private static OpenPgpSeal seal(HouseKeys house) {
        return new OpenPgpSeal(house, Cast.cast()::keys, OpenPgpSeal.Limits.DEFAULT, Cast.CLOCK, new SecureRandom());
    }

    private HouseKeys make(String passphrase) throws IOException {
        return HouseKeys.atFirstUse(folder.resolve("house.key"), folder.resolve("house.asc"), USER,
                passphrase::toCharArray, Cast.CLOCK, new SecureRandom());
    }
}
