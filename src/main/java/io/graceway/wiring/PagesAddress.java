package io.graceway.wiring;

import io.graceway.face.web.Hosts;
import io.graceway.wiring.config.ConfigRefusal;
import io.graceway.wiring.config.HouseFile;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the pages are served.
 *
 * @param address to listen on
 * @param port    0 takes a free one
 * @param behindTls whether browsers reach them over TLS only
 */
record PagesAddress(String address, int port, Hosts hosts, boolean behindTls) {

    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "::1", "0:0:0:0:0:0:0:1");
    private static final HouseFile.Console USUAL = new HouseFile.Console("127.0.0.1", 8080, false, null,
            null, null, false, null, null, null);

    /** Refuses an address that would put the console where strangers can reach it, or read what people sign in with. */
    static PagesAddress of(HouseFile house) {
        HouseFile.Console console = house.console() == null ? USUAL : house.console();
        boolean behind = Boolean.TRUE.equals(console.behindSignIn())
                || Boolean.TRUE.equals(console.behindTls()) && console.isSignIn();
        InetAddress address = address(console.address());
        if (!address.isLoopbackAddress() && !behind) {
            throw ConfigRefusal.of("GW-WEB-001", "house.yaml: console.address " + console.address()
                    + " can be reached from other machines, and the console itself has no TLS; use 127.0.0.1, or put a "
                    + "front end before it: one that ends TLS (console.behind-tls: true, with console.people or "
                    + "console.oidc to sign in with), or one that signs people in too (console.behind-sign-in: true)");
        }
        Set<String> names = new HashSet<>(LOOPBACK);
        if (!address.isAnyLocalAddress()) {
            names.add(console.address());
        }
        Optional.ofNullable(console.host()).ifPresent(names::add);
        Hosts hosts = new Hosts(customers(house.publicUrl()), Optional.ofNullable(console.agencyHost()),
                Optional.ofNullable(console.hookHost()), names, behind);
        apart(hosts.customers(), hosts.house(), "public-url and console", "customers could reach the console");
        apart(hosts.agencies(), hosts.house(), "console.agency-host and console", "agencies could reach the console");
        apart(hosts.agencies(), hosts.customers().stream().collect(Collectors.toSet()), "public-url and "
                + "console.agency-host", "customers could reach what is for agencies");
        apart(hosts.hooks(), hosts.house(), "console.hook-host and console", "sources could reach the console");
        apart(hosts.hooks(), Stream.of(hosts.customers(), hosts.agencies()).flatMap(Optional::stream)
                .collect(Collectors.toSet()), "console.hook-host and another", "it is not known who is asking");
        return new PagesAddress(console.address(), console.port(), hosts,
                Boolean.TRUE.equals(console.behindTls()));
    }

    private static void apart(Optional<String> host, Set<String> others, String which, String why) {
        if (host.filter(others::contains).isPresent()) {
            throw ConfigRefusal.of("GW-WEB-003", "house.yaml: " + which + " have the same host " + host.get() + ", so "
                    + why + "; give them different host names");
        }
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw ConfigRefusal.of("GW-WEB-001", "house.yaml: console.address " + text
                    + " is no address of any machine; use 127.0.0.1");
        }
    }

    /** Empty when the public address is this machine itself, as it is while one tries things out. */
    private static Optional<String> customers(URI url) {
        if (url == null) {
            return Optional.empty();
        }
        if (url.getHost() == null) {
            throw ConfigRefusal.of("GW-WEB-003", "house.yaml: public-url " + url
                    + " has no host name that customers' links could lead to");
        }
        String host = Hosts.plain(url.getHost());
        boolean loopback = LOOPBACK.contains(host) || host.endsWith(".localhost")
                || host.matches("127(\\.\\d{1,3}){3}");
        return loopback ? Optional.empty() : Optional.of(host);
    }
}
