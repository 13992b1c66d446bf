package io.graceway.edge.agency.sftp;

import com.jcraft.jsch.SocketFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** The one socket of a session, kept in our hands: closing it frees a thread that is blocked writing to a dead peer. */
final class OwnSocket implements SocketFactory {

    private final int connectMillis;
    private volatile Socket socket;
    private volatile boolean cut;

    OwnSocket(Duration connectTimeout) {
        connectMillis = Math.toIntExact(connectTimeout.toMillis());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        IOException last = new IOException("no address");
        for (InetAddress address : InetAddress.getAllByName(host)) {
            var candidate = new Socket();
            try {
                socket = candidate;
                candidate.connect(new InetSocketAddress(address, port), connectMillis);
                candidate.setKeepAlive(true);
                return usable(candidate);
            } catch (IOException e) {
                candidate.close();
                last = e;
            }
        }
        throw last;
    }

    private Socket usable(Socket candidate) throws IOException {
        if (cut) {
            throw new IOException("given up while connecting");
        }
        return candidate;
    }

    @Override
    public InputStream getInputStream(Socket of) throws IOException {
        return of.getInputStream();
    }

    @Override
    public OutputStream getOutputStream(Socket of) throws IOException {
        return of.getOutputStream();
    }

    void cut() {
        cut = true;
        Socket open = socket;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // It is being thrown away; there is nothing left to save.
            }
        }
    }
}
