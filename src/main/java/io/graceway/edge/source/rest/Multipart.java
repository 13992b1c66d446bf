package io.graceway.edge.source.rest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls and answers one below the other, as OData writes them since its second version. */
final class Multipart {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})\\b.*");
    private static final Pattern BLANK = Pattern.compile("\\r?\\n[ \\t]*\\r?\\n");
    private static final String LINE = "\r\n";

    private Multipart() {
    }

    /** Calls that are made together, or none of them. @param requests each as the JSON form has it */
    static String changeset(List<Map<String, Object>> requests, String boundary) {
        StringBuilder all = new StringBuilder("--" + boundary + LINE + "Content-Type: multipart/mixed; boundary="
                + boundary + "-set" + LINE + LINE);
        requests.forEach(one -> part(one, boundary + "-set", all));
        return all.append("--").append(boundary).append("-set--").append(LINE).append("--").append(boundary)
                .append("--").append(LINE).toString();
    }

    /** Calls that are made each for itself. */
    static String reads(List<Map<String, Object>> requests, String boundary) {
        StringBuilder all = new StringBuilder();
        requests.forEach(one -> part(one, boundary, all));
        return all.append("--").append(boundary).append("--").append(LINE).toString();
    }

    private static void part(Map<String, Object> one, String boundary, StringBuilder all) {
        all.append("--").append(boundary).append(LINE).append("Content-Type: application/http")
                .append(LINE).append("Content-Transfer-Encoding: binary").append(LINE).append("Content-ID: ")
                .append(one.get("id")).append(LINE).append(LINE).append(one.get("method")).append(' ')
                .append(one.get("url")).append(" HTTP/1.1").append(LINE);
        ((Map<?, ?>) one.get("headers")).forEach((name, value) -> all.append(name).append(": ")
                .append(clean(value.toString())).append(LINE));
        if (one.get("method").equals("GET")) {
            all.append(LINE).append(LINE);
            return;
        }
        // Without line ends of its own, so that nothing in it can be taken for a boundary.
        String body = one.get("body") == null ? "" : new String(Json.write(one.get("body")),
                StandardCharsets.UTF_8);
        all.append("Content-Length: ").append(body.getBytes(StandardCharsets.UTF_8).length).append(LINE)
                .append(LINE).append(body).append(LINE);
    }

    /** The answers, as the JSON form has them. @param type with the boundary */
    static Object read(String type, byte[] bytes) throws Json.Odd {
        try {
            List<Object> responses = new ArrayList<>();
            parts(type, StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes)).toString(), 0, responses);
            return Map.of(Changeset.RESPONSES, responses);
        } catch (CharacterCodingException e) {
            throw new Json.Odd("is not UTF-8");
        }
    }

    private static void parts(String type, String text, int depth, List<Object> into) throws Json.Odd {
        Matcher boundary = BOUNDARY.matcher(type);
        if (depth > 1 || !boundary.find()) {
            throw new Json.Odd("has parts without a boundary, or parts in parts in parts");
        }
        String[] parts = text.split("(?m)^--" + Pattern.quote(boundary.group(1)) + "(?:--)?[ \\t]*\\r?$");
        for (int i = 1; i < parts.length; i++) {
            String[] part = BLANK.split(parts[i].strip(), 2);
            if (part.length == 2 && header(part[0]).matches("(?i)multipart/mixed.*")) {
                parts(header(part[0]), part[1], depth + 1, into);
            } else if (part.length == 2) {
                into.add(response(part[1]));
            }
        }
    }

    private static Map<String, Object> response(String http) throws Json.Odd {
        String[] parts = BLANK.split(http.strip(), 2);
        Matcher status = STATUS.matcher(parts[0].lines().findFirst().orElse(""));
        if (!status.matches()) {
            throw new Json.Odd("has a part that is no answer");
        }
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("status", status.group(1));
        String body = parts.length < 2 ? "" : parts[1].strip();
        response.put("body", body.startsWith("{") ? Json.read(body.getBytes(StandardCharsets.UTF_8)) : null);
        return response;
    }

    private static String header(String head) {
        return head.lines().filter(one -> one.toLowerCase(Locale.ROOT).startsWith("content-type:"))
                .map(one -> one.substring(one.indexOf(':') + 1).strip()).findFirst().orElse("");
    }

    private static String clean(String value) {
        if (value.chars().anyMatch(one -> one < ' ' || one > '~')) {
            throw new IllegalArgumentException("a header of a call has a value that no header can have");
        }
        return value;
    }
}
