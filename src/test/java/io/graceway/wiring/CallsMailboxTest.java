package io.graceway.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import io.graceway.journey.placement.AgencyMailbox.Arrival;
import io.graceway.journey.placement.AgencyMailbox.Whereabouts;
import io.graceway.journey.placement.MailboxFailure;
import io.graceway.journey.placement.Rung;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An agency that takes one account at a time, called as the shipped dialect says. */
class CallsMailboxTest {

    private static final String ONE = CalledAgency.ONE;
    private static final String TWO = CalledAgency.TWO;

    @TempDir
    private Path temp;
    private CalledAgency agency;

    @BeforeEach
    void begins() throws Exception {
        agency = new CalledAgency(temp);
    }

    @AfterEach
    void ends() {
        agency.host.close();
    }

    private MailboxFailure fails(String document, String... lines) throws Exception {
        var load = agency.load("D-1", document, lines);
        return catchThrowableOfType(MailboxFailure.class, () -> agency.put(load));
    }

    private long posts() {
        return agency.host.asked().stream().filter("POST /cases"::equals).count();
    }

    private static boolean answers(HttpExchange exchange, int status, String... header) throws IOException {
        exchange.getRequestBody().readAllBytes();
        for (int i = 0; i < header.length; i += 2) {
            exchange.getResponseHeaders().set(header[i], header[i + 1]);
        }
        exchange.sendResponseHeaders(status, -1);
        return true;
    }

    private void atMakes(int times, int status, String... header) {
        AtomicInteger left = new AtomicInteger(times);
        agency.host.answer(exchange -> exchange.getRequestMethod().equals("POST")
                && exchange.getRequestURI().getPath().equals("/cases") && left.getAndDecrement() > 0
                && answers(exchange, status, header));
    }

    @Test
    void makes_one_case_for_each_account_with_the_tone_attached_and_never_a_second_one() throws Exception {
        var load = agency.load("D-1", "placement", ONE, TWO);
        assertThat(agency.mailbox.look(load)).isEqualTo(Whereabouts.ABSENT);
        assertThat(agency.put(load)).containsExactly(Rung.CONNECTED, Rung.SENT, Rung.VERIFIED, Rung.RENAMED,
                Rung.MANIFEST_SENT);
        assertThat(agency.host.book().cases()).extracting(one -> one.path("creditorReference").asString() + " "
                + one.path("grossAmount") + " " + one.path("currency").asString()).containsExactly("PL-1 119.00 EUR",
                "PL-2 80.25 USD");
        String id = agency.host.book().named("PL-2").orElseThrow().path("id").asString();
        assertThat(agency.host.book().of(id, "files")).singleElement().satisfies(file -> {
            assertThat(file.path("description").asString()).isEqualTo("Please work this case in our tone: brand tone "
                    + "acme-home@4 sha256 " + CalledAgency.TONE.sha256());
            assertThat(file.path("documentType").asString()).isEqualTo("CreditorDocuments");
            assertThat(file.path("fileName").asString()).isEqualTo("tone-acme-home-4.pdf");
        });
        agency.put(load);
        assertThat(posts()).isEqualTo(2);
        assertThat(agency.host.book().of(id, "files")).hasSize(1);
        assertThat(agency.mailbox.look(load)).isEqualTo(Whereabouts.COMPLETE);
        assertThat(temp.resolve("calls/work")).isEmptyDirectory();
    }

    @Test
    void asks_what_became_of_a_call_whose_answer_was_lost() throws Exception {
        agency.host.losesTheNextAnswer();
        agency.put(agency.load("D-1", "placement", ONE, TWO));
        assertThat(agency.host.book().cases()).hasSize(2);
        assertThat(posts()).isEqualTo(2);
    }

    @Test
    void one_account_at_which_the_server_fails_keeps_no_other_back_and_is_tried_later() throws Exception {
        atMakes(1, 500);
        MailboxFailure failure = fails("placement", ONE, TWO);
        assertThat(failure.code()).isEqualTo("GW-MAIL-016");
        assertThat(failure.isPassing()).isTrue();
        assertThat(agency.host.book().cases()).extracting(one -> one.path("creditorReference").asString())
                .containsExactly("PL-2");
        var load = agency.load("D-1", "placement", ONE, TWO);
        assertThat(agency.mailbox.look(load)).isEqualTo(Whereabouts.PARCEL_ONLY);
        agency.put(load);
        assertThat(agency.host.book().cases()).hasSize(2);
    }

    @Test
    void comes_later_when_it_is_asked_to() throws Exception {
        atMakes(1, 429, "Retry-After", "7");
        agency.put(agency.load("D-1", "placement", ONE));
        assertThat(agency.waits).containsExactly(Duration.ofSeconds(7));
        assertThat(agency.host.book().cases()).hasSize(1);
        atMakes(1, 429, "Retry-After", "3600");
        assertThat(fails("placement", TWO).code()).isEqualTo("GW-MAIL-015");
    }

