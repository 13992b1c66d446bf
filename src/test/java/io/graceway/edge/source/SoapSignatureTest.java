package io.graceway.edge.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.edge.source.call.Faults;
import io.graceway.journey.delinquency.AccountSource.Extract;
import io.graceway.journey.delinquency.SourceRefused;
import io.graceway.journey.writeback.Posting;
import io.graceway.journey.writeback.SourceSystem.Outcome;
import io.graceway.simulator.SignedErp;
import io.graceway.simulator.SoapErp;
import io.graceway.soap.Signing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.cxf.jaxws.EndpointImpl;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we send is signed, and what comes back is believed only as signed by just the certificate that is pinned. */
class SoapSignatureTest {

    private static final String BOTH = SignedErp.BODY + SignedErp.TIME;

    @TempDir
    private static Path folder;
    private static SignedErp keys;
    private static Path ours;
    private static Path theirs;
    private static Path stranger;

    @BeforeAll
    static void make() {
        keys = new SignedErp(folder);
        ours = keys.key("ours", "RSA", 0);
        theirs = keys.key("theirs", "RSA", 0);
        stranger = keys.key("stranger", "RSA", 0);
    }

    @Test
    void reads_and_posts_where_both_sides_sign() {
        try (SoapErp erp = erp(ours, signing(theirs, BOTH))) {
            assertThat(check(erp, ours, theirs)).isEmpty();
            try (Extract extract = source(erp, ours, theirs).open()) {
                assertThat(FileSourceTest.all(extract)).hasSize(1);
            }
            assertThat(post(erp, ours, theirs, "0001").result()).isEqualTo(Outcome.Result.POSTED);
            assertThatThrownBy(() -> source(erp, ours, theirs).paper("0001", "C-7", folder.resolve("paper")))
                    .hasMessageStartingWith("GW-SRC-141");
        }
    }

    @Test
    void an_elliptic_key_signs_too_and_a_user_may_stand_beside_it() {
        Path curve = keys.key("curve", "EC", 0);
        try (SoapErp erp = erp(curve, signing(theirs, BOTH))) {
            assertThat(post(erp, curve, theirs, "0001").result()).isEqualTo(Outcome.Result.POSTED);
        }
        try (RawHttp listener = new RawHttp("")) {
            SoapSource both = new SoapSource(new SoapTerms(listener.address(), "graceway", "s3cret-digest", 10,
                    Set.of(), Duration.ofSeconds(5), Duration.ofSeconds(20),
                    Optional.of(Signing.of(curve, SignedErp.WORD, Optional.empty())), new Faults(Map.of())),
                    new PlainTables());
            assertThatThrownBy(both::open).isInstanceOf(SourceRefused.class);
            assertThat(listener.asked()).contains("PasswordDigest", "BinarySecurityToken", "ecdsa-sha256")
                    .doesNotContain("s3cret-digest", "sha1\"").satisfies(text -> assertThat(text.split(
                            "<ds:Reference ", -1)).as("user, body and time").hasSize(4));
        }
    }

    @Test
    void a_service_that_does_not_know_our_key_refuses_it() {
        try (SoapErp erp = erp(ours, signing(theirs, BOTH))) {
            assertThat(check(erp, stranger, theirs)).isEqualTo("login GW-SRC-072");
            assertThat(post(erp, stranger, theirs, "0001").evidence()).startsWith("GW-SRC-072");
            assertThat(erp.posted).isEmpty();
        }
    }

    @Test
    void an_answer_that_nobody_signed_is_not_believed() {
        disbelieved(endpoint -> { }, "GW-SRC-130");
    }

    @Test
    void an_answer_of_which_only_the_time_or_only_the_body_is_signed_is_not_believed() {
        disbelieved(signing(theirs, SignedErp.TIME), "GW-SRC-130");
        disbelieved(signing(theirs, SignedErp.BODY), "GW-SRC-130");
    }

    @Test
    void an_answer_signed_by_another_is_not_believed_nor_one_by_whom_the_pinned_one_has_signed() {
        disbelieved(signing(stranger, BOTH), "GW-SRC-131");
        disbelieved(signing(keys.keySignedBy("theirs", "child"), BOTH), "GW-SRC-131");
    }

    @Test
    void an_answer_that_was_changed_after_it_was_signed_is_not_believed() {
        Consumer<EndpointImpl> forged = signing(theirs, BOTH)
                .andThen(endpoint -> endpoint.getOutInterceptors().add(new SignedErp.Forger("kind")));
        try (SoapErp erp = erp(ours, forged)) {
            assertThat(check(erp, ours, theirs)).isEqualTo("login GW-SRC-132");
        }
    }

    @Test
    void an_answer_of_another_time_is_not_believed() {
        for (Duration off : List.of(Duration.ofMinutes(-10), Duration.ofMinutes(10))) {
            disbelieved(endpoint -> endpoint.getOutInterceptors().add(SignedErp.signsAt(theirs, off)), "GW-SRC-133");
        }
    }

