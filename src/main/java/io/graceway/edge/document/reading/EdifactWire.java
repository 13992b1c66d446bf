package io.graceway.edge.document.reading;

import io.graceway.edge.document.edifact.Address;
import io.graceway.edge.document.edifact.Address.Step;
import io.graceway.edge.document.edifact.Group;
import io.graceway.edge.document.edifact.Interchange;
import io.graceway.edge.document.edifact.Message;
import io.graceway.edge.document.edifact.Segment;
import io.graceway.edge.document.wire.BrokenFile;
import io.graceway.edge.document.wire.Layout;
import io.graceway.edge.document.wire.Layout.Slot;
import io.graceway.edge.document.wire.WireFormat;
import io.graceway.journey.account.Reject;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** EDIFACT: a record is a group at a known path of a message, its values lie below it and above it. */
final class EdifactWire implements WireReader {

    /** One kind of record: where it begins, and its places. */
    private record Kind(List<Step> path, List<Address> places, List<Slot> slots) {
    }

    private final WireFormat format;
    private final StrictReader text;
    private final List<Kind> kinds;
    private final Interchange interchange;
    private final Deque<Row> ready = new ArrayDeque<>();
    private long rows;

    EdifactWire(WireFormat format, Layout layout, StrictReader text) throws IOException {
        this.format = format;
        this.text = text;
        this.kinds = layout.kinds().stream().map(kind -> new Kind(Address.path(kind.marker()), kind.slots().stream()
                .map(slot -> Address.of(slot.address())).toList(), kind.slots())).toList();
        this.interchange = new Interchange(text, format.edifact());
    }

    @Override
    public Row next() throws IOException {
        while (ready.isEmpty()) {
            Message message = interchange.next();
            if (message == null) {
                return null;
            }
            text.recordDone();
            take(message);
        }
        if (++rows > format.limits().rows()) {
            throw new BrokenFile(ready.getFirst().line(), "", "GW-DOC-032", "more than " + format.limits().rows()
                    + " records; split the file");
        }
        return ready.removeFirst();
    }

    private void take(Message message) {
        for (int kind = 0; kind < kinds.size(); kind++) {
            for (List<Group> way : message.content().at(kinds.get(kind).path())) {
                ready.addLast(row(message, kind, way));
            }
        }
        if (ready.isEmpty()) {
            ready.addLast(new Row(message.number(), -1, null, true, message.fault() != null ? message.fault()
                    : new Reject(message.number(), "UNH", "GW-DOC-121", "the message tells nothing that this document"
                    + " has; see which segments are agreed")));
        }
    }

    private Row row(Message message, int number, List<Group> way) {
        Kind kind = kinds.get(number);
        long line = way.get(way.size() - 1).first().number();
        String[] values = new String[kind.places().size()];
        Reject fault = message.fault();
        for (int i = 0; i < values.length; i++) {
            List<Segment> found = Group.find(way, kind.places().get(i).steps());
            values[i] = found.isEmpty() ? null : found.get(0).values().get(kind.places().get(i).at());
            if (found.size() > 1 && fault == null) {
                fault = new Reject(line, kind.slots().get(i).address(), "GW-DOC-015",
                        "the segment stands twice where one is expected");
            }
        }
        return new Row(line, number, values, true, fault);
    }

    @Override
    public void close() throws IOException {
        interchange.close();
    }
}
