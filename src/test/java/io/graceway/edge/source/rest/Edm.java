package io.graceway.edge.source.rest;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What a service says of itself: its sets, and the properties of what is in them. */
record Edm(String text, Map<String, Type> sets) {

    /** @param properties name to type */
    record Type(List<String> keys, Map<String, String> properties, List<String> navigations) {

        boolean is(String property, String type) {
            return properties.getOrDefault(property, "").equals(type);
        }
    }

    static Edm read(String name) {
        try (InputStream in = Edm.class.getResourceAsStream("/odata/" + name + ".edmx")) {
            byte[] bytes = in.readAllBytes();
            Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                    .parse(new java.io.ByteArrayInputStream(bytes)).getDocumentElement();
            Map<String, Type> types = new LinkedHashMap<>();
            for (Element one : named(root, "EntityType")) {
                Map<String, String> properties = new LinkedHashMap<>();
                named(one, "Property").forEach(p -> properties.put(p.getAttribute("Name"), p.getAttribute("Type")));
                types.put(one.getAttribute("Name"), new Type(names(one, "PropertyRef"), properties,
                        names(one, "NavigationProperty")));
            }
            Map<String, Type> sets = new LinkedHashMap<>();
            named(root, "EntitySet").forEach(one -> sets.put(one.getAttribute("Name"), types.get(
                    one.getAttribute("EntityType").replaceFirst(".*\\.", ""))));
            return new Edm(new String(bytes, StandardCharsets.UTF_8), sets);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Element> named(Element in, String name) {
        NodeList found = in.getElementsByTagName(name);
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            all.add((Element) found.item(i));
        }
        return all;
    }

    private static List<String> names(Element in, String name) {
        return named(in, name).stream().map(one -> one.getAttribute("Name")).toList();
    }
}
