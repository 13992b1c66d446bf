package io.graceway.edge.document.reading;

import io.graceway.edge.document.wire.BrokenFile;
import io.graceway.edge.document.wire.Layout;
import io.graceway.edge.document.wire.WireFormat;
import io.graceway.journey.account.Reject;
import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** One JSON object a line; a line that is not JSON stops only itself. */
final class JsonLinesWire implements WireReader {

    private final WireFormat format;
    private final StrictReader text;
    private final Kinds kinds;
    private final JsonRecords records;
    private final LineSplitter lines;
    private final JsonFactory factory;

    JsonLinesWire(WireFormat format, Layout layout, StrictReader text) {
        this.format = format;
        this.text = text;
        this.kinds = new Kinds(layout);
        this.records = new JsonRecords(kinds, format.limits());
        this.lines = new LineSplitter(text, format.limits().lineLength());
        this.factory = JsonRecords.factory(format.limits());
    }

    @Override
    public Row next() throws IOException {
        String line = lines.next();
        while (line != null && line.isBlank() && !lines.isTooLong()) {
            line = lines.next();
        }
        if (line == null) {
            return null;
        }
        if (lines.number() > format.limits().rows()) {
            throw new BrokenFile(lines.number(), "", "GW-DOC-032", "more than " + format.limits().rows()
                    + " lines; split the file");
        }
        if (lines.isTooLong()) {
            return refused("GW-DOC-010", "the line is longer than " + format.limits().lineLength() + " characters");
        }
        return row(line);
    }

    private Row row(String line) {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return refused("GW-DOC-015", "the line is not a JSON object");
            }
            String[] common = records.read(parser, lines.number());
            return parser.nextToken() != null ? refused("GW-DOC-015", "something follows after the object")
                    : kinds.row(lines.number(), common, true, records.fault());
        } catch (JacksonException e) {
            return refused("GW-DOC-015", "the line is not JSON");
        }
    }

    private Row refused(String code, String why) {
        return new Row(lines.number(), -1, null, true, new Reject(lines.number(), "", code, why));
    }

    @Override
    public void close() {
        text.close();
    }
}
