package io.graceway.edge.source.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A service whose every answer a test decides, also those that no service should give. */
final class PlayedService implements AutoCloseable {

    /** What was asked. */
    record Asked(String method, String path, Map<String, String> query, Map<String, String> headers, String body) {

        @Override
        public String toString() {
            return method + " " + path + (query.isEmpty() ? "" : " " + query);
        }
    }

    /**
     * What is told.
     *
     * @param cut   bytes fewer than announced are sent, and the line is broken
     * @param late  seconds before it begins
     * @param stuck seconds in the middle of it
     */
    record Told(int status, Map<String, String> headers, byte[] body, boolean cut, int late, int stuck) {

        static Told json(int status, String json) {
            return new Told(status, Map.of("Content-Type", "application/json"), json.replace('\'', '"')
                    .getBytes(StandardCharsets.UTF_8), false, 0, 0);
        }

        static Told ok(String json) {
            return json(200, json);
        }

        Told with(String header, String value) {
            Map<String, String> all = new LinkedHashMap<>(headers);
            all.put(header, value);
            return new Told(status, all, body, cut, late, stuck);
        }

        Told broken() {
            return new Told(status, headers, body, true, late, stuck);
        }

        Told late(int seconds) {
            return new Told(status, headers, body, cut, seconds, 0);
        }

        Told stuck(int seconds) {
            return new Told(status, headers, body, cut, 0, seconds);
        }
    }

    private final HttpServer server;
    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
    private volatile Function<Asked, Told> answers;

    PlayedService(Function<Asked, Told> answers) {
        this.answers = answers;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::handle);
        server.start();
    }

    void answer(Function<Asked, Told> other) {
        answers = other;
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    List<String> calls() {
        return asked().stream().map(Asked::toString).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, String> query = new LinkedHashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        for (String one : raw == null ? new String[0] : raw.split("&")) {
            query.put(decoded(one.split("=", 2)[0]), decoded(one.split("=", 2)[1]));
        }
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        Asked one = new Asked(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(), query, headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        asked.add(one);
        Told told = told(one);
        told.headers().forEach(exchange.getResponseHeaders()::set);
        rest(told.late());
        exchange.sendResponseHeaders(told.status(), told.cut() ? told.body().length + 10L
                : told.body().length == 0 ? -1 : told.body().length);
        exchange.getResponseBody().write(told.body(), 0, told.body().length / 2);
        exchange.getResponseBody().flush();
        rest(told.stuck());
        int half = told.body().length / 2;
        exchange.getResponseBody().write(told.body(), half, told.body().length - half);
        exchange.getResponseBody().flush();
        exchange.close();
    }

    /** What a test's function throws is told, so that nobody waits for an answer that never comes. */
    private Told told(Asked one) {
        try {
            return answers.apply(one);
        } catch (RuntimeException | Error e) {
            return new Told(500, Map.of("Content-Type", "text/plain"), e.toString().getBytes(StandardCharsets.UTF_8),
                    false, 0, 0);
        }
    }

    private static void rest(int seconds) {
        try {
            Thread.sleep(seconds * 1000L);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
