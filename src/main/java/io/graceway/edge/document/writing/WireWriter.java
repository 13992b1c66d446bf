package io.graceway.edge.document.writing;

import io.graceway.edge.document.wire.Layout;
import io.graceway.edge.document.wire.WireFormat;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CodingErrorAction;

/** Puts rows of finished values on the wire. */
public interface WireWriter {

    /** @param values one for each slot of the kind; null where there is none */
    void write(int kind, String[] values) throws IOException;

    /** Ends the document and flushes; it does not close the stream. */
    void finish() throws IOException;

    /** A writer for that form. */
    static WireWriter of(WireFormat format, Layout layout, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, format.charset().newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)), 1 << 15);
        return switch (format.form()) {
            case CSV -> new CsvPen(format, layout, text);
            case FIXED -> new FixedPen(format, layout, text);
            case JSON -> new JsonPen(format, layout, text);
            case XML -> new XmlPen(format, layout, text);
            case EDIFACT -> new EdifactPen(format, layout, out);
            case ROWS, XLSX -> throw new IllegalArgumentException("rows and workbooks are not written to a stream");
        };
    }
}
