package io.graceway.edge.source;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Executors;

/** Claims two gigabytes for every answer and gives them, in a comment, for as long as somebody takes them. */
final class EndlessHttp implements AutoCloseable {

    static final long CLAIM = 2L << 30;

    private final HttpServer server;
    private volatile long most;

    EndlessHttp(String type, String beginning) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", type);
            byte[] first = (beginning + "<!--").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, CLAIM);
            byte[] more = new byte[1 << 16];
            Arrays.fill(more, (byte) 'x');
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(first);
                for (long given = first.length; given < CLAIM - more.length; given += more.length) {
                    out.write(more);
                    most = Math.max(most, given);
                }
            }
        });
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** The most that anybody took of one answer. */
    long most() {
        return most;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
