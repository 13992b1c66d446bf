package io.graceway.edge.source;

import static io.graceway.journey.writeback.SourceSystem.Outcome.Result.ALREADY;
import static io.graceway.journey.writeback.SourceSystem.Outcome.Result.LATER;
import static io.graceway.journey.writeback.SourceSystem.Outcome.Result.POSTED;
import static io.graceway.journey.writeback.SourceSystem.Outcome.Result.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.graceway.journey.delinquency.SourceRefused;
import io.graceway.journey.writeback.Posting;
import io.graceway.journey.writeback.SourceSystem.Outcome;
import io.graceway.simulator.SoapErp;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoapWritebackTest {

    @TempDir
    Path temp;
    private SoapErp erp;

    @BeforeEach
    void start() {
        erp = new SoapErp("graceway", "s3cret-digest", true);
        erp.accounts.put("0001", SoapSourceTest.account("0001", 1));
        erp.accounts.put("0002", SoapSourceTest.account("0002", 1));
    }

    @AfterEach
    void stop() {
        erp.close();
    }

    @Test
    void posts_once_however_often_it_is_asked() {
        Outcome outcome = post(Postings.payment("p-1", "0001", "40.00")).get(0);
        assertThat(outcome).isEqualTo(new Outcome("p-1", POSTED, "E-p-1"));
        assertThat(post(Postings.payment("p-1", "0001", "40.00"))).extracting(Outcome::result).containsExactly(ALREADY);
        assertThat(erp.posted.get("p-1").getAmount()).isEqualTo("40.00");
        assertThat(erp.posted.get("p-1").getOn().toXMLFormat()).isEqualTo("2026-03-03");
    }

    @Test
    void a_fault_refuses_one_posting_and_does_not_repeat_what_the_service_says_of_people() {
        List<Outcome> outcomes = post(Postings.payment("p-1", "0404", "1.00"), Postings.payment("p-2", "0001", "1.00"));
        assertThat(outcomes).extracting(Outcome::result).containsExactly(REFUSED, POSTED);
        assertThat(outcomes.get(0).evidence()).startsWith("GW-SRC-073").contains("UNKNOWN_ACCOUNT")
                .doesNotContain("Roe");
    }

    @Test
    void a_busy_service_keeps_the_order_of_the_account() {
        assertThat(post(Postings.payment("p-1", "busy", "1.00"), Postings.note("n-1", "busy", "x"),
                Postings.note("n-2", "0001", "x"))).extracting(Outcome::result).containsExactly(LATER, LATER, POSTED);
        assertThat(erp.calls).isEqualTo(2);
    }

    @Test
    void no_answer_after_posting_is_unknown_and_the_repetition_has_no_second_effect() {
        erp.silence = new CountDownLatch(1);
        SoapSource hasty = source(erp.address(), Duration.ofMillis(600));
        List<Posting> postings = List.of(Postings.payment("p-1", "0001", "40.00"),
                Postings.payment("p-2", "0002", "1.00"));
        List<Outcome> outcomes = hasty.post(postings);
        assertThat(outcomes).extracting(Outcome::result).containsExactly(LATER, LATER);
        assertThat(outcomes.get(0).evidence()).startsWith("GW-SRC-077");
        await().untilAsserted(() -> assertThat(erp.posted).containsOnlyKeys("p-1"));
        erp.silence.countDown();
        assertThat(source(erp.address(), Duration.ofSeconds(20)).post(postings)).extracting(Outcome::result)
                .containsExactly(ALREADY, POSTED);
        assertThat(erp.posted).hasSize(2);
    }

    @Test
    void six_threads_with_one_key_have_one_effect() throws Exception {
        SoapSource source = source(erp.address(), Duration.ofSeconds(20));
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Future<List<Outcome>>> asked = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            asked.add(threads.submit(() -> source.post(List.of(Postings.payment("p-1", "0001", "40.00")))));
        }
        List<Outcome.Result> results = new ArrayList<>();
        for (Future<List<Outcome>> one : asked) {
            results.add(one.get().get(0).result());
        }
        threads.shutdown();
        assertThat(results).containsOnlyOnce(POSTED).containsOnly(POSTED, ALREADY);
    }

    @Test
    void a_text_outside_the_schema_is_refused_without_a_call() {
        List<Outcome> outcomes = post(Postings.note("n-1", "0001", "x".repeat(2_001)),
                Postings.payment("p-2", "0001", "0.01"));
        assertThat(outcomes).extracting(Outcome::result).containsExactly(REFUSED, POSTED);
        assertThat(outcomes.get(0).evidence()).startsWith("GW-SRC-074").doesNotContain("xxx");
        assertThat(erp.calls).isEqualTo(1);
    }

    @Test
    void refuses_entities_in_an_answer_and_fetches_nothing_for_them() throws IOException {
        Path secret = Files.writeString(temp.resolve("secret"), "secret-content");
        try (RawHttp elsewhere = new RawHttp("<!ENTITY x 'y'>")) {
            for (String dtd : List.of(
                    "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]>",
                    "<!DOCTYPE x [<!ENTITY c SYSTEM '" + secret.toUri() + "'>]>",
                    "<!DOCTYPE x [<!ENTITY % d SYSTEM '" + elsewhere.address() + "'> %d; <!ENTITY c 'z'>]>")) {
                String answer = "<?xml version='1.0'?>" + dtd
                        + "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'>"
                        + "<s:Body><r:PostEntryResponse xmlns:r='urn:graceway:receivables:1'>"
                        + "<r:result>POSTED</r:result><r:evidence>&c;</r:evidence></r:PostEntryResponse>"
                        + "</s:Body></s:Envelope>";
                try (RawHttp hostile = new RawHttp(answer)) {
                    SoapSource source = source(hostile.address(), Duration.ofSeconds(20));
                    Outcome outcome = source.post(List.of(Postings.payment("p-1", "0001", "1.00"))).get(0);
                    assertThat(outcome.result()).as(dtd).isEqualTo(LATER);
                    assertThat(outcome.evidence()).startsWith("GW-SRC-079").doesNotContain("secret-content");
                    assertThatThrownBy(source::open).isInstanceOf(SourceRefused.class)
                            .hasMessageStartingWith("GW-SRC-079");
                }
            }
            assertThat(elsewhere.protocol()).as("nobody asked there").isEmpty();
        }
    }

    @Test
    void nobody_there_is_later() {
        URI gone = erp.address();
        erp.close();
        List<Outcome> outcomes = source(gone, Duration.ofSeconds(20))
                .post(List.of(Postings.payment("p-1", "0001", "1.00")));
        assertThat(outcomes.get(0).result()).isEqualTo(LATER);
        assertThat(outcomes.get(0).evidence()).startsWith("GW-SRC-071");
    }

    private List<Outcome> post(Posting... postings) {
        return source(erp.address(), Duration.ofSeconds(20)).post(List.of(postings));
    }

    private static SoapSource source(URI address, Duration receive) {
        return new SoapSource(new SoapTerms(address, "graceway", "s3cret-digest", 100,
                Set.of(Posting.Kind.PAYMENT, Posting.Kind.NOTE), Duration.ofSeconds(5), receive), new PlainTables());
    }
}
