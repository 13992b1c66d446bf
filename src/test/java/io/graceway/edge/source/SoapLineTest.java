package io.graceway.edge.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.graceway.edge.source.soap.Account;
import io.graceway.edge.source.soap.Contact;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.delinquency.AccountSource.Extract;
import io.graceway.journey.delinquency.SourceRefused;
import io.graceway.journey.writeback.Posting;
import io.graceway.journey.writeback.SourceSystem.Outcome;
import io.graceway.simulator.SoapErp;
import java.net.URI;
import java.util.List;
import java.util.Set;
import javax.xml.datatype.DatatypeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lies between us and a service: the protected line, and how times are written on it. */
class SoapLineTest {

    /** Any server whose certificate nobody vouches for will do: it never comes to a message. */
    @Test
    void a_certificate_that_nobody_vouches_for_ends_it_before_the_login() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS));
        server.start();
        try {
            SoapSource source = new SoapSource(new SoapTerms(URI.create("https://127.0.0.1:"
                    + server.getImaps().getPort() + "/"), "graceway", "s3cret-digest",
                    Set.of(Posting.Kind.NOTE)), new PlainTables());
            assertThat(source.check()).extracting(CheckStep::step, CheckStep::code).containsExactly(
                    org.assertj.core.groups.Tuple.tuple("resolve", ""),
                    org.assertj.core.groups.Tuple.tuple("connect", ""),
                    org.assertj.core.groups.Tuple.tuple("login", "GW-SRC-082"));
            assertThatThrownBy(source::open).isInstanceOf(SourceRefused.class).hasMessageStartingWith("GW-SRC-082");
            assertThat(source.post(List.of(Postings.note("n-1", "0001", "x")))).singleElement().satisfies(one -> {
                assertThat(one.result()).isEqualTo(Outcome.Result.LATER);
                assertThat(one.evidence()).startsWith("GW-SRC-082");
            });
        } finally {
            server.stop();
        }
    }

    /** It claims two gigabytes and would give them. */
    @Test
    void an_answer_without_end_is_given_up() {
        try (EndlessHttp service = new EndlessHttp("text/xml", "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/"
                + "envelope/'><s:Body><r:ListReceivablesResponse xmlns:r='urn:graceway:receivables:1'>")) {
            SoapSource source = new SoapSource(new SoapTerms(service.address(), "graceway", "s3cret-digest",
                    Set.of(Posting.Kind.NOTE)), new PlainTables());
            assertThatThrownBy(source::open).isInstanceOf(SourceRefused.class).hasMessageStartingWith("GW-SRC-083");
            assertThat(source.post(List.of(Postings.note("n-1", "0001", "x"))).get(0).result())
                    .isEqualTo(Outcome.Result.LATER);
            assertThat(service.most()).isLessThan(EndlessHttp.CLAIM / 4);
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-02-09T10:00:00,2026-02-09T10:00:00", "2026-02-09T23:30:00-08:00,2026-02-09T23:30:00",
        "2026-02-09T10:00:00.25Z,2026-02-09T10:00:00.25"})
    void a_time_is_the_debtors_own_with_its_offset_or_without(String wire, String read) {
        try (SoapErp erp = new SoapErp("graceway", "s3cret-digest", true)) {
            Account account = SoapSourceTest.account("0001", 1);
            Contact contact = new Contact();
            contact.setAt(DatatypeFactory.newDefaultInstance().newXMLGregorianCalendar(wire));
            contact.setChannel("PHONE");
            contact.setDirection("OUT");
            account.getContact().add(contact);
            account.getItem().get(0).setDue(DatatypeFactory.newDefaultInstance()
                    .newXMLGregorianCalendar("2026-01-01+02:00"));
            erp.accounts.put("0001", account);
            try (Extract extract = SoapSourceTest.source(erp, 10).open()) {
                assertThat(extract.next()).singleElement().satisfies(one -> {
                    assertThat(one.of("contact").get(0).fields()).containsEntry("at", read);
                    assertThat(one.of("item").get(0).fields()).hasEntrySatisfying("due",
                            due -> assertThat(due).hasToString("2026-01-01"));
                });
            }
        }
    }
}
