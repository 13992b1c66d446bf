package io.graceway.edge.source.rest;

import io.graceway.edge.source.rest.PlayedService.Told;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How either version of OData writes values, rows, pages and errors, and how strictly it reads them. */
record ODataWire(boolean isV2) {

    static final String ETAG = " etag";
    private static final JsonMapper JSON = JsonMapper.shared();

    Told told(int status, Map<String, Object> tree) {
        return new Told(status, Map.of("Content-Type", isV2 ? "application/json"
                : "application/json; odata.metadata=minimal; charset=utf-8"), JSON.writeValueAsBytes(isV2
                ? Map.of("d", tree) : tree), false, 0, 0);
    }

    /** Its words speak of a person, as those of real services do. */
    Told error(int status, String code) {
        String words = "Partner Pat Sample cannot be processed";
        return Told.json(status, "{'error':{'code':'" + code + "','message':" + (isV2 ? "{'lang':'en','value':'" + words
                + "'}" : "'" + words + "'") + "}}");
    }

    Told page(List<Map<String, Object>> rows, int count, String next) {
        Map<String, Object> page = new LinkedHashMap<>(Map.of(isV2 ? "results" : "value", rows));
        if (count >= 0) {
            page.put(isV2 ? "__count" : "@odata.count", isV2 ? Integer.toString(count) : count);
        }
        if (next != null) {
            page.put(isV2 ? "__next" : "@odata.nextLink", next);
        }
        return told(200, page);
    }

    Map<String, Object> shown(Edm.Type type, Map<String, Object> row, String uri) {
        Map<String, Object> shown = new LinkedHashMap<>();
        if (isV2) {
            shown.put("__metadata", Map.of("uri", uri + "(" + key(type, row) + ")", "etag", row.get(ETAG)));
            type.navigations().forEach(one -> shown.put(one, Map.of("__deferred", Map.of("uri", uri + "/" + one))));
        } else {
            shown.put("@odata.etag", row.get(ETAG));
        }
        type.properties().keySet().forEach(name -> shown.put(name, written(row.get(name))));
        return shown;
    }

    private Object written(Object value) {
        if (value instanceof LocalDateTime time) {
            return isV2 ? "/Date(" + time.toInstant(ZoneOffset.UTC).toEpochMilli() + ")/" : time + ":00Z";
        }
        return value instanceof LocalDate day ? written(day.atTime(isV2 ? 0 : 12, 0))
                : value instanceof BigDecimal amount && isV2 ? amount.toPlainString() : value;
    }

    /** What hangs on a row, as it stands inside of it. */
    Object nested(Object found, UnaryOperator<Map<String, Object>> shown) {
        if (found instanceof List<?>) {
            List<Map<String, Object>> all = list(found).stream().map(shown).toList();
            return isV2 ? Map.of("results", all) : all;
        }
        return found == null ? null : shown.apply(list(found).get(0));
    }

    @SuppressWarnings("unchecked")
    List<Map<String, Object>> list(Object found) {
        return found instanceof List<?> list ? (List<Map<String, Object>>) list
                : List.of((Map<String, Object>) found);
    }

    /** As it stands between the brackets of an address. */
    String key(Edm.Type type, Map<String, Object> row) {
        return type.keys().size() == 1 ? quoted(row.get(type.keys().get(0))) : type.keys().stream()
                .map(one -> one + "=" + quoted(row.get(one))).collect(Collectors.joining(","));
    }

    private static String quoted(Object value) {
        return value instanceof String text ? "'" + text.replace("'", "''") + "'" : String.valueOf(value);
    }

    /** A value in a body; one that is written as the other version does is refused. */
    Object read(String type, JsonNode value) {
        boolean isText = value.isString();
        return switch (type) {
            case "Edm.Decimal" -> {
                must(isV2 == isText, "BadDecimal");
                yield isV2 ? new BigDecimal(value.asString()) : value.decimalValue();
            }
            case "Edm.DateTime" -> {
                must(isText && value.asString().matches("/Date\\(-?[0-9]+\\)/"), "BadDateTime");
                yield LocalDateTime.ofEpochSecond(Long.parseLong(value.asString().replaceAll("[^0-9-]", "")) / 1000, 0,
                        ZoneOffset.UTC).toLocalDate();
            }
            case "Edm.DateTimeOffset" -> {
                must(isText && value.asString().matches("[0-9-]{10}T12:00:00Z"), "BadDateTimeOffset");
                yield LocalDate.parse(value.asString().substring(0, 10));
            }
            default -> {
                must(isText, "BadString");
                yield value.asString();
            }
        };
    }

    /** A value in a filter. */
    Object literal(String type, String text) {
        if (type.equals("Edm.Decimal")) {
            return new BigDecimal(isV2 ? text.replaceFirst("[mM]$", "") : text);
        }
        if (type.equals("Edm.DateTime")) {
            must(text.matches("datetime'[0-9-]{10}T00:00:00'"), "BadRequest.InvalidFilter");
            return LocalDate.parse(text.substring(9, 19));
        }
        must(text.startsWith("'") && text.endsWith("'") && text.length() > 1, "BadRequest.InvalidFilter");
        return text.substring(1, text.length() - 1).replace("''", "'");
    }

    boolean compares(Object found, String word, Object wanted) {
        int order = found == null ? -1 : compare(found, wanted);
        return word.equals("eq") ? order == 0 : word.equals("gt") ? order > 0 : order <= 0;
    }

    @SuppressWarnings("unchecked")
    int compare(Object one, Object other) {
        return ((Comparable<Object>) one).compareTo(other);
    }

    private static void must(boolean so, String otherwise) {
        if (!so) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
