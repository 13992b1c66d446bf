package io.graceway.edge.document.edifact;

import io.graceway.edge.document.edifact.Address.Place;
import io.graceway.edge.document.wire.BrokenFile;
import io.graceway.journey.account.Reject;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.EDIStreamValidationError;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.TreeMap;

/** Reads one interchange message by message; its counts and references are proved on the way. */
public final class Interchange implements Closeable {

    private final Agreed agreed;
    private final Envelope envelope;
    private final CharStream bytes;
    private final EDIStreamReader edi;
    private final Deque<Group> open = new ArrayDeque<>();
    private Segment segment;
    private boolean begins;
    private long segments;
    private long begun;
    private Reject fault;

    /** @param text decoded already, in the charset agreed */
    public Interchange(Reader text, Agreed agreed) throws IOException {
        this.agreed = agreed;
        this.envelope = new Envelope(agreed);
        this.bytes = new CharStream(text);
        EDIInputFactory factory = EDIInputFactory.newFactory();
        factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_CODE_VALUES, false);
        try {
            this.edi = factory.createEDIStreamReader(bytes, "UTF-8");
        } catch (EDIStreamException e) {
            throw broken(e);
        }
    }

    /** The next message, or null after the last; throws {@code BrokenFile} where the rest cannot be believed. */
    public Message next() throws IOException {
        try {
            while (edi.hasNext()) {
                if (event()) {
                    return new Message(begun, open.removeLast(), fault);
                }
            }
        } catch (EDIStreamException | RuntimeException e) {
            // On hostile input the library also fails in ways of its own; all of them mean the same.
            throw broken(e);
        }
        envelope.end(segments);
        return null;
    }

    /** Whether a message is complete. */
    private boolean event() throws EDIStreamException, BrokenFile {
        switch (edi.next()) {
            case START_INTERCHANGE -> envelope.begin(segments);
            case END_INTERCHANGE -> envelope.over();
            case START_GROUP -> throw new BrokenFile(segments, "UNG", "GW-DOC-110", "groups of messages inside an"
                    + " interchange are not agreed; send the messages without UNG and UNE");
            case START_TRANSACTION -> message();
            case START_LOOP -> {
                open.addLast(open.getLast().open());
                begins = true;
            }
            case END_LOOP -> open.removeLast();
            case START_SEGMENT -> segment = new Segment(edi.getText(), ++segments, new TreeMap<>());
            case ELEMENT_DATA -> element();
            case END_SEGMENT -> segment();
            case END_TRANSACTION -> {
                return true;
            }
            case SEGMENT_ERROR, ELEMENT_DATA_ERROR, ELEMENT_OCCURRENCE_ERROR -> wrong(edi.getErrorType());
            default -> { }
        }
        return false;
    }

    private void message() {
        open.clear();
        open.addLast(new Group());
        begins = false;
        fault = null;
        begun = segments + 1;
        edi.setTransactionSchema(agreed.structure().schema());
    }

    private void element() {
        if (edi.getTextLength() > 0) {
            segment.values().put(new Place(edi.getLocation().getElementPosition(),
                    Math.max(1, edi.getLocation().getComponentPosition())), edi.getText());
        }
    }

    private void segment() throws BrokenFile {
        Reject strange = envelope.saw(segment);
        fault = strange == null ? fault : strange;
        if (!open.isEmpty()) {
            open.getLast().add(segment, begins);
            begins = false;
        }
    }

    /** What is wrong around messages breaks the file; what is wrong in one is its own fault. */
    private void wrong(EDIStreamValidationError error) throws BrokenFile {
        // Of a segment that is missing only the text tells which it is.
        String tag = error.getCategory() == EDIStreamEvent.SEGMENT_ERROR ? edi.getText()
                : edi.getLocation().getSegmentTag();
        envelope.wrong(error, tag == null ? "" : tag, segments);
        if (fault == null && error != EDIStreamValidationError.SEGMENT_HAS_DATA_ELEMENT_ERRORS) {
            fault = Faults.of(error, edi, segments);
        }
    }

    private BrokenFile broken(Exception e) {
        BrokenFile behind = BrokenFile.behind(e);
        if (behind != null) {
            return new BrokenFile(segments, behind.reject().field(), behind.reject().code(), behind.reject().why());
        }
        return bytes.isEmpty() && envelope.isOpen() ? Envelope.cutOff(segments) : new BrokenFile(segments, "",
                envelope.isOpen() ? "GW-DOC-030" : "GW-DOC-110", envelope.isOpen()
                ? "this is not EDIFACT as agreed; what comes after cannot be believed"
                : "the file is no interchange: it should begin with UNA or UNB; send an interchange");
    }

    @Override
    public void close() throws IOException {
        edi.close();
    }
}
