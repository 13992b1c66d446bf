package io.graceway.edge.document.writing;

import io.graceway.edge.document.wire.Layout;
import io.graceway.edge.document.wire.Layout.JsonKind;
import io.graceway.edge.document.wire.Layout.Slot;
import io.graceway.edge.document.wire.WireFormat;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** One JSON array, or one object a line; absent values are left out. */
final class JsonPen implements WireWriter {

    private final WireFormat format;
    private final Layout layout;
    private final Writer text;
    private boolean any;

    JsonPen(WireFormat format, Layout layout, Writer text) throws IOException {
        this.format = format;
        this.layout = layout;
        this.text = text;
        if (!format.json().lines()) {
            text.write("[");
        }
    }

    @Override
    public void write(int kind, String[] values) throws IOException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        if (!layout.marker().isEmpty()) {
            put(object, layout.marker(), JsonNodeFactory.instance.stringNode(layout.kinds().get(kind).marker()));
        }
        List<Slot> slots = layout.kinds().get(kind).slots();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                put(object, slots.get(i).address(), node(slots.get(i).json(), values[i]));
            }
        }
        if (!format.json().lines()) {
            text.write(any ? "," : "");
            text.write(format.lineEnd());
        }
        text.write(object.toString());
        text.write(format.json().lines() ? format.lineEnd() : "");
        any = true;
    }

    private static JsonNode node(JsonKind kind, String value) {
        return switch (kind) {
            case STRING -> JsonNodeFactory.instance.stringNode(value);
            case NUMBER -> JsonNodeFactory.instance.rawValueNode(new RawValue(value));
            case BOOLEAN -> JsonNodeFactory.instance.booleanNode(value.equals("true"));
        };
    }

    private static void put(ObjectNode object, String address, JsonNode value) {
        JsonPointer pointer = JsonPointer.compile(address);
        ObjectNode at = object;
        for (; !pointer.tail().matches(); pointer = pointer.tail()) {
            String name = pointer.getMatchingProperty();
            at = at.get(name) instanceof ObjectNode there ? there : at.putObject(name);
        }
        at.set(pointer.getMatchingProperty(), value);
    }

    @Override
    public void finish() throws IOException {
        if (!format.json().lines()) {
            text.write(format.lineEnd() + "]" + format.lineEnd());
        }
        text.flush();
    }
}
