package io.graceway.edge.document.writing;

import io.graceway.edge.document.wire.Layout;
import io.graceway.edge.document.wire.Layout.Slot;
import io.graceway.edge.document.wire.Layout.Span;
import io.graceway.edge.document.wire.WireFormat;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;

/** Fixed-width lines; what does not fit has been refused before. */
final class FixedPen implements WireWriter {

    private final WireFormat format;
    private final Layout layout;
    private final Writer text;
    private final List<List<Span>> spans;

    FixedPen(WireFormat format, Layout layout, Writer text) {
        this.format = format;
        this.layout = layout;
        this.text = text;
        this.spans = layout.kinds().stream().map(kind -> kind.slots().stream()
                .map(slot -> Span.of(slot.address())).toList()).toList();
    }

    @Override
    public void write(int kind, String[] values) throws IOException {
        int agreed = Math.max(format.fixed().length(), layout.kinds().get(kind).length());
        int length = Math.max(agreed, spans.get(kind).stream().mapToInt(Span::to).max().orElse(0));
        char[] line = new char[length];
        Arrays.fill(line, ' ');
        if (!layout.marker().isEmpty()) {
            put(line, Span.of(layout.marker()), layout.kinds().get(kind).marker(), new Slot(layout.marker()));
        }
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                put(line, spans.get(kind).get(i), values[i], layout.kinds().get(kind).slots().get(i));
            }
        }
        text.write(line);
        text.write(format.lineEnd());
    }

    private static void put(char[] line, Span span, String value, Slot slot) {
        Arrays.fill(line, span.from() - 1, span.to(), slot.fill());
        int at = slot.right() ? span.to() - value.length() : span.from() - 1;
        value.getChars(0, value.length(), line, at);
        if (slot.fill() == '0' && value.startsWith("-") && at > span.from() - 1) {
            line[at] = '0';
            line[span.from() - 1] = '-';
        }
    }

    @Override
    public void finish() throws IOException {
        text.flush();
    }
}
