package io.graceway.face.command;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Prints results as JSON, one object a line. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {
    }

    static String line(Map<String, ?> object) {
        return MAPPER.writeValueAsString(object);
    }
}
