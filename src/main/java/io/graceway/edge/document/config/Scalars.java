package io.graceway.edge.document.config;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What an unquoted YAML scalar means: as in JSON, so {@code 007}, {@code yes} and {@code 2026-01-01} stay text. */
final class Scalars {

    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,40})");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,40})\\.[0-9]{1,40}");

    private Scalars() {
    }

    static JsonNode resolve(String text) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (text.isEmpty() || text.equals("null") || text.equals("~")) {
            return nodes.nullNode();
        }
        if (text.equals("true") || text.equals("false")) {
            return nodes.booleanNode(text.equals("true"));
        }
        if (INTEGER.matcher(text).matches()) {
            BigInteger value = new BigInteger(text);
            return value.bitLength() < 32 ? nodes.numberNode(value.intValue()) : nodes.numberNode(value);
        }
        return DECIMAL.matcher(text).matches() ? nodes.numberNode(new BigDecimal(text)) : nodes.stringNode(text);
    }
}
