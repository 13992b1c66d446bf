package io.graceway.edge.document.writing;

import io.graceway.edge.document.wire.Layout;
import io.graceway.edge.document.wire.Layout.Slot;
import io.graceway.edge.document.wire.WireFormat;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** XML with one record a line; records stand where their path says. */
final class XmlPen implements WireWriter {

    private static final class Element {
        private final Map<String, Element> children = new LinkedHashMap<>();
        private final Map<String, String> attributes = new LinkedHashMap<>();
        private String text = "";

        private void put(String address, String value) {
            Element at = this;
            for (String step : address.split("/")) {
                if (step.startsWith("@")) {
                    at.attributes.put(step.substring(1), value);
                    return;
                }
                at = step.equals(".") ? at : at.children.computeIfAbsent(step, any -> new Element());
            }
            at.text = value;
        }
    }

    private final WireFormat format;
    private final Layout layout;
    private final Writer text;
    private final List<String> open = new ArrayList<>();

    XmlPen(WireFormat format, Layout layout, Writer text) throws IOException {
        this.format = format;
        this.layout = layout;
        this.text = text;
        String namespace = format.xml().namespace();
        text.write("<?xml version=\"1.0\" encoding=\"" + format.charset().name() + "\"?>" + format.lineEnd());
        text.write("<" + format.xml().root());
        text.write(namespace.isEmpty() ? "" : " xmlns=\"" + escaped(namespace) + "\"");
        text.write(">" + format.lineEnd());
    }

    @Override
    public void write(int kind, String[] values) throws IOException {
        String[] path = layout.kinds().get(kind).marker().substring(1).split("/");
        stand(List.of(path).subList(1, path.length - 1));
        Element record = new Element();
        List<Slot> slots = layout.kinds().get(kind).slots();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                record.put(slots.get(i).address(), values[i]);
            }
        }
        element(path[path.length - 1], record);
        text.write(format.lineEnd());
    }

    /** Closes and opens what stands around the record until its parents are the open ones. */
    private void stand(List<String> parents) throws IOException {
        int same = 0;
        while (same < Math.min(open.size(), parents.size()) && open.get(same).equals(parents.get(same))) {
            same++;
        }
        while (open.size() > same) {
            text.write("</" + open.remove(open.size() - 1) + ">" + format.lineEnd());
        }
        for (String parent : parents.subList(same, parents.size())) {
            open.add(parent);
            text.write("<" + parent + ">" + format.lineEnd());
        }
    }

    private void element(String name, Element element) throws IOException {
        text.write("<" + name);
        for (Map.Entry<String, String> attribute : element.attributes.entrySet()) {
            text.write(" " + attribute.getKey() + "=\"" + escaped(attribute.getValue()) + "\"");
        }
        text.write(">" + escaped(element.text));
        for (Map.Entry<String, Element> child : element.children.entrySet()) {
            element(child.getKey(), child.getValue());
        }
        text.write("</" + name + ">");
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#9;");
    }

    @Override
    public void finish() throws IOException {
        stand(List.of());
        text.write("</" + format.xml().root() + ">" + format.lineEnd());
        text.flush();
    }
}
