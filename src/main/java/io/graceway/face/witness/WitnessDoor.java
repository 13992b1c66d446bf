package io.graceway.face.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.graceway.audit.LogRefused;
import io.graceway.audit.witness.Submission;
import io.graceway.audit.witness.Witness;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Serves {@code POST /add-checkpoint} (C2SP tlog-witness). */
public final class WitnessDoor implements AutoCloseable {

    private static final int LONGEST = 65_536;

    private final Witness witness;
    private final Consumer<String> told;
    private final HttpServer server;
    /** More than one, so that a request that does not end keeps no other waiting; the witness itself takes turns. */
    private final ExecutorService some = Executors.newFixedThreadPool(8);

    /** @param told hears of everything that was cosigned or refused */
    public WitnessDoor(Witness witness, InetSocketAddress address, Consumer<String> told) throws IOException {
        this.witness = witness;
        this.told = told;
        server = HttpServer.create(address, 0);
        server.setExecutor(some);
        server.createContext("/", this::serve);
        server.start();
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals("/add-checkpoint")) {
                answer(exchange, 404, "");
            } else if (!exchange.getRequestMethod().equals("POST")) {
                answer(exchange, 405, "");
            } else {
                add(exchange);
            }
        }
    }

    private void add(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            answer(exchange, 413, "");
            return;
        }
        try {
            String line = witness.add(Submission.parse(new String(body, StandardCharsets.UTF_8)));
            told.accept("cosigned " + witness.lastSize() + " entries");
            answer(exchange, 200, line);
        } catch (LogRefused e) {
            told.accept(e.getMessage());
            if (e.code().equals(Witness.OTHER_SIZE)) {
                exchange.getResponseHeaders().set("Content-Type", "text/x.tlog.size");
                answer(exchange, 409, witness.lastSize() + "\n");
            } else {
                answer(exchange, status(e.code()), e.getMessage() + "\n");
            }
        }
    }

    private static int status(String code) {
        return switch (code) {
            case Witness.MALFORMED -> 400;
            case Witness.UNSIGNED -> 403;
            case Witness.UNKNOWN_LOG -> 404;
            case Witness.FORK -> 409;
            case Witness.INCONSISTENT -> 422;
            default -> 500;
        };
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        some.shutdownNow();
    }
}
