package io.graceway.face.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.face.GivenHome;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The starting set for a house whose books are a workbook, on one that another program wrote. */
class WorkbookStarterTest {

    @TempDir
    private Path folder;
    private final Terminal terminal = new Terminal();

    @Test
    void begins_a_workbook_whose_contacts_are_noted_under_an_invoice() throws IOException {
        GivenHome.in(folder);
        terminal.with("GRACEWAY_STATE", folder.resolve("state"));
        assertThat(terminal.run("source new excel new-erp --home " + folder)).as(terminal.err()).isEqualTo(Exit.DONE);
        assertThat(terminal.out()).contains("begun: " + folder.resolve("partner-config/sources/new-erp.yaml"),
                "mappings/new-erp/account.in.map.yaml")
                .doesNotContain("what the example means");
        assertThat(terminal.run("source list --home " + folder)).as(terminal.err()).isZero();
        Path workbook = folder.resolve("receivables.xlsx");
        try (OutputStream out = Files.newOutputStream(workbook); Workbook book = new Workbook(out, "books", "1.0")) {
            sheet(book, "Accounts", List.of("Customer", "Name", "Kind", "Street", "City", "Postal code", "Country",
                    "Time zone"), List.of("00042", "Pat Sample", "person", "2 Example Road", "Berlin", "10117", "DE",
                    "Europe/Berlin"));
            sheet(book, "Invoices", List.of("Invoice", "Customer", "Currency", "Open", "Due"),
                    List.of("007", "00042", "EUR", new BigDecimal("19.99"), LocalDate.of(2026, 2, 1)),
                    List.of("008", "00042", "EUR", new BigDecimal("-1.5"), LocalDate.of(2026, 2, 3)));
            sheet(book, "Contacts", List.of("Invoice", "At", "Channel", "Direction", "Outcome"),
                    List.of("008", "2026-02-10T09:30", "letter", "out", "DELIVERED"),
                    List.of("009", "2026-02-11T09:30", "email", "out", "BOUNCED"));
        }
        assertThat(terminal.run("source preview new-erp --json --home " + folder + " --sample "
                + workbook)).as(terminal.err()).isEqualTo(Exit.PARTLY);
        List<JsonNode> told = terminal.objects();
        assertThat(told.stream().filter(one -> one.get("what").asString().equals("record")).map(one -> one.get("after"))
                .map(one -> one.path("open").asString("") + one.path("due").asString("") + one.path("at").asString("")
                + one.path("name").asString(""))).containsExactlyInAnyOrder("19.992026-02-01", "-1.52026-02-03",
                "2026-02-10T09:30", "2026-02-11T09:30", "Pat Sample");
        assertThat(told.toString()).contains("\"account\":\"00042\"", "18.49", "GW-SRC-151",
                "nothing in the table item has the key 009");
    }

    private static void sheet(Workbook book, String name, List<?>... rows) {
        Worksheet sheet = book.newWorksheet(name);
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].size(); column++) {
                Object value = rows[row].get(column);
                if (value instanceof LocalDate day) {
                    sheet.value(row, column, day);
                    sheet.style(row, column).format("yyyy-mm-dd").set();
                } else if (value instanceof Number number) {
                    sheet.value(row, column, number);
                } else {
                    sheet.value(row, column, value.toString());
                }
            }
        }
    }
}
