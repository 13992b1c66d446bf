package io.graceway.edge.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvReadingTest {

    private static final String MAPPING = """
            format: csv
            limits: {field-length: 40, line-length: 200, columns: 8, rows: 5}
            records:
              closure:
                fields:
                  placement: placement
                  code: {at: code, codes: {PIF: PAID_IN_FULL, UNC: UNCOLLECTABLE}}
                  closed-on: {at: closed, type: date}
                  note: {at: note, may-lack: true}
            """;

    @TempDir
    private Path folder;
    private Home home;

    @BeforeEach
    void maps() {
        home = new Home(folder).with("test/closure.in", MAPPING);
    }

    @Test
    void passes_text_through_untouched_with_quotes_line_ends_and_formulas() throws IOException {
        home.read("closure", "placement,code,closed,note\r\n 007.0 ,PIF,2026-04-02,\"=1+1, \"\"x\"\"\ny\"\r\n");
        assertThat(home.rejects).isEmpty();
        assertThat(home.lines.get(0).text("placement")).isEqualTo(" 007.0 ");
        assertThat(home.lines.get(0).text("note")).isEqualTo("=1+1, \"x\"\ny");
        assertThat(home.lines.get(0).text("code")).isEqualTo("PAID_IN_FULL");
        assertThat(home.lines.get(0).date("closed-on")).contains(LocalDate.of(2026, 4, 2));
    }

    @Test
    void finds_columns_by_name_in_any_order_past_a_byte_order_mark_and_counts_physical_lines() throws IOException {
        home.read("closure", "\uFEFFextra,closed,code,placement\n1,2026-04-02,UNC,P-1\n\n\"a\nb\",2026-04-03,UNC,P-2\n"
                + "1,2026-04-04,PIF,P-3\n");
        assertThat(home.lines).extracting(line -> line.number() + line.text("placement"))
                .containsExactly("2P-1", "4P-2", "6P-3");
    }

    @Test
    void one_bad_line_stops_only_itself_and_says_line_field_code_and_whose_it_was() throws IOException {
        home.read("closure", "placement,code,closed,note\nP-1,XXX,2026-04-02,\nP-2,PIF,02.04.2026,\n,PIF,2026-04-02,\n"
                + "P-4,PIF,2026-02-29,\nP-5,PIF,2026-04-02,ok\n");
        assertThat(home.faults()).containsExactly("2 code GW-DOC-008", "3 closed GW-DOC-005", "4 placement GW-DOC-004",
                "5 closed GW-DOC-005");
        assertThat(home.whose).containsExactly("P-1", "P-2", "", "P-4");
        assertThat(home.lines).singleElement().satisfies(line -> assertThat(line.text("placement")).isEqualTo("P-5"));
        assertThat(home.rejects.toString()).doesNotContain("XXX");
    }

    @Test
    void a_line_with_other_columns_or_a_field_without_end_is_rejected_alone() throws IOException {
        home.read("closure", "placement,code,closed,note\nP-1,PIF\nP-2,PIF,2026-04-02," + "x".repeat(41)
                + "\nP-3,PIF,2026-04-02,a,b\nP-4,PIF,2026-04-02," + "x".repeat(40) + "\n");
        assertThat(home.faults()).containsExactly("2  GW-DOC-003", "3 note GW-DOC-010", "4  GW-DOC-003");
        assertThat(home.lines).hasSize(1);
    }

    @Test
    void bytes_of_another_charset_and_control_characters_are_rejected_with_their_line() throws IOException {
        home.read("closure", "placement,code,closed,note\nP-1,PIF,2026-04-02,M\u00fcller\nP-2,PIF,2026-04-02,ok\n"
                + "P\u0000-3,PIF,2026-04-02,\nP-4,PIF,2026-04-02,\u007f\n", StandardCharsets.ISO_8859_1);
        assertThat(home.faults()).containsExactly("2 note GW-DOC-001", "4 placement GW-DOC-002", "5 note GW-DOC-002");
        assertThat(home.lines).hasSize(1);
    }

    @Test
    void a_column_that_nobody_asked_for_may_not_hold_garbage_either() throws IOException {
        home.read("closure", "placement,code,closed,note,more\nP-1,PIF,2026-04-02,,a\u0000b\nP-2,PIF,2026-04-02,,ab\n");
        assertThat(home.faults()).containsExactly("2 more GW-DOC-002");
        assertThat(home.lines).hasSize(1);
    }

    @Test
    void takes_the_declared_charset() throws IOException {
        home.with("test/closure.in", MAPPING.replace("format: csv", "format: csv\ncharset: iso-8859-1"))
                .read("closure", "placement,code,closed,note\nP-1,PIF,2026-04-02,M\u00fcller\n",
                StandardCharsets.ISO_8859_1);
        assertThat(home.lines.get(0).text("note")).isEqualTo("M\u00fcller");
    }

    @Test
    void a_file_whose_header_or_quotes_are_broken_is_not_believed() throws IOException {
        assertThat(home.read("closure", "placement,Code,closed\nP-1,PIF,2026-04-02\n").disagreements())
                .containsExactly("1 GW-DOC-031");
        assertThat(home.read("closure", "placement,code,closed,code\nP-1,PIF,2026-04-02,PIF\n").disagreements())
                .containsExactly("1 GW-DOC-031");
        assertThat(home.read("closure", "").disagreements()).containsExactly("1 GW-DOC-031");
        assertThat(home.read("closure", "placement,code,closed\nP-1,PIF,2026-04-02\nP-2,\"PIF,2026-04-02\nP-3,PIF,x\n")
                .disagreements()).containsExactly("3 GW-DOC-030");
        assertThat(home.lines).hasSize(1);
    }

    @Test
    void stops_at_the_limits_of_rows_and_of_a_record() throws IOException {
        assertThat(home.read("closure", "placement,code,closed\n" + "P-1,PIF,2026-04-02\n".repeat(6)).disagreements())
                .containsExactly("7 GW-DOC-032");
        assertThat(home.lines).hasSize(5);
        assertThat(home.read("closure", "placement,code,closed\nP-1,\"" + "x".repeat(500_000)).disagreements())
                .containsExactly("2 GW-DOC-030");
    }

    @Test
    void stops_at_the_limit_of_bytes_and_says_so() throws IOException {
        home.with("test/closure.in", MAPPING.replace("rows: 5", "rows: 9999, bytes: 50000"));
        String header = "placement,code,closed\n";
        String line = "P-1,PIF,2026-04-02\n";
        assertThat(home.read("closure", header + line.repeat((50_000 - header.length()) / line.length()))
                .disagreements()).isEmpty();
        assertThat(home.read("closure", header + line.repeat(50_000 / line.length())).disagreements())
                .singleElement().asString().endsWith("GW-DOC-032");
    }

    @Test
    void takes_other_delimiters_and_columns_by_number() throws IOException {
        home.with("test/closure.in", """
                format: csv
                csv: {delimiter: ";", quote: "'", header: false}
                records:
                  closure:
                    fields:
                      placement: "1"
                      code: {at: "3", trim: true}
                      closed-on: {at: "2", type: date, pattern: dd.MM.yyyy}
                """).read("closure", "'P;1';02.04.2026; X \nP-2;02.04.2026\n");
        assertThat(home.lines.get(0).text("placement")).isEqualTo("P;1");
        assertThat(home.lines.get(0).text("code")).isEqualTo("X");
        assertThat(home.faults()).containsExactly("2  GW-DOC-003");
    }
}
