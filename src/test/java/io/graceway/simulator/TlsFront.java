package io.graceway.simulator;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/** Stands with a certificate before a server that has none. */
public final class TlsFront implements AutoCloseable {

    public static final String WORD = "changeit";

    private final ServerSocket listening;
    private final int behind;
    private final SSLSocketFactory tls;
    private final boolean upgrades;
    private final boolean asks;
    /** What clients said before their line was protected. */
    public final List<String> inTheClear = new CopyOnWriteArrayList<>();

    /** @param upgrades whether the line starts in the clear and is protected at SMTP's STARTTLS */
    public TlsFront(Path keys, int behind, boolean upgrades) throws Exception {
        this(keys, behind, upgrades, null);
    }

    /** Demands of a client one certificate that these trust managers take; null where it asks for none. */
    public TlsFront(Path keys, int behind, boolean upgrades, TrustManager[] demanded) throws Exception {
        KeyStore store = KeyStore.getInstance(keys.toFile(), WORD.toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, WORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), demanded, null);
        this.tls = context.getSocketFactory();
        this.behind = behind;
        this.upgrades = upgrades;
        this.asks = demanded != null;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(() -> {
            while (true) {
                Socket client = listening.accept();
                start(() -> serve(client));
            }
        });
    }

    /** A key store with one certificate that names the host, signed by nobody else. */
    public static Path certificate(Path file, String host) throws Exception {
        int exit = new ProcessBuilder(System.getProperty("java.home") + "/bin/keytool", "-genkeypair", "-alias", "x",
                "-keyalg", "EC", "-dname", "CN=" + host, "-ext", "SAN=dns:" + host, "-validity", "2", "-storetype",
                "PKCS12", "-keystore", file.toString(), "-storepass", WORD).inheritIO().start().waitFor();
        if (exit != 0 || !Files.exists(file)) {
            throw new IOException("keytool ended with " + exit);
        }
        return file;
    }

    public int port() {
        return listening.getLocalPort();
    }

    private void serve(Socket client) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            InputStream from = new BufferedInputStream(server.getInputStream());
            Socket told = client;
            if (upgrades) {
                OutputStream to = client.getOutputStream();
                line(from, to);
                String said = line(client.getInputStream(), server.getOutputStream());
                inTheClear.add(said);
                String first = line(from, OutputStream.nullOutputStream());
                to.write((first.replaceFirst("^250 ", "250-") + "\r\n").getBytes(StandardCharsets.US_ASCII));
                for (String more = first; more.startsWith("250-");) {
                    more = line(from, OutputStream.nullOutputStream());
                    to.write((more.replaceFirst("^250 ", "250-") + "\r\n").getBytes(StandardCharsets.US_ASCII));
                }
                to.write("250 STARTTLS\r\n".getBytes(StandardCharsets.US_ASCII));
                inTheClear.add(line(client.getInputStream(), OutputStream.nullOutputStream()));
                to.write("220 go ahead\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            SSLSocket safe = (SSLSocket) tls.createSocket(told, null, told.getPort(), true);
            safe.setUseClientMode(false);
            safe.setNeedClientAuth(asks);
            safe.startHandshake();
            start(() -> {
                safe.getInputStream().transferTo(server.getOutputStream());
                server.shutdownOutput();
            });
            from.transferTo(safe.getOutputStream());
            safe.close();
        } finally {
            client.close();
        }
    }

    /** Hands one line on and gives it without its end. */
    private static String line(InputStream in, OutputStream to) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        int one = in.read();
        for (; one >= 0 && one != '\n'; one = in.read()) {
            read.write(one);
        }
        String text = read.toString(StandardCharsets.US_ASCII).strip();
        to.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        to.flush();
        return text;
    }

    private interface Job {
        void run() throws IOException;
    }

    private static void start(Job job) {
        Thread thread = new Thread(() -> {
            try {
                job.run();
            } catch (IOException e) {
                Thread.currentThread().interrupt();
            }
        }, "tls-front");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
