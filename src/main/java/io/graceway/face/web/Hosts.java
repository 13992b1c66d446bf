package io.graceway.face.web;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Under which host names which pages are served, so that nobody reaches the console through the customers' address.
 *
 * @param customers    host of the house's public address; empty where it is this machine itself, and then every page is
 *                     served under every host of the house
 * @param house        hosts under which the console is served; others are refused, so that no foreign web page can have
 *                     its own name point here and read it
 * @param behindSignIn whether a front end signs people in before they reach the console
 */
public record Hosts(Optional<String> customers, Set<String> house, boolean behindSignIn) {

    private static final Pattern ANSWER = Pattern.compile("/answer/([A-Za-z0-9_-]+|app\\.css)");

    public Hosts {
        customers = customers.map(Hosts::plain);
        house = house.stream().map(Hosts::plain).collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    /** A host name as it is compared: lower case, no brackets. */
    public static String plain(String host) {
        return host.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
    }

    /**
     * Whether a page is served.
     *
     * @param path      as the client spelled it; what is spelled in a roundabout way is not served to customers
     * @param forwarded whether a front end says that it forwards for somebody else
     */
    boolean serve(String host, String path, boolean forwarded) {
        if (isCustomers(host)) {
            return ANSWER.matcher(path).matches();
        }
        boolean answer = path.equals("/answer") || path.startsWith("/answer/");
        if (!house.contains(plain(host)) || answer && customers.isPresent()) {
            return false;
        }
        return answer || behindSignIn || !forwarded;
    }

    /** Whether that host is the customers' own. */
    boolean isCustomers(String host) {
        return customers.filter(plain(host)::equals).isPresent();
    }

    /** Whether people of the house are asking, and not customers. */
    boolean isHouse(String host, String path) {
        return !path.startsWith("/answer") && house.contains(plain(host)) && !isCustomers(host);
    }
}
