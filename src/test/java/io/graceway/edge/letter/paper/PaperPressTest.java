package io.graceway.edge.letter.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

class PaperPressTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @TempDir
    Path folder;

    @Test
    void fetches_nothing_from_outside_whatever_the_page_asks_for() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            Path secret = Files.writeString(folder.resolve("secret.css"), "p:before { content: 'SECRET' }");
            byte[] pdf = PaperPress.print("<html><head><link rel=\"stylesheet\" href=\"" + url + "a.css\"/>"
                    + "<link rel=\"stylesheet\" href=\"" + secret.toUri() + "\"/><style>@import url(" + url + "b.css);"
                    + " @font-face { font-family: X; src: url(" + url + "x.ttf); } p { font-family: X;"
                    + " background: url(" + url + "c.png); }</style></head><body><p>text</p><img src=\"" + url
                    + "d.png\"/><object data=\"" + url + "e\"/></body></html>", "t", DAY).pdf();
            assertThat(asked).hasValue(0);
            try (PDDocument document = Loader.loadPDF(pdf)) {
                assertThat(new PDFTextStripper().getText(document)).contains("text").doesNotContain("SECRET");
            }
        } finally {
            server.stop(0);
        }
    }

    @Test
    void resolves_no_entity_from_a_file() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
        String page = "<!DOCTYPE html [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><html><body>&x;</body></html>";
        assertThatThrownBy(() -> PaperPress.print(page, "t", DAY)).isInstanceOf(SAXException.class)
                .hasMessageContaining("line 1");
    }

    @Test
    void the_same_page_on_the_same_day_gives_the_same_bytes_and_another_day_does_not() throws Exception {
        String page = "<html><body><p>Grüße, 5 €</p></body></html>";
        byte[] first = PaperPress.print(page, "t", DAY).pdf();
        assertThat(PaperPress.print(page, "t", DAY).pdf()).isEqualTo(first);
        assertThat(PaperPress.print(page, "t", DAY.plusDays(1)).pdf()).isNotEqualTo(first);
        assertThat(PaperPress.print(page.replace("5", "6"), "t", DAY).pdf()).isNotEqualTo(first);
        try (PDDocument document = Loader.loadPDF(first)) {
            assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo("2026-03-01T00:00:00Z");
        }
    }
}
