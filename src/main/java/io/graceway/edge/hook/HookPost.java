package io.graceway.edge.hook;

import io.graceway.journey.writeback.hook.Endpoint;
import io.graceway.journey.writeback.hook.Hooks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends an event over HTTP/1.1. The name is resolved once, every address of it is judged, and the connection goes to
 * one that was judged: who changes the name between two looks gains nothing. A redirect is an answer like any other.
 */
public final class HookPost implements Hooks.Post {

    /** Resolves a name, so that tests can do without a name server. */
    @FunctionalInterface
    public interface Names {

        InetAddress[] of(String host) throws UnknownHostException;
    }

    private static final Hooks.Answer REFUSED = trouble("GW-HOK-010");
    private static final Hooks.Answer UNKNOWN = trouble("GW-HOK-011");
    private static final Hooks.Answer UNREACHED = trouble("GW-HOK-012");
    private static final Hooks.Answer LATE = trouble("GW-HOK-013");

    private final Names names;
    private final SSLSocketFactory tls;
    private final Duration longest;

    /**
     * @param tls     which certificates are believed
     * @param longest from the first byte to the end of the answer's head
     */
    public HookPost(Names names, SSLSocketFactory tls, Duration longest) {
        this.names = names;
        this.tls = tls;
        this.longest = longest;
    }

    private static Hooks.Answer trouble(String code) {
        return new Hooks.Answer(0, code, Duration.ZERO);
    }

    @Override
    public Hooks.Answer send(Endpoint to, Map<String, String> headers, byte[] body) {
        InetAddress[] found;
        try {
            found = names.of(host(to));
        } catch (UnknownHostException e) {
            return UNKNOWN;
        }
        return areAllowed(to, found) ? send(to.url(), found[0], headers, body) : REFUSED;
    }

    static String host(Endpoint to) {
        return to.url().getHost().replaceAll("^\\[|]$", "");
    }

    /** One address that may not be asked spoils them all: nobody says which the next look would give. */
    static boolean areAllowed(Endpoint to, InetAddress[] found) {
        return found.length > 0 && List.of(found).stream().allMatch(one -> isAllowed(to, one));
    }

    private static boolean isAllowed(Endpoint to, InetAddress one) {
        if (to.isHere()) {
            return one.isLoopbackAddress();
        }
        boolean never = one.isLoopbackAddress() || one.isLinkLocalAddress() || one.isAnyLocalAddress()
                || one.isMulticastAddress();
        return PublicAddress.is(one) || to.privateAddresses() && !never;
    }

    private Hooks.Answer send(URI url, InetAddress address, Map<String, String> headers, byte[] body) {
        AtomicBoolean late = new AtomicBoolean();
        try (Socket socket = new Socket()) {
            // A timeout for each read would let a receiver that drips keep us for ever.
            CompletableFuture<Void> watch = CompletableFuture.runAsync(() -> end(socket, late),
                    CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS));
            try {
                socket.connect(new InetSocketAddress(address, port(url)), (int) longest.toMillis());
                Socket line = url.getScheme().equals("https") ? secured(tls, socket, url) : socket;
                line.getOutputStream().write(request(url, headers, body));
                line.getOutputStream().flush();
                return AnswerHead.read(line.getInputStream());
            } finally {
                watch.cancel(false);
            }
        } catch (SocketTimeoutException e) {
            return LATE;
        } catch (IOException e) {
            return late.get() ? LATE : UNREACHED;
        }
    }

    private static void end(Socket socket, AtomicBoolean late) {
        late.set(true);
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use any more, whatever became of it.
            return;
        }
    }

    static Socket secured(SSLSocketFactory tls, Socket socket, URI url) throws IOException {
        SSLSocket secured = (SSLSocket) tls.createSocket(socket, url.getHost(), port(url), true);
        SSLParameters terms = secured.getSSLParameters();
        terms.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(terms);
        secured.startHandshake();
        return secured;
    }

    static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : url.getScheme().equals("https") ? 443 : 80;
    }

    private static byte[] request(URI url, Map<String, String> headers, byte[] body) {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        StringBuilder head = new StringBuilder("POST ").append(path)
                .append(url.getRawQuery() == null ? "" : "?" + url.getRawQuery()).append(" HTTP/1.1\r\nhost: ")
                .append(url.getHost()).append(url.getPort() < 0 ? "" : ":" + url.getPort())
                .append("\r\nuser-agent: graceway\r\nconnection: close\r\ncontent-length: ").append(body.length)
                .append("\r\n");
        headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        byte[] begin = head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
        byte[] all = java.util.Arrays.copyOf(begin, begin.length + body.length);
        System.arraycopy(body, 0, all, begin.length, body.length);
        return all;
    }
}
