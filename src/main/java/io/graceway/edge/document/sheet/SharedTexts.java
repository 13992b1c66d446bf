package io.graceway.edge.document.sheet;

import io.graceway.edge.document.wire.BrokenFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts that cells share by number; all of them have to fit into a small part of the memory. */
record SharedTexts(List<String> texts) {

    /** Characters of all together, each text counting at least as what its place costs. */
    private static final long MOST = 24L << 20;
    private static final int PLACE = 48;

    static SharedTexts none() {
        return new SharedTexts(List.of());
    }

    static SharedTexts read(Package.Xml part) throws IOException {
        List<String> texts = new ArrayList<>();
        long weight = 0;
        try {
            while (part.xml().hasNext()) {
                if (part.xml().next() == XMLStreamConstants.START_ELEMENT && part.xml().getLocalName().equals("si")) {
                    String text = rich(part.xml());
                    texts.add(text);
                    weight += PLACE + text.length();
                    if (weight > MOST) {
                        throw Package.tooMuch("the workbook shares more texts than are taken into memory");
                    }
                    part.text().recordDone();
                }
            }
        } catch (XMLStreamException | RuntimeException e) {
            throw Package.broken(e);
        }
        return new SharedTexts(texts);
    }

    /** The text of the element that the reader stands at, without how it is to be pronounced. */
    static String rich(XMLStreamReader xml) throws XMLStreamException {
        return text(xml, false);
    }

    /** @param plain whether the element itself is the text */
    static String text(XMLStreamReader xml, boolean plain) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int spoken = 0;
        int depth = 1;
        boolean inText = plain;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                spoken += xml.getLocalName().equals("rPh") ? 1 : 0;
                inText = xml.getLocalName().equals("t");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                spoken -= xml.getLocalName().equals("rPh") ? 1 : 0;
                inText = false;
            } else if (event == XMLStreamConstants.ENTITY_REFERENCE || event == XMLStreamConstants.DTD) {
                throw new XMLStreamException("an entity", new BrokenFile(0, "", "GW-DOC-033",
                        "the workbook refers to an entity of its own; none is taken"));
            } else if (inText && spoken == 0 && (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA || event == XMLStreamConstants.SPACE)) {
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
        }
        return text.toString();
    }

    /** Null where there is none of that number. */
    String at(String number) {
        int at = number.matches("[0-9]{1,9}") ? Integer.parseInt(number) : Integer.MAX_VALUE;
        return at < texts.size() ? texts.get(at) : null;
    }
}
