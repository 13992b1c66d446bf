package io.graceway.edge.hook;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ServerSocketFactory;

/** Takes requests at this machine and answers as it was told; with nothing to say it keeps the line open. */
final class Receiver implements Closeable {

    /** Requests as they came: head, empty line, body. */
    final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    final int port;
    private final ServerSocket server;
    private final List<Socket> silent = Collections.synchronizedList(new ArrayList<>());
    private final Supplier<String> answer;

    Receiver(ServerSocketFactory sockets, Supplier<String> answer) {
        try {
            this.server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.port = server.getLocalPort();
        this.answer = answer;
        Thread thread = new Thread(this::serve, "receiver");
        thread.setDaemon(true);
        thread.start();
    }

    Receiver(Supplier<String> answer) {
        this(ServerSocketFactory.getDefault(), answer);
    }

    static String status(String status, String... headers) {
        return "HTTP/1.1 " + status + "\r\n" + String.join("", List.of(headers).stream().map(one -> one + "\r\n")
                .toList()) + "\r\n";
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                requests.add(read(socket));
                String text = answer.get();
                if (text == null) {
                    silent.add(socket);
                    continue;
                }
                socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
                socket.close();
            } catch (IOException e) {
                // The other side, or the test, is gone.
                continue;
            }
        }
    }

    private static String read(Socket socket) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder all = new StringBuilder();
        int length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            all.append(line).append('\n');
            length = line.startsWith("content-length: ") ? Integer.parseInt(line.substring(16)) : length;
        }
        char[] body = new char[length];
        for (int got = 0; got < length;) {
            got += in.read(body, got, length - got);
        }
        return all.append('\n').append(body).toString();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket one : silent) {
                one.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
