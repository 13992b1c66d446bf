package io.graceway.edge.source.rest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** JSON as maps, lists and texts: a number stays the text that it was written as, and what is odd is refused. */
final class Json {

    private static final int DEEPEST = 64;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_NUMBER = 100;
    private static final JsonMapper WRITER = new JsonMapper();
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT).maxNumberLength(LONGEST_NUMBER).build()).build();

    /** It is not the JSON that we take; says why, without anything of it. */
    static final class Odd extends Exception {

        Odd(String why) {
            super(why, null, false, false);
        }
    }

    private Json() {
    }

    /** @return maps, lists, texts, booleans and null */
    static Object read(byte[] bytes) throws Odd {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new Odd("is not UTF-8");
        }
        try (JsonParser parser = FACTORY.createParser(text)) {
            Object tree = value(parser, parser.nextToken());
            if (parser.nextToken() != null) {
                throw new Odd("goes on after its end");
            }
            return tree;
        } catch (JacksonException e) {
            throw new Odd("is no JSON, has a key twice, or goes beyond " + DEEPEST + " levels or a text of "
                    + LONGEST_TEXT + " characters");
        }
    }

    private static Object value(JsonParser parser, JsonToken token) throws Odd {
        if (token == null) {
            throw new Odd("ends too early");
        }
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            default -> parser.getString();
        };
    }

    private static Map<String, Object> object(JsonParser parser) throws Odd {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            object.put(name, value(parser, parser.nextToken()));
        }
        return object;
    }

    private static List<Object> list(JsonParser parser) throws Odd {
        List<Object> list = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            list.add(value(parser, token));
        }
        return list;
    }

    static byte[] write(Object tree) {
        return WRITER.writeValueAsBytes(tree);
    }

    /**
     * What stands there: {@code a.b} below {@code a}, unless a key is called so as a whole; {@code *} is whatever lies
     * there and has the rest below it; null for nothing.
     */
    static Object at(Object tree, String path) {
        if (path.isEmpty() || tree == null) {
            return tree;
        }
        if (tree instanceof Map<?, ?> map && map.containsKey(path)) {
            return map.get(path);
        }
        int dot = path.indexOf('.');
        String first = dot < 0 ? path : path.substring(0, dot);
        String rest = dot < 0 ? "" : path.substring(dot + 1);
        if (tree instanceof Map<?, ?> map) {
            return dot < 0 ? null : first.equals("*") ? map.values().stream().map(one -> at(one, rest))
                    .filter(Objects::nonNull).findFirst().orElse(null) : at(map.get(first), rest);
        }
        return tree instanceof List<?> list && first.matches("[0-9]{1,6}") && Integer.parseInt(first) < list.size()
                ? at(list.get(Integer.parseInt(first)), rest) : null;
    }

    /** The text that stands there, or null. */
    static String text(Object tree, String path) {
        Object found = at(tree, path);
        return found == null || found instanceof Map || found instanceof List ? null : found.toString();
    }
}
