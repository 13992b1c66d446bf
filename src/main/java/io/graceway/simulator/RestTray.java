package io.graceway.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The folders of one played agency behind its REST mailbox. */
final class RestTray {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

    private final Path waiting;
    private final Path pickedUp;
    private final Path answers;
    private final Whim whim;

    RestTray(Path home, Whim whim) {
        this.waiting = home.resolve(SftpHost.TO_AGENCY);
        this.pickedUp = home.resolve("picked-up");
        this.answers = home.resolve(SftpHost.FROM_AGENCY);
        this.whim = whim;
    }

    void prepare() throws IOException {
        Files.createDirectories(waiting);
        Files.createDirectories(pickedUp);
        Files.createDirectories(answers);
    }

    /** @param path the request's path: "", "agencies", agency, "deliveries" or "answers", then what is asked for */
    void serve(HttpExchange exchange, String[] path) throws IOException {
        String what = exchange.getRequestMethod() + " " + (path.length > 3 ? path[3] : "") + " " + (path.length - 4);
        for (int i = 4; i < path.length; i++) {
            if (!path[i].matches(NAME)) {
                answer(exchange, 404, "");
                return;
            }
        }
        switch (what) {
            case "PUT deliveries 2" -> put(exchange, path[4], path[5]);
            case "GET deliveries 1" -> answer(exchange, 200, JSON.writeValueAsString(delivered(path[4])));
            case "GET answers 0" -> answer(exchange, 200, JSON.writeValueAsString(waitingForUs()));
            case "GET answers 1" -> give(exchange, answers.resolve(path[4]));
            case "DELETE answers 1" -> delete(exchange, answers.resolve(path[4]));
            default -> answer(exchange, 404, "");
        }
    }

    private void put(HttpExchange exchange, String delivery, String name) throws IOException {
        String digest = exchange.getRequestHeaders().getFirst("Content-Digest");
        if (digest == null || exchange.getRequestHeaders().getFirst("Idempotency-Key") == null) {
            answer(exchange, 400, "");
            return;
        }
        answer(exchange, keep(exchange.getRequestBody(), delivery, name, sha256 -> digest.equals("sha-256=:"
                + Base64.getEncoder().encodeToString(sha256) + ":")), "");
    }

    /** @return 201 for new, 200 for the same again, 409 for another content, 400 for one that is not as it was said */
    int keep(InputStream content, String delivery, String name, Predicate<byte[]> isAsSaid) throws IOException {
        Path part = Files.createTempFile(Files.createDirectories(waiting.resolve(delivery)), ".part-", "");
        try {
            whim.at("write", part);
            byte[] sha256 = copied(content, part);
            whim.at("written", part);
            return isAsSaid.test(sha256) ? finished(part, delivery, name, sha256) : 400;
        } finally {
            // Before the answer: whoever hears it may look at once.
            Files.deleteIfExists(part);
        }
    }

    private int finished(Path part, String delivery, String name, byte[] sha256) throws IOException {
        Path gone = pickedUp.resolve(delivery).resolve(name);
        Path target = waiting.resolve(delivery).resolve(name);
        if (!Files.exists(gone)) {
            try {
                // A link and not a move: of two requests at once exactly one may win.
                Files.createLink(target, part);
                return 201;
            } catch (FileAlreadyExistsException e) {
                return MessageDigest.isEqual(sha256(target), sha256) ? 200 : 409;
            }
        }
        return MessageDigest.isEqual(sha256(gone), sha256) ? 200 : 409;
    }

    List<Map<String, Object>> delivered(String delivery) throws IOException {
        var files = new ArrayList<>(listed(waiting.resolve(delivery), false));
        files.addAll(listed(pickedUp.resolve(delivery), true));
        return files;
    }

    List<Map<String, Object>> waitingForUs() throws IOException {
        return listed(answers, null);
    }

    private static List<Map<String, Object>> listed(Path folder, Boolean isPickedUp) throws IOException {
        var files = new ArrayList<Map<String, Object>>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> inside = Files.list(folder)) {
                for (Path file : inside.filter(f -> !f.getFileName().toString().startsWith(".part-")).toList()) {
                    var entry = new LinkedHashMap<String, Object>();
                    entry.put("name", file.getFileName().toString());
                    entry.put("size", Files.size(file));
                    entry.put("sha256", HexFormat.of().formatHex(sha256(file)));
                    if (isPickedUp != null) {
                        entry.put("pickedUp", isPickedUp);
                    }
                    files.add(entry);
                }
            }
        }
        return files;
    }

    private void give(HttpExchange exchange, Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            answer(exchange, 404, "");
            return;
        }
        whim.at("read", file);
        exchange.sendResponseHeaders(200, Files.size(file));
        Files.copy(file, exchange.getResponseBody());
    }

    private void delete(HttpExchange exchange, Path file) throws IOException {
        whim.at("delete", file);
        answer(exchange, Files.deleteIfExists(file) ? 204 : 404, "");
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private static byte[] copied(InputStream from, Path to) throws IOException {
        MessageDigest digest = digest();
        try (var out = Files.newOutputStream(to)) {
            new DigestInputStream(from, digest).transferTo(out);
        }
        return digest.digest();
    }

    private static byte[] sha256(Path file) throws IOException {
        MessageDigest digest = digest();
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return digest.digest();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
