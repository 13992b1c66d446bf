package io.graceway.edge.letter.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class TonePdfTest {

    private static final String SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    static TonePdf.Sheet sheet(String sentence, int times) {
        return new TonePdf.Sheet("Acme Home", 4, SHA256, LocalDate.of(2026, 1, 1), List.of(
                new TonePdf.Section("How to speak", List.of(sentence, "Say “customer”, not “debtor”.")),
                new TonePdf.Section("When to call", Collections.nCopies(times, "Monday to Friday, 09:00 to 19:00."))));
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        }
    }

    @Test
    void shows_version_hash_headings_and_sentences_in_order() throws Exception {
        String text = text(TonePdf.of(sheet("Be kind <b>always</b> & say Grüße, 5 €.", 1)));
        assertThat(text).containsSubsequence("Acme Home", "Version 4, from 2026-01-01", SHA256, "How to speak",
                "Be kind <b>always</b> & say Grüße, 5 €.", "Say “customer”", "When to call", "Page 1 of 1");
    }

    @Test
    void the_same_sheet_gives_the_same_bytes() {
        assertThat(TonePdf.of(sheet("Be kind.", 90))).isEqualTo(TonePdf.of(sheet("Be kind.", 90)))
                .isNotEqualTo(TonePdf.of(sheet("Be nice.", 90)));
    }

    @Test
    void goes_on_over_pages() throws Exception {
        assertThat(text(TonePdf.of(sheet("Be kind.", 90)))).contains("Page 1 of 3", "Page 3 of 3");
    }

    @Test
    void refuses_a_sign_it_cannot_print() {
        assertThatThrownBy(() -> TonePdf.of(sheet("漢", 1))).hasMessageContaining("GW-NOT-026")
                .hasMessageContaining("U+6F22");
    }
}
