package io.graceway.edge.source.rest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** A body as a form: what lies in a map is named {@code a[b]}, what lies in a list {@code a[0]}. */
final class Form {

    private static final String JSON = "application/json";
    private static final String XML = "text/xml; charset=utf-8";
    private static final String FORM = "application/x-www-form-urlencoded";

    private Form() {
    }

    /** The type of a body; the usual one, unless the headers of the call or of every call say otherwise. */
    static String type(Map<String, String> ofAll, Map<String, String> ofThis, String usual) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(ofAll);
        headers.putAll(ofThis);
        return headers.getOrDefault("Content-Type", usual);
    }

    static String type(RestTerms terms, Call call) {
        return type(terms.headers(), call.headers(), terms.xml() == null ? JSON : XML);
    }

    /** The bytes of a call's body with everything filled in. */
    static byte[] body(RestTerms terms, Call call, Template.Values values) {
        return terms.xml() == null ? body(type(terms, call), Template.tree(call.body(), values))
                : terms.xml().write(Template.tree(terms.xml().around(call.body()), values));
    }

    /** The bytes of a body; bytes are sent as they are. */
    static byte[] body(String type, Object tree) {
        if (tree instanceof byte[] bytes) {
            return bytes;
        }
        return type.startsWith(FORM) ? of(tree).getBytes(StandardCharsets.US_ASCII) : Json.write(tree);
    }

    private static String of(Object tree) {
        StringJoiner form = new StringJoiner("&");
        add("", tree, form);
        return form.toString();
    }

    /** What comes out empty is left away, as in a query. */
    private static void add(String name, Object value, StringJoiner form) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> add(name.isEmpty() ? key.toString() : name + "[" + key + "]", one, form));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                add(name + "[" + i + "]", list.get(i), form);
            }
        } else if (value != null && !value.toString().isEmpty()) {
            form.add(Template.encoded(name) + "=" + Template.encoded(value.toString()));
        }
    }
}
