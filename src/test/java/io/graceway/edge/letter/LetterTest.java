package io.graceway.edge.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.journey.delinquency.Channel;
import io.graceway.journey.notice.NoticeDispatch.Dispatched;
import io.graceway.journey.notice.NoticeDispatch.Dispatched.Outcome;
import io.graceway.journey.notice.NoticeRefused;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LetterTest {

    private static final String FILE = "N-2026-000017";
    private static final double MM = 72 / 25.4;

    @TempDir
    Path folder;

    private Dispatched print(Notices notices) throws NoticeRefused {
        return Rooms.printing(Path.of("no-home"), folder)
                .dispatch(notices.notice(), notices.terms(), Notices.DEADLINE);
    }

    private String text(int page) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(folder.resolve(FILE + ".pdf").toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(pdf);
        }
    }

    @Test
    void hands_over_a_pdf_with_umlauts_euro_and_apostrophes_and_a_job_without_personal_data() throws Exception {
        Notices notices = Notices.in("de", Channel.LETTER);
        notices.name = "Ünal O’Testkundin-Groß €";
        Dispatched sent = print(notices);
        assertThat(sent.outcome()).isEqualTo(Outcome.TAKEN);
        assertThat(sent.at()).isEqualTo(Rooms.CLOCK.instant());
        assertThat(text(1)).contains("Ünal O’Testkundin-Groß €", "1.234,50", "18. März 2026", "INV-0001",
                "Seite 1 von 2");
        byte[] pdf = Files.readAllBytes(folder.resolve(FILE + ".pdf"));
        String job = Files.readString(folder.resolve(FILE + ".json"));
        assertThat(job).isEqualTo("{\"notice\":\"" + FILE + "\",\"sha256\":\"" + sent.sha256()
                + "\",\"pages\":2,\"bytes\":" + pdf.length + "}\n");
        assertThat(sent.sha256()).isEqualTo(HexFormat.of().formatHex(
                java.security.MessageDigest.getInstance("SHA-256").digest(pdf)));
        assertThat(sent.evidence() + job).doesNotContain("Ünal", "Musterweg", "0100000222", Notices.LINK);
    }

    @Test
    void puts_the_address_into_the_window_of_the_envelope() throws Exception {
        print(Notices.in("de", Channel.LETTER));
        try (PDDocument pdf = Loader.loadPDF(folder.resolve(FILE + ".pdf").toFile())) {
            PDFTextStripperByArea window = new PDFTextStripperByArea();
            window.addRegion("window", new java.awt.geom.Rectangle2D.Double(20 * MM, 45 * MM, 85 * MM, 45 * MM));
            window.extractRegions(pdf.getPage(0));
            assertThat(window.getTextForRegion("window").lines().map(String::strip)).containsExactly(
                    "Acme Home Services GmbH", "Ünal Testkundin", "Musterweg 7", "12345 Musterstadt", "Deutschland");
        }
    }

    @Test
    void numbers_every_page_of_a_long_letter_and_repeats_the_heading_of_the_items() throws Exception {
        Notices notices = Notices.in("fr", Channel.LETTER);
        notices.items = Notices.items(60);
        print(notices);
        assertThat(text(2)).contains("Échéance", "Page 2 sur ");
        String all = text(1) + text(2) + text(3) + text(4);
        for (int i = 1; i <= 60; i++) {
            assertThat(all).contains("INV-%04d".formatted(i));
        }
    }

    @Test
    void embeds_every_font_also_where_a_brand_asks_for_another() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Rooms.copy(home, "mine", "de");
        Path letter = home.resolve("notices/mine/de/letter.html");
        Files.writeString(letter, Files.readString(letter)
                .replace("<h1>", "<h1 style=\"font: bold italic 12pt serif\">"));
        Notices notices = Notices.in("de", Channel.LETTER);
        notices.template = "mine";
        Rooms.printing(home, folder).dispatch(notices.notice(), notices.terms(), Notices.DEADLINE);
        try (PDDocument pdf = Loader.loadPDF(folder.resolve(FILE + ".pdf").toFile())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Eine Nachricht zu Ihrem Kundenkonto");
            for (var page : pdf.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void the_same_notice_is_the_same_file_and_is_not_printed_twice() throws Exception {
        Notices notices = Notices.in("es", Channel.LETTER);
        Dispatched first = print(notices);
        Files.delete(folder.resolve(FILE + ".pdf"));
        Files.delete(folder.resolve(FILE + ".json"));
        Clock later = Clock.fixed(Instant.parse("2026-03-09T00:00:00Z"), ZoneOffset.UTC);
        Dispatched second = new PostRoom(new Templates(folder), Optional.empty(), Optional.empty(),
                Optional.of(new io.graceway.edge.letter.paper.PrintFolder(folder)), later)
                .dispatch(notices.notice(), notices.terms(), Notices.DEADLINE);
        assertThat(second.sha256()).isEqualTo(first.sha256());
        assertThat(second.outcome()).isEqualTo(Outcome.TAKEN);
        assertThat(second.evidence()).contains("handed over before");
        assertThat(folder.resolve(FILE + ".pdf")).doesNotExist();
    }

    @Test
    void refuses_other_content_under_the_same_id() throws Exception {
        Notices notices = Notices.in("en", Channel.LETTER);
        print(notices);
        notices.agency = "Southgate Recoveries";
        assertThatThrownBy(() -> print(notices)).isInstanceOf(NoticeRefused.class).hasMessageContaining("GW-NOT-028");
    }

    @Test
    void refuses_a_name_that_the_font_cannot_print() {
        Notices notices = Notices.in("en", Channel.LETTER);
        notices.name = "漢字";
        assertThatThrownBy(() -> print(notices)).hasMessageContaining("GW-NOT-026").hasMessageContaining("U+6F22");
    }

    @Test
    void refuses_a_letter_that_is_not_well_formed_and_says_the_line_only() throws Exception {
        Rooms.copy(folder, "mine", "en");
        Path letter = folder.resolve("notices/mine/en/letter.html");
        Files.writeString(letter, Files.readString(letter).replace("</h1>", "</h2>"), StandardCharsets.UTF_8);
        Notices notices = Notices.in("en", Channel.LETTER);
        notices.template = "mine";
        assertThatThrownBy(() -> Rooms.printing(folder, folder).dispatch(notices.notice(), notices.terms(),
                Notices.DEADLINE)).hasMessageContaining("GW-NOT-027").hasMessageContaining("line ")
                .hasMessageNotContaining("Ünal");
    }

    @Test
    void a_template_that_is_not_text_stops_only_its_own_notices() throws Exception {
        Rooms.copy(folder, "mine", "en");
        Files.write(folder.resolve("notices/mine/en/letter.html"), new byte[] {(byte) 0xC3, 0x28});
        Notices notices = Notices.in("en", Channel.LETTER);
        notices.template = "mine";
        assertThatThrownBy(() -> Rooms.printing(folder, folder).dispatch(notices.notice(), notices.terms(),
                Notices.DEADLINE)).isInstanceOf(NoticeRefused.class).hasMessageContaining("GW-NOT-010");
    }

    @Test
    void an_incomplete_address_comes_back_and_an_unwritable_folder_waits() throws Exception {
        Notices notices = Notices.in("en", Channel.LETTER);
        notices.country = "";
        assertThat(print(notices).outcome()).isEqualTo(Outcome.BOUNCED);
        Path file = Files.createFile(folder.resolve("file"));
        notices.country = "US";
        Dispatched waits = Rooms.printing(folder, file.resolve("below"))
                .dispatch(notices.notice(), notices.terms(), Notices.DEADLINE);
        assertThat(waits.outcome()).isEqualTo(Outcome.LATER);
        assertThat(waits.evidence()).contains("GW-NOT-032").doesNotContain(folder.toString());
    }
}
