package io.graceway.edge.source.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.edge.source.envelope.Envelope;
import io.graceway.edge.source.envelope.Signed;
import io.graceway.edge.source.rest.PlayedService.Told;
import io.graceway.journey.delinquency.AccountLines;
import io.graceway.journey.delinquency.AccountSource.Extract;
import io.graceway.journey.writeback.Posting;
import io.graceway.journey.writeback.SourceSystem.Outcome;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that speaks XML, of a contract that nobody here knows, wired by its file alone. */
class XmlSourceTest {

    private static final String[] FILE = {"xml:", "  names: {e: 'http://www.w3.org/2003/05/soap-envelope', b: urn:b}",
        "  around: {e:Envelope: {e:Body: '{body}'}}", "fault: {at: Body.Fault}",
        "accounts: {list: {call: POST /in, reads: true, body: {b:list: {'@of': all}}, at: Body.list?.row},"
            + " account: n, table: item}",
        "postings: {NOTE: {make: [{call: POST /in, body: {b:note: {'@kind': '{reference}', b:who: '{account}',"
            + " b:blank: '', b:text: '{text} {code}'}}}]}}"};
    private static final String GOOD = "<E xmlns='x'><Body><list><row><n>1</n><a b='2'>t</a></row></list></Body></E>";

    @TempDir
    private Path temp;

    private final List<Duration> waits = new ArrayList<>();

    private static Told xml(String xml) {
        return SuiteTalk.xml(200, xml);
    }

    private List<AccountLines> read(Told told) {
        List<AccountLines> all = new ArrayList<>();
        try (PlayedService service = new PlayedService(asked -> told);
             Extract extract = Given.source(service, temp, waits, FILE).open()) {
            extract.forEachRemaining(all::addAll);
        }
        return all;
    }

    private String sent(String code, Function<String, Told> answers) {
        try (PlayedService service = new PlayedService(asked -> answers.apply(asked.body()))) {
            Outcome outcome = Given.source(service, temp, waits, FILE).post(List.of(Given.posting(Posting.Kind.NOTE,
                    "N", "1", null, code))).get(0);
            assertThat(outcome.result()).as(outcome.evidence()).isEqualTo(Outcome.Result.POSTED);
            assertThat(service.asked().get(0).headers()).containsEntry("Content-type", "text/xml; charset=utf-8");
            return service.asked().get(0).body();
        }
    }

    @Test
    void elements_and_attributes_are_columns() {
        assertThat(read(xml(GOOD))).singleElement().satisfies(one -> assertThat(one.of("item")).singleElement()
                .matches(row -> row.text("a.@b").equals("2") && row.text("a.#").equals("t")));
        assertThat(read(xml("\uFEFF<?xml version='1.0'?><!-- . --><E><Body><list><row xmlns:i='http://www.w3.org/2001/"
                + "XMLSchema-instance'><n>1</n><t i:type='x:string'>&lt;&#65;<![CDATA[&]]></t><z i:nil='true'/><s>a</s>"
                + "<s>b</s></row><row><n>2</n></row></list></Body></E>"))).hasSize(2).anySatisfy(one ->
                assertThat(one.of("item").get(0).fields()).containsEntry("t", "<A&").containsEntry("s.1", "b")
                .doesNotContainKey("z"));
        assertThat(read(xml("<E><Body/></E>"))).as("XML has no empty list").isEmpty();
    }

    @Test
    void what_is_filled_in_stays_text() {
        assertThat(sent("</b:text>&\"'\u0001\n", body -> xml("<E/>"))).isEqualTo("<?xml version=\"1.0\" encoding=\""
                + "UTF-8\"?><e:Envelope xmlns:b=\"urn:b\" xmlns:e=\"http://www.w3.org/2003/05/soap-envelope\"><e:Body>"
                + "<b:note kind=\"P-1\"><b:who>1</b:who><b:text>paid to the agency &lt;/b:text&gt;&amp;&quot;'\uFFFD"
                + "&#10;</b:text></b:note></e:Body></e:Envelope>");
    }

