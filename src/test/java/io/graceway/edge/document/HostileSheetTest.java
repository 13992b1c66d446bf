package io.graceway.edge.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.journey.delinquency.SourceRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks that were made to hurt whoever opens them. */
class HostileSheetTest {

    private static final String HEADER = Workbooks.texts(1, "Customer", "Invoice", "Open", "Due");

    @TempDir
    private Path folder;
    private Home home;

    @BeforeEach
    void maps() {
        home = new Home(folder).with("test/account.in", SheetReadingTest.MAPPING);
    }

    private void read(Path file) throws IOException {
        home.dialects().accounts("test").read("item", file, home);
    }

    private void read(Workbooks book) throws IOException {
        read(book.write(folder.resolve("book.xlsx")));
    }

    private void refused(Workbooks book, String code, String why) {
        assertThatThrownBy(() -> read(book)).isInstanceOf(SourceRefused.class).hasMessageStartingWith(code)
                .hasMessageContaining(why);
    }

    @Test
    void what_unpacks_to_far_more_than_it_is_stops_early() {
        refused(new Workbooks().rows(HEADER + "<row r='9'/>".repeat(1 << 20)), "GW-SRC-122", "100 times");
        refused(new Workbooks().rows(HEADER).shared("<si><t>" + "a".repeat(8 << 20) + "</t></si>"), "GW-", "");
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 600_000; i++) {
            many.append("<si><t>").append(Integer.toHexString(i * 0x9E3779B1)).append("</t></si>");
        }
        refused(new Workbooks().rows(HEADER).shared(many.toString()), "GW-SRC-122", "memory");
    }

    @Test
    void a_cell_far_too_long_and_a_row_far_too_wide_cost_nothing() throws IOException {
        StringBuilder noise = new StringBuilder();
        for (int i = 0; i < 400_000; i++) {
            noise.append(Integer.toHexString(i * 0x9E3779B1));
        }
        refused(new Workbooks().rows(HEADER + "<row r='2'><c r='C2' t='str'><v>" + noise + "</v></c></row>"),
                "GW-DOC-032", "longer than");
        read(new Workbooks().rows(HEADER + "<row r='2'><c r='A2' t='str'><v>A</v></c><c r='B2'><v>1</v></c><c r='C2'>"
                + "<v>5</v></c><c r='D2' s='1'><v>46054</v></c><c r='ZZZZZZZZ2'><v>1</v></c><c r='2'><v>1</v></c>"
                + "</row>"));
        assertThat(home.lines).extracting(line -> line.text("open")).containsExactly("5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml",
        "_rels/.rels"})
    void a_document_type_with_its_entities_is_refused_in_every_part(String part) {
        refused(new Workbooks().rows(HEADER).with(part, "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>"
                + "<!ENTITY b '&a;&a;'>]><x>&b;</x>"), "GW-DOC-033", "document type");
    }

    @Test
    void an_entity_of_nobody_nesting_without_end_and_another_encoding_are_refused() {
        refused(new Workbooks().rows(HEADER + "<row><c t='str'><v>&nobody;</v></c></row>"), "GW-", "");
        refused(new Workbooks().rows(HEADER + "<row>" + "<c>".repeat(2_000)), "GW-SRC-120", "damaged");
        refused(new Workbooks().rows(HEADER).with("xl/worksheets/sheet1.xml", "<?xml version='1.0' encoding='UTF-16'?>"
                + "<worksheet/>"), "GW-", "");
    }

    @Test
    void what_is_no_workbook_is_told_as_that() throws IOException {
        Path file = Files.writeString(folder.resolve("book.xlsx"), "account,id\n");
        assertThatThrownBy(() -> read(file)).hasMessageStartingWith("GW-SRC-120");
        Files.write(file, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A});
        assertThatThrownBy(() -> read(file)).hasMessageStartingWith("GW-SRC-120");
        byte[] whole = Files.readAllBytes(new Workbooks().rows(HEADER).write(file));
        for (int end : new int[] {0, 30, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, end));
            assertThatThrownBy(() -> read(file)).as("cut at %d", end).hasMessageStartingWith("GW-SRC-120");
        }
        refused(new Workbooks(), "GW-SRC-120", "no .xlsx");
    }

    @Test
    void whatever_byte_is_damaged_it_is_answered_with_a_code() throws IOException {
        byte[] whole = Files.readAllBytes(new Workbooks().rows(HEADER + Workbooks.texts(2, "A", "I", "1.00",
                "2026-02-01")).write(folder.resolve("book.xlsx")));
        Path file = folder.resolve("damaged.xlsx");
        for (int at = 0; at < whole.length; at += 3) {
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) (1 + at % 255);
            Files.write(file, damaged);
            try {
                read(file);
            } catch (SourceRefused e) {
                assertThat(e.code()).matches("GW-(DOC|SRC)-\\d{3}");
            }
        }
    }
}
