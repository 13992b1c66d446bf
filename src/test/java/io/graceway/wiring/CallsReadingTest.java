package io.graceway.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graceway.edge.agency.calls.CallTerms;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.placement.AgencyMailbox.Arrival;
import io.graceway.journey.placement.MailboxFailure;
import io.graceway.journey.placement.Rung;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an agency without files has to say, asked for as the shipped dialect says. */
class CallsReadingTest {

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

    @Test
    void gathers_only_what_is_new_or_has_changed_and_the_same_file_until_it_is_taken() throws Exception {
        agency.put(agency.load("D-1", "placement", ONE, TWO));
        Arrival first = agency.arrivals().get(0);
        assertThat(first.name()).matches("cases-[0-9a-f]{16}\\.json\\.pgp");
        assertThat(agency.read(first)).startsWith("{\"cases\":[{\"id\":").contains("\"grossAmount\":119.00");
        byte[] bytes = Files.readAllBytes(agency.fetched(first));
        agency.host.book().change("PL-1", "lifecycle", "Active");
        agency.restart();
        assertThat(agency.arrivals()).containsExactly(first);
        assertThat(agency.fetched(first)).hasBinaryContent(bytes);
        agency.mailbox.taken(first);
        Arrival second = agency.arrivals().get(0);
        assertThat(agency.read(second)).contains("PL-1").doesNotContain("PL-2");
        agency.mailbox.taken(second);
        assertThat(agency.arrivals()).isEmpty();
        int asked = agency.host.asked().size();
        assertThat(agency.mailbox.arrivals()).isEmpty();
        assertThat(agency.host.asked()).hasSize(asked);
    }

    @Test
    void a_word_that_nobody_agreed_on_is_never_taken_for_something_else() throws Exception {
        agency.put(agency.load("D-1", "placement", ONE, TWO));
        agency.host.book().change("PL-1", "lifecycle", "Dreaming", "aNewMember", "x");
        agency.host.book().change("PL-2", "lifecycle", "Closed", "closeCode", "Abducted", "dateFinished", "2026-03-05");
        assertThat(agency.rejects(agency.arrivals().get(0))).containsExactly("GW-DOC-011", "GW-DOC-008");
    }

    @Test
    void reads_every_page() throws Exception {
        agency.put(agency.load("D-1", "placement", ONE));
        for (int i = 1; i <= 250; i++) {
            agency.host.book().pay("PL-1", "p-" + i, "1.10", "EUR", "partner", "2026-03-05");
        }
        Arrival payments = agency.arrivals().get(1);
        assertThat(agency.read(payments).split("\"grossAmount\":1.10,")).hasSize(251);
    }

    @Test
    void an_answer_that_is_no_page_is_not_taken_for_nothing() throws Exception {
        agency.host.answer(exchange -> {
            byte[] body = "{\"message\":\"maintenance\"}".getBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            return true;
        });
        assertThat(catchThrowableOfType(MailboxFailure.class, agency::arrivals).code()).isEqualTo("GW-MAIL-050");
    }

    /** As the agency asked: a paper from whoever has it, or an answer in the chat, which settles it there. */
    @Test
    void what_the_agency_needs_is_read_once_and_an_answer_in_the_chat_settles_it() throws Exception {
        agency.put(agency.load("D-1", "placement", ONE, TWO));
        agency.mailbox.taken(agency.arrivals().get(0));
        agency.host.book().ask("PL-1", "t-1", "MoreInfoNeeded", "the contract", "2026-03-05");
        agency.host.book().ask("PL-2", "t-2", "ReplyToChat", "a plan?", "2026-03-05");
        agency.host.book().ask("PL-2", "t-3", "SignContract", "of the house", "2026-03-05");
        List<Arrival> asked = agency.arrivals();
        assertThat(asked).extracting(one -> one.name().replaceAll("-.*", "")).containsExactly("questions", "requests");
        assertThat(agency.read(asked.get(1))).contains("\"id\":\"t-1\"").doesNotContain("t-2", "t-3");
        for (Arrival one : asked) {
            agency.mailbox.taken(one);
        }
        assertThat(agency.arrivals()).isEmpty();
        agency.put(agency.load("D-N", "note", "{\"placement\":\"PL-2\",\"text\":\"No plan, please.\"}"));
        agency.put(agency.load("D-A", "information-answer", "{\"placement\":\"PL-1\",\"code\":\"ANSWERED\","
                + "\"reference\":\"C-7\"}"));
        assertThat(said("PL-2")).containsExactly("No plan, please. (D-N/1)");
        assertThat(said("PL-1")).singleElement().asString().contains("PL-1: ANSWERED", "paper C-7", "(D-A/1)");
        assertThat(agency.host.book().tasks("type=MoreInfoNeeded&type=ReplyToChat")).isEmpty();
        agency.put(agency.load("D-N", "note", "{\"placement\":\"PL-2\",\"text\":\"No plan, please.\"}"));
        assertThat(said("PL-2")).hasSize(1);
    }

