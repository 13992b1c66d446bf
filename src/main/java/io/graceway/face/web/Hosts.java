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
 * @param agencies     host of the agencies' API; empty where it is served under the hosts of the house, to this machine
 * @param hooks        host to which sources send their webhooks; empty like that of the agencies
 * @param house        hosts under which the console is served; others are refused, so that no foreign web page can have
 *                     its own name point here and read it
 * @param behindFrontEnd whether a front end may pass people on to the console
 */
public record Hosts(Optional<String> customers, Optional<String> agencies, Optional<String> hooks, Set<String> house,
                     boolean behindFrontEnd) {

    private static final Pattern ANSWER = Pattern.compile("/answer/([A-Za-z0-9_-]+|app\\.css)");

    public Hosts {
        customers = customers.map(Hosts::plain);
        agencies = agencies.map(Hosts::plain);
        hooks = hooks.map(Hosts::plain);
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
        if (isAgencies(host)) {
            return isApi(path);
        }
        if (hooks.filter(plain(host)::equals).isPresent()) {
            return isHook(path);
        }
        boolean answer = path.equals("/answer") || path.startsWith("/answer/");
        if (!house.contains(plain(host)) || answer && customers.isPresent() || isApi(path) && agencies.isPresent()
                || isHook(path) && hooks.isPresent()) {
            return false;
        }
        return answer || behindFrontEnd || !forwarded;
    }

    private static boolean isApi(String path) {
        return path.startsWith("/agency/");
    }

    private static boolean isHook(String path) {
        return path.startsWith("/hooks/");
    }

    /** Whether agencies are asking. */
    boolean areAgencies(String host, String path) {
        return isAgencies(host) || agencies.isEmpty() && isApi(path) && house.contains(plain(host));
    }

    private boolean isAgencies(String host) {
        return agencies.filter(plain(host)::equals).isPresent();
    }

    /** Whether that host is the customers' own. */
    boolean isCustomers(String host) {
        return customers.filter(plain(host)::equals).isPresent();
    }

    /** Whether people of the house are asking, and not customers. */
    boolean isHouse(String host, String path) {
        return !path.startsWith("/answer") && house.contains(plain(host)) && !isCustomers(host);
    }

    /** Whether a person of the house is asking for a page, and not a machine, a customer or an agency. */
    public boolean isConsole(String host, String path) {
        return isHouse(host, path) && !areAgencies(host, path) && !path.equals("/health")
                && !isHook(path);
    }
}
