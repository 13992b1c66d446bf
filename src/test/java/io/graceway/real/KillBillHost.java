package io.graceway.real;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Kill Bill of its own on a PostgreSQL of its own, from the archives that Maven laid into {@code target/real}. */
public final class KillBillHost implements AutoCloseable {

    public static final String USER = "admin";
    public static final String PASSWORD = "password";
    public static final String API_KEY = "graceway";
    public static final String API_SECRET = "graceway-s3cret";

    private static final Path ARCHIVES = Path.of("target/real");
    private static final int BOOT_SECONDS = 240;
    /** What this release reaches into, and Java keeps closed since. */
    private static final List<String> OPENED = List.of("java.lang", "java.util", "java.util.concurrent", "java.net",
            "java.io", "java.math", "java.text", "sun.net.www.protocol.jar", "sun.net.www.protocol.file",
            "sun.net.www.protocol.http", "sun.net.www.protocol.https", "sun.net.www.protocol.jrt",
            "sun.net.www.protocol.ftp", "sun.net.www.protocol.mailto");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final EmbeddedPostgres postgres;
    private final Process server;
    private final URI base;

    private KillBillHost(EmbeddedPostgres postgres, Process server, URI base) {
        this.postgres = postgres;
        this.server = server;
        this.base = base;
    }

    /** @param folder for everything it keeps @param port 0 for a free one */
    public static KillBillHost start(Path folder, int port) throws Exception {
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        Process server = null;
        try {
            Path war = archive("killbill.war");
            KillBillTables.make(war, postgres.getPostgresDatabase());
            int at = port == 0 ? freePort() : port;
            server = boot(folder, war, postgres.getPort(), at);
            KillBillHost host = new KillBillHost(postgres, server, URI.create("http://127.0.0.1:" + at));
            host.tenant(folder.resolve("killbill.log"));
            return host;
        } catch (Exception | Error e) {
            if (server != null) {
                server.destroyForcibly();
            }
            postgres.close();
            throw e;
        }
    }

    private static Path archive(String name) {
        Path archive = ARCHIVES.resolve(name).toAbsolutePath();
        if (!Files.exists(archive)) {
            throw new IllegalStateException(archive + " is not there; the Maven profile real lays it there");
        }
        return archive;
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static Process boot(Path folder, Path war, int database, int port) throws IOException {
        Path temp = Files.createDirectories(folder.resolve("tmp"));
        List<String> settings = new ArrayList<>();
        for (String prefix : List.of("org.killbill.dao.", "org.killbill.billing.osgi.dao.")) {
            settings.add(prefix + "url=jdbc:postgresql://127.0.0.1:" + database + "/postgres");
            settings.add(prefix + "user=postgres");
            settings.add(prefix + "password=postgres");
        }
        settings.add("org.killbill.osgi.root.dir=" + folder.resolve("osgi"));
        settings.add("org.killbill.osgi.bundle.install.dir=" + folder.resolve("bundles"));
        settings.add("org.killbill.server.multitenant=true");
        settings.add("org.killbill.server.updateCheck.skip=true");
        // Its calendar can be set.
        settings.add("org.killbill.server.test.mode=true");
        settings.add("org.killbill.notificationq.main.sleep=500");
        Path properties = Files.write(folder.resolve("killbill.properties"), settings);
        Path logging = Files.writeString(folder.resolve("logback.xml"), "<configuration><appender name=\"OUT\" class="
                + "\"ch.qos.logback.core.ConsoleAppender\"><encoder><pattern>%d %p %c{20} %m%n</pattern></encoder>"
                + "</appender><logger name=\"jdbc\" level=\"OFF\"/><root level=\"WARN\"><appender-ref ref=\"OUT\"/>"
                + "</root></configuration>");
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx768m", "-XX:TieredStopAtLevel=1", "-Duser.timezone=GMT", "-Djava.io.tmpdir=" + temp,
                "-Dorg.killbill.server.properties=" + properties.toUri(), "-Dlogback.configurationFile=" + logging));
        OPENED.forEach(name -> command.addAll(List.of("--add-opens", "java.base/" + name + "=ALL-UNNAMED")));
        command.addAll(List.of("-jar", archive("jetty-runner.jar").toString(), "--host", "127.0.0.1", "--port",
                String.valueOf(port), war.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve("killbill.log").toFile()).start();
    }

    /** Waits until it answers, and makes a tenant. */
    private void tenant(Path log) throws Exception {
        for (int second = 0; second < BOOT_SECONDS && server.isAlive(); second++) {
            try {
                if (call("GET", "/1.0/kb/nodesInfo", null).statusCode() == 200) {
                    HttpResponse<String> made = call("POST", "/1.0/kb/tenants",
                            "{\"apiKey\":\"" + API_KEY + "\",\"apiSecret\":\"" + API_SECRET + "\"}");
                    if (made.statusCode() != 201) {
                        throw new IllegalStateException("Kill Bill makes no tenant: HTTP " + made.statusCode());
                    }
                    return;
                }
            } catch (IOException e) {
                // Not yet up.
                TimeUnit.SECONDS.sleep(1);
            }
        }
        throw new IllegalStateException("Kill Bill does not come up; the end of its log:\n"
                + Files.readString(log).lines().reduce("", (all, line) -> all.length() > 4000 ? all.substring(2000)
                + line + "\n" : all + line + "\n"));
    }

    public URI base() {
        return base;
    }

    /** A plain call of its interface, past the code under test. @param body may be null */
    public HttpResponse<String> call(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).header("Accept", "application/json")
                .header("Authorization", "Basic YWRtaW46cGFzc3dvcmQ=").header("X-Killbill-ApiKey", API_KEY)
                .header("X-Killbill-ApiSecret", API_SECRET).header("X-Killbill-CreatedBy", "test")
                .header("Content-Type", "application/json").method(method, body == null
                ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        server.destroy();
        if (!server.waitFor(20, TimeUnit.SECONDS)) {
            server.destroyForcibly().waitFor();
        }
        postgres.close();
    }

    /** Runs one to try things on, until it is ended. @param arguments folder and port */
    public static void main(String... arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        KillBillHost host = start(folder, Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                host.close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        System.out.println("Kill Bill answers at " + host.base() + " to " + USER + " with " + PASSWORD
                + ", API key " + API_KEY + ", secret " + API_SECRET + "; end it with Ctrl-C");
        host.server.waitFor();
    }
}