    private List<String> said(String reference) {
        String id = agency.host.book().named(reference).orElseThrow().path("id").asString();
        return agency.host.book().of(id, "chats").stream().map(one -> one.path("message").asString()).toList();
    }

    @Test
    void a_hint_has_it_asked_before_its_time_and_not_more_often_than_every_minute() throws Exception {
        assertThat(agency.mailbox.arrivals()).isEmpty();
        int once = agency.host.asked().size();
        agency.mailbox.heard("no JSON".getBytes());
        agency.mailbox.arrivals();
        agency.clock.pass(Duration.ofSeconds(59));
        agency.mailbox.arrivals();
        assertThat(agency.host.asked()).hasSize(once);
        agency.clock.pass(Duration.ofSeconds(1));
        agency.mailbox.arrivals();
        assertThat(agency.host.asked()).hasSize(2 * once);
        agency.clock.pass(Duration.ofMinutes(2));
        agency.mailbox.arrivals();
        assertThat(agency.host.asked()).hasSize(2 * once);
    }

    /** No list shows it afterwards, and what is worse than a payment too much is one that nobody knows is gone. */
    @Test
    void a_payment_that_was_taken_back_is_told_to_people_once() throws Exception {
        byte[] event = ("{\"id\":\"evt_7\",\"event\":\"payment.deleted\",\"timestamp\":\"2026-03-05T10:30:00Z\","
                + "\"data\":{\"creditorReference\":\"PL-1\"}}").getBytes();
        agency.mailbox.heard("{\"id\":\"evt_6\",\"event\":\"case.created\"}".getBytes());
        assertThat(agency.arrivals()).isEmpty();
        agency.mailbox.heard(event);
        agency.mailbox.heard(event);
        Arrival told = agency.arrivals().get(0);
        assertThat(agency.arrivals()).containsExactly(told);
        assertThat(told.name()).startsWith("events-");
        assertThat(agency.read(told)).startsWith("{\"events\":[{\"id\":\"evt_7\"").contains("PL-1");
        agency.mailbox.taken(told);
        agency.mailbox.heard(event);
        assertThat(agency.arrivals()).isEmpty();
    }

    @Test
    void a_tone_that_was_accepted_in_writing_is_answered_for_the_agency() throws Exception {
        var tone = agency.load("D-T", "tone");
        assertThat(catchThrowableOfType(MailboxFailure.class, () -> agency.put(tone)).code()).isEqualTo("GW-MAIL-067");
        agency.accepted = List.of(new CallTerms.Tone("acme-home", 4, CalledAgency.TONE.sha256()));
        agency.restart();
        assertThat(agency.put(tone)).endsWith(Rung.MANIFEST_SENT);
        Arrival word = agency.arrivals().get(0);
        assertThat(word.name()).startsWith("acknowledgement-");
        assertThat(agency.read(word)).isEqualTo("[{\"record\":\"tone\",\"profile\":\"acme-home\",\"version\":4,"
                + "\"sha256\":\"" + CalledAgency.TONE.sha256() + "\"}]");
        agency.mailbox.taken(word);
        agency.restart();
        assertThat(agency.arrivals()).isEmpty();
    }

    @Test
    void a_check_tries_the_key_and_every_reading() {
        assertThat(agency.mailbox.check()).extracting(CheckStep::step).containsExactly("host name", "key",
                "read cases", "read payments", "read requests", "read questions");
        assertThat(agency.mailbox.check()).allMatch(CheckStep::passed);
        assertThat(agency.host.asked()).noneMatch(one -> one.startsWith("POST"));
    }
}
