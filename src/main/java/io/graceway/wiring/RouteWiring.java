package io.graceway.wiring;

import io.graceway.audit.RoutingLog;
import io.graceway.edge.document.agency.AgencyDocuments;
import io.graceway.edge.document.Dialects;
import io.graceway.edge.document.Speech;
import io.graceway.edge.document.agency.ParcelFiles;
import io.graceway.edge.document.agency.PartnerCodes;
import io.graceway.edge.letter.AlertMail;
import io.graceway.edge.letter.paper.TonePdf;
import io.graceway.edge.store.SqlAlertBook;
import io.graceway.edge.store.SqlParcelBook;
import io.graceway.edge.store.SqlQuarantine;
import io.graceway.edge.store.SqlToneBook;
import io.graceway.edge.store.back.SqlPlacementNumbers;
import io.graceway.edge.store.console.SqlExplainer;
import io.graceway.edge.store.hand.SqlHolds;
import io.graceway.face.command.Explanation;
import io.graceway.face.command.PassReport;
import io.graceway.journey.eligibility.Eligibility;
import io.graceway.journey.placement.BrandTone;
import io.graceway.journey.placement.Deliveries;
import io.graceway.journey.placement.DeliveryBook;
import io.graceway.journey.placement.OutgoingBook;
import io.graceway.journey.placement.ParcelSeal;
import io.graceway.journey.placement.ParcelSealing;
import io.graceway.journey.placement.Parcels;
import io.graceway.journey.placement.PlacementLines;
import io.graceway.journey.placement.hand.Holds;
import io.graceway.journey.writeback.Alerts;
import io.graceway.wiring.JourneyWiring.Terms;
import io.graceway.wiring.config.AgencyConfig;
import io.graceway.wiring.config.PartnerFiles;
import io.graceway.wiring.config.ConfigRefusal;
import io.graceway.wiring.config.HouseFile;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What the routes call by name, beside the stages themselves. */
@Configuration(proxyBeanMethods = false)
class RouteWiring {

    @Bean
    Quarantine quarantine(SqlQuarantine book, PassReport report) {
        return new Quarantine(book, report);
    }

    @Bean
    ParcelFiles parcelFiles(Dialects dialects, Home home, SqlPlacementNumbers numbers, Clock clock) {
        check(dialects, home);
        // A tone changes rarely and goes with every parcel.
        Map<String, byte[]> pressed = new ConcurrentHashMap<>();
        return new ParcelFiles(dialects, id -> speech(home, id), tone -> pressed.computeIfAbsent(tone.sha256(), any ->
                pdf(tone)), numbers, clock, home.folder("spool/parcels"));
    }

    private static Speech speech(Home home, String agency) {
        AgencyConfig file = home.files().agencies().get(agency);
        return new Speech(file.dialect(), file.settings());
    }

    /** Every agency's own words are there before anything is written for it. */
    private static void check(Dialects dialects, Home home) {
        home.files().agencies().forEach((id, file) -> {
            Set<String> missing = dialects.missing(new Speech(file.dialect(), file.settings()));
            if (!missing.isEmpty()) {
                throw ConfigRefusal.of("GW-CFG-111", "agencies/" + id + ".yaml: the dialect " + file.dialect()
                        + " needs " + missing + " under 'settings'; ask the agency for them");
            }
        });
    }

    @Bean
    SqlPlacementNumbers placementNumbers(DataSource source) {
        return new SqlPlacementNumbers(source);
    }

    private static byte[] pdf(BrandTone tone) {
        return TonePdf.of(new TonePdf.Sheet(tone.profile(), tone.version(), tone.sha256(), LocalDate.EPOCH,
                tone.sections().stream()
                .map(one -> new TonePdf.Section(one.heading(), one.sentences())).toList()));
    }

    @Bean
    PartnerCodes partnerCodes(Dialects dialects, Home home) {
        Map<String, String> spoken = new TreeMap<>();
        home.files().agencies().forEach((id, file) -> spoken.put(id, file.dialect()));
        return codes(home.files(), home.folder("codes"), dialects).check(spoken);
    }

    static PartnerCodes codes(PartnerFiles files, Path kept, Dialects dialects) {
        return new PartnerCodes(files.folder().resolve("codes"), kept, dialects, KeptRoom::list);
    }

    /** How an agency speaks to us: in its dialect, with its settings, and with its own codes as they are now. */
    static Speech heard(AgencyConfig file, String id, PartnerCodes codes) {
        return new Speech(file.dialect(), file.settings(), codes.of(id, file.dialect()));
    }

    @Bean
    AgencyDocuments agencyDocuments(Dialects dialects, Home home, SqlPlacementNumbers numbers, PartnerCodes codes) {
        return new AgencyDocuments(dialects, id -> heard(home.files().agencies().get(id), id, codes), numbers);
    }

    @Bean
    ParcelSealing parcelSealing(ParcelSeal seal, Home home) {
        return new ParcelSealing(seal, home.folder("parcels"));
    }

    @Bean
    @Order(1)
    SqlToneBook toneBook(DataSource source, Terms terms) {
        return new SqlToneBook(source, terms.tones().values());
    }

    @Bean
    @Order(2)
    SqlParcelBook parcelBook(DataSource source, TransactionTemplate transaction, Home home, Terms terms) {
        return new SqlParcelBook(source, transaction, new PlacementLines(home.files().house().name()),
                terms.tones().values());
    }

    @Bean
    SqlHolds holds(DataSource source, TransactionTemplate transaction, RoutingLog log, Terms terms, Clock clock) {
        return new SqlHolds(source, transaction, log, terms.agencies().keySet(), clock);
    }

    @Bean
    Parcels parcels(Terms terms, List<OutgoingBook> books, Holds holds, Quarantine quarantine) {
        return new Parcels(terms.agencies().values(), books, agency ->
                holds.held(Holds.Kind.AGENCY, agency).isPresent(),
                (agency, failure) -> quarantine.failed("agency/" + agency, failure));
    }

    @Bean
    Deliveries deliveries(EdgeWiring.Mailboxes mailboxes, DeliveryBook book, Clock clock) {
        return new Deliveries(mailboxes.byAgency(), book, clock);
    }

    @Bean
    Schedule schedule(Home home, DataSource source, Clock clock) {
        return new Schedule(home.files().house().schedule(), new JdbcTemplate(source), clock);
    }

    @Bean
    Alerts alerts(DataSource source, TransactionTemplate transaction, RoutingLog log, Home home, AlertMail mail) {
        Map<String, List<String>> to = new HashMap<>();
        HouseFile house = home.files().house();
        home.files().agencies().forEach((id, agency) -> to.put(id, agency.cutoff().alerts()));
        to.values().removeIf(one -> one == null || one.isEmpty());
        if (house.mail() == null && !to.isEmpty()) {
            throw ConfigRefusal.of("GW-CFG-109", "alerts are asked for by " + new TreeSet<>(to.keySet())
                    + ", but house.yaml has no mail: add it, or take the alerts out");
        }
        if (house.mail() != null && house.mail().alerts() != null) {
            to.put("house", house.mail().alerts());
        }
        return new Alerts(new SqlAlertBook(source, transaction, log, house.name(), to), mail);
    }

    @Bean
    Explanation.Explainer explainer(DataSource source, RoutingLog log, Eligibility eligibility) {
        return new SqlExplainer(source, log, eligibility);
    }
}
