package io.graceway.wiring;

import io.graceway.edge.document.Dialects;
import io.graceway.edge.seal.HouseKeys;
import io.graceway.edge.source.soap.Account;
import io.graceway.edge.source.soap.Contact;
import io.graceway.edge.source.soap.Debtor;
import io.graceway.edge.source.soap.Item;
import io.graceway.edge.source.soap.Kind;
import io.graceway.edge.store.EmbeddedStore;
import io.graceway.face.GivenHome;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.placement.BrandTone;
import io.graceway.simulator.RestHost;
import io.graceway.simulator.SoapErp;
import io.graceway.wiring.config.BrandTerms;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A home with the shipped routes, whose one source speaks SOAP, and whose one agency is licensed, has accepted the
 * brand's tone and never writes.
 */
final class SoapHome implements AutoCloseable {

    static final String PASSWORD = "s3cret-digest";

    private static final Clock LONG_AGO = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final String TONE = """
            tone:
              version: 1
              channels: [LETTER, EMAIL]
              hours: {from: 9, until: 19}
              contacts: {most: 2, within-days: 7}
              sections: [{heading: How we speak, sentences: [We say who we are.]}]
            """;

    final SoapErp erp = new SoapErp("graceway", PASSWORD, true);
    final Path folder;
    private final RestHost agency;

    SoapHome(Path folder, String... house) throws IOException {
        this.folder = GivenHome.in(folder.resolve("home"), house);
        Path keys = Files.createDirectories(folder.resolve("keys"));
        agency = RestHost.open(folder.resolve("rest")).admit("northgate", "none");
        Files.delete(this.folder.resolve("routes/10-idle.camel.yaml"));
        Files.delete(this.folder.resolve("routes"));
        Path partners = this.folder.resolve("partner-config");
        Files.writeString(partners.resolve("brands/acme.yaml"), TONE, StandardOpenOption.APPEND);
        Files.writeString(partners.resolve("house.yaml"), "seal: {key: keys/house.key, passphrase: of-the-house}\n",
                StandardOpenOption.APPEND);
        Path file = partners.resolve("agencies/northgate.yaml");
        Files.writeString(file, Files.readString(file)
                .replace("http://127.0.0.1:9/", agency.base("northgate").toString())
                .replace("northgate.asc", keys.resolve("northgate.asc").toString())
                .replace("0".repeat(40), HouseKeys.atFirstUse(keys.resolve("northgate.key"),
                        keys.resolve("northgate.asc"), "Northgate", "of-the-agency"::toCharArray, LONG_AGO,
                        new SecureRandom()).fingerprint())
                .replace("2026-12-31", "2999-12-31")
                .replace("credentials: []", "credentials: [{type: LICENCE, issuer: Example Department, number: N-1, "
                        + "jurisdiction: US-NV, from: 2026-01-01, until: 2999-12-31, evidence-sha256: " + "0".repeat(64)
                        + "}]"));
        erp.permits = List.of(Kind.DISPUTE, Kind.NOTE);
        source("password: " + PASSWORD, "page: 2", "takes: [DISPUTE, NOTE]");
    }

    /** Writes the source's file; its soap section has the endpoint, the user, and these lines. */
    void source(String... lines) throws IOException {
        write("brand: acme", "debt: TRADE", "dialect: receivables-soap", "soap:", "  endpoint: " + erp.address(),
                "  user: graceway", "  " + String.join("\n  ", lines));
    }

    void write(String... lines) throws IOException {
        Files.createDirectories(folder.resolve("partner-config/sources"));
        Files.writeString(folder.resolve("partner-config/sources/erp.yaml"), String.join("\n", lines) + "\n");
    }

    /** Writes down that the agency accepted the brand's tone; the gateway must not run. */
    void acceptTone() {
        Home home = Home.open(folder, any -> null);
        BrandTone tone = BrandTerms.tone("acme", home.files().brands().get("acme"));
        new JdbcTemplate(new DriverManagerDataSource(EmbeddedStore.url("file:"
                + home.state().resolve("store/graceway")), "sa", "")).update("insert into tone_acceptance (agency, "
                + "profile, version, sha256, accepted_on) values ('northgate', 'acme', 1, ?, date '2026-01-02')",
                tone.sha256());
    }

    /** Every step of using the source as its file says, reading before writing. */
    List<CheckStep> steps() {
        SourceWiring.Systems systems = new SourceWiring().systems(Home.open(folder, any -> null), Dialects.shipped(),
                LONG_AGO);
        List<CheckStep> steps = new ArrayList<>(systems.accounts().get("erp").check());
        systems.postings().values().forEach(one -> steps.addAll(one.checkWriting()));
        return steps;
    }

    Said run(String... arguments) {
        return Said.of(folder, arguments);
    }

    /** A consumer in Nevada who owes 88.10 since 20 January 2026 and was spoken to on three days over two channels. */
    static Account account(String number) {
        Account account = new Account();
        account.setNumber(number);
        Item item = new Item();
        item.setId("R-1");
        item.setDue(time("2026-01-20Z"));
        item.setOpen(new BigDecimal("88.10"));
        item.setCurrency("USD");
        account.getItem().add(item);
        Debtor debtor = new Debtor();
        debtor.setName("A. N. Example");
        debtor.setType("CONSUMER");
        debtor.setEmail(number + "@customer.example");
        debtor.setStreet("1 Long Street");
        debtor.setCity("Reno");
        debtor.setRegion("NV");
        debtor.setPostalCode("89501");
        debtor.setCountry("US");
        debtor.setZone("America/Los_Angeles");
        debtor.setLanguage("en");
        account.getDebtor().add(debtor);
        account.getContact().add(contact("2026-02-02T10:00:00", "PHONE"));
        account.getContact().add(contact("2026-02-09T10:00:00.5-08:00", "EMAIL"));
        account.getContact().add(contact("2026-02-16T23:30:00-08:00", "PHONE"));
        return account;
    }

    private static Contact contact(String at, String channel) {
        Contact contact = new Contact();
        contact.setAt(time(at));
        contact.setChannel(channel);
        contact.setDirection("OUT");
        contact.setOutcome("NO_ANSWER");
        return contact;
    }

    private static XMLGregorianCalendar time(String text) {
        return DatatypeFactory.newDefaultInstance().newXMLGregorianCalendar(text);
    }

    @Override
    public void close() {
        erp.close();
        agency.close();
    }
}