    @Test
    void a_number_is_written_out_and_what_stands_around_is_never_told() {
        Envelope envelope = new Envelope(Map.of("s", "urn:s"), Map.of("e", Map.of("k", "s3cret", "b", "{body}")), null);
        assertThat(new String(envelope.write(Map.of("s:n", new BigDecimal("1E+3"))), StandardCharsets.UTF_8))
                .endsWith("<s:n xmlns:s=\"urn:s\">1000</s:n>");
        assertThat(envelope.toString() + new Signed("s3cret", "s3cret")).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<!DOCTYPE E [<!ENTITY a '1'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]><E><Body><n>&b;</n></Body></E>",
        "<!DOCTYPE E [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><E><Body><n>&a;</n></Body></E>",
        "<!DOCTYPE E SYSTEM 'http://127.0.0.1:1/x.dtd'><E><Body/></E>",
        "<E><Body>&a;</Body></E>", "<E><Body></E>", "<E><Body/></E><E/>", "", "{}", "<E>\u0001</E>",
        "<E><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a>",
        "<E><other/></E>"})
    void what_is_odd_is_not_read(String odd) {
        assertThatThrownBy(() -> read(xml(odd))).hasMessageStartingWith("GW-SRC-079");
    }

    @Test
    void another_charset_or_a_text_without_end_is_not_read() {
        byte[] latin = GOOD.replace(">t<", ">M\u00fcller<").getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> read(new Told(200, Map.of("Content-Type", "text/xml"), latin, false, 0, 0)))
                .hasMessageStartingWith("GW-SRC-079");
        assertThatThrownBy(() -> read(xml(GOOD).with("Content-Type", "text/xml; charset=ISO-8859-1")))
                .hasMessageStartingWith("GW-SRC-079");
        assertThatThrownBy(() -> read(xml(GOOD).with("Content-Type", "text/html"))).hasMessageContaining("called XML");
        assertThatThrownBy(() -> read(xml(GOOD.replace(">t<", ">" + "t".repeat(1 << 21) + "<"))))
                .hasMessageStartingWith("GW-SRC-079");
    }

    @Test
    void says_that_the_clocks_differ_where_a_signature_is_refused() {
        String[] file = {"login: {signed: {key: s3cret, text: 'a&{nonce}&{timestamp}'}}",
            "headers: {A: b}", "accounts: {list: {call: GET /a, headers: {S: '{signature}'}}, account: n}"};
        try (PlayedService service = new PlayedService(asked -> Told.json(401, "{}"))) {
            assertThatThrownBy(() -> Given.source(service, temp, waits, file).open()).hasMessageStartingWith(
                    "GW-SRC-140").hasMessageNotContaining("s3cret");
            assertThat(service.asked().get(0).headers().get("S")).hasSize(44);
        }
    }

    @Test
    void what_cannot_be_meant_is_refused() {
        try (PlayedService service = new PlayedService(asked -> xml(GOOD))) {
            String list = "accounts: {list: {call: GET /a}, account: n}";
            assertThatThrownBy(() -> Given.source(service, temp, waits, "xml: {around: {a: b}}", list))
                    .hasMessageContaining("{body}");
            assertThatThrownBy(() -> Given.source(service, temp, waits, "xml: {around: {a: '{body}', b: '{c}'}}", list))
                    .hasMessageContaining("[c]");
            assertThatThrownBy(() -> Given.source(service, temp, waits,
                    "login: {signed: {key: s3cret, text: '{nonce}'}}", list)).hasMessageContaining("{timestamp}");
            assertThatThrownBy(() -> Given.source(service, temp, waits,
                    "accounts: {list: {call: GET /a}, account: n, paging: {by: page, at: a}}"))
                    .hasMessageContaining("next");
            assertThatThrownBy(() -> Given.source(service, temp, waits, "xml: {}", list,
                    "postings: {NOTE: {make: [{call: POST /n}], batch: {as: json}}}")).hasMessageContaining("no XML");
            assertThatThrownBy(() -> Given.source(service, temp, waits, "xml: {}", "accounts: {list: {call: POST /a,"
                    + " reads: true, body: {x:y: z}}, account: n}").open()).hasMessageContaining("x:y");
        }
    }
}
