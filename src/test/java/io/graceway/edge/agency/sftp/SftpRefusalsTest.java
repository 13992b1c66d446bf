package io.graceway.edge.agency.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graceway.edge.agency.Partner;
import io.graceway.journey.placement.Consignment;
import io.graceway.journey.placement.MailboxFailure;
import io.graceway.journey.placement.Rung;
import io.graceway.simulator.SftpHost;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SftpRefusalsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir
    Path folder;
    private MinaPartner agency;
    private Consignment load;
    private final List<Rung> rungs = new ArrayList<>();

    @BeforeEach
    void begins() throws IOException {
        agency = new MinaPartner(folder);
        load = Partner.consignment(folder, "D-7", 5000);
    }

    @AfterEach
    void ends() throws IOException {
        agency.close();
    }

    private SftpTerms good() throws IOException {
        return agency.terms(agency.port(), PATIENCE, MinaPartner.QUICK);
    }

    private SftpTerms with(Path knownHosts, Path identity, Supplier<char[]> passphrase) throws IOException {
        SftpTerms t = good();
        return new SftpTerms(t.host(), t.port(), t.user(), identity, passphrase, knownHosts, t.outFolder(),
                t.inFolder(), t.connectTimeout(), t.sessionTimeout(), t.habits());
    }

    private MailboxFailure refused(SftpTerms terms) {
        SftpMailbox mailbox = agency.mailbox(terms);
        MailboxFailure failure = catchThrowableOfType(MailboxFailure.class,
                () -> mailbox.put(load, (rung, evidence) -> rungs.add(rung)));
        assertThat(failure).isNotNull();
        assertThat(rungs).doesNotContain(Rung.SENT);
        assertThat(failure.getMessage()).matches("[ -~]+").doesNotContain("open sesame");
        return failure;
    }

    private Path pinned(String line) throws IOException {
        return Files.writeString(folder.resolve("other_known_hosts"), line + "\n");
    }

    @Test
    void delivers_nothing_to_a_host_whose_key_has_changed() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        try (SftpHost other = SftpHost.open(elsewhere)) {
            String changed = other.knownHosts().replace("]:" + other.port(), "]:" + agency.port());
            MailboxFailure failure = refused(with(pinned(changed), agency.key.file(), () -> null));
            assertThat(failure.code()).isEqualTo("GW-MAIL-020");
            assertThat(failure.isPassing()).isFalse();
        }
        assertThat(agency.standing(load)).isEmpty();
    }

    @Test
    void delivers_nothing_to_a_host_that_is_not_pinned() throws IOException {
        assertThat(refused(with(pinned(""), agency.key.file(), () -> null)).code()).isEqualTo("GW-MAIL-021");
        assertThat(Files.readString(folder.resolve("other_known_hosts"))).isBlank();
    }

    @Test
    void delivers_nothing_to_a_host_pinned_with_a_key_of_another_kind() throws IOException {
        String otherKind = "[127.0.0.1]:" + agency.port() + " " + SshKey.make(folder.resolve("x"), null).publicLine();
        assertThat(refused(with(pinned(otherKind), agency.key.file(), () -> null)).code()).isEqualTo("GW-MAIL-021");
    }

    @Test
    void goes_on_when_the_next_host_key_is_pinned_beside_the_old_one() throws Exception {
        try (SftpHost other = SftpHost.open(Files.createDirectories(folder.resolve("elsewhere")))) {
            String next = other.knownHosts().replace("]:" + other.port(), "]:" + agency.port());
            Path both = pinned(next + "\n" + agency.host.knownHosts());
            agency.mailbox(with(both, agency.key.file(), () -> null)).put(load, (rung, evidence) -> rungs.add(rung));
        }
        assertThat(rungs).endsWith(Rung.MANIFEST_SENT);
    }

    @Test
    void says_that_the_agency_does_not_know_our_key() throws IOException {
        SshKey stranger = SshKey.make(folder.resolve("stranger"), null);
        SftpTerms terms = with(good().knownHosts(), stranger.file(), () -> null);
        assertThat(refused(terms).code()).isEqualTo("GW-MAIL-023");
    }

    @Test
    void opens_a_key_with_its_passphrase_and_tells_a_wrong_one_from_a_refused_login() throws Exception {
        SshKey locked = SshKey.make(folder.resolve("locked"), "open sesame");
        agency.host.admit(MinaPartner.AGENCY, locked.publicLine());
        SftpTerms right = with(good().knownHosts(), locked.file(), "open sesame"::toCharArray);
        assertThat(agency.mailbox(right).arrivals()).isEmpty();
        SftpTerms wrong = with(good().knownHosts(), locked.file(), "open barley"::toCharArray);
        assertThat(refused(wrong).code()).isEqualTo("GW-MAIL-003");
        assertThat(refused(with(good().knownHosts(), folder.resolve("none"), () -> null)).code())
                .isEqualTo("GW-MAIL-003");
    }

    @Test
    void gives_up_on_a_server_that_accepts_and_says_nothing() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            long begun = System.nanoTime();
            SftpTerms terms = agency.terms(silent.getLocalPort(), Duration.ofMillis(500), MinaPartner.QUICK);
            MailboxFailure failure = refused(terms);
            assertThat(failure.code()).isEqualTo("GW-MAIL-012");
            assertThat(failure.isPassing()).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void says_that_nobody_listens() throws IOException {
        int closed;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        assertThat(refused(agency.terms(closed, PATIENCE, MinaPartner.QUICK)).code()).isEqualTo("GW-MAIL-011");
    }

    @Test
    void says_that_the_host_is_not_known() throws IOException {
        SftpTerms t = good();
        MailboxFailure failure = refused(new SftpTerms("no-such-host.invalid", t.port(), t.user(), t.identity(),
                t.passphrase(), t.knownHosts(), t.outFolder(), t.inFolder(), t.connectTimeout(), PATIENCE, t.habits()));
        assertThat(failure.code()).isEqualTo("GW-MAIL-010");
        assertThat(failure.getMessage()).contains("no-such-host.invalid");
    }

    @Test
    void shows_neither_user_nor_key_nor_passphrase_when_printed() throws IOException {
        SftpTerms terms = with(good().knownHosts(), folder.resolve("secret-key"), "open sesame"::toCharArray);
        String printed = terms + " " + agency.mailbox(terms);
        assertThat(printed).doesNotContain("sesame", "secret-key", "Lambda", MinaPartner.AGENCY + "@");
    }
}
