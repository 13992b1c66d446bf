package io.graceway.edge.source.envelope;

import java.io.IOException;
import java.io.Reader;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Makes the reader of an XML text; what it makes takes no document type, fetches nothing and has limits. */
@FunctionalInterface
public interface XmlInput {

    XMLStreamReader over(Reader text) throws IOException, XMLStreamException;
}
