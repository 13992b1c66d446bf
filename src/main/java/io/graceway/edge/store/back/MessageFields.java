package io.graceway.edge.store.back;

import io.graceway.journey.account.DocumentLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document's line as one text that is read back into exactly the same line: each value is led by a letter for its
 * type.
 */
public final class MessageFields {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private MessageFields() {
    }

    public static String encode(DocumentLine line) {
        ObjectNode fields = JSON.createObjectNode();
        line.fields().forEach((name, value) -> fields.put(name, text(value)));
        ObjectNode whole = JSON.createObjectNode();
        whole.put("line", line.number()).put("record", line.record()).set("fields", fields);
        return JSON.writeValueAsString(whole);
    }

    public static DocumentLine decode(String text) {
        JsonNode whole = JSON.readTree(text);
        Map<String, Object> fields = new LinkedHashMap<>();
        whole.get("fields").properties().forEach(field -> fields.put(field.getKey(), value(field.getValue()
                .asString())));
        return new DocumentLine(whole.get("line").asLong(), whole.get("record").asString(), fields);
    }

    private static String text(Object value) {
        if (value instanceof String text) {
            return "s" + text;
        } else if (value instanceof BigDecimal decimal) {
            return "d" + decimal.toPlainString();
        } else if (value instanceof LocalDate || value instanceof LocalDateTime || value instanceof Instant) {
            return (value instanceof LocalDate ? "D" : value instanceof LocalDateTime ? "T" : "I") + value;
        } else if (value instanceof Boolean || value instanceof Long) {
            return (value instanceof Boolean ? "b" : "l") + value;
        }
        throw new IllegalArgumentException("a document's field cannot be a " + value.getClass().getName());
    }

    private static Object value(String text) {
        String rest = text.substring(1);
        return switch (text.charAt(0)) {
            case 's' -> rest;
            case 'd' -> new BigDecimal(rest);
            case 'D' -> LocalDate.parse(rest);
            case 'T' -> LocalDateTime.parse(rest);
            case 'I' -> Instant.parse(rest);
            case 'b' -> Boolean.valueOf(rest);
            case 'l' -> Long.valueOf(rest);
            default -> throw new IllegalArgumentException("a stored field begins with an unknown letter");
        };
    }
}
