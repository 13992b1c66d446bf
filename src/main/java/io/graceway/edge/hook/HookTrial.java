package io.graceway.edge.hook;

import io.graceway.journey.account.CheckStep;
import io.graceway.journey.account.CheckStep.Walk;
import io.graceway.journey.account.CheckStep.Walk.Failure;
import io.graceway.journey.writeback.hook.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLSocketFactory;

/** Tries the way to a receiver as far as it does nothing there: its name, its address, the line and its certificate. */
public final class HookTrial {

    private final HookPost.Names names;
    private final SSLSocketFactory tls;
    private final Duration longest;

    /** Why it does not go on. */
    private static final class Stopped extends Exception {

        private final Failure failure;

        Stopped(String code, String hint) {
            super(hint);
            this.failure = new Failure(code, hint);
        }
    }

    /** @param tls which certificates are believed */
    public HookTrial(HookPost.Names names, SSLSocketFactory tls, Duration longest) {
        this.names = names;
        this.tls = tls;
        this.longest = longest;
    }

    /** @param event sends an event that only tries the way, and gives its trouble; empty where none is wanted */
    public List<CheckStep> check(Endpoint to, Optional<Function<Endpoint, String>> event) {
        InetAddress[] found = new InetAddress[1];
        Walk walk = new Walk(System::nanoTime, e -> e instanceof Stopped stopped ? stopped.failure
                : new Failure("GW-HOK-012", "not reached; look at host, port and firewalls on both sides"));
        walk.then("webhook name", () -> {
            found[0] = resolved(to);
            return "";
        }).then("webhook line", () -> {
            reach(to, found[0]);
            return to.url().getScheme().equals("https") ? "its certificate names the host" : "";
        });
        event.ifPresent(one -> walk.then("webhook event", () -> {
            String trouble = one.apply(to);
            if (!trouble.isEmpty()) {
                throw new Stopped(trouble, "the event that only tries the way was not taken");
            }
            return "taken";
        }));
        return walk.steps();
    }

    private InetAddress resolved(Endpoint to) throws Stopped {
        try {
            InetAddress[] all = names.of(HookPost.host(to));
            if (!HookPost.areAllowed(to, all)) {
                throw new Stopped("GW-HOK-010", "its name leads to an address inside; see private-addresses");
            }
            return all[0];
        } catch (UnknownHostException e) {
            throw new Stopped("GW-HOK-011", "its name is not known; look at its url, then at the name server");
        }
    }

    private void reach(Endpoint to, InetAddress address) throws Stopped, IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, HookPost.port(to.url())), (int) longest.toMillis());
            socket.setSoTimeout((int) longest.toMillis());
            if (to.url().getScheme().equals("https")) {
                HookPost.secured(tls, socket, to.url());
            }
        } catch (SocketTimeoutException e) {
            throw new Stopped("GW-HOK-013", "no answer in time; look at host, port and firewalls on both sides");
        } catch (javax.net.ssl.SSLException e) {
            throw new Stopped("GW-HOK-012", "its certificate is not believed, or names another host");
        }
    }
}
