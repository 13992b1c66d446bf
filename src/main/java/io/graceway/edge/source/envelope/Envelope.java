package io.graceway.edge.source.envelope;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * That bodies and answers are XML, as SOAP is.
 *
 * @param names  prefix to the namespace that it stands for in every body
 * @param around what stands around the body of every call, with {@code {body}} in its place; absent for nothing
 * @param lists  elements of an answer that are lists even where there is only one
 */
public record Envelope(Map<String, String> names, Object around, Set<String> lists) {

    private static final String BODY = "{body}";

    public Envelope {
        names = names == null ? Map.of() : new TreeMap<>(names);
        lists = lists == null ? Set.of() : Set.copyOf(lists);
    }

    /** Refuses one that has not exactly one place for the body, or asks for a name that nobody gives. */
    public void check(Set<String> asked, Set<String> known) {
        if (!known.containsAll(asked)) {
            throw new IllegalArgumentException("around asks for " + asked + ", and known there are " + known);
        }
        if (around != null && places(around) != 1) {
            throw new IllegalArgumentException("around has to have {body} once, where the body of a call goes");
        }
        if (names.keySet().stream().anyMatch(one -> !one.matches("[A-Za-z_][A-Za-z0-9_.-]*|")
                || one.isEmpty() || one.startsWith("xml"))) {
            throw new IllegalArgumentException("names has prefixes such as soap, and what each stands for");
        }
    }

    /** What stands around, with nothing in the place of the body. */
    public Object withoutBody() {
        return around == null ? Map.of() : put(around, "");
    }

    /** The body as it is sent, with names still to be filled in. */
    public Object around(Object body) {
        return around == null ? body : put(around, body);
    }

    private static long places(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            return map.values().stream().mapToLong(Envelope::places).sum();
        }
        return tree instanceof List<?> list ? list.stream().mapToLong(Envelope::places).sum() : BODY.equals(tree) ? 1
                : 0;
    }

    private static Object put(Object tree, Object body) {
        if (tree instanceof Map<?, ?> map) {
            Map<Object, Object> all = new LinkedHashMap<>();
            map.forEach((key, one) -> all.put(key, put(one, body)));
            return all;
        }
        return tree instanceof List<?> list ? list.stream().map(one -> put(one, body)).toList()
                : BODY.equals(tree) ? body : tree;
    }

    /** @throws IllegalArgumentException where it would be no XML */
    public byte[] write(Object tree) {
        return XmlText.of(tree, names);
    }

    /** Without what stands around, which may hold secrets. */
    @Override
    public String toString() {
        return "Envelope" + names.keySet();
    }

    /** What lies in the root element, as maps, lists, texts and null. */
    public Object read(byte[] bytes, XmlInput input) throws OddXml {
        return XmlTree.read(bytes, input, lists);
    }
}
