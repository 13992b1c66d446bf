package io.graceway.edge.document.writing;

import io.graceway.edge.document.edifact.Address;
import io.graceway.edge.document.edifact.Draft;
import io.graceway.edge.document.edifact.InterchangeWriter;
import io.graceway.edge.document.wire.Layout;
import io.graceway.edge.document.wire.WireFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** One EDIFACT interchange; every record is a message of its own. */
final class EdifactPen implements WireWriter {

    private final WireFormat format;
    private final OutputStream out;
    private final List<List<Address>> places;
    private final InterchangeWriter interchange;

    EdifactPen(WireFormat format, Layout layout, OutputStream out) throws IOException {
        this.format = format;
        this.out = out;
        this.places = layout.kinds().stream().map(kind -> kind.slots().stream().map(slot ->
                Address.of(slot.address())).toList()).toList();
        this.interchange = new InterchangeWriter(format.edifact(), out, format.lineEnd());
    }

    @Override
    public void write(int kind, String[] values) throws IOException {
        Draft draft = Draft.of(format.edifact().structure());
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                draft.put(places.get(kind).get(i), values[i]);
            }
        }
        interchange.message(draft);
    }

    @Override
    public void finish() throws IOException {
        interchange.end();
        out.flush();
    }
}