    @Test
    void an_account_that_is_not_taken_is_an_answer_of_its_own_and_stays_one() throws Exception {
        agency.host.book().refuse("Muster", "NoPartnerAvailable");
        var load = agency.load("D-1", "placement", ONE, TWO);
        agency.put(load);
        Arrival answer = agency.arrivals().stream().filter(one -> one.name().startsWith("refusals-")).findFirst()
                .orElseThrow();
        assertThat(agency.read(answer)).isEqualTo("{\"refusals\":[{\"reference\":\"PL-1\",\"status\":422,"
                + "\"kind\":\"NoPartnerAvailable\",\"on\":\"2026-03-04\"}]}");
        agency.host.book().permit("Muster");
        agency.put(load);
        assertThat(agency.host.book().cases()).hasSize(1);
        assertThat(agency.mailbox.look(load)).isEqualTo(Whereabouts.COMPLETE);
        agency.mailbox.taken(answer);
        assertThat(agency.arrivals()).noneMatch(one -> one.name().startsWith("refusals-"));
    }

    @Test
    void nothing_is_refused_because_the_house_has_not_signed() throws Exception {
        agency.host.book().refuse("Muster", "MissingDebtCollectionContract");
        MailboxFailure failure = fails("placement", ONE, TWO);
        assertThat(failure.code()).isEqualTo("GW-MAIL-069");
        assertThat(failure.isPassing()).isFalse();
        assertThat(agency.arrivals()).isEmpty();
        agency.host.book().permit("Muster");
        agency.put(agency.load("D-1", "placement", ONE));
        assertThat(agency.host.book().cases()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"302,GW-MAIL-050,false", "401,GW-MAIL-023,false", "403,GW-MAIL-031,false", "503,GW-MAIL-015,true"})
    void says_what_kept_it_from_being_told(int status, String code, boolean passing) throws Exception {
        agency.host.answer(exchange -> answers(exchange, status, "Location", "http://elsewhere.example/"));
        MailboxFailure failure = fails("placement", ONE);
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.isPassing()).isEqualTo(passing);
        assertThat(failure.getMessage()).doesNotContain(CalledAgency.KEY).doesNotContain("Muster");
        assertThat(agency.host.asked()).containsExactly("GET /me");
    }

    @Test
    void another_case_under_our_number_is_for_people() throws Exception {
        var load = agency.load("D-1", "placement", ONE);
        agency.put(load);
        agency.host.book().change("PL-1", "currency", "USD");
        assertThat(agency.mailbox.look(load)).isEqualTo(Whereabouts.UNCLEAR);
        assertThat(fails("placement", ONE).code()).isEqualTo("GW-MAIL-033");
    }

    @Test
    void a_recall_is_said_once_in_the_chat_of_its_case() throws Exception {
        agency.put(agency.load("D-1", "placement", ONE));
        var recall = agency.load("D-2", "recall", "[{\"placement\":\"PL-1\",\"account\":\"A\",\"stage\":\"PENDING\","
                + "\"reason\":\"CUSTOMER_COMPLAINT\",\"object-by\":\"2026-06-06\"}]");
        agency.put(recall);
        agency.put(recall);
        String id = agency.host.book().named("PL-1").orElseThrow().path("id").asString();
        assertThat(agency.host.book().of(id, "chats")).singleElement().satisfies(chat ->
                assertThat(chat.path("message").asString()).startsWith("Recall of PL-1: PENDING, reason "
                        + "CUSTOMER_COMPLAINT, to be objected to by 2026-06-06").endsWith("(D-2/1)"));
        assertThat(agency.mailbox.look(recall)).isEqualTo(Whereabouts.COMPLETE);
    }

    @Test
    void what_cannot_be_told_is_for_people() throws Exception {
        assertThat(fails("recall", "[{\"placement\":\"PL-9\",\"stage\":\"FINAL\"}]").code()).isEqualTo("GW-MAIL-068");
        assertThat(fails("erasure-order", "[{\"placement\":\"PL-9\"}]").code()).isEqualTo("GW-MAIL-067");
        agency.put(agency.load("D-3", "reject", "[{\"record\":\"answer\",\"file\":\"x\",\"outcome\":\"P\"},"
                + "{\"record\":\"reject\",\"line\":1,\"code\":\"GW-REM-010\",\"why\":\"w\",\"reference\":\"PL-9\"}]"));
        assertThat(agency.host.asked()).noneMatch(one -> one.startsWith("POST"));
    }
}
