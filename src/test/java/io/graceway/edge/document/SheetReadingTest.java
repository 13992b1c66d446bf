package io.graceway.edge.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.edge.document.config.ConfigRefused;
import io.graceway.journey.delinquency.SourceRefused;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetReadingTest {

    static final String MAPPING = """
            format: xlsx
            limits: {field-length: 100, line-length: 2000, rows: 1000}
            records:
              item:
                table: receivables.xlsx
                fields:
                  account: Customer
                  id: Invoice
                  currency: {constant: EUR}
                  open: {at: Open, type: decimal}
                  due: {at: Due, type: date}
            """;
    private static final String HEADER = Workbooks.texts(1, "Customer", "Invoice", "Open", "Due");

    @TempDir
    private Path folder;
    private Home home;

    @BeforeEach
    void maps() {
        home = new Home(folder).with("test/account.in", MAPPING);
    }

    private Home read(Path file) throws IOException {
        home.dialects().accounts("test").read("item", file, home);
        return home;
    }

    private Home read(Workbooks book) throws IOException {
        return read(book.write(folder.resolve("book.xlsx")));
    }

    /** @param cell as it stands in the sheet, in the column of open amounts */
    private String open(String cell) throws IOException {
        home.lines.clear();
        home.rejects.clear();
        read(new Workbooks().rows(HEADER + "<row r='2'><c r='A2' t='s'><v>0</v></c><c r='B2' t='str'><v>I-1</v></c>"
                + cell + "<c r='D2' s='1'><v>46054</v></c></row>"));
        return home.rejects.isEmpty() ? home.lines.get(0).text("open") : home.faults().get(0);
    }

    private void refused(Workbooks book, String code, String why) {
        assertThatThrownBy(() -> read(book)).isInstanceOf(SourceRefused.class).hasMessageStartingWith(code)
                .hasMessageContaining(why);
    }

    @Test
    void takes_shared_and_rich_texts_days_and_numbers_as_they_are_meant() throws IOException {
        read(new Workbooks().rows(HEADER
                + "<row r='2'><c r='A2' t='s'><v>0</v></c><c r='B2'><v>4711</v></c><c r='C2' s='4'><v>1119</v></c>"
                + "<c r='D2' s='1'><v>46054</v></c></row><row r='3'/>"
                + "<row r='7'><c r='A7' t='s'><v>1</v></c><c r='B7' t='d'><v>2026-01-01</v></c><c r='C7'>"
                + "<f>SUM(X1:X9)</f><v>80.25</v></c><c r='D7' s='3'><v>46056</v></c><c r='Z7'><v>1</v></c></row>"));
        assertThat(home.rejects).isEmpty();
        assertThat(home.lines).extracting(line -> line.number() + " " + line.text("account") + " " + line.text("id")
                + " " + line.text("open") + " " + line.text("due")).containsExactly("2 AC-0001 4711 1119 2026-02-01",
                "7 00042 2026-01-01 80.25 2026-02-03");
    }

    /** What a spreadsheet writes for what somebody typed, and what was typed. */
    @ParameterizedTest
    @CsvSource({"19.989999999999998, 19.99", "0.30000000000000004, 0.3", "1.1000000000000001, 1.1", "119.00, 119.00",
        "1E-2, 0.01", "1.5E3, 1500", "-3.5, -3.5", "12345678901234567, 12345678901234567",
        "99999999.990000001, 99999999.99",
        "0, 0", "1e400, 2 Open GW-DOC-010", "NaN, 2 Open GW-SRC-123", "1.2.3, 2 Open GW-SRC-123"})
    void a_number_is_what_was_typed_and_never_what_a_machine_made_of_it(String raw, String typed) throws IOException {
        assertThat(open("<c r='C2'><v>" + raw + "</v></c>")).isEqualTo(typed);
    }

    @Test
    void an_error_and_a_formula_without_its_result_stop_only_their_row() throws IOException {
        assertThat(open("<c r='C2' t='e'><v>#REF!</v></c>")).isEqualTo("2 Open GW-SRC-123");
        assertThat(open("<c r='C2'><f>A1</f></c>")).isEqualTo("2 Open GW-SRC-123");
        assertThat(open("<c r='C2' t='s'><v>99</v></c>")).isEqualTo("2 Open GW-SRC-123");
        assertThat(open("<c r='C2' t='str'><f>A1</f><v>12.50</v></c>")).isEqualTo("12.50");
        assertThat(open("<c r='C2'><v>" + "9".repeat(101) + "</v></c>")).isEqualTo("2 Open GW-SRC-123");
        assertThat(open("<c r='C2' t='str'><v>" + "9".repeat(101) + "</v></c>")).isEqualTo("2 Open GW-DOC-010");
        assertThat(open("")).isEqualTo("2 Open GW-DOC-004");
    }

    @Test
    void knows_both_calendars_and_the_day_that_never_was() throws IOException {
        home.with("test/account.in", MAPPING.replace("type: date", "type: date, pattern: [yyyy-MM-dd, "
                + "\"yyyy-MM-dd'T'HH:mm:ss\"]"));
        String rows = HEADER;
        String[] days = {"1", "59", "60", "61", "46054", "46054.5"};
        for (int i = 0; i < days.length; i++) {
            rows += "<row><c t='s'><v>0</v></c><c><v>" + i + "</v></c><c><v>1</v></c><c s='1'><v>" + days[i]
                    + "</v></c></row>";
        }
        read(new Workbooks().rows(rows));
        assertThat(home.lines).extracting(line -> line.text("due")).containsExactly("1900-01-01", "1900-02-28",
                "1900-03-01", "2026-02-01", "2026-02-01");
        assertThat(home.faults()).containsExactly("4 Due GW-SRC-123");
        home.lines.clear();
        read(new Workbooks().rows(rows).bent("xl/workbook.xml", "<workbookPr/>", "<workbookPr date1904='1'/>"));
        // 1462 days lie between the two calendars.
        assertThat(home.lines.get(4).text("due")).isEqualTo("2030-02-02");
    }

    @Test
    void reads_what_another_program_wrote_sheet_by_sheet_below_a_title() throws IOException {
        home.with("test/account.in", MAPPING.replace("format: xlsx", "format: xlsx\nxlsx: {header-row: 3}") + """
                  contact:
                    table: receivables.xlsx
                    sheet: Calls
                    fields:
                      account: Customer
                      at: {at: On, type: datetime}
                      channel: Via
                      direction: {constant: OUT}
                      outcome: How
                """);
        Path file = folder.resolve("written.xlsx");
        try (OutputStream out = Files.newOutputStream(file); Workbook book = new Workbook(out, "Test", "1.0")) {
            book.newWorksheet("Notes").value(0, 0, "nothing");
            Worksheet sheet = book.newWorksheet("Calls");
            sheet.value(0, 0, "Calls of the week");
            String[] header = {"On", "How", "Customer", "Via"};
            for (int i = 0; i < header.length; i++) {
                sheet.value(2, i, header[i]);
            }
            sheet.value(3, 0, LocalDateTime.of(2026, 2, 10, 9, 30));
            sheet.style(3, 0).format("yyyy-MM-dd H:mm").set();
            sheet.value(3, 1, "DELIVERED");
            sheet.value(3, 2, "Müller & =1+1");
            sheet.value(3, 3, "LETTER");
            sheet.value(4, 0, LocalDate.of(2026, 2, 11));
            sheet.style(4, 0).format("dd/mm/yyyy hh:mm").set();
            sheet.value(4, 1, "DELIVERED");
            sheet.value(4, 2, new BigDecimal("1234567.89"));
            sheet.value(4, 3, "LETTER");
        }
        home.dialects().accounts("test").read("contact", file, home);
        assertThat(home.rejects).isEmpty();
        assertThat(home.lines).extracting(line -> line.text("account") + " " + line.text("at")).containsExactly(
                "Müller & =1+1 2026-02-10T09:30", "1234567.89 2026-02-11T00:00");
    }

    @Test
    void a_column_or_sheet_that_is_not_there_or_not_told_is_refused() {
        refused(new Workbooks().rows(HEADER.replace("Open", "open")), "GW-DOC-031", "Open");
        refused(new Workbooks().rows(HEADER.replace("Invoice", "Open")), "GW-DOC-031", "");
        refused(new Workbooks().rows(""), "GW-DOC-031", "names the columns");
        refused(new Workbooks().rows(HEADER).bent("xl/workbook.xml", "<sheets>",
                "<sheets><sheet name='More' sheetId='2' r:id='rId1'/>"), "GW-SRC-121", "2 sheets");
        home.with("test/account.in", MAPPING.replace("    fields:", "    sheet: Items\n    fields:"));
        refused(new Workbooks().rows(HEADER), "GW-SRC-121", "'Items'");
    }

    @Test
    void a_workbook_is_nothing_that_we_write_or_agencies_send() {
        home.with("test/account.in", MAPPING.replace("xlsx\nlimits", "csv\nlimits").replace("    fields:",
                "    sheet: Items\n    fields:"));
        assertThatThrownBy(home::dialects).isInstanceOf(ConfigRefused.class).hasMessageContaining("only a workbook");
        home.with("test/account.in", MAPPING).with("test/posting.out", "format: xlsx\nrecords:\n  posting:\n    "
                + "fields: {key: Key}\n");
        assertThatThrownBy(home::dialects).isInstanceOf(ConfigRefused.class)
                .hasMessageContaining("read only as the tables of a source");
    }
}
