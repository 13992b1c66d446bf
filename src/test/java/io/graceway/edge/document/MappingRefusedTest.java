package io.graceway.edge.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graceway.edge.document.config.ConfigRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mapping that cannot work stops the start, with its file and line. */
class MappingRefusedTest {

    private static final String GOOD = """
            format: csv
            records:
              closure:
                when: wire['x'] == '1'
                fields:
                  placement: placement
                  code: code
                  closed-on: {at: closed, type: date}
                validate:
                  - that: code != ''
                    else: a code is needed
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "format: csv|format: tsv|1|GW-CFG-006",
        "format: csv|formt: csv|1|GW-CFG-006",
        "closure:|closing:|3|GW-CFG-012",
        "code: code|cod: code|7|GW-CFG-012",
        "closed, type: date|closed|8|GW-CFG-012",
        "type: date|type: date, pattern: jj|8|GW-CFG-012",
        "type: date|type: date, pattern: yyyy-MM|8|GW-CFG-012",
        "type: date}|type: date, default: 2026-02-30}|8|GW-CFG-012",
        "code: code|code: {at: code, codes: nowhere}|7|GW-CFG-012",
        "code: code|code: {at: code, type: minor}|7|GW-CFG-012",
        "code: code|code: {required: true}|7|GW-CFG-012",
        "code: code|code: {at: code, constant: X, default: Y}|7|GW-CFG-012",
        "code: code|code: {at: [code, note], type: date}|7|GW-CFG-012",
        "code != ''|code|10|GW-CFG-011",
        "code != ''|cod != ''|10|GW-CFG-011",
        "code != ''|code != 1|10|GW-CFG-011",
        "wire['x'] == '1'|wire['x']|4|GW-CFG-011",
        "wire['x'] == '1'|wire['x' + 'y'] == '1'|4|GW-CFG-011",
        "wire['x'] == '1'|code == '1'|4|GW-CFG-011",
        "format: csv|~format: csv\nmarker: record\nextends: nobody~|3|GW-CFG-010",
        "format: csv|~charset: klingon\nformat: csv~|1|GW-CFG-012",
        "format: csv|format: fixed|6|GW-CFG-012",
        "format: csv|format: xml|1|GW-CFG-012",
        "format: csv|~totals: {of: closure, sums: {amount: amount}}\nformat: csv~|1|GW-CFG-012"})
    void refuses_it_with_file_line_and_code(String good, String bad, int line, String code) {
        assertThat(GOOD).contains(good);
        ConfigRefused refused = refused("test/closure.in", GOOD.replace(good, bad));
        assertThat(refused.code()).as(refused.getMessage()).isEqualTo(code);
        assertThat(refused.problems().get(0).line()).as(refused.getMessage()).isEqualTo(line);
        assertThat(refused.problems().get(0).file()).endsWith("test/closure.in.map.yaml");
    }

    @Test
    void takes_the_good_one_and_reports_the_problems_of_all_files_at_once() {
        assertThat(new Home(folder).with("test/closure.in", GOOD).dialects().mappings("test", true))
                .contains("closure");
        ConfigRefused refused = refused("test/recall-objection.in", GOOD);
        assertThat(catchThrowableOfType(ConfigRefused.class, () -> new Home(folder).with("test/nothing.in", GOOD)
                .with("test/closure.sideways", GOOD).dialects()).problems()).hasSize(refused.problems().size() + 2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "csv  | account-of: head    | head",
        "csv  | account-of: item    | 'item' does not say whose a key is",
        "csv  | account-of: nobody  | 'nobody' does not say whose a key is",
        "csv  | account-of: contact | 'contact' does not say whose a key is",
        "rows | account-of: head    | only the files of a source are joined"})
    void a_line_may_have_the_key_of_a_record_that_says_itself_whose_it_is(String format, String key, String told) {
        String mapping = "format: " + format + """

