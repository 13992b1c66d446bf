package io.graceway.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A played agency network with Debitura's interface for customers, by hand from its published shapes. */
public final class CaseHost implements AutoCloseable {

    private static final JsonMapper JSON = CaseBook.JSON;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final String key;
    private final CaseBook book = new CaseBook();
    private final Map<String, Kept> answered = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private volatile RestHost.Intercept intercept = exchange -> false;
    private volatile boolean loses;

    /** What a key was answered: the same again gets the same, also a refusal. */
    private record Kept(String sent, int status, String body) {
    }

    private CaseHost(String key) throws IOException {
        this.key = key;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    /** @param key what the gateway has to show as {@code XApiKey} */
    public static CaseHost open(String key) throws IOException {
        CaseHost host = new CaseHost(key);
        host.server.start();
        return host;
    }

    /** The base address that the gateway is told. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Cases, payments, files and chats. */
    public CaseBook book() {
        return book;
    }

    /** Every request so far: method and path. */
    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    /** Changes what it answers from now on. */
    public void answer(RestHost.Intercept newIntercept) {
        intercept = newIntercept;
    }

    /** Makes the next case, and breaks the line before it says so. */
    public void losesTheNextAnswer() {
        loses = true;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String what = exchange.getRequestMethod() + " " + path;
            synchronized (this) {
                asked.add(what);
            }
            if (intercept.answers(exchange)) {
                return;
            }
            if (!key.equals(exchange.getRequestHeaders().getFirst("XApiKey"))) {
                RestTray.answer(exchange, 401, "");
                return;
            }
            synchronized (this) {
                serve(exchange, what, path.substring(1).split("/"));
            }
        }
    }

    private void serve(HttpExchange exchange, String what, String[] path) throws IOException {
        if (what.equals("GET /me")) {
            RestTray.answer(exchange, 200, "{\"companyName\":\"Acme Group\"}");
        } else if (what.equals("POST /cases")) {
            make(exchange);
        } else if (what.equals("GET /cases")) {
            page(exchange, "cases", book.cases());
        } else if (what.equals("GET /Payments")) {
            page(exchange, "payments", book.payments());
        } else if (what.equals("GET /tasks")) {
            page(exchange, "tasks", book.tasks(exchange.getRequestURI().getQuery()));
        } else if (path.length == 3 && what.startsWith("GET /cases/by-creditor-reference/")) {
            RestTray.answer(exchange, book.named(path[2]).map(one -> 200).orElse(404), book.named(path[2])
                    .map(JsonNode::toString).orElseGet(() -> error("NotFound")));
        } else if (path.length == 3 && path[0].equals("cases") && book.holds(path[1])
                && (path[2].equals("chats") || path[2].equals("files"))) {
            add(exchange, path[1], path[2]);
        } else {
            RestTray.answer(exchange, 404, error("NotFound"));
        }
    }

    private void make(HttpExchange exchange) throws IOException {
        String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String once = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        Kept before = answered.get(String.valueOf(once));
        if (before != null) {
            boolean same = before.sent.equals(sent);
            RestTray.answer(exchange, same ? before.status : 422, same ? before.body : error("IdempotencyConflict"));
            return;
        }
        JsonNode body = JSON.readTree(sent);
        if (!CaseBook.wrong(body).isEmpty()) {
            RestTray.answer(exchange, 400, "{\"" + CaseBook.wrong(body) + "\":[\"is not valid\"]}");
            return;
        }
        if (book.refusal(body) != null) {
            answered.put(String.valueOf(once), new Kept(sent, 422, error(book.refusal(body))));
            RestTray.answer(exchange, 422, error(book.refusal(body)));
            return;
        }
        String made = book.make(body).toString();
        answered.put(String.valueOf(once), new Kept(sent, 200, made));
        if (loses) {
            loses = false;
            exchange.getResponseHeaders().set("Content-Length", "1000");
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('{');
            return;
        }
        RestTray.answer(exchange, 200, made);
    }

    private void add(HttpExchange exchange, String id, String what) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            RestTray.answer(exchange, 200, JSON.writeValueAsString(book.of(id, what)));
            return;
        }
        String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        ObjectNode added = what.equals("chats") ? CaseBook.message(sent) : CaseBook.form(sent);
        if (added == null) {
            RestTray.answer(exchange, 400, error("InvalidUser"));
            return;
        }
        book.add(id, what, added);
        RestTray.answer(exchange, 200, added.toString());
    }

    private static void page(HttpExchange exchange, String name, List<ObjectNode> all) throws IOException {
        Map<String, String> query = new HashMap<>();
        for (String one : exchange.getRequestURI().getQuery().split("&")) {
            query.put(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1));
        }
        int number = Integer.parseInt(query.getOrDefault("Page", "1"));
        int size = Math.min(100, Integer.parseInt(query.getOrDefault("PageSize", "10")));
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode records = answer.putArray(name);
        all.stream().skip((long) (number - 1) * size).limit(size).forEach(records::add);
        answer.putObject("page").put("totalResults", all.size()).put("pageSize", size).put("currentPage", number)
                .put("responseCount", records.size()).put("totalPages", (all.size() + size - 1) / size);
        RestTray.answer(exchange, 200, answer.toString());
    }

    private static String error(String type) {
        return "{\"error\":\"refused\",\"message\":\"refused\",\"businessErrors\":[{\"type\":\"" + type
                + "\",\"message\":\"refused\",\"solutionUrl\":null}]}";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
