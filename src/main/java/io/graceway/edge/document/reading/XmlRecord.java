package io.graceway.edge.document.reading;

import io.graceway.edge.document.wire.BrokenFile;
import io.graceway.edge.document.wire.WireFormat.Limits;
import io.graceway.journey.account.Reject;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Takes the wanted values out of one element. */
final class XmlRecord {

    private final XMLStreamReader xml;
    private final List<String> addresses;
    private final String[] values;
    private final long number;
    private final int longest;
    private final long mostCharacters;
    private long characters;
    private Reject fault;

    XmlRecord(XMLStreamReader xml, List<String> addresses, long number, Limits limits) {
        this.xml = xml;
        this.addresses = addresses;
        this.values = new String[addresses.size()];
        this.number = number;
        this.longest = limits.fieldLength();
        this.mostCharacters = limits.lineLength();
    }

    /** Reads the element that the reader stands at, to its end. */
    String[] read(AddressTree tree) throws XMLStreamException, BrokenFile {
        element(tree);
        return values;
    }

    Reject fault() {
        return fault;
    }

    private void element(AddressTree at) throws XMLStreamException, BrokenFile {
        for (int i = 0; at != null && i < xml.getAttributeCount(); i++) {
            AddressTree attribute = at.below("@" + xml.getAttributeLocalName(i));
            if (attribute != null) {
                put(attribute.place(), xml.getAttributeValue(i));
            }
        }
        boolean wanted = at != null && at.place() >= 0;
        StringBuilder own = new StringBuilder();
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> child(at, wanted);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        append(wanted ? own : null);
                case XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.DTD -> throw new BrokenFile(number, "",
                        "GW-DOC-033", "the record refers to an entity of its own; none is taken");
                default -> { }
            }
        }
        if (wanted) {
            put(at.place(), own.toString());
        }
    }

    private void child(AddressTree at, boolean wanted) throws XMLStreamException, BrokenFile {
        AddressTree below = at == null ? null : at.below(xml.getLocalName());
        if (wanted && below == null) {
            wrong(addresses.get(at.place()), "GW-DOC-015", "the field holds an element where one value is expected");
        }
        element(below);
    }

    private void append(StringBuilder own) throws BrokenFile {
        characters += xml.getTextLength();
        if (characters > mostCharacters) {
            throw new BrokenFile(number, "", "GW-DOC-032", "the record is longer than " + mostCharacters
                    + " characters; send a file whose records fit");
        }
        if (own != null) {
            own.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        }
    }

    private void put(int place, String text) {
        if (place < 0) {
            return;
        }
        if (values[place] != null) {
            wrong(addresses.get(place), "GW-DOC-015", "the field stands twice in the record");
        } else if (text.length() > longest) {
            wrong(addresses.get(place), "GW-DOC-010", "the field is longer than " + longest + " characters");
        } else {
            values[place] = text.isEmpty() ? null : text;
        }
    }

    private void wrong(String field, String code, String why) {
        fault = fault == null ? new Reject(number, field, code, why) : fault;
    }
}
