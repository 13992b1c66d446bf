package io.graceway.edge.source;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Answers every request with the same bytes, and remembers what was asked. */
final class RawHttp implements AutoCloseable {

    private final HttpServer server;
    private volatile String asked = "";
    private volatile String protocol = "";

    RawHttp(String answer) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", exchange -> {
            asked += new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            protocol = exchange.getProtocol() + " upgrade=" + exchange.getRequestHeaders().getFirst("Upgrade");
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=UTF-8");
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    String asked() {
        return asked;
    }

    String protocol() {
        return protocol;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
