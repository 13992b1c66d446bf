package io.graceway.face;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.graceway.edge.store.EmbeddedStore;
import io.graceway.face.command.Gateway;
import io.graceway.wiring.SpringGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A gateway that serves its pages, with its store in reach and a client that asks it. */
public final class Site implements AutoCloseable {

    /** Two days after the notices of {@link GivenNotices} were handed over. */
    public static final String NOW = "2026-03-06T15:00:00Z";

    public final TestClock clock = new TestClock(NOW);
    public final HikariDataSource store;
    private final Gateway.Running gateway;
    private final HttpClient client = HttpClient.newHttpClient();

    public Site(Path folder, String... house) {
        Path home = GivenHome.in(folder, house);
        gateway = new SpringGateway().start(new Gateway.Start(home, Gateway.Mode.PAGES, clock, any -> null));
        // The same file, settings and JVM: the embedded database is then one and the same.
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(EmbeddedStore.url("file:" + folder.toAbsolutePath().resolve("state/store/graceway")));
        config.setUsername("sa");
        config.setMaximumPoolSize(2);
        store = new HikariDataSource(config);
    }

    public URI root() {
        return gateway.pages().orElseThrow();
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** A form as browsers send it: name, value, name, value. */
    public HttpResponse<String> post(String path, String... fields) {
        return post(path, new String[0], fields);
    }

    public HttpResponse<String> post(String path, String[] headers, String... fields) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(i == 0 ? "" : "&").append(fields[i]).append('=').append(URLEncoder.encode(fields[i + 1],
                    StandardCharsets.UTF_8));
        }
        return send(request(path, headers).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    public HttpResponse<String> ask(String method, String path) {
        return send(request(path).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(root().resolve(path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends the lines as they are, for what no well-behaved client would send; gives the whole answer. */
    public String raw(String... lines) {
        try (Socket socket = new Socket(root().getHost(), root().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write((String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks under a host name; gives status and body. */
    public String under(String host, String path, String... headers) {
        String[] lines = new String[headers.length + 2];
        lines[0] = "GET " + path + " HTTP/1.1";
        lines[1] = "Host: " + host;
        System.arraycopy(headers, 0, lines, 2, headers.length);
        return raw(lines);
    }

    @Override
    public void close() {
        store.close();
        gateway.close();
    }
}
