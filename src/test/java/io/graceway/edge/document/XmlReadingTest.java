package io.graceway.edge.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class XmlReadingTest {

    private static final String MAPPING = """
            format: xml
            xml: {root: Remittance}
            limits: {field-length: 100, line-length: 2000}
            records:
              payment:
                marker: /Remittance/Payments/Payment
                fields:
                  payment-id: "@id"
                  placement: Case/Number
                  kind: Kind
                  amount: {at: Amount, type: decimal, mark: ","}
                  fee: {at: Fee, type: decimal, default: 0.00}
                  currency: Amount/@ccy
                  paid-on: {at: On, type: date}
              trailer:
                marker: /Remittance/End
                fields:
                  records: {at: "@count", type: integer}
                  amount: {at: Sum, type: decimal, mark: ","}
                  fee: {at: Fees, type: decimal, default: 0.00}
                  currency: "@ccy"
            totals:
              {of: payment, by: currency, sums: {amount: amount, fee: fee}, records: records, declared-by: trailer}
            """;
    private static final String PAYMENT = """
            <Payment id="P&amp;1"><Case><Number> 007.0</Number></Case><Kind>PAYMENT</Kind>
            <Amount ccy="EUR">1<!-- one -->2,<![CDATA[50]]></Amount>
            <On>2026-04-01</On><More><X>y</X></More></Payment>""";
    private static final String END = "<End count='1' ccy='EUR'><Sum>12,50</Sum></End></Remittance>";

    @TempDir
    private Path folder;
    private Home home;

    @BeforeEach
    void maps() {
        home = new Home(folder).with("test/remittance.in", MAPPING);
    }

    private Home xml(String payment) throws IOException {
        return home.read("remittance", "<?xml version='1.0' encoding='UTF-8'?>\n<Remittance><Payments>" + payment
                + "</Payments>" + END);
    }

    @Test
    void takes_values_by_path_and_proves_the_totals() throws IOException {
        xml(PAYMENT);
        assertThat(home.rejects).isEmpty();
        assertThat(home.disagreements()).isEmpty();
        assertThat(home.lines).singleElement().satisfies(line -> {
            assertThat(line.text("payment-id")).isEqualTo("P&1");
            assertThat(line.text("placement")).isEqualTo(" 007.0");
            assertThat(line.text("amount")).isEqualTo("12.50");
            assertThat(line.text("currency")).isEqualTo("EUR");
        });
    }

    @Test
    void a_record_that_does_not_fit_stops_only_itself() throws IOException {
        xml(PAYMENT.replace("PAYMENT", "GIFT") + PAYMENT.replace("<Kind>PAY", "<Kind><b/>PAY")
                + PAYMENT.replace("</On>", "</On><On>2026-04-02</On>") + PAYMENT.replace("2026-04-01", "x".repeat(101))
                + PAYMENT);
        assertThat(home.faults()).containsExactly("1 Kind GW-DOC-008", "2 Kind GW-DOC-015", "3 On GW-DOC-015",
                "4 On GW-DOC-010");
        assertThat(home.whose).containsOnly(" 007.0");
        assertThat(home.lines).singleElement().satisfies(line -> assertThat(line.number()).isEqualTo(5));
    }

    @Test
    @Timeout(10)
    void takes_no_document_type_no_entities_and_fetches_nothing() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "PAYMENT");
        StringBuilder bomb = new StringBuilder("<!DOCTYPE Remittance [<!ENTITY a 'PAYMENT'>");
        for (char c = 'b'; c < 'n'; c++) {
            bomb.append("<!ENTITY ").append(c).append(" '").append(("&" + (char) (c - 1) + ";").repeat(10))
                    .append("'>");
        }
        for (String type : new String[] {bomb + "]>", "<!DOCTYPE Remittance [<!ENTITY m SYSTEM '" + secret.toUri()
                + "'>]>",
            "<!DOCTYPE Remittance SYSTEM '" + secret.toUri() + "'>"}) {
            home.read("remittance", type + "<Remittance><Payments>" + PAYMENT.replace("PAYMENT", "&m;") + "</Payments>"
                    + END);
            assertThat(home.disagreements()).singleElement().asString().endsWith("GW-DOC-033");
            assertThat(home.lines).isEmpty();
        }
        assertThat(xml(PAYMENT.replace("PAYMENT", "&m;")).disagreements()).first().asString()
                .matches(".*GW-DOC-03[03]");
    }

    @Test
    void a_document_type_is_refused_before_anything_in_it_is_looked_at() throws IOException {
        for (String before : new String[] {"", "<?xml version='1.0'?>\n<!-- x > y --> ", "<?php <!DOCTYPE ?>\n"}) {
            assertThat(home.read("remittance", before + "<!DOCTYPE \u0001 [ << ").disagreements())
                    .containsExactly("1 GW-DOC-033");
        }
        assertThat(home.read("remittance", "<?xml version='1.0'?>" + " ".repeat(5000) + "<Remittance>" + END)
                .disagreements()).containsExactly("1 GW-DOC-030");
    }

    @Test
    void the_encoding_is_the_one_agreed_and_not_the_one_declared() throws IOException {
        home.read("remittance", "<?xml version='1.0' encoding='ISO-8859-1'?><Remittance>" + END,
                StandardCharsets.ISO_8859_1);
        assertThat(home.disagreements()).containsExactly("1 GW-DOC-034");
        home.read("remittance", "<?xml version='1.0'?><Remittance><Payments>" + PAYMENT.replace("007.0", "M\u00fc")
                + "</Payments>" + END, StandardCharsets.ISO_8859_1);
        assertThat(home.faults()).containsExactly("1 Case/Number GW-DOC-001");
    }

    @Test
    void what_breaks_off_is_named_differently_or_has_no_end_is_not_believed() throws IOException {
        assertThat(home.read("remittance", "<Remittance><Payments>" + PAYMENT).disagreements().get(0))
                .endsWith("GW-DOC-030");
        assertThat(home.read("remittance", "<Other/>").disagreements()).contains("1 GW-DOC-030");
        assertThat(home.read("remittance", "").disagreements().get(0)).endsWith("GW-DOC-030");
        assertThat(xml(PAYMENT.replace("<X>y", "<X>" + "y".repeat(3000))).disagreements().get(0))
                .endsWith("GW-DOC-032");
        assertThat(xml(PAYMENT.replace("<X>", "<X a='" + "y".repeat(3_000_000) + "'>")).disagreements().get(0))
                .endsWith("GW-DOC-032");
        assertThat(xml("<d>".repeat(100_000)).disagreements().get(0)).endsWith("GW-DOC-030");
    }

    @Test
    void takes_the_namespace_agreed_and_no_other() throws IOException {
        home.with("test/remittance.in", MAPPING.replace("{root: Remittance}",
                "{root: Remittance, namespace: urn:example:a}"));
        assertThat(xml(PAYMENT).disagreements()).first().asString().endsWith("GW-DOC-030");
        home.read("remittance", "<Remittance xmlns='urn:example:a'><Payments>" + PAYMENT + "</Payments>" + END);
        assertThat(home.disagreements()).isEmpty();
    }
}
