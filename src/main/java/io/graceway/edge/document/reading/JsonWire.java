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

/** One JSON array of objects, streamed. */
final class JsonWire implements WireReader {

    private final WireFormat format;
    private final StrictReader text;
    private final Kinds kinds;
    private final JsonRecords records;
    private final JsonParser parser;
    private boolean begun;
    private long number;

    JsonWire(WireFormat format, Layout layout, StrictReader text) {
        this.format = format;
        this.text = text;
        this.kinds = new Kinds(layout);
        this.records = new JsonRecords(kinds, format.limits());
        this.parser = JsonRecords.factory(format.limits()).createParser(ObjectReadContext.empty(), text);
    }

    @Override
    public Row next() throws IOException {
        try {
            if (!begun) {
                begin();
            }
            JsonToken token = parser.nextToken();
            if (token == JsonToken.END_ARRAY) {
                end();
                return null;
            }
            return record(token);
        } catch (JacksonException e) {
            BrokenFile behind = BrokenFile.behind(e);
            throw behind != null
                    ? new BrokenFile(Math.max(1, number), "", behind.reject().code(), behind.reject().why())
                    : broken("this is not JSON as agreed, or one value is far too long");
        }
    }

    private void begin() throws BrokenFile {
        begun = true;
        for (String name : format.json().list()) {
            find(name);
        }
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            throw broken("the file should be one JSON array"
                    + (format.json().list().isEmpty() ? "" : " at /" + String.join("/", format.json().list())));
        }
    }

    private void find(String name) throws BrokenFile {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw broken("the file should be a JSON object");
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            if (parser.currentName().equals(name)) {
                return;
            }
            parser.nextToken();
            parser.skipChildren();
        }
        throw broken("the list of records is missing");
    }

    /** Behind the list nothing may follow but the ends of what it lies in, and what else lies there. */
    private void end() throws BrokenFile {
        for (String ignored : format.json().list()) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                parser.nextToken();
                parser.skipChildren();
            }
        }
        if (parser.nextToken() != null) {
            throw broken("something follows after the end of the array");
        }
    }

    private Row record(JsonToken token) throws BrokenFile {
        if (++number > format.limits().rows()) {
            throw new BrokenFile(number, "", "GW-DOC-032", "more than " + format.limits().rows()
                    + " records; split the file");
        }
        if (token != JsonToken.START_OBJECT) {
            if (token == null) {
                throw broken("the array does not end");
            }
            parser.skipChildren();
            return new Row(number, -1, null, true, new Reject(number, "", "GW-DOC-015", "the record is not an object"));
        }
        String[] common = records.read(parser, number);
        text.recordDone();
        return kinds.row(number, common, true, records.fault());
    }

    private BrokenFile broken(String why) {
        return new BrokenFile(Math.max(1, number), "", "GW-DOC-030", why + "; what comes after cannot be believed");
    }

    @Override
    public void close() {
        parser.close();
    }
}
