package io.graceway.face.agencyapi.wire;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is answered.
 *
 * @param type   content type; empty where there is no content
 * @param length bytes of the content; below zero where nobody knows before
 */
public record Reply(int status, String type, Map<String, String> headers, long length, Content content) {

    static final String PROBLEM = "application/problem+json";
    private static final String JSON = "application/json";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Writes itself. */
    @FunctionalInterface
    public interface Content {

        void write(OutputStream out) throws IOException;
    }

    static Reply json(int status, String type, Object value) {
        return text(status, type, MAPPER.writeValueAsString(value));
    }

    /** @param value maps, lists, texts and numbers */
    public static Reply json(int status, Object value) {
        return json(status, JSON, value);
    }

    public static Reply text(int status, String type, String text) {
        return bytes(status, type, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Reply bytes(int status, String type, byte[] bytes) {
        return new Reply(status, type, Map.of(), bytes.length, out -> out.write(bytes));
    }

    public static Reply empty(int status) {
        return new Reply(status, "", Map.of(), 0, out -> { });
    }

    /** The same with further headers. */
    public Reply with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Reply(status, type, all, length, content);
    }

    /** Sends it. */
    public void send(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        headers.forEach(response::setHeader);
        if (!type.isEmpty()) {
            response.setContentType(type);
            if (length >= 0) {
                response.setContentLengthLong(length);
            }
            content.write(response.getOutputStream());
        }
    }
}