    @Test
    void a_refusal_counts_only_when_it_is_signed() {
        try (SoapErp erp = erp(ours, signing(theirs, BOTH).andThen(endpoint -> endpoint.getOutFaultInterceptors()
                .add(SignedErp.signs(theirs, BOTH))))) {
            assertThat(post(erp, ours, theirs, "0404")).satisfies(one -> {
                assertThat(one.result()).isEqualTo(Outcome.Result.REFUSED);
                assertThat(one.evidence()).startsWith("GW-SRC-073");
            });
        }
        try (SoapErp erp = erp(ours, signing(theirs, BOTH))) {
            assertThat(post(erp, ours, theirs, "0404")).satisfies(one -> {
                assertThat(one.result()).isEqualTo(Outcome.Result.LATER);
                assertThat(one.evidence()).startsWith("GW-SRC-130");
            });
        }
    }

    @Test
    void nothing_is_sent_with_a_key_that_is_over_or_to_come_nor_to_a_certificate_that_is() {
        try (SoapErp erp = erp(ours, signing(theirs, BOTH))) {
            for (Path bad : List.of(keys.key("over", "RSA", -3), keys.key("coming", "RSA", 3))) {
                assertThat(post(erp, bad, theirs, "0001").evidence()).startsWith("GW-SRC-134");
                assertThat(post(erp, ours, bad, "0001").evidence()).startsWith("GW-SRC-134").contains("pinned");
                assertThat(check(erp, bad, theirs)).isEqualTo("login GW-SRC-134");
            }
            assertThat(erp.calls).isZero();
        }
    }

    @Test
    void a_key_or_certificate_that_cannot_be_used_is_told_by_its_place_and_without_the_passphrase() throws IOException {
        Path none = Files.writeString(folder.resolve("none.p12"), "x");
        assertRefused("signature/key", () -> SoapTerms.signing(none, SignedErp.WORD, Optional.empty()));
        assertRefused("signature/key", () -> SoapTerms.signing(ours, "wr0ng-word", Optional.empty()));
        assertRefused("signature/key", () -> SoapTerms.signing(Path.of("absent"), SignedErp.WORD, Optional.empty()));
        assertRefused("signature/service", () -> SoapTerms.signing(ours, SignedErp.WORD, Optional.of(none)));
    }

    private static void assertRefused(String place, Runnable using) {
        assertThatThrownBy(using::run).isInstanceOf(TermsRefused.class).hasMessageNotContaining("wr0ng-word")
                .satisfies(e -> assertThat(((TermsRefused) e).place()).isEqualTo(place));
    }

    /** Neither read nor taken for posted, and nothing more is sent in that round. */
    private static void disbelieved(Consumer<EndpointImpl> answers, String code) {
        try (SoapErp erp = erp(ours, answers)) {
            assertThat(check(erp, ours, theirs)).isEqualTo("login " + code);
            List<Outcome> outcomes = source(erp, ours, theirs).post(List.of(Postings.payment("p-1", "0001", "1.00"),
                    Postings.payment("p-2", "0001", "1.00")));
            assertThat(outcomes).extracting(Outcome::result).containsOnly(Outcome.Result.LATER);
            assertThat(outcomes.get(0).evidence()).startsWith(code);
            assertThat(erp.posted).containsOnlyKeys("p-1");
        }
    }

    private static Consumer<EndpointImpl> signing(Path key, String parts) {
        return endpoint -> endpoint.getOutInterceptors().add(SignedErp.signs(key, parts));
    }

    private static SoapErp erp(Path demanded, Consumer<EndpointImpl> answers) {
        SoapErp erp = new SoapErp(true, answers.andThen(endpoint -> SignedErp.demands(endpoint, demanded)));
        erp.accounts.put("0001", SoapSourceTest.account("0001", 1));
        return erp;
    }

    private static String check(SoapErp erp, Path key, Path pinned) {
        return source(erp, key, pinned).check().stream().filter(one -> !one.passed()).findFirst()
                .map(step -> step.step() + " " + step.code()).orElse("");
    }

    private static Outcome post(SoapErp erp, Path key, Path pinned, String account) {
        return source(erp, key, pinned).post(List.of(Postings.payment("p-1", account, "1.00"))).get(0);
    }

    private static SoapSource source(SoapErp erp, Path key, Path pinned) {
        return new SoapSource(new SoapTerms(erp.address(), "", "", 10, Set.of(Posting.Kind.PAYMENT),
                Duration.ofSeconds(5), Duration.ofSeconds(20), Optional.of(Signing.of(key, SignedErp.WORD,
                Optional.of(SignedErp.certificate(pinned)))), new Faults(Map.of())), new PlainTables());
    }
}
