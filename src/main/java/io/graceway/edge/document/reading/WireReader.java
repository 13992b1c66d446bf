package io.graceway.edge.document.reading;

import io.graceway.edge.document.wire.Layout;
import io.graceway.edge.document.wire.WireFormat;
import io.graceway.journey.account.Reject;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Takes a document apart into rows of raw values. */
public interface WireReader extends Closeable {

    /** Stands in a text where bytes could not be decoded; a noncharacter that no honest file holds. */
    char UNDECODABLE = '\uFDD0';

    /**
     * One record as it came.
     *
     * @param line    line in the file, or the record's number in JSON arrays and XML, or the segment's in EDIFACT;
     *                counted from 1
     * @param kind    which kind of the layout it is; -1 where that is not known
     * @param values  one for each slot of the kind; null where there is none
     * @param suspect whether values may hold control characters or undecodable bytes
     * @param fault   why the record cannot be taken; null where nothing is wrong so far
     */
    record Row(long line, int kind, String[] values, boolean suspect, Reject fault) {
    }

    /** The next record, or null after the last; throws {@code BrokenFile} when the rest cannot be read. */
    Row next() throws IOException;

    /** A reader for that form; it does not close the stream. */
    static WireReader of(WireFormat format, Layout layout, InputStream in) throws IOException {
        StrictReader text = new StrictReader(in, format.charset(), format.limits());
        return switch (format.form()) {
            case CSV -> new CsvWire(format, layout, text);
            case FIXED -> new FixedWire(format, layout, text);
            case JSON -> format.json().lines() ? new JsonLinesWire(format, layout, text)
                    : new JsonWire(format, layout, text);
            case XML -> new XmlWire(format, layout, text);
            case EDIFACT -> new EdifactWire(format, layout, text);
            case ROWS, XLSX -> throw new IllegalArgumentException("rows and workbooks are no stream of characters");
        };
    }
}
