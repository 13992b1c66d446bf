package io.graceway.wiring;

import io.graceway.edge.document.AgencyDocuments;
import io.graceway.edge.document.Dialects;
import io.graceway.edge.document.ParcelFiles;
import io.graceway.edge.letter.paper.TonePdf;
import io.graceway.edge.store.SqlParcelBook;
import io.graceway.edge.store.SqlQuarantine;
import io.graceway.face.command.PassReport;
import io.graceway.journey.placement.BrandTone;
import io.graceway.journey.placement.Deliveries;
import io.graceway.journey.placement.DeliveryBook;
import io.graceway.journey.placement.OutgoingBook;
import io.graceway.journey.placement.ParcelSeal;
import io.graceway.journey.placement.ParcelSealing;
import io.graceway.journey.placement.Parcels;
import io.graceway.journey.placement.PlacementLines;
import io.graceway.wiring.JourneyWiring.Terms;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** What the routes call by name, beside the stages themselves. */
@Configuration(proxyBeanMethods = false)
class RouteWiring {

    @Bean
    Quarantine quarantine(SqlQuarantine book, PassReport report) {
        return new Quarantine(book, report);
    }

    @Bean
    ParcelFiles parcelFiles(Dialects dialects, Terms terms, Home home) {
        return new ParcelFiles(dialects, id -> terms.agencies().get(id).dialect(), RouteWiring::pdf, home.folder("spool/parcels"));
    }

    private static byte[] pdf(BrandTone tone) {
        return TonePdf.of(new TonePdf.Sheet(tone.profile(), tone.version(), tone.sha256(), LocalDate.EPOCH, tone.sections().stream()
                .map(one -> new TonePdf.Section(one.heading(), one.sentences())).toList()));
    }

    @Bean
    AgencyDocuments agencyDocuments(Dialects dialects, Terms terms) {
        return new AgencyDocuments(dialects, id -> terms.agencies().get(id).dialect());
    }

    @Bean
    ParcelSealing parcelSealing(ParcelSeal seal, Home home) {
        return new ParcelSealing(seal, home.folder("parcels"));
    }

    @Bean
    SqlParcelBook parcelBook(DataSource source, TransactionTemplate transaction, Home home, Terms terms) {
        return new SqlParcelBook(source, transaction, new PlacementLines(home.files().house().name()), terms.tones().values());
    }

    @Bean
    Parcels parcels(Terms terms, List<OutgoingBook> books) {
        return new Parcels(terms.agencies().values(), books);
    }

    @Bean
    Deliveries deliveries(EdgeWiring.Mailboxes mailboxes, DeliveryBook book, Clock clock) {
        return new Deliveries(mailboxes.byAgency(), book, clock);
    }
}
