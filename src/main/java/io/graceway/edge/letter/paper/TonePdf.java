package io.graceway.edge.letter.paper;

import java.time.LocalDate;
import java.util.List;
import org.springframework.web.util.HtmlUtils;
import org.xml.sax.SAXException;

/** A brand's tone as pages that an agency's staff can read and pin to the wall. */
public final class TonePdf {

    private static final String HEAD = """
            <html><head><title>Brand tone</title><style>
            @page { size: A4; margin: 20mm; @bottom-left { content: element(foot); } }
            body { margin: 0; color: #222; font: 10.5pt/1.45 "Liberation Sans"; }
            .foot { position: running(foot); width: 170mm; font-size: 7.5pt; color: #555; }
            .page:after { content: "Page " counter(page) " of " counter(pages); }
            h1 { margin: 0 0 2mm; font-size: 18pt; font-weight: normal; color: #1d4e5f; }
            h2 { margin: 6mm 0 1mm; font-size: 12.5pt; font-weight: normal; color: #1d4e5f; page-break-after: avoid; }
            ul { margin: 0; padding-left: 5mm; } li { margin: 0 0 1.2mm; page-break-inside: avoid; }
            .id { margin: 0 0 4mm; font-size: 8.5pt; color: #555; }
            </style></head><body>
            """;

    private TonePdf() {
    }

    /**
     * What stands on the pages.
     *
     * @param title    of the profile, such as the brand's name
     * @param version  of the profile
     * @param sha256   of the profile that machines read; printed so that both can be matched
     * @param from     first day it counts; also the creation date in the file
     * @param sections in the order in which they are read
     */
    public record Sheet(String title, int version, String sha256, LocalDate from, List<Section> sections) {

        public Sheet {
            sections = List.copyOf(sections);
        }
    }

    /** One heading and what is asked under it. */
    public record Section(String heading, List<String> sentences) {

        public Section {
            sentences = List.copyOf(sentences);
        }
    }

    /**
     * The same sheet gives the same bytes.
     *
     * @throws IllegalArgumentException when the font lacks a sign of the text
     */
    public static byte[] of(Sheet sheet) {
        StringBuilder page = new StringBuilder(HEAD);
        String id = sheet.title() + ", version " + sheet.version() + ", from " + sheet.from();
        add(page, "<div class=\"foot\">", id + " \u00B7 ", "<span class=\"page\"></span></div>");
        add(page, "<h1>", sheet.title(), "</h1>");
        add(page, "<p class=\"id\">", "Version " + sheet.version() + ", from " + sheet.from() + "\u00A0\u00B7 "
                + "SHA-256 " + sheet.sha256(), "</p>");
        for (Section section : sheet.sections()) {
            add(page, "<h2>", section.heading(), "</h2><ul>");
            section.sentences().forEach(sentence -> add(page, "<li>", sentence, "</li>"));
            page.append("</ul>");
        }
        try {
            return PaperPress.print(page.append("</body></html>").toString(), id, sheet.from()).pdf();
        } catch (SAXException e) {
            throw new IllegalStateException("GW-NOT-027: brand tone pages: " + e.getMessage(), e);
        }
    }

    private static void add(StringBuilder page, String before, String text, String after) {
        List<String> missing = PaperPress.missing(text);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("GW-NOT-026: the font has no sign for " + missing);
        }
        page.append(before).append(HtmlUtils.htmlEscape(text, "UTF-8")).append(after);
    }
}
