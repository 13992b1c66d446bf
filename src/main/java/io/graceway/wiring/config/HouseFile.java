package io.graceway.wiring.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * {@code partner-config/house.yaml}: what is ours and not a partner's.
 *
 * @param name      legal name of the creditor or group that runs the gateway
 * @param state     folder for everything the gateway keeps on disk
 * @param store     where the journey is kept; absent means the embedded store in the state folder
 * @param publicUrl what customers' personal links begin with
 * @param mail      how placement notices leave by e-mail
 * @param bounces   the mailbox that e-mail comes back to
 * @param printFolder where letters are handed over
 * @param seal      the house's own OpenPGP key
 * @param log       the routing log
 * @param sftp      where agencies whose mailbox lies with us come to
 * @param console   where the console listens
 * @param schedule  when the daily pass begins while the service runs
 */
public record HouseFile(String name, Path state, Store store, URI publicUrl, Mail mail, Bounces bounces,
                        Path printFolder, Seal seal, Log log, Sftp sftp, Console console, Schedule schedule) {

    /**
     * A PostgreSQL database.
     *
     * @param turnSeconds how long nothing is heard of a node until another one takes over; 60 when absent
     * @param sandbox     that of the house's sandbox; the embedded one when absent
     */
    public record Store(String url, String user, String password, Integer turnSeconds, Store sandbox) {

        @Override
        public String toString() {
            return "Store[" + url + "]";
        }
    }

    /**
     * @param tls    {@code none}, {@code starttls} or {@code tls}
     * @param alerts addresses of people who are told what waits for them
     */
    public record Mail(String host, int port, String user, String password, String tls, String from,
            String bounceDomain, List<String> alerts) {

        @Override
        public String toString() {
            return "Mail[" + host + ":" + port + "]";
        }
    }

    /** An IMAP mailbox. */
    public record Bounces(String host, int port, String user, String password, String tls, String folder) {

        @Override
        public String toString() {
            return "Bounces[" + host + ":" + port + "]";
        }
    }

    /** @param key file of the secret key, made at first use */
    public record Seal(Path key, String passphrase) {

        @Override
        public String toString() {
            return "Seal[" + key + "]";
        }
    }

    /**
     * @param origin    name of the log in its checkpoints, such as {@code log.example/graceway}
     * @param witnesses who is asked to cosign them; absent means nobody
     * @param timeStamps who vouches for when they existed; absent means nobody
     */
    public record Log(String origin, List<Witness> witnesses, TimeStamps timeStamps) {
    }

    /**
     * An authority that gives time stamps (RFC 3161).
     *
     * @param trusted file of the certificates that its stamps have to lead to
     * @param policy  the only one that is believed; absent means any
     */
    public record TimeStamps(URI url, Path trusted, String policy, Integer everyMinutes, Integer patienceSeconds,
            String user, String password) {

        public TimeStamps {
            policy = policy == null ? "" : policy;
            everyMinutes = everyMinutes == null ? 60 : everyMinutes;
            patienceSeconds = patienceSeconds == null ? 10 : patienceSeconds;
        }

        @Override
        public String toString() {
            return "TimeStamps[" + url.getHost() + "]";
        }
    }

    /**
     * A witness of the routing log.
     *
     * @param key its public key
     * @param url what stands before {@code /add-checkpoint}
     */
    public record Witness(String key, URI url) {
    }

    /** Our own SFTP server. */
    public record Sftp(String address, int port) {
    }

    /**
     * Local time of the daily pass.
     *
     * @param retention   when personal data goes with it; absent means never by itself
     * @param webhookDays that events are kept after they were taken or given up; absent means 90
     */
    public record Schedule(LocalTime at, ZoneId zone, Retention retention, Integer webhookDays) {
    }

    /**
     * @param afterDays  after the last thing that happened about an account on which nothing is open
     * @param atLeast    in places whose law asks for more, by country or region
     * @param parcelDays after a sealed parcel was made; 0, and absent, means that it stays
     */
    public record Retention(int afterDays, Map<String, Integer> atLeast, Integer parcelDays) {

        public Retention {
            parcelDays = parcelDays == null ? 0 : parcelDays;
            atLeast = atLeast == null ? Map.of() : Map.copyOf(atLeast);
        }
    }

    /**
     * Where the pages are served.
     *
     * @param address      loopback unless a front end does TLS, or sign-in and TLS
     * @param behindSignIn whether that front end is there; absent means no
     * @param host         name under which people reach the console, where it is neither this machine's nor the address
     * @param agencyHost   name under which agencies reach their API; absent where only this machine itself does
     * @param hookHost     name under which sources send their webhooks; absent where only this machine itself does
     * @param behindTls    whether a front end ends TLS and passes people on, who sign in here; absent means no
     * @param people       who may sign in with a password; where there is neither this nor a provider, the console only
     *                     shows
     * @param clientCertFrom addresses of the front end that says whose certificate an agency has shown
     */
    public record Console(String address, int port, Boolean behindSignIn, String host, String agencyHost,
            String hookHost, Boolean behindTls, Map<String, Person> people, Oidc oidc, List<String> clientCertFrom) {

        public Console {
            clientCertFrom = clientCertFrom == null ? List.of() : List.copyOf(clientCertFrom);
            people = people == null ? Map.of() : Map.copyOf(people);
        }

        /** Whether anybody has to say who they are. */
        public boolean isSignIn() {
            return oidc != null || !people.isEmpty();
        }
    }

    /**
     * The house's OpenID Connect provider.
     *
     * @param url        where browsers reach the console
     * @param nameClaim  absent means {@code preferred_username}
     * @param rolesClaim absent means {@code groups}
     * @param roles      what that claim says, to roles here
     */
    public record Oidc(String issuer, String client, String secret, URI url, String nameClaim, String rolesClaim,
            Map<String, List<String>> roles) {

        public Oidc {
            nameClaim = nameClaim == null ? "preferred_username" : nameClaim;
            rolesClaim = rolesClaim == null ? "groups" : rolesClaim;
        }

        @Override
        public String toString() {
            return "Oidc[" + issuer + "]";
        }
    }

    /** @param password as an Argon2id hash */
    public record Person(String password, List<String> roles) {

        @Override
        public String toString() {
            return "Person" + roles;
        }
    }
}
