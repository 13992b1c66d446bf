package io.graceway.edge.source.rest;

import io.graceway.edge.source.rest.PlayedService.Asked;
import io.graceway.edge.source.rest.PlayedService.Told;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a service reads a batch with one changeset, and how it answers; anything that is not as laid down is refused. */
final class PlayedBatch {

    private static final JsonMapper JSON = JsonMapper.builder().enable(
            DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private PlayedBatch() {
    }

    static boolean isJson(Asked asked) {
        return asked.headers().get("Content-type").startsWith("application/json");
    }

    /** The calls of it, in their order. @param root path of the service, which addresses are relative to */
    static List<Asked> calls(Asked batch, String root) {
        List<Asked> calls = new ArrayList<>();
        if (isJson(batch)) {
            for (JsonNode one : JSON.readTree(batch.body()).get("requests")) {
                must(!one.get("id").asString().isEmpty() && !one.get("atomicityGroup").asString().isEmpty());
                Map<String, String> headers = new LinkedHashMap<>();
                one.get("headers").properties().forEach(h -> headers.put(capital(h.getKey()), h.getValue().asString()));
                calls.add(asked(one.get("method").asString(), root, one.get("url").asString(), headers,
                        one.get("body").toString()));
            }
            return calls;
        }
        must(batch.headers().get("Content-type").startsWith("multipart/mixed; boundary="));
        String[] outer = parts(batch.body(), batch.headers().get("Content-type").replaceFirst(".*boundary=", ""));
        must(outer.length == 1);
        String[] set = outer[0].split("\r\n\r\n", 2);
        must(set[0].startsWith("Content-Type: multipart/mixed; boundary="));
        for (String part : parts(set[1], set[0].replaceFirst(".*boundary=", ""))) {
            String[] three = part.split("\r\n\r\n", 3);
            must(three.length == 3 && three[0].contains("Content-Type: application/http")
                    && three[0].contains("Content-Transfer-Encoding: binary"));
            String[] head = three[1].split("\r\n");
            String[] line = head[0].split(" ");
            must(line.length == 3 && line[2].equals("HTTP/1.1"));
            Map<String, String> headers = new LinkedHashMap<>();
            for (int i = 1; i < head.length; i++) {
                headers.put(capital(head[i].split(": ", 2)[0]), head[i].split(": ", 2)[1]);
            }
            must(three[2].getBytes(StandardCharsets.UTF_8).length == Integer.parseInt(headers.get("Content-length")));
            calls.add(asked(line[0], root, line[1], headers, three[2]));
        }
        return calls;
    }

    /** The one read of a batch that changes nothing; empty where it has a changeset. */
    static Optional<Asked> read(Asked batch, String root) {
        if (isJson(batch)) {
            JsonNode one = JSON.readTree(batch.body()).get("requests").get(0);
            return one.get("method").asString().equals("GET") ? Optional.of(asked("GET", root,
                    one.get("url").asString(), Map.of(), "")) : Optional.empty();
        }
        String[] outer = parts(batch.body(), batch.headers().get("Content-type").replaceFirst(".*boundary=", ""));
        String[] two = outer[0].split("\r\n\r\n", 2);
        return outer.length == 1 && two[0].contains("application/http") ? Optional.of(asked("GET", root,
                two[1].split(" ")[1], Map.of(), "")) : Optional.empty();
    }

    /** A read's answer stands by itself, as that of a changeset does which is undone. */
    static Told told(Asked batch, Told read) {
        return told(batch, List.of(read), true);
    }

    private static String[] parts(String text, String boundary) {
        int end = text.indexOf("--" + boundary + "--");
        must(text.startsWith("--" + boundary + "\r\n") && end > 0);
        String[] parts = text.substring(0, end).split("--" + boundary + "\r\n");
        String[] some = new String[parts.length - 1];
        for (int i = 0; i < some.length; i++) {
            must(parts[i + 1].endsWith("\r\n"));
            some[i] = parts[i + 1].substring(0, parts[i + 1].length() - 2);
        }
        return some;
    }

    private static Asked asked(String method, String root, String url, Map<String, String> headers, String body) {
        must(!url.startsWith("/"));
        Map<String, String> query = new LinkedHashMap<>();
        String[] two = url.split("\\?", 2);
        for (String one : two.length < 2 ? new String[0] : two[1].split("&")) {
            query.put(URLDecoder.decode(one.split("=", 2)[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(one.split("=", 2)[1], StandardCharsets.UTF_8));
        }
        return new Asked(method, root + "/" + two[0], query, headers, body);
    }

    /** @param answers of all calls, or the one that made all others undone */
    static Told told(Asked batch, List<Told> answers, boolean undone) {
        StringBuilder text = new StringBuilder();
        if (isJson(batch)) {
            List<String> all = new ArrayList<>();
            for (int i = 0; i < answers.size(); i++) {
                String body = new String(answers.get(i).body(), StandardCharsets.UTF_8);
                all.add("{\"id\":\"" + (i + 1) + "\",\"atomicityGroup\":\"all\",\"status\":" + answers.get(i).status()
                        + (body.isEmpty() ? "" : ",\"body\":" + body) + "}");
            }
            return new Told(200, Map.of("Content-Type", "application/json"), ("{\"responses\":[" + String.join(",",
                    all) + "]}").getBytes(StandardCharsets.UTF_8), false, 0, 0);
        }
        // A changeset that is undone has one answer, which stands by itself.
        text.append("--ejjeeffe0\r\n").append(undone ? ""
                : "Content-Type: multipart/mixed; boundary=ejjeeffe1\r\n\r\n");
        for (Told one : answers) {
            text.append(undone ? "" : "--ejjeeffe1\r\n").append("Content-Type: application/http\r\nContent-Length: 99"
                    + "\r\ncontent-transfer-encoding: binary\r\n\r\nHTTP/1.1 ").append(one.status())
                    .append(" Said\r\n");
            one.headers().forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
            text.append("\r\n").append(new String(one.body(), StandardCharsets.UTF_8)).append("\r\n");
        }
        text.append(undone ? "" : "--ejjeeffe1--\r\n\r\n").append("--ejjeeffe0--\r\n");
        return new Told(202, Map.of("Content-Type", "multipart/mixed; boundary=ejjeeffe0"), text.toString()
                .getBytes(StandardCharsets.UTF_8), false, 0, 0);
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1).toLowerCase(
                java.util.Locale.ROOT);
    }

    private static void must(boolean so) {
        if (!so) {
            throw new IllegalArgumentException("the batch is not as OData lays it down");
        }
    }
}
