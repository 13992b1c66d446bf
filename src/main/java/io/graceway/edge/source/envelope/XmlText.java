package io.graceway.edge.source.envelope;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Writes a tree as XML: a key is an element, or with {@code @} before it an attribute; a list repeats its element. */
final class XmlText {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*(:[A-Za-z_][A-Za-z0-9_.-]*)?");

    private final Map<String, String> prefixes;
    private final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");

    private XmlText(Map<String, String> prefixes) {
        this.prefixes = prefixes;
    }

    /** @throws IllegalArgumentException where it would be no XML */
    static byte[] of(Object tree, Map<String, String> prefixes) {
        if (!(tree instanceof Map<?, ?> map) || map.size() != 1 || map.values().iterator().next() instanceof List) {
            throw new IllegalArgumentException("a body in XML is one element with all others in it");
        }
        Map.Entry<?, ?> root = map.entrySet().iterator().next();
        XmlText text = new XmlText(prefixes);
        StringBuilder spaces = new StringBuilder();
        new TreeMap<>(prefixes).forEach((prefix, name) -> spaces.append(" xmlns:").append(prefix).append("=\"")
                .append(quoted(name)).append('"'));
        text.element(root.getKey().toString(), root.getValue(), spaces.toString());
        return text.xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What comes out empty is left away, as in a query; a map without anything in it is an empty element. */
    private void element(String name, Object value, String spaces) {
        if (value instanceof List<?> list) {
            list.forEach(one -> element(name, one, spaces));
        } else if (value instanceof Map<?, ?> map) {
            xml.append('<').append(checked(name)).append(spaces);
            map.forEach((key, one) -> attribute(key.toString(), one));
            xml.append('>');
            map.forEach((key, one) -> inside(key.toString(), one));
            xml.append("</").append(name).append('>');
        } else if (value != null && !value.toString().isEmpty()) {
            xml.append('<').append(checked(name)).append(spaces).append('>').append(quoted(value))
                    .append("</").append(name).append('>');
        }
    }

    private void attribute(String key, Object value) {
        if (key.startsWith(XmlTree.ATTRIBUTE) && value != null && !value.toString().isEmpty()) {
            xml.append(' ').append(checked(key.substring(1))).append("=\"").append(quoted(value)).append('"');
        }
    }

    private void inside(String key, Object value) {
        if (key.equals(XmlTree.TEXT)) {
            xml.append(quoted(value == null ? "" : value));
        } else if (!key.startsWith(XmlTree.ATTRIBUTE)) {
            element(key, value, "");
        }
    }

    private String checked(String name) {
        int colon = name.indexOf(':');
        if (!NAME.matcher(name).matches() || colon > 0 && !prefixes.containsKey(name.substring(0, colon))) {
            throw new IllegalArgumentException("'" + name + "' is no name of an element or attribute, or its prefix"
                    + " does not stand under names");
        }
        return name;
    }

    /** A character that XML cannot carry becomes one that everybody sees. */
    private static String quoted(Object value) {
        String text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        StringBuilder quoted = new StringBuilder();
        text.codePoints().forEach(one -> {
            switch (one) {
                case '&' -> quoted.append("&amp;");
                case '<' -> quoted.append("&lt;");
                case '>' -> quoted.append("&gt;");
                case '"' -> quoted.append("&quot;");
                case '\t', '\n', '\r' -> quoted.append("&#").append(one).append(';');
                default -> quoted.appendCodePoint(one >= 0x20 && one < 0xD800 || one >= 0xE000 && one < 0xFFFE
                        || one > 0xFFFF ? one : 0xFFFD);
            }
        });
        return quoted.toString();
    }
}
