package io.graceway.edge.document.reading;

import io.graceway.edge.document.wire.BrokenFile;
import io.graceway.edge.document.wire.Layout;
import io.graceway.edge.document.wire.WireFormat;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML, streamed: a record is an element at a known path, its values lie below it. */
final class XmlWire implements WireReader {

    private static final AddressTree NOWHERE = AddressTree.of(List.of());

    private final WireFormat format;
    private final StrictReader text;
    private final List<Kinds> kinds;
    private final AddressTree paths;
    private final List<AddressTree> trees;
    private final XMLStreamReader xml;
    private final Deque<AddressTree> open = new ArrayDeque<>();
    private long number;

    XmlWire(WireFormat format, Layout layout, StrictReader text) throws IOException {
        this.format = format;
        this.text = text;
        this.kinds = layout.kinds().stream().map(kind -> new Kinds(new Layout("", List.of(kind)))).toList();
        this.paths = AddressTree.of(layout.kinds().stream().map(Layout.Kind::marker).toList());
        this.trees = kinds.stream().map(kind -> AddressTree.of(kind.addresses())).toList();
        try {
            this.xml = HardenedXml.reader(text);
        } catch (XMLStreamException | RuntimeException e) {
            throw broken(e);
        }
        encoding(xml.getCharacterEncodingScheme());
    }

    private void encoding(String declared) throws BrokenFile {
        boolean same;
        try {
            same = declared == null || Charset.forName(declared).equals(format.charset());
        } catch (IllegalArgumentException e) {
            same = false;
        }
        if (!same) {
            throw new BrokenFile(1, "", "GW-DOC-034", "the file declares another encoding than " + format.charset()
                    + ", which is agreed");
        }
    }

    @Override
    public Row next() throws IOException {
        try {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw new BrokenFile(xml.getLocation().getLineNumber(), "", "GW-DOC-033",
                            "the file has a document type or an entity of its own; neither is taken");
                }
                if (event == XMLStreamConstants.END_ELEMENT) {
                    open.pop();
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    int kind = enter();
                    if (kind >= 0) {
                        return record(kind);
                    }
                }
            }
            return null;
        } catch (XMLStreamException | RuntimeException e) {
            // The JDK's parser has been seen to trip over its own message catalogue on damaged input.
            throw broken(e);
        }
    }

    /** The kind whose element begins here, or -1. */
    private int enter() throws BrokenFile {
        AddressTree above = open.isEmpty() ? paths : open.peek();
        AddressTree below = above == NOWHERE || !inNamespace() ? null : above.below(xml.getLocalName());
        if (open.isEmpty() && below == null) {
            throw new BrokenFile(1, "", "GW-DOC-030", "the root element should be " + format.xml().root()
                    + (format.xml().namespace().isEmpty() ? "" : " in the namespace agreed"));
        }
        open.push(below == null ? NOWHERE : below);
        text.recordDone();
        return below == null ? -1 : below.place();
    }

    private boolean inNamespace() {
        String namespace = xml.getNamespaceURI();
        return format.xml().namespace().equals(namespace == null ? "" : namespace);
    }

    private Row record(int kind) throws XMLStreamException, BrokenFile {
        if (++number > format.limits().rows()) {
            throw new BrokenFile(number, "", "GW-DOC-032", "more than " + format.limits().rows()
                    + " records; split the file");
        }
        XmlRecord record = new XmlRecord(xml, kinds.get(kind).addresses(), number, format.limits());
        String[] values = kinds.get(kind).pick(0, record.read(trees.get(kind)));
        open.pop();
        text.recordDone();
        return new Row(number, kind, values, true, record.fault());
    }

    private BrokenFile broken(Exception e) {
        Throwable nested = e instanceof XMLStreamException xmlFault ? xmlFault.getNestedException() : null;
        BrokenFile behind = BrokenFile.behind(nested == null ? e : nested);
        long line = e instanceof XMLStreamException xmlFault && xmlFault.getLocation() != null
                ? Math.max(0, xmlFault.getLocation().getLineNumber()) : 0;
        return behind != null ? new BrokenFile(line, "", behind.reject().code(), behind.reject().why())
                : new BrokenFile(line, "", "GW-DOC-030",
                "this is not XML as agreed; what comes after cannot be believed");
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("the XML reader did not close", e);
        }
    }
}
