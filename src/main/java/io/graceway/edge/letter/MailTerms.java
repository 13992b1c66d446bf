package io.graceway.edge.letter;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Through which server notices leave, and under which address.
 *
 * @param server       submission server
 * @param from         address that customers see, without a name
 * @param bounceDomain domain whose mail for {@code bounce+...} reaches the bounce box; message ids end with it
 * @param outbox       folder that mail is put into instead, in a sandbox; empty where mail is sent
 */
public record MailTerms(Server server, String from, String bounceDomain, Optional<Path> outbox) {

    private static final String SANDBOX = "[SANDBOX] ";

    public MailTerms {
        if (!bounceDomain.matches("[A-Za-z0-9.-]{1,190}")) {
            throw new IllegalArgumentException("GW-NOT-036: the bounce domain is not a domain name");
        }
    }

    /** Of mail that is sent. */
    public MailTerms(Server server, String from, String bounceDomain) {
        this(server, from, bounceDomain, Optional.empty());
    }

    /** What stands above a message with that subject. */
    String subject(String subject) {
        return outbox.isPresent() ? SANDBOX + subject : subject;
    }

    /** The from address is no secret, but logs need it not. */
    @Override
    public String toString() {
        return "MailTerms[" + server + ", " + bounceDomain + "]";
    }

    /** How the line to a mail server is protected. */
    public enum Tls {
        /** In the clear: a relay on the same machine, and tests. */
        NONE,
        /** Starts in the clear and goes on only when the server can protect the line. */
        STARTTLS,
        /** Protected from the first byte. */
        IMPLICIT
    }

    /**
     * A mail server, for sending or for reading.
     *
     * @param user     empty when the server asks for none
     * @param password asked for at every connection, so that it can change; not asked for without a user
     */
    public record Server(String host, int port, String user, Supplier<char[]> password, Tls tls) {

        private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1");
        private static final String PATIENCE = "30000";

        public Server {
            user = user == null ? "" : user;
            if (tls == Tls.NONE && !user.isEmpty() && !HERE.contains(host)) {
                throw new IllegalArgumentException("GW-NOT-036: a password must not go to " + host
                        + " in the clear; set STARTTLS or IMPLICIT");
            }
        }

        /** Empty when no user is set. */
        String secret() {
            char[] secret = user.isEmpty() ? null : password.get();
            return secret == null ? "" : new String(secret);
        }

        /** Settings of the mail library, which takes its names with the protocol in them. */
        Properties properties(String protocol) {
            String mail = "mail." + protocol + ".";
            Properties settings = new Properties();
            settings.put(mail + "auth", Boolean.toString(!user.isEmpty()));
            settings.put(mail + "ssl.enable", Boolean.toString(tls == Tls.IMPLICIT));
            settings.put(mail + "starttls.enable", Boolean.toString(tls == Tls.STARTTLS));
            settings.put(mail + "starttls.required", Boolean.toString(tls == Tls.STARTTLS));
            settings.put(mail + "ssl.checkserveridentity", "true");
            settings.put(mail + "ssl.protocols", "TLSv1.3 TLSv1.2");
            settings.put(mail + "connectiontimeout", PATIENCE);
            settings.put(mail + "timeout", PATIENCE);
            settings.put(mail + "writetimeout", PATIENCE);
            return settings;
        }

        @Override
        public String toString() {
            return host + ":" + port + " " + tls + (user.isEmpty() ? "" : " with a user");
        }
    }
}
