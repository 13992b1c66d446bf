package io.graceway.wiring;

import io.graceway.audit.RoutingEntry;
import io.graceway.audit.RoutingLog;
import io.graceway.edge.agency.hosted.Access;
import io.graceway.edge.agency.hosted.MailboxServer;
import io.graceway.edge.agency.hosted.MailboxServer.Hosted;
import io.graceway.edge.agency.hosted.Tray;
import io.graceway.edge.document.Dialects;
import io.graceway.wiring.config.AgencyConfig;
import io.graceway.wiring.config.ConfigRefusal;
import io.graceway.wiring.config.HouseFile;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** The server for mailboxes that lie with us, of a gateway that serves. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class HostWiring {

    private static final int MOST_MEGABYTES = 1_000;
    private static final int MOST_FILES = 1_000;

    static Hosted hosted(String id, AgencyConfig agency, Home home, Dialects dialects) {
        if (home.files().house().sftp() == null) {
            throw ConfigRefusal.of("GW-CFG-112", "agencies/" + id + ".yaml has its mailbox with us, but house.yaml "
                    + "opens no server; add sftp with address and port there");
        }
        AgencyConfig.Hosted terms = agency.mailbox().hosted();
        Set<String> folders = new TreeSet<>();
        for (boolean incoming : new boolean[] {true, false}) {
            dialects.folders(agency.dialect(), incoming).stream().filter(one -> !one.isEmpty()).forEach(one ->
                    folders.add((incoming ? Tray.FROM_AGENCY : Tray.TO_AGENCY) + "/" + one));
        }
        return new Hosted(tray(id, terms.mostMegabytes(), terms.mostFiles(), home).with(folders),
                home.files().resolve(terms.keys()));
    }

    /** The same tray, whichever way the agency comes to it. */
    static Tray tray(String agency, Integer mostMegabytes, Integer mostFiles, Home home) {
        long megabytes = mostMegabytes == null ? MOST_MEGABYTES : mostMegabytes;
        return new Tray(agency, home.folder("mailboxes").resolve(agency), megabytes << 20,
                mostFiles == null ? MOST_FILES : mostFiles);
    }

    /** Everything that agencies do in mailboxes of ours stands in the routing log. */
    @Bean
    Access access(RoutingLog log, TransactionTemplate transaction, Clock clock) {
        return (agency, what, facts) -> transaction.executeWithoutResult(status -> log.append(List.of(
                RoutingEntry.of(clock.instant(), "mailbox." + what, agency, facts))));
    }

    /** Nothing listens where nobody is hosted. */
    @Bean(destroyMethod = "close")
    Listening mailboxServer(Home home, Access access, Dialects dialects) {
        Map<String, Hosted> hosted = new TreeMap<>();
        home.files().agencies().forEach((id, agency) -> {
            if (agency.mailbox().hosted() != null && !home.sandbox()) {
                hosted.put(id, hosted(id, agency, home, dialects));
            }
        });
        HouseFile.Sftp at = home.files().house().sftp();
        return new Listening(hosted.isEmpty() ? null : MailboxServer.open(at.address(), at.port(),
                home.folder("keys").resolve("sftp-host.key"), hosted, access));
    }

    /** @param server null where nobody is hosted */
    record Listening(MailboxServer server) implements AutoCloseable {

        @Override
        public void close() throws java.io.IOException {
            if (server != null) {
                server.close();
            }
        }
    }
}
