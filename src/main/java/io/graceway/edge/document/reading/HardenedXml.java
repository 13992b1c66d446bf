package io.graceway.edge.document.reading;

import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;

/** The one place where an XML reader is made: no document type, no entities of others, nothing fetched, limits. */
final class HardenedXml {

    private static final String LIMIT = "http://www.oracle.com/xml/jaxp/properties/";

    private HardenedXml() {
    }

    static XMLInputFactory factory() {
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
            throw new javax.xml.stream.XMLStreamException("nothing is fetched");
        });
        return factory;
    }
}
