package io.graceway.wiring;

import io.graceway.edge.agency.PassedOver;
import io.graceway.edge.agency.Watchdog;
import io.graceway.edge.agency.hosted.HostedMailbox;
import io.graceway.edge.agency.hosted.MailboxServer;
import io.graceway.edge.agency.rest.RestMailbox;
import io.graceway.edge.agency.rest.RestTerms;
import io.graceway.edge.agency.sftp.SftpMailbox;
import io.graceway.edge.agency.sftp.SftpTerms;
import io.graceway.edge.agency.soap.SoapMailbox;
import io.graceway.edge.document.Dialects;
import io.graceway.edge.letter.AlertMail;
import io.graceway.edge.letter.BounceBox;
import io.graceway.edge.letter.MailTerms;
import io.graceway.edge.letter.NoticeMail;
import io.graceway.edge.letter.PostRoom;
import io.graceway.edge.letter.Templates;
import io.graceway.edge.letter.paper.PrintFolder;
import io.graceway.edge.sandbox.PlainSeal;
import io.graceway.edge.seal.AgencyKeys;
import io.graceway.edge.seal.HouseKeys;
import io.graceway.edge.seal.OpenPgpSeal;
import io.graceway.journey.placement.AgencyMailbox;
import io.graceway.journey.placement.ParcelSeal;
import io.graceway.wiring.config.AgencyConfig;
import io.graceway.wiring.config.ConfigRefusal;
import io.graceway.wiring.config.HouseFile;
import io.graceway.wiring.config.PartnerFiles;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The edges towards customers and agencies, as the partner files describe them. */
@Configuration(proxyBeanMethods = false)
class EdgeWiring {

    private static final Logger LOG = LoggerFactory.getLogger(EdgeWiring.class);

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    @Bean(destroyMethod = "close")
    Watchdog watchdog() {
        return new Watchdog();
    }

    /** Mailboxes by agency id. */
    @Bean
    Mailboxes mailboxes(Home home, Watchdog watchdog, Dialects dialects, ParcelSeal seal, Clock clock) {
        Map<String, AgencyMailbox> mailboxes = new TreeMap<>();
        home.files().agencies().forEach((id, agency) ->
                mailboxes.put(id, mailbox(id, agency, home, watchdog, dialects, seal, clock)));
        return new Mailboxes(mailboxes);
    }

    /** All mailboxes, closed together. */
    record Mailboxes(Map<String, AgencyMailbox> byAgency) implements AutoCloseable {

        @Override
        public void close() {
            byAgency.values().stream().filter(SftpMailbox.class::isInstance)
                    .forEach(one -> ((SftpMailbox) one).close());
        }
    }

    static AgencyMailbox mailbox(String id, AgencyConfig agency, Home home, Watchdog watchdog,
            Dialects dialects, ParcelSeal seal, Clock clock) {
        if (home.sandbox()) {
            return Sandbox.mailbox(id, home, dialects.folders(agency.dialect(), true));
        }
        CallsWiring.fits(id, agency.dialect(), agency.mailbox().calls() != null, dialects);
        Consumer<PassedOver> passedOver = one ->
                LOG.warn("{} agency {}: {} (name {})", one.code(), id, one.why(), one.print());
        Set<String> trays = dialects.folders(agency.dialect(), true);
        if (agency.mailbox().sftp() == null && agency.mailbox().hosted() == null && trays.size() > 1) {
            throw ConfigRefusal.of("GW-CFG-110", "agencies/" + id + ".yaml: the dialect " + agency.dialect()
                    + " tells files by their folders " + trays + ", and only a mailbox with sftp or hosted has such");
        }
        if (agency.mailbox().hosted() != null) {
            MailboxServer.Hosted hosted = HostWiring.hosted(id, agency, home, dialects);
            return HostedMailbox.bySftp(hosted.tray(), hosted.keys(), passedOver);
        }
        if (agency.mailbox().api() != null) {
            return AgencyApiWiring.mailbox(id, agency.mailbox().api(), home, clock, passedOver);
        }
        if (agency.mailbox().calls() != null) {
            return CallsWiring.mailbox(id, agency, home, dialects, seal, clock);
        }
        AgencyConfig.Sftp sftp = agency.mailbox().sftp();
        if (sftp == null) {
            return window(id, home.files(), watchdog, passedOver);
        }
        return new SftpMailbox(new SftpTerms(sftp.host(), sftp.port(), sftp.user(),
                home.files().resolve(sftp.identity()), secret(sftp.passphrase()),
                home.files().resolve(sftp.knownHosts()), sftp.out(), sftp.in(), CONNECT, SILENCE, sftp.habits()),
                watchdog, trays, passedOver);
    }

