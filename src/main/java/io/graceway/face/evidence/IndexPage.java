package io.graceway.face.evidence;

import io.graceway.face.evidence.RecordFiles.Shown;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;

/** The page of a pack that people read first; it stands alone and asks nothing of the net. */
final class IndexPage {

    private static final String STYLE = "body{font:16px/1.5 system-ui,sans-serif;margin:2rem;max-width:110rem}"
            + "table{border-collapse:collapse;margin:1rem 0}td,th{border:1px solid #767676;padding:.2rem .5rem;"
            + "text-align:left;vertical-align:top;overflow-wrap:anywhere}caption{text-align:left;font-weight:bold}"
            + "h2{margin-top:2rem}.wide{overflow-x:auto}";

    private final String log;
    private final Scope scope;
    private final boolean redacted;
    private final Instant made;

    IndexPage(String log, Scope scope, boolean redacted, Instant made) {
        this.log = log;
        this.scope = scope;
        this.redacted = redacted;
        this.made = made.truncatedTo(ChronoUnit.SECONDS);
    }

    String html(Timeline timeline, RecordFiles records, Collection<String> more) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\">"
                + "<title>Evidence: ").append(escape(scope.toString())).append("</title><style>").append(STYLE)
                .append("</style></head>\n<body>\n<h1>Evidence: ").append(escape(scope.toString())).append("</h1>\n<p>")
                .append("Made ").append(made).append(" from the routing log ").append(escape(log)).append(": ")
                .append(timeline.count()).append(" entries. ").append(redacted ? "Personal data is left out."
                : "It holds personal data, in the folder personal.").append("</p>\n<p>This page is for reading. What "
                + "is proved is said by <code>graceway log verify --evidence FILE --key KEY</code> or <code>node "
                + "verify-log.mjs --vkey KEY --evidence FILE</code>: the entries, each by itself, and that every file "
                + "is the one that the log was told of when the pack was made. Beside the entries, the files are what "
                + "the gateway's store said on that day.</p>\n");
        table(page, "What the log says", timeline.count(), List.of("when", "what", "to what", "facts"),
                timeline.shown(), "entries.json");
        records.tables().stream().filter(one -> one.count > 0).forEach(one -> table(page, one));
        page.append("<h2>Other files</h2>\n<ul>\n");
        more.forEach(name -> page.append("<li><a href=\"").append(escape(name)).append("\">").append(escape(name))
                .append("</a></li>\n"));
        return page.append("</ul>\n</body>\n</html>\n").toString();
    }

    private static void table(StringBuilder page, Shown one) {
        table(page, one.name, one.count, one.columns, one.rows, "");
    }

    private static void table(StringBuilder page, String name, long count, List<String> columns,
                              List<List<String>> rows, String file) {
        page.append("<h2>").append(escape(name)).append("</h2>\n<div class=\"wide\"><table><caption>").append(count)
                .append(count == 1 ? " row" : " rows").append(rows.size() < count ? ", the first " + rows.size()
                + " here, all in " + (file.isEmpty() ? "the file of that name" : file) : "")
                .append("</caption>\n<tr>");
        columns.forEach(one -> page.append("<th scope=\"col\">").append(escape(one.replace('_', ' '))).append("</th>"));
        page.append("</tr>\n");
        rows.forEach(row -> {
            page.append("<tr>");
            row.forEach(cell -> page.append("<td>").append(escape(cell)).append("</td>"));
            page.append("</tr>\n");
        });
        page.append("</table></div>\n");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
