package io.graceway.wiring;

import io.graceway.edge.agency.PassedOver;
import io.graceway.edge.agency.Trouble;
import io.graceway.edge.agency.hosted.Access;
import io.graceway.edge.agency.hosted.Counter;
import io.graceway.edge.agency.hosted.HostedMailbox;
import io.graceway.edge.agency.hosted.Tray;
import io.graceway.edge.document.Dialects;
import io.graceway.edge.document.Speech;
import io.graceway.edge.document.agency.AgencyDocuments;
import io.graceway.edge.document.contract.OpenApi;
import io.graceway.edge.store.agencyapi.SqlAgencyBooks;
import io.graceway.edge.store.agencyapi.SqlRequestBook;
import io.graceway.edge.store.agencyapi.SqlTokenBook;
import io.graceway.edge.store.back.SqlPlacementNumbers;
import io.graceway.face.agencyapi.AgencyApi;
import io.graceway.face.agencyapi.Contract;
import io.graceway.face.agencyapi.Intake;
import io.graceway.face.agencyapi.Operations;
import io.graceway.face.agencyapi.Operations.Ports;
import io.graceway.face.agencyapi.door.Client;
import io.graceway.face.agencyapi.door.Doorkeeper;
import io.graceway.face.agencyapi.door.FrontEnd;
import io.graceway.face.agencyapi.door.TokenDesk;
import io.graceway.face.web.Attempts;
import io.graceway.face.web.Hosts;
import io.graceway.journey.placement.AgencyMailbox;
import io.graceway.journey.remittance.Inbox;
import io.graceway.wiring.JourneyWiring.Terms;
import io.graceway.wiring.config.AgencyConfig;
import io.graceway.wiring.config.ConfigRefusal;
import io.graceway.wiring.config.HouseFile;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.camel.ProducerTemplate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The API of agencies whose mailbox lies with us, behind HTTPS; nothing of it is served where there is none. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class AgencyApiWiring {

    /** What JSON documents are written in, whatever the agency's files are. */
    private static final Speech JSON = new Speech("flat-json", Map.of());
    private static final int PER_MINUTE = 600;

    static Tray tray(String agency, AgencyConfig.Api terms, Home home) {
        return HostWiring.tray(agency, terms.mostMegabytes(), terms.mostFiles(), home);
    }

    static AgencyMailbox mailbox(String agency, AgencyConfig.Api terms, Home home, Clock clock,
                                 Consumer<PassedOver> passedOver) {
        boolean bySecret = !terms.secrets().isEmpty();
        return new HostedMailbox(tray(agency, terms, home), bySecret ? "secrets" : "certificates", () -> {
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            if (terms.secrets().stream().allMatch(one -> today.isAfter(one.until()))
                    && terms.certificates().stream().allMatch(one -> today.isAfter(one.until()))) {
                throw (bySecret ? Trouble.SECRETS_OVER : Trouble.CERTIFICATES_OVER).at("agencies/" + agency + ".yaml");
            }
        }, passedOver);
    }

    private static Map<String, AgencyConfig.Api> terms(Home home) {
        Map<String, AgencyConfig.Api> terms = new TreeMap<>();
        home.files().agencies().forEach((id, agency) -> {
            if (agency.mailbox().api() != null) {
                terms.put(id, agency.mailbox().api());
            }
        });
        return terms;
    }

    private static Client client(String id, AgencyConfig.Api terms) {
        if (terms.secrets().isEmpty() == terms.certificates().isEmpty()) {
            throw ConfigRefusal.of("GW-CFG-126", "agencies/" + id + ".yaml: mailbox.api has "
                    + (terms.secrets().isEmpty() ? "neither secrets nor certificates" : "secrets and certificates")
                    + "; an agency comes one way only, name one of the two");
        }
        return new Client(id, terms.secrets().stream().map(one -> new Client.Secret(one.sha256(), one.until()))
                .toList(), terms.certificates().stream().map(one -> new Client.Certificate(one.sha256(), one.from(),
                one.until())).toList(), Boolean.TRUE.equals(terms.unsealedDocuments()),
                terms.requestsPerMinute() == null ? PER_MINUTE : terms.requestsPerMinute());
    }

    @Bean
    Doorkeeper doorkeeper(Home home, DataSource source, Hosts hosts, Access access, Clock clock) {
        Map<String, Client> clients = new TreeMap<>();
        terms(home).forEach((id, terms) -> clients.put(id, client(id, terms)));
        if (!clients.isEmpty() && hosts.behindFrontEnd() && hosts.agencies().isEmpty()) {
            throw ConfigRefusal.of("GW-CFG-117", "agencies " + clients.keySet() + " come to our API, but house.yaml "
                    + "gives them no name to come to; add console.agency-host");
        }
        HouseFile.Console console = home.files().house().console();
        List<String> frontEnds = console == null ? List.of() : console.clientCertFrom();
        oneOwnerEach(clients.values(), frontEnds);
        return new Doorkeeper(clients, new SqlTokenBook(source), new FrontEnd(frontEnds), access::seen, clock);
    }

    private static void oneOwnerEach(Collection<Client> clients, List<String> frontEnds) {
        Map<String, String> owners = new TreeMap<>();
        for (Client client : clients) {
            for (Client.Certificate one : client.certificates()) {
                String other = owners.put(one.sha256(), client.agency());
                if (frontEnds.isEmpty() || other != null && !other.equals(client.agency())) {
                    throw ConfigRefusal.of("GW-CFG-127", "agencies/" + client.agency() + ".yaml: the certificate "
                            + one.sha256() + (other != null && !frontEnds.isEmpty() ? " is that of " + other
                            + " already; a certificate belongs to one agency" : " cannot be seen here; name the front "
                            + "end that ends TLS in house.yaml, console.client-cert-from"));
                }
            }
        }
    }

    @Bean
    Contract agencyContract() {
        return new OpenApi("/openapi/agency-api.yaml");
    }

    @Bean
    Intake intake(Dialects dialects, Inbox inbox, DataSource source, Home home, ProducerTemplate camel, Clock clock) {
        SqlPlacementNumbers numbers = new SqlPlacementNumbers(source);
        return new OpenDocuments(AgencyDocuments.unsealed(dialects, JSON, numbers), inbox, home.folder("quarantine"),
                () -> camel.sendBody("seda:writeback-soon?size=1&discardWhenFull=true", ""), clock);
    }

    @Bean
    Operations operations(Contract contract, Doorkeeper doorkeeper, DataSource source, Intake intake, Home home,
                          Access access, Terms terms) {
        Map<String, Counter> counters = new TreeMap<>();
        terms(home).forEach((id, one) -> counters.put(id, new Counter(tray(id, one, home), access)));
        Clock clock = doorkeeper.clock();
        return new Operations(contract, new TokenDesk(doorkeeper, new Attempts(clock), new SqlTokenBook(source), clock,
                access::seen), new Ports(new SqlAgencyBooks(source), new Counters(counters), intake,
                new SqlRequestBook(source)), terms.tones().values(), clock);
    }

    @Bean
    AgencyApi agencyApi(Contract contract, Doorkeeper doorkeeper, Operations operations) {
        return new AgencyApi(contract, doorkeeper, operations);
    }

    @Bean
    ServletRegistrationBean<AgencyApi> agencyApiAddress(AgencyApi api, Home home) {
        ServletRegistrationBean<AgencyApi> served = new ServletRegistrationBean<>(api, "/agency/*");
        served.setEnabled(!terms(home).isEmpty());
        return served;
    }
}
