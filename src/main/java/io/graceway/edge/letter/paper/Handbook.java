package io.graceway.edge.letter.paper;

import java.time.LocalDate;
import java.util.List;
import org.springframework.web.util.HtmlUtils;
import org.xml.sax.SAXException;

/** Pages that a partner's people read while they connect, for a browser and for paper. */
public final class Handbook {

    private static final String STYLE = """
            @page { size: A4; margin: 18mm; @bottom-right { content: "Page " counter(page) " of " counter(pages);
              font: 7.5pt "Liberation Sans"; color: #555; } }
            body { margin: 0 auto; max-width: 60em; padding: 0 1em; color: #222; font: 10pt/1.4 "Liberation Sans",
              sans-serif; }
            h1 { font-size: 18pt; font-weight: normal; color: #1d4e5f; }
            h2 { font-size: 13pt; font-weight: normal; color: #1d4e5f; page-break-after: avoid; margin: 1.6em 0 0.4em; }
            table { width: 100%; border-collapse: collapse; margin: 0.6em 0; font-size: 8.5pt; }
            th, td { text-align: left; vertical-align: top; padding: 1.2mm 1.5mm; border-bottom: 0.2mm solid #bbb; }
            th { font-weight: normal; color: #555; } tr { page-break-inside: avoid; }
            pre { white-space: pre-wrap; word-wrap: break-word; font: 8pt/1.35 "Liberation Sans", monospace;
              background: #f2f4f5; padding: 2mm; margin: 0.4em 0; }
            """;

    private final String title;
    private final StringBuilder body = new StringBuilder();

    public Handbook(String title) {
        this.title = title;
        tag("h1", title);
    }

    public Handbook chapter(String heading) {
        return tag("h2", heading);
    }

    public Handbook words(String text) {
        return tag("p", text);
    }

    /** Text as it stands in a file. */
    public Handbook listing(String text) {
        return tag("pre", text.stripTrailing());
    }

    /** @param rows each as long as the head */
    public Handbook table(List<String> head, List<List<String>> rows) {
        body.append("<table><thead>");
        row("th", head);
        body.append("</thead><tbody>");
        rows.forEach(one -> row("td", one));
        body.append("</tbody></table>\n");
        return this;
    }

    private void row(String cell, List<String> texts) {
        body.append("<tr>");
        texts.forEach(text -> tag(cell, text));
        body.append("</tr>");
    }

    private Handbook tag(String name, String text) {
        body.append('<').append(name).append('>').append(HtmlUtils.htmlEscape(text, "UTF-8")).append("</").append(name)
                .append(">\n");
        return this;
    }

    /** The same pages for a browser, in one file. */
    public String html() {
        return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/><title>"
                + HtmlUtils.htmlEscape(title, "UTF-8") + "</title><style>\n" + STYLE + "</style></head><body>\n" + body
                + "</body></html>\n";
    }

    /** @param madeOn the creation date in the file */
    public byte[] pdf(LocalDate madeOn) {
        try {
            return PaperPress.print(html(), title, madeOn).pdf();
        } catch (SAXException e) {
            throw new IllegalStateException("GW-NOT-027: handbook: " + e.getMessage(), e);
        }
    }
}