    private static AgencyMailbox window(String id, PartnerFiles files, Watchdog watchdog,
            Consumer<PassedOver> passedOver) {
        AgencyConfig.Mailbox mailbox = files.agencies().get(id).mailbox();
        try {
            if (mailbox.rest() != null) {
                return new RestMailbox(new RestTerms(mailbox.rest().base(), secret(mailbox.rest().token()), CONNECT,
                        SILENCE), passedOver);
            }
            return new SoapMailbox(mailbox.soap().terms(files::resolve, CONNECT, SILENCE), watchdog, passedOver);
        } catch (IllegalArgumentException e) {
            throw ConfigRefusal.of("GW-CFG-130", "agencies/" + id + ".yaml: the mailbox cannot be used as it is"
                    + " written: " + e.getMessage());
        }
    }

    /** The house's own key is made at first use, so that a new home can say at once what agencies have to pin. */
    @Bean
    ParcelSeal parcelSeal(Home home, Clock clock) throws IOException {
        if (home.sandbox()) {
            return new PlainSeal();
        }
        if (home.files().house().seal() == null) {
            return new Unsealed();
        }
        HouseKeys house = houseKeys(home, clock);
        return new OpenPgpSeal(house, id -> keys(home, id, house.fingerprint()), OpenPgpSeal.Limits.DEFAULT, clock,
                new SecureRandom());
    }

    static HouseKeys houseKeys(Home home, Clock clock) throws IOException {
        HouseFile house = home.files().house();
        return HouseKeys.atFirstUse(home.state().resolve(house.seal().key()), home.state().resolve("keys/house.asc"),
                house.name(), secret(house.seal().passphrase()), clock, new SecureRandom());
    }

    private static AgencyKeys keys(Home home, String id, String own) {
        AgencyConfig agency = home.files().agencies().get(id);
        if (agency == null) {
            return null;
        }
        if (agency.mailbox().calls() != null) {
            return CallsWiring.ownKeys(home, own);
        }
        return agency.seal().terms(home.files()::resolve);
    }

    @Bean
    PostRoom noticeDispatch(Home home, Clock clock) {
        HouseFile house = home.files().house();
        if (house.bounces() != null && house.mail() == null) {
            throw ConfigRefusal.of("GW-CFG-109", "house.yaml has bounces but no mail: nothing leaves that could come "
                    + "back; add mail, or take bounces out");
        }
        Optional<NoticeMail> mail = mail(home).map(one -> new NoticeMail(one, clock));
        Optional<BounceBox> bounces = Optional.ofNullable(house.bounces())
                .map(one -> new BounceBox(server(one.host(), one.port(), one.user(), one.password(), one.tls()),
                one.folder() == null ? "INBOX" : one.folder(), house.mail().bounceDomain()));
        Optional<PrintFolder> printer = Optional.ofNullable(house.printFolder())
                .map(one -> new PrintFolder(one.isAbsolute() ? one : home.folder(one.toString())));
        PostRoom room = new PostRoom(new Templates(home.folder()), mail, bounces, printer, clock);
        return home.sandbox() ? room.ofSandbox() : room;
    }

    @Bean
    AlertMail alertMail(Home home) {
        return new AlertMail(mail(home));
    }

    private static Optional<MailTerms> mail(Home home) {
        return Optional.ofNullable(home.files().house().mail()).map(one -> new MailTerms(server(one.host(), one.port(),
                one.user(), one.password(), one.tls()), one.from(), one.bounceDomain(), home.sandbox()
                ? Optional.of(home.folder("mail")) : Optional.empty()));
    }

    private static MailTerms.Server server(String host, int port, String user, String password, String tls) {
        MailTerms.Tls line = switch (tls) {
            case "tls" -> MailTerms.Tls.IMPLICIT;
            case "starttls" -> MailTerms.Tls.STARTTLS;
            default -> MailTerms.Tls.NONE;
        };
        return new MailTerms.Server(host, port, user, secret(password), line);
    }

    private static Supplier<char[]> secret(String value) {
        return () -> value == null ? null : value.toCharArray();
    }
}
