package io.graceway.edge.agency;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A TCP line on this machine that breaks where it is told to, counted in bytes over all its connections. */
public final class FaultyLine implements AutoCloseable {

    /** How it breaks. */
    public enum Break { CLOSE, RESET, STALL }

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int target;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private Break how = Break.CLOSE;
    private long left;
    private boolean isUp;
    private boolean isArmed;
    private boolean isBroken;
    private long up;
    private long down;

    public FaultyLine(int target) throws IOException {
        this.target = target;
        daemon(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** Lets this many further bytes through in one direction, then breaks in that way until {@link #heal}. */
    public synchronized void arm(Break newHow, boolean upwards, long bytes) {
        how = newHow;
        isUp = upwards;
        left = bytes;
        isArmed = true;
        isBroken = false;
    }

    /** Drops what is connected and lets everything through. */
    public synchronized void heal() throws IOException {
        isArmed = false;
        isBroken = false;
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
        up = 0;
        down = 0;
        notifyAll();
    }

    public synchronized boolean isBroken() {
        return isBroken;
    }

    /** Bytes from the client since the last healing. */
    public synchronized long up() {
        return up;
    }

    public synchronized long down() {
        return down;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(client);
                sockets.add(server);
                daemon(() -> pump(client, server, true));
                daemon(() -> pump(server, client, false));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void pump(Socket from, Socket to, boolean upwards) {
        byte[] chunk = new byte[4096];
        try (from; to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                int pass = pass(n, upwards);
                out.write(chunk, 0, pass);
                out.flush();
                if (pass < n && !broke(from, to)) {
                    return;
                }
            }
        } catch (IOException e) {
            // The other direction or the test has closed it.
        }
    }

    private synchronized int pass(int n, boolean upwards) {
        if (upwards) {
            up += n;
        } else {
            down += n;
        }
        if (isBroken) {
            return 0;
        }
        if (!isArmed || upwards != isUp) {
            return n;
        }
        long pass = Math.min(n, left);
        left -= pass;
        isBroken = pass < n;
        return (int) pass;
    }

    /** @return whether the line stands again */
    private synchronized boolean broke(Socket from, Socket to) throws IOException {
        if (how == Break.RESET) {
            from.setSoLinger(true, 0);
            to.setSoLinger(true, 0);
        }
        while (how == Break.STALL && isBroken) {
            try {
                wait();
            } catch (InterruptedException e) {
                return false;
            }
        }
        return false;
    }

    private static void daemon(Runnable task) {
        var thread = new Thread(task, "faulty-line");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        heal();
    }
}
