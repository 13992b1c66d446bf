package io.graceway.edge.document.edifact;

import io.graceway.edge.document.edifact.Address.Place;
import io.graceway.edge.document.wire.BrokenFile;
import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.SchemaFactory;
import io.xlate.edi.stream.EDIOutputFactory;
import io.xlate.edi.stream.EDIStreamConstants.Delimiters;
import io.xlate.edi.stream.EDIStreamConstants.Standards;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamValidationError;
import io.xlate.edi.stream.EDIStreamWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** Writes one interchange; a message that is not as its directory has it is refused before a byte of it is out. */
public final class InterchangeWriter {

    private static final DateTimeFormatter REFERENCE = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private final Agreed agreed;
    private final OutputStream out;
    private final String lineEnd;
    private final String reference;
    private final ByteArrayOutputStream ready = new ByteArrayOutputStream();
    private final EDIStreamWriter edi;
    private long messages;
    private String wrong = "";

    /** @param lineEnd after each segment; readers pass over it */
    public InterchangeWriter(Agreed agreed, OutputStream out, String lineEnd) throws IOException {
        this.agreed = agreed;
        this.out = out;
        this.lineEnd = lineEnd;
        this.reference = REFERENCE.format(agreed.madeAt().atZone(ZoneOffset.UTC));
        EDIOutputFactory factory = EDIOutputFactory.newFactory();
        factory.setErrorReporter((error, writer, at, text, type) -> {
            // Codes are agreed between partners; the library's list of them is not asked.
            if (error != EDIStreamValidationError.INVALID_CODE_VALUE && wrong.isEmpty()) {
                wrong = at.getSegmentTag() + "." + at.getElementPosition() + ": " + Faults.why(error);
            }
        });
        if (agreed.syntax().version() < 4) {
            factory.setProperty(Delimiters.REPETITION, ' ');
        }
        try {
            this.edi = factory.createEDIStreamWriter(ready, agreed.syntax().charset().name());
            edi.setControlSchema(SchemaFactory.newFactory().getControlSchema(Standards.EDIFACT, new String[] {
                    agreed.syntax().name(), Integer.toString(agreed.syntax().version())}));
            begin();
        } catch (EDIStreamException | EDISchemaException | RuntimeException e) {
            throw refused(e);
        }
        send();
    }

    private void begin() throws EDIStreamException, IOException {
        edi.startInterchange();
        segment("UNA", new TreeMap<>(), element -> false);
        SortedMap<Place, String> unb = new TreeMap<>();
        put(unb, 1, agreed.syntax() + ":" + agreed.syntax().version());
        put(unb, 2, agreed.sender());
        put(unb, 3, agreed.recipient());
        ZonedDateTime at = agreed.madeAt().atZone(ZoneOffset.UTC);
        put(unb, 4, DateTimeFormatter.ofPattern(agreed.syntax().version() < 4 ? "yyMMdd:HHmm" : "yyyyMMdd:HHmm")
                .format(at));
        put(unb, 5, reference);
        if (agreed.test()) {
            put(unb, 11, "1");
        }
        segment("UNB", unb, element -> element < 5);
        // From here on the library proves what is written.
        edi.setTransactionSchema(agreed.structure().schema());
    }

    private static void put(SortedMap<Place, String> into, int element, String parts) {
        String[] split = parts.split(":");
        for (int i = 0; i < split.length; i++) {
            into.put(new Place(element, i + 1), split[i]);
        }
    }

    /** Writes one message, or throws {@code BrokenFile} where it is not as its directory has it. */
    public void message(Draft draft) throws IOException {
        String number = Long.toString(++messages);
        try {
            List<Draft.Line> lines = draft.lines();
            SortedMap<Place, String> unh = new TreeMap<>();
            put(unh, 1, number);
            put(unh, 2, agreed.message() + ":D:" + agreed.release() + ":UN");
            segment("UNH", unh, element -> element == 2);
            for (Draft.Line line : lines) {
                segment(line.node().tag(), line.values(), line.node()::isComposite);
            }
            SortedMap<Place, String> unt = new TreeMap<>();
            put(unt, 1, Integer.toString(lines.size() + 2));
            put(unt, 2, number);
            segment("UNT", unt, element -> false);
        } catch (EDIStreamException | RuntimeException e) {
            throw refused(e);
        }
        send();
    }

    /** Ends the interchange; the stream stays open. */
    public void end() throws IOException {
        try {
            SortedMap<Place, String> unz = new TreeMap<>();
            put(unz, 1, Long.toString(messages));
            put(unz, 2, reference);
            segment("UNZ", unz, element -> false);
            edi.endInterchange();
        } catch (EDIStreamException | RuntimeException e) {
            throw refused(e);
        }
        send();
    }

    private void segment(String tag, SortedMap<Place, String> values, IntPredicate composite)
            throws EDIStreamException, IOException {
        edi.writeStartSegment(tag);
        int last = values.isEmpty() ? 0 : values.lastKey().element();
        for (int element = 1; element <= last; element++) {
            SortedMap<Place, String> parts = values.subMap(new Place(element, 0), new Place(element + 1, 0));
            if (parts.isEmpty()) {
                edi.writeEmptyElement();
            } else if (composite.test(element)) {
                components(element, parts);
            } else {
                edi.writeElement(parts.get(parts.firstKey()));
            }
        }
        edi.writeEndSegment();
        // The advice is one with the header behind it, and nothing of it is out before.
        if (!tag.equals("UNA")) {
            edi.flush();
            ready.write(lineEnd.getBytes(agreed.syntax().charset()));
        }
    }

    private void components(int element, SortedMap<Place, String> parts) throws EDIStreamException {
        edi.writeStartElement();
        for (int component = 1; component <= parts.lastKey().component(); component++) {
            String value = parts.get(new Place(element, component));
            if (value == null) {
                edi.writeEmptyComponent();
            } else {
                edi.writeComponent(value);
            }
        }
        edi.endElement();
    }

    private void send() throws IOException {
        if (!wrong.isEmpty()) {
            throw refused(null);
        }
        ready.writeTo(out);
        ready.reset();
    }

    private BrokenFile refused(Exception e) {
        return new BrokenFile(0, "", "GW-DOC-122", "what is written would not be as its directory has it ("
                + (wrong.isEmpty() ? e.getClass().getSimpleName() : wrong) + "); correct the mapping or the settings");
    }
}
