package io.graceway.edge.agency.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.edge.agency.Partner;
import io.graceway.edge.agency.Watchdog;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.placement.AgencyMailbox.Arrival;
import io.graceway.journey.placement.Consignment;
import io.graceway.journey.placement.MailboxFailure;
import io.graceway.simulator.SignedErp;
import io.graceway.simulator.SoapAgency;
import io.graceway.simulator.TlsFront;
import io.graceway.soap.Place;
import io.graceway.soap.ShownKey;
import io.graceway.soap.Signing;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.ws.security.wss4j.WSS4JInInterceptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agency may know us by what we sign or by a certificate on the line, and we may demand both of it. */
class SoapCredentialsTest {

    private static final String BOTH = SignedErp.BODY + SignedErp.TIME;

    @TempDir
    private static Path folder;
    private static SignedErp keys;
    private static Path ours;
    private static Path theirs;
    private static Path stranger;
    private final Watchdog watchdog = new Watchdog();

    @BeforeAll
    static void make() {
        keys = new SignedErp(folder);
        ours = keys.key("ours", "RSA", 0);
        theirs = keys.key("theirs", "RSA", 0);
        stranger = keys.key("stranger", "EC", 0);
    }

    @AfterEach
    void stop() {
        watchdog.close();
    }

    /** The content is beside the XML, and still nobody can change it: its bytes are signed as if they stood there. */
    @Test
    void sends_and_takes_files_where_both_sides_sign() throws Exception {
        try (SoapAgency agency = agency(signing(theirs, BOTH))) {
            SoapMailbox mailbox = signed(agency, ours, theirs);
            assertThat(mailbox.check()).allMatch(CheckStep::passed).extracting(CheckStep::step)
                    .contains("signature and answers");
            Consignment load = Partner.consignment(folder, "D-signed", 300_000);
            mailbox.put(load, (rung, evidence) -> { });
            Path there = agency.home().resolve("to-agency/D-signed").resolve(load.parcel().name());
            assertThat(Files.mismatch(there, load.parcel().path())).isEqualTo(-1);
            Files.move(there, Files.createDirectories(agency.home().resolve("from-agency")).resolve("answer.pgp"));
            assertThat(mailbox.arrivals()).containsExactly(new Arrival("answer.pgp", 300_000));
            mailbox.fetch(new Arrival("answer.pgp", 300_000), folder.resolve("fetched"), 1 << 20);
            assertThat(Files.mismatch(folder.resolve("fetched"), load.parcel().path())).isEqualTo(-1);
        }
    }

    @Test
    void an_agency_that_does_not_know_our_key_lets_nothing_in() throws Exception {
        try (SoapAgency agency = agency(signing(theirs, BOTH))) {
            assertThat(failed(signed(agency, stranger, theirs))).isEqualTo("signature and answers GW-MAIL-023");
            assertThat(failed(mailbox(agency.address(), "house", Optional.empty(), Optional.empty())))
                    .isEqualTo("user and answers GW-MAIL-023");
            assertThat(agency.asked).isEmpty();
        }
    }

    @Test
    void an_answer_counts_only_when_the_pinned_certificate_has_signed_it_whole_and_now() throws Exception {
        disbelieved(endpoint -> { }, "170");
        disbelieved(signing(theirs, SignedErp.TIME), "170");
        disbelieved(signing(theirs, SignedErp.BODY), "170");
        disbelieved(signing(stranger, BOTH), "171");
        disbelieved(signing(keys.keySignedBy("theirs", "child"), BOTH), "171");
        disbelieved(signing(theirs, BOTH).andThen(endpoint -> endpoint.getOutInterceptors().add(
                new SignedErp.Forger("ListAnswersResponse"))), "172");
        disbelieved(endpoint -> endpoint.getOutInterceptors().add(SignedErp.signsAt(theirs, Duration.ofMinutes(-10))),
                "173");
    }

