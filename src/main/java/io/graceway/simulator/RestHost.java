package io.graceway.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A REST mailbox for played agencies, on loopback at a free port, as the document on the REST mailbox describes it. */
public final class RestHost implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "played-rest-agency");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Path root;
    private volatile Whim whim = Whim.NONE;
    private volatile Intercept intercept = exchange -> false;

    /** Answers instead of the mailbox, or not. */
    @FunctionalInterface
    public interface Intercept {

        /** @return whether it has answered */
        boolean answers(HttpExchange exchange) throws IOException;
    }

    static {
        // Small answers would wait forty milliseconds for the client's delayed acknowledgement. Read once by the JDK.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private RestHost(Path root) throws IOException {
        this.root = root;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/agencies/", this::handle);
    }

    /** @param root keeps the agencies' folders, also for the next start */
    public static RestHost open(Path root) throws IOException {
        var host = new RestHost(Files.createDirectories(root).toAbsolutePath());
        host.server.start();
        return host;
    }

    /** @param token what the gateway has to show as bearer token */
    public RestHost admit(String agency, String token) throws IOException {
        new RestTray(folder(agency), Whim.NONE).prepare();
        tokens.put(agency, token);
        return this;
    }

    /** Changes how it behaves from now on. */
    public void behave(Whim newWhim) {
        whim = newWhim;
    }

    /** Changes what it answers from now on. */
    public void answer(Intercept newIntercept) {
        intercept = newIntercept;
    }

    /** The base address that the gateway is told for this agency. */
    public URI base(String agency) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/agencies/" + agency);
    }

    /** The agency's own root on disk. */
    public Path folder(String agency) {
        return root.resolve(agency);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (intercept.answers(exchange)) {
                return;
            }
            String[] path = exchange.getRequestURI().getPath().split("/");
            String token = path.length > 2 ? tokens.get(path[2]) : null;
            String shown = exchange.getRequestHeaders().getFirst("Authorization");
            if (token == null || !("Bearer " + token).equals(shown)) {
                RestTray.answer(exchange, 401, "");
                return;
            }
            new RestTray(folder(path[2]), whim).serve(exchange, path);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
