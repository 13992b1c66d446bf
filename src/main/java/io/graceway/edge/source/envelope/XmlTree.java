package io.graceway.edge.source.envelope;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML as maps, lists and texts: what lies in the root element, by local names. An attribute is {@code @name}, the text
 * of an element that has attributes too is {@code #}, and what comes more than once is a list.
 */
final class XmlTree {

    static final String ATTRIBUTE = "@";
    static final String TEXT = "#";
    private static final int LONGEST_TEXT = 1 << 20;

    private final XMLStreamReader xml;
    private final Set<String> lists;

    private XmlTree(XMLStreamReader xml, Set<String> lists) {
        this.xml = xml;
        this.lists = lists;
    }

    /** @param lists elements that are lists even where there is only one */
    static Object read(byte[] bytes, XmlInput input, Set<String> lists) throws OddXml {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes)).toString();
            XMLStreamReader xml = input.over(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text));
            XmlTree tree = new XmlTree(xml, lists);
            xml.nextTag();
            Object read = tree.element();
            while (xml.hasNext()) {
                tree.calm(xml.next());
            }
            return read;
        } catch (CharacterCodingException e) {
            throw new OddXml("is not UTF-8");
        } catch (IOException | XMLStreamException | RuntimeException e) {
            throw new OddXml("is no XML, has a document type or an entity, or goes beyond its limits");
        }
    }

    /** Without children and attributes it is its text; null where it says that it is nil. */
    private Object element() throws XMLStreamException, OddXml {
        Map<String, Object> inside = new LinkedHashMap<>();
        String type = null;
        boolean isNil = false;
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            boolean isOfSchema = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(xml.getAttributeNamespace(i));
            String name = xml.getAttributeLocalName(i);
            String value = xml.getAttributeValue(i);
            isNil |= isOfSchema && name.equals("nil") && Set.of("true", "1").contains(value);
            type = isOfSchema && name.equals("type") ? value.substring(value.indexOf(':') + 1) : type;
            if (!isOfSchema) {
                inside.put(ATTRIBUTE + name, value);
            }
        }
        String text = content(inside);
        if (isNil) {
            return null;
        }
        if (inside.isEmpty()) {
            return text;
        }
        if (!text.isBlank()) {
            inside.put(TEXT, text);
        }
        if (type != null) {
            inside.putIfAbsent(ATTRIBUTE + "type", type);
        }
        return inside;
    }

    /** @return the text up to the end of the element */
    private String content(Map<String, Object> inside) throws XMLStreamException, OddXml {
        StringBuilder text = new StringBuilder();
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                add(inside, name, element());
            } else if (xml.isCharacters() || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            } else {
                calm(event);
            }
            if (text.length() > LONGEST_TEXT) {
                throw new OddXml("has a text of more than " + LONGEST_TEXT + " characters");
            }
        }
        return text.toString();
    }

    /** Comments say nothing; an entity or anything else is refused. */
    private void calm(int event) throws OddXml {
        if (!Set.of(XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION, XMLStreamConstants.SPACE,
                XMLStreamConstants.CHARACTERS, XMLStreamConstants.END_DOCUMENT).contains(event)) {
            throw new OddXml("has an entity or what else is no element, attribute or text");
        }
    }

    @SuppressWarnings("unchecked")
    private void add(Map<String, Object> inside, String name, Object value) {
        Object before = inside.get(name);
        if (before instanceof List<?> list) {
            ((List<Object>) list).add(value);
        } else if (inside.containsKey(name) || lists.contains(name)) {
            List<Object> list = new ArrayList<>();
            if (inside.containsKey(name)) {
                list.add(before);
            }
            list.add(value);
            inside.put(name, list);
        } else {
            inside.put(name, value);
        }
    }
}