    @Test
    void nothing_is_sent_with_a_key_that_is_over_and_nothing_signed_that_neither_side_could_hold() throws Exception {
        try (SoapAgency agency = agency(signing(theirs, BOTH))) {
            assertThat(failed(signed(agency, keys.key("over", "RSA", -3), theirs)))
                    .isEqualTo("signature and answers GW-MAIL-174");
            assertThat(agency.asked).isEmpty();
            Consignment big = Partner.consignment(folder, "D-huge", (16 << 20) + 1);
            assertThatThrownBy(() -> signed(agency, ours, theirs).put(big, (rung, evidence) -> { }))
                    .isInstanceOf(MailboxFailure.class).hasMessageContaining("16777216")
                    .satisfies(e -> assertThat(((MailboxFailure) e).code()).isEqualTo("GW-MAIL-042"));
            assertThat(agency.asked).doesNotContain("submit");
        }
    }

    @Test
    void a_line_shows_our_certificate_and_believes_only_the_one_that_is_pinned() throws Exception {
        Path server = TlsFront.certificate(folder.resolve("server.p12"), "localhost");
        Path elsewhere = TlsFront.certificate(folder.resolve("elsewhere.p12"), "edi.example");
        try (SoapAgency agency = new SoapAgency(endpoint -> endpoint.getInInterceptors().add(new WSS4JInInterceptor(
                Map.of("action", "Timestamp")))).at(folder.resolve("tls"));
                TlsFront front = front(server, agency); TlsFront misnamed = front(elsewhere, agency)) {
            assertThat(shown(front, agency, ours, server).check()).allMatch(CheckStep::passed)
                    .extracting(CheckStep::step).contains("certificate and answers");
            agency.asked.clear();
            assertThat(failed(shown(front, agency, stranger, server)))
                    .isEqualTo("certificate and answers GW-MAIL-175");
            assertThat(failed(shown(front, agency, ours, elsewhere)))
                    .isEqualTo("certificate and answers GW-MAIL-025");
            assertThat(failed(shown(misnamed, agency, ours, elsewhere)))
                    .isEqualTo("certificate and answers GW-MAIL-025");
            assertThat(agency.asked).isEmpty();
        }
    }

    private static TlsFront front(Path server, SoapAgency agency) throws Exception {
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, null);
        known.setCertificateEntry("ours", KeyStore.getInstance(ours.toFile(), SignedErp.WORD.toCharArray())
                .getCertificate("ours"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        TrustManager[] managers = trust.getTrustManagers();
        return new TlsFront(server, agency.address().getPort(), false, managers);
    }

    private static Path pem(Path key) throws Exception {
        KeyStore store = KeyStore.getInstance(key.toFile(), TlsFront.WORD.toCharArray());
        return Files.writeString(key.resolveSibling(key.getFileName() + ".pem"), "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(store.getCertificate("x").getEncoded())
                + "\n-----END CERTIFICATE-----\n");
    }

    private SoapMailbox shown(TlsFront front, SoapAgency agency, Path key, Path server) throws Exception {
        return mailbox(URI.create("https://localhost:" + front.port() + agency.address().getPath()), "",
                Optional.empty(), Optional.of(ShownKey.of(key, SignedErp.WORD, Optional.of(pem(server)))));
    }

    private SoapMailbox signed(SoapAgency agency, Path key, Path pinned) {
        return mailbox(agency.address(), "", Optional.of(Signing.of(key, SignedErp.WORD,
                Optional.of(SignedErp.certificate(pinned)))), Optional.empty());
    }

    private SoapMailbox mailbox(URI endpoint, String user, Optional<Signing> signing, Optional<ShownKey> shown) {
        return new SoapMailbox(new SoapTerms(new Place(endpoint, user, user, Duration.ofSeconds(5),
                Duration.ofSeconds(20)), signing, shown), watchdog, any -> { });
    }

    private void disbelieved(Consumer<EndpointImpl> answers, String code) throws Exception {
        try (SoapAgency agency = agency(answers)) {
            assertThat(failed(signed(agency, ours, theirs))).isEqualTo("signature and answers GW-MAIL-" + code);
        }
    }

    private static String failed(SoapMailbox mailbox) {
        return mailbox.check().stream().filter(one -> !one.passed()).findFirst()
                .map(one -> one.step() + " " + one.code()).orElse("");
    }

    private static Consumer<EndpointImpl> signing(Path key, String parts) {
        return endpoint -> endpoint.getOutInterceptors().add(SignedErp.signs(key, parts));
    }

    private static SoapAgency agency(Consumer<EndpointImpl> answers) throws Exception {
        return new SoapAgency(answers.andThen(endpoint -> SignedErp.demands(endpoint, ours)))
                .at(folder.resolve("theirs"));
    }
}
