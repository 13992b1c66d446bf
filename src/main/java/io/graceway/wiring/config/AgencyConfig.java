package io.graceway.wiring.config;

import io.graceway.edge.agency.sftp.SftpHabits;
import io.graceway.edge.seal.AgencyKeys;
import io.graceway.edge.agency.soap.SoapTerms;
import io.graceway.journey.account.DebtorType;
import io.graceway.journey.delinquency.DebtKind;
import io.graceway.journey.placement.Agency.Basis;
import io.graceway.soap.Place;
import io.graceway.soap.ShownKey;
import io.graceway.soap.Signing;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * {@code partner-config/agencies/<id>.yaml}: an agency, what it may do, how it is reached, on what terms.
 *
 * @param settings what it says of its own in the dialect
 * @param seal     null where the mailbox is one of calls
 */
public record AgencyConfig(String name, String dialect, Map<String, String> settings, Accepts accepts, int capacity,
                           int share, Cutoff cutoff, Vetting vetting, Mailbox mailbox, Seal seal,
                           Remittance remittance, Recall recall) {

    public AgencyConfig {
        settings = settings == null ? Map.of() : Map.copyOf(settings);
    }

    /** What it takes. */
    public record Accepts(List<DebtorType> types, List<DebtKind> kinds, List<String> currencies) {
    }

    /** When the day's placements leave. @param alerts people of the agency who are told when a file waits for them */
    public record Cutoff(LocalTime at, ZoneId zone, List<String> alerts, List<String> closed,
                         List<LocalDate> holidays) {
    }

    /** What the house has seen of its credentials. */
    public record Vetting(List<String> required, List<Credential> credentials, List<SubAgency> subAgencies) {
    }

    /** Somebody whom the agency may have act for it. */
    public record SubAgency(String name, LocalDate from, LocalDate until, String evidenceSha256) {
    }

    /** @param jurisdiction {@code US} or {@code US-WA}; absent for one that counts everywhere */
    public record Credential(String type, String issuer, String number, String jurisdiction, List<DebtKind> kinds,
                             LocalDate from, LocalDate until, String evidenceSha256) {
    }

    /**
     * One of the six.
     * @param webhook where the agency hears, beside it, that something waits or happened; may be absent
     */
    public record Mailbox(Sftp sftp, Rest rest, Soap soap, Hosted hosted, Api api, CallsTarget calls,
                          HookTarget webhook) {
    }

    /**
     * A mailbox that lies with us, behind our own HTTPS interface.
     *
     * @param secrets           with which the agency gets its tokens; empty where it comes by certificate
     * @param certificates      by which a front end knows it, instead
     * @param unsealedDocuments whether documents are taken as JSON; absent means no
     */
    public record Api(List<Secret> secrets, List<Certificate> certificates, Boolean unsealedDocuments,
                      Integer mostMegabytes, Integer mostFiles, Integer requestsPerMinute) {

        public Api {
            secrets = secrets == null ? List.of() : List.copyOf(secrets);
            certificates = certificates == null ? List.of() : List.copyOf(certificates);
        }
    }

    /** @param sha256 of the certificate in DER, @param from first day on which it counts, @param until last one */
    public record Certificate(String sha256, LocalDate from, LocalDate until) {
    }

    /** @param sha256 of the secret, @param until last day on which it counts */
    public record Secret(String sha256, LocalDate until) {
    }

    /** A mailbox that lies with us. */
    public record Hosted(Path keys, Integer mostMegabytes, Integer mostFiles) {
    }

    /**
     * @param out              where we put
     * @param in               where answers lie
     * @param kilobytesASecond the most that may go over the line; null for no limit
     */
    public record Sftp(String host, int port, String user, Path identity, String passphrase, Path knownHosts,
                       String out, String in, Integer settleSeconds, Long kilobytesASecond) {

        /** How its server is used. */
        public SftpHabits habits() {
            SftpHabits of = SftpHabits.usual();
            return new SftpHabits(of.mostSessions(), of.idle(), Duration.ofSeconds(settleSeconds == null ? 2
                    : settleSeconds), of.needsStrictKex(), kilobytesASecond == null ? 0 : kilobytesASecond * 1_000);
        }

        @Override
        public String toString() {
            return "Sftp[" + host + ":" + port + "]";
        }
    }

    /** A mailbox behind HTTPS. */
    public record Rest(URI base, String token) {

        @Override
        public String toString() {
            return "Rest[" + base + "]";
        }
    }

    /** A file tray that keeps to {@code wsdl/file-tray.wsdl}. */
    public record Soap(URI endpoint, String user, String password, SourceConfig.Signature signature,
                       SourceConfig.Signature certificate) {

        /** @param resolve a path of the file to where it is */
        public SoapTerms terms(UnaryOperator<Path> resolve, Duration connect, Duration receive) {
            return new SoapTerms(new Place(endpoint, user == null ? "" : user, password == null ? "" : password,
                    connect, receive), Optional.ofNullable(signature).map(one -> Signing.of(resolve.apply(one.key()),
                    one.passphrase(), Optional.ofNullable(one.service()).map(resolve))), Optional.ofNullable(
                    certificate).map(one -> ShownKey.of(resolve.apply(one.key()), one.passphrase(),
                    Optional.ofNullable(one.service()).map(resolve))));
        }

        @Override
        public String toString() {
            return "Soap[" + endpoint + "]";
        }
    }

    /** @param compression {@code none} or {@code zip} */
    public record Seal(Path keys, List<Pin> pins, String compression) {

        /** @param resolve a path of the file to where it is */
        public AgencyKeys terms(UnaryOperator<Path> resolve) {
            return new AgencyKeys(resolve.apply(keys), pins.stream().map(pin -> new AgencyKeys.PinnedKey(pin
                    .fingerprint(), pin.from(), pin.until())).toList(), AgencyKeys.Compression.valueOf("zip".equals(
                    compression) ? "ZIP" : "NONE"));
        }
    }

    /** One OpenPGP key of the agency's, and while it counts. */
    public record Pin(String fingerprint, LocalDate from, LocalDate until) {
    }

    /** What the contract says about money. */
    public record Remittance(Basis basis, List<Fee> fees, boolean feeOnDirect) {
    }

    /**
     * A contingency fee from an age of the debt on.
     *
     * @param tier        absent for every tier that no other fee names
     * @param fromBalance absent for every balance
     */
    public record Fee(Integer tier, int fromDays, BigDecimal fromBalance, int basisPoints) {
    }

    /**
     * Days to object to a recall, and days that an objection adds.
     *
     * @param termDays  after which a placement is called back by itself; absent for never
     * @param graceDays after a recall in which a payment still earns the fee; absent for ever
     * @param onLapse   {@code recall} for placements that the vetting does not cover any more; otherwise people decide
     * @param silenceDays without any report after which people hear of a placement; absent for never
     */
    public record Recall(int objectionDays, int extensionDays, Integer termDays, Integer graceDays, String onLapse,
                         Integer silenceDays) {
    }
}
