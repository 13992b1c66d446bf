package io.graceway.edge.source.rest;

import io.graceway.edge.source.rest.Template.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of an answer: each object becomes columns, those of what lies in it written with a dot between. */
final class RowsIn {

    /** Before the columns of the object around the list that a row stands in. */
    private static final String ABOVE = "^.";
    private static final String EACH = "*";
    /** After a step that may be absent, because an empty list is nothing in XML. */
    private static final String MAYBE = "?";

    private RowsIn() {
    }

    /** @return null where there is no list and no object at that place */
    static List<Map<String, String>> of(Object tree, String at) {
        int may = at.indexOf(MAYBE);
        if (may >= 0) {
            List<Map<String, String>> rows = of(tree, at.replace(MAYBE, ""));
            boolean isAround = Json.at(tree, at.substring(0, Math.max(0, at.lastIndexOf('.', may)))) != null;
            return rows == null && isAround ? List.of() : rows;
        }
        int each = (at + ".").indexOf(EACH + ".");
        if (each < 0) {
            return rows(Json.at(tree, at), Map.of());
        }
        String outer = each == 0 ? "" : at.substring(0, each - 1);
        String inner = at.substring(Math.min(at.length(), each + 2));
        Object around = Json.at(tree, outer);
        if (around instanceof Map<?, ?> map && inner.isEmpty()) {
            return entries(map);
        }
        if (!(around instanceof List<?> list)) {
            return null;
        }
        List<Map<String, String>> all = new ArrayList<>();
        for (Object one : list) {
            Map<String, String> above = new LinkedHashMap<>();
            columns(ABOVE, one, above, false);
            List<Map<String, String>> rows = rows(Json.at(one, inner), above);
            if (rows != null) {
                all.addAll(rows);
            }
        }
        return all;
    }

    /** Each entry of an object as a row of its name and value. */
    private static List<Map<String, String>> entries(Map<?, ?> map) {
        List<Map<String, String>> rows = new ArrayList<>();
        map.forEach((name, value) -> {
            if (value != null && !(value instanceof Map) && !(value instanceof List)) {
                rows.add(Map.of("name", name.toString(), "value", value.toString()));
            }
        });
        return rows;
    }

    private static List<Map<String, String>> rows(Object found, Map<String, String> above) {
        if (!(found instanceof Map) && !(found instanceof List)) {
            return null;
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (Object one : found instanceof List<?> list ? list : List.of(found)) {
            Map<String, String> columns = new LinkedHashMap<>();
            columns("", one, columns, true);
            columns.putAll(above);
            rows.add(columns);
        }
        return rows;
    }

    private static void columns(String prefix, Object value, Map<String, String> into, boolean deep) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, one) -> {
                if (deep || !(one instanceof Map) && !(one instanceof List)) {
                    columns(prefix.isEmpty() || prefix.equals(ABOVE) ? prefix + name : prefix + "." + name, one, into,
                            deep);
                }
            });
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                columns(prefix + "." + i, list.get(i), into, deep);
            }
        } else if (value != null) {
            into.put(prefix, value.toString());
        }
    }

    /** Those that are meant, each with what is kept of it among its values. */
    static List<Map<String, String>> meant(List<Map<String, String>> rows, Call call, Values values) {
        return rows.stream().filter(row -> isMeant(row, call, values)).toList();
    }

    static boolean isMeant(Map<String, String> row, Call call, Values values) {
        Values all = Values.of(kept(row, call), values);
        return call.match().entrySet().stream().allMatch(one -> is(row.get(one.getKey()), one.getValue(), all));
    }

    /** How long our key is in a row that would be meant if it were not cut off there; 0 where it is another's row. */
    static int keyCutAt(Map<String, String> row, Call call, Values values) {
        Values all = Values.of(kept(row, call), values);
        int length = 0;
        for (Map.Entry<String, String> one : call.match().entrySet()) {
            String found = row.getOrDefault(one.getKey(), "");
            boolean isCut = Template.names(one.getValue()).contains("key")
                    && Template.text(one.getValue(), all).startsWith(found);
            if (!isCut && !is(found, one.getValue(), all)) {
                return 0;
            }
            length = isCut ? found.length() : length;
        }
        return length;
    }

    /** What the call keeps of a row; empty where it has nothing there. */
    static Map<String, String> kept(Map<String, String> row, Call call) {
        Map<String, String> kept = new LinkedHashMap<>();
        call.keep().forEach((name, column) -> kept.put(name, row.getOrDefault(column, "")));
        return kept;
    }

    /** Equal, or with a star at both ends somewhere in it. */
    private static boolean is(String found, String wanted, Values values) {
        if (found == null) {
            return false;
        }
        return wanted.length() > 2 && wanted.startsWith(EACH) && wanted.endsWith(EACH)
                ? found.contains(Template.text(wanted.substring(1, wanted.length() - 1), values))
                : found.equals(Template.text(wanted, values));
    }
}