                records:
                  head: {of: key, table: heads, fields: {account: a, id: b}}
                  item: {account-of: head, table: items, fields: {account: a, id: b, currency: c,
                    open: {at: d, type: decimal}, due: {at: e, type: date}}}
                  contact: {table: calls, fields: {account: f, at: {at: g, type: datetime}, channel: h},
                    %s}
                """.formatted(key);
        if (told.equals("head")) {
            assertThat(new Home(folder).with("test/account.in", mapping).dialects().accounts("test").joins())
                    .containsOnly(Map.entry("item", "head"), Map.entry("contact", "head"));
        } else {
            assertThat(refused("test/account.in", mapping)).hasMessageContaining("GW-CFG-012")
                    .hasMessageContaining(told);
        }
    }

    @Test
    void refuses_two_kinds_in_one_file_that_nothing_tells_apart() {
        String two = """
                format: csv
                records:
                  payment: {fields: {payment-id: a, placement: b, kind: c, amount: {at: d, type: decimal},
                    fee: {at: e, type: decimal}, currency: f, paid-on: {at: g, type: date}}}
                  trailer: {fields: {records: {at: h, type: integer}, amount: {at: d, type: decimal},
                    fee: {at: e, type: decimal}, currency: f}}
                """;
        assertThat(refused("test/remittance.in", two)).hasMessageContaining(":5: GW-CFG-012");
        new Home(folder).with("test/remittance.in", "marker: m\n" + two).dialects();
    }

    @Test
    void refuses_codes_that_have_no_single_way_back_and_positions_that_are_taken_twice() {
        String out = """
                format: fixed
                records:
                  closure:
                    fields:
                      placement: 1-10
                      code: {at: 11-12, codes: {A: ONE, B: TWO}}
                """;
        new Home(folder).with("test/closure.out", out).dialects();
        assertThat(refused("test/closure.out", out.replace("TWO", "ONE"))).hasMessageContaining(":6: GW-CFG-012");
        assertThat(refused("test/closure.out", out.replace("11-12", "10-12"))).hasMessageContaining(":6: GW-CFG-012");
        assertThat(refused("test/closure.out", out.replace("11-12", "12-11"))).hasMessageContaining(":6: GW-CFG-012");
    }

    @Test
    void a_child_states_only_the_difference_and_its_line_is_the_one_that_is_named() throws IOException {
        Home home = new Home(folder).with("test/closure.in", """
                extends: flat-csv
                csv: {delimiter: ";"}
                records:
                  closure:
                    fields:
                      note: null
                      code: {at: why, codes: {1: PAID_IN_FULL}}
                """).read("closure", "placement;why;closed_on\nP-1;1;2026-04-02\n");
        assertThat(home.lines.get(0).text("code")).isEqualTo("PAID_IN_FULL");
        assertThat(refused("test/closure.in", "extends: flat-csv\nrecords: {closure: {fields: {placement: null}}}\n"))
                .hasMessageContaining("needs the field 'placement'");
        assertThat(refused("test/closure.in", "extends: flat-csv\nrecords:\n  closure:\n    fields:\n"
                + "      code: {at: why, type: date}\n").getMessage())
                .contains("test/closure.in.map.yaml:5: GW-CFG-012");
        assertThat(refused("test/closure.in", "extends: flat-csv\nformat: fixed\n").getMessage())
                .contains("mappings/flat-csv/closure.in.map.yaml:8: GW-CFG-012");
        assertThat(refused("test/closure.in", "extends: test\n")).hasMessageContaining("GW-CFG-010");
    }

    private ConfigRefused refused(String name, String yaml) {
        return catchThrowableOfType(ConfigRefused.class, () -> new Home(folder).with(name, yaml).dialects());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "release: 21A|release: 99Z|2", "release: 21A|release: 21A, syntax: UNOX|2",
        "marker: GIR/EVE|marker: GIR/XYZ|5", "marker: GIR/EVE|marker: BGM|5", "GIR.2.1|GIR.2.4|7",
        "GIR.2.1|EVE.2.1|7", "~DTM[415]~|~DTM[9.1=4]~|9", "format: edifact|~charset: utf-8\nformat: edifact~|1"})
    void refuses_places_that_messages_do_not_have(String good, String bad, int line) {
        String mapping = """
                format: edifact
                edifact: {message: DEBREC, release: 21A}
                records:
                  closure:
                    marker: GIR/EVE
                    fields:
                      placement: GIR.2.1
                      code: GIR/EVE.2.4
                      closed-on: {at: "GIR/EVE/DTM[415].1.2", type: date}
                """;
        assertThat(mapping).contains(good);
        ConfigRefused refused = catchThrowableOfType(ConfigRefused.class, () -> new Home(folder).with("test/closure.in",
                mapping.replace(good, bad)).dialects());
        assertThat(refused.problems()).extracting(problem -> problem.line() + " " + problem.code())
                .containsExactly(line + " GW-CFG-012");
    }
}
