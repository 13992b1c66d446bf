package io.graceway.edge.document.reading;

import io.graceway.edge.document.wire.BrokenFile;
import io.graceway.edge.document.wire.Layout;
import io.graceway.edge.document.wire.Layout.Slot;
import io.graceway.edge.document.wire.Layout.Span;
import io.graceway.edge.document.wire.WireFormat;
import io.graceway.journey.account.Reject;
import java.io.IOException;
import java.util.List;

/** Fixed-width lines: values by position, blanks around them are filling. */
final class FixedWire implements WireReader {

    private final WireFormat format;
    private final Layout layout;
    private final StrictReader text;
    private final Kinds kinds;
    private final LineSplitter lines;
    private final Span marker;
    private final List<List<Span>> spans;

    FixedWire(WireFormat format, Layout layout, StrictReader text) {
        this.format = format;
        this.layout = layout;
        this.text = text;
        this.kinds = new Kinds(layout);
        this.lines = new LineSplitter(text, format.limits().lineLength());
        this.marker = layout.marker().isEmpty() ? null : Span.of(layout.marker());
        this.spans = layout.kinds().stream().map(kind -> kind.slots().stream()
                .map(slot -> Span.of(slot.address())).toList()).toList();
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
        Reject fault = length(line);
        if (fault != null) {
            return new Row(lines.number(), -1, null, true, fault);
        }
        int kind = marker == null ? kinds.of("") : kinds.of(marker.to() > line.length() ? ""
                : line.substring(marker.from() - 1, marker.to()).strip());
        return kind < 0 ? Kinds.unknown(lines.number(), layout.marker()) : row(line, kind);
    }

    private Row row(String line, int kind) {
        List<Slot> slots = layout.kinds().get(kind).slots();
        String[] values = new String[slots.size()];
        for (int i = 0; i < values.length; i++) {
            Span span = spans.get(kind).get(i);
            boolean cut = span.to() > line.length() && span.from() <= line.length();
            if (cut && (!format.fixed().shortToo() || slots.get(i).right())) {
                return new Row(lines.number(), kind, values, true, new Reject(lines.number(), slots.get(i).address(),
                        "GW-DOC-014", "the line ends inside this field; send whole lines"));
            }
            values[i] = span.from() > line.length() ? null
                    : unfilled(line, span.from() - 1, Math.min(span.to(), line.length()), slots.get(i).right());
        }
        return new Row(lines.number(), kind, values, text.isSuspect(), null);
    }

    private Reject length(String line) {
        int expected = format.fixed().length();
        if (lines.isTooLong()) {
            return new Reject(lines.number(), "", "GW-DOC-010", "the line is longer than "
                    + format.limits().lineLength() + " characters");
        }
        boolean fits = expected == 0 || line.length() == expected
                || line.length() < expected && format.fixed().shortToo();
        return fits ? null : new Reject(lines.number(), "", "GW-DOC-014", "the line has " + line.length()
                + " characters instead of " + expected);
    }

    /** Blanks that fill the place are not part of the value; all others are. */
    private static String unfilled(String line, int start, int stop, boolean right) {
        int from = start;
        int to = stop;
        while (to > from && line.charAt(to - 1) == ' ') {
            to--;
        }
        while (right && from < to && line.charAt(from) == ' ') {
            from++;
        }
        return from == to ? null : line.substring(from, to);
    }

    @Override
    public void close() {
        text.close();
    }
}
