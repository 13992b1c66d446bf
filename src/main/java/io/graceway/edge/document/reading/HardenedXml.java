package io.graceway.edge.document.reading;

import io.graceway.edge.document.wire.BrokenFile;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The one place where an XML reader is made: no document type, no entities of others, nothing fetched, limits. */
public final class HardenedXml {

    /** Characters within which the root element must begin. */
    private static final int PROLOG = 4096;
    private static final String LIMIT = "http://www.oracle.com/xml/jaxp/properties/";

    private HardenedXml() {
    }

    /** A reader of the document; a document type is refused before any parser looks into it. */
    public static XMLStreamReader reader(Reader text) throws IOException, XMLStreamException {
        PushbackReader prolog = new PushbackReader(text, PROLOG);
        char[] start = new char[PROLOG];
        int length = 0;
        for (int count = 0; count >= 0 && length < PROLOG; length += Math.max(0, count)) {
            count = prolog.read(start, length, PROLOG - length);
        }
        look(new String(start, 0, length));
        prolog.unread(start, 0, length);
        return factory().createXMLStreamReader(prolog);
    }

    private static void look(String prolog) throws BrokenFile {
        int at = 0;
        while (at >= 0 && at < prolog.length()) {
            if (Character.isWhitespace(prolog.charAt(at))) {
                at++;
            } else if (prolog.startsWith("<?", at)) {
                at = after(prolog, "?>", at);
            } else if (prolog.startsWith("<!--", at)) {
                at = after(prolog, "-->", at + 4);
            } else if (prolog.startsWith("<!", at)) {
                throw new BrokenFile(1, "", "GW-DOC-033", "the file has a document type; none is taken");
            } else {
                return;
            }
        }
        throw new BrokenFile(1, "", "GW-DOC-030", "the file does not begin with an element of XML");
    }

    private static int after(String prolog, String end, int from) {
        int at = prolog.indexOf(end, from);
        return at < 0 ? -1 : at + end.length();
    }

    private static XMLInputFactory factory() {
        // The JDK's own, by name: what else lies on the class path must not decide how safe this is.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(LIMIT + "entityExpansionLimit", "1");
        factory.setProperty(LIMIT + "elementAttributeLimit", "64");
        factory.setProperty(LIMIT + "maxElementDepth", "32");
        factory.setProperty(LIMIT + "maxXMLNameLimit", "200");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }
}
