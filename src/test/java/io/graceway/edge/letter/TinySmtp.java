package io.graceway.edge.letter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that answers as it is told, command by command; {@code HANG UP} closes the line instead. */
final class TinySmtp implements AutoCloseable {

    static final String HANG_UP = "HANG UP";

    final List<String> commands = new CopyOnWriteArrayList<>();
    final StringBuffer data = new StringBuffer();
    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final Map<String, String> answers;

    /** @param answers by first word of the command; {@code .} answers the end of the message */
    TinySmtp(Map<String, String> answers) throws IOException {
        this.answers = answers;
        Thread thread = new Thread(this::serve, "tiny-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket line = socket.accept()) {
                talk(line);
            } catch (IOException e) {
                // The client went away, or the server was closed.
            }
        }
    }

    private void talk(Socket line) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(line.getInputStream(),
                StandardCharsets.ISO_8859_1));
        if (!say(line.getOutputStream(), answers.getOrDefault("HELLO", "220 tiny ready"))) {
            return;
        }
        boolean message = false;
        for (String command = in.readLine(); command != null; command = in.readLine()) {
            String verb = command.split("[ :]", 2)[0];
            if (message && !command.equals(".")) {
                data.append(command.startsWith(".") ? command.substring(1) : command).append("\r\n");
                continue;
            }
            commands.add(command);
            String answer = answers.getOrDefault(verb, verb.equals("DATA") ? "354 go on" : "250 2.0.0 Ok");
            message = answer.startsWith("354");
            if (!say(line.getOutputStream(), answer)) {
                return;
            }
        }
    }

    private static boolean say(OutputStream out, String answer) throws IOException {
        if (answer.equals(HANG_UP)) {
            return false;
        }
        out.write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
