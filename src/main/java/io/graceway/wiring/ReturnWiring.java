package io.graceway.wiring;

import io.graceway.audit.RoutingLog;
import io.graceway.edge.document.Dialects;
import io.graceway.edge.store.back.SqlChangeBook;
import io.graceway.edge.document.agency.AgencyDocuments;
import io.graceway.edge.store.back.SqlMessages;
import io.graceway.edge.store.back.SqlApprovalBook;
import io.graceway.edge.store.back.SqlErasureBook;
import io.graceway.edge.store.back.SqlPartBook;
import io.graceway.edge.store.back.SqlPostingBook;
import io.graceway.edge.store.back.SqlRecallBook;
import io.graceway.edge.store.back.SqlRemittanceBook;
import io.graceway.edge.store.inbox.Rereads;
import io.graceway.edge.store.inbox.SqlInbox;
import io.graceway.edge.store.retention.SqlParcelArchive;
import io.graceway.edge.store.retention.SqlRetentionBook;
import io.graceway.journey.account.Place;
import io.graceway.journey.eligibility.Eligibility;
import io.graceway.journey.placement.Outgoing;
import io.graceway.journey.placement.OutgoingBook;
import io.graceway.journey.placement.ParcelSeal;
import io.graceway.journey.placement.change.ChangeBook;
import io.graceway.journey.placement.change.Changes;
import io.graceway.journey.placement.change.Approvals;
import io.graceway.journey.placement.change.Erasures;
import io.graceway.journey.recall.PartialRecalls;
import io.graceway.journey.recall.RecallBook;
import io.graceway.journey.recall.Recalls;
import io.graceway.journey.remittance.AgencyMail;
import io.graceway.journey.remittance.Inbox;
import io.graceway.journey.remittance.KeptFiles;
import io.graceway.journey.remittance.RemittanceBook;
import io.graceway.journey.remittance.Remittances;
import io.graceway.journey.writeback.PostingBook;
import io.graceway.journey.writeback.Writeback;
import io.graceway.journey.writeback.retention.ParcelArchive;
import io.graceway.journey.writeback.retention.Retention;
import io.graceway.journey.writeback.retention.RetentionRule;
import io.graceway.wiring.JourneyWiring.Terms;
import io.graceway.wiring.config.HouseFile;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.function.BiPredicate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.support.TransactionTemplate;

/** The way back: what agencies report, what is called back, what the sources are told. */
@Configuration(proxyBeanMethods = false)
class ReturnWiring {

    /** A source that is exported once a day shows a posting in the next export but one at the latest. */
    private static final Duration SETTLING = Duration.ofDays(2);

    /** Whether an agency's dialect has words for a document, and for these fields of it. */
    private static BiPredicate<String, String> speaks(Terms terms, Dialects dialects, String... fields) {
        return (agency, document) -> dialects.writes(terms.agencies().get(agency).dialect(), document, fields);
    }

    @Bean
    SqlRecallBook recallBook(DataSource source, TransactionTemplate transaction, RoutingLog log) {
        return new SqlRecallBook(source, transaction, log);
    }

    @Bean
    Recalls recalls(Terms terms, RecallBook book) {
        return new Recalls(terms.agencies(), book);
    }

    @Bean
    PartialRecalls partialRecalls(DataSource source, TransactionTemplate transaction, RoutingLog log, Terms terms,
                                  Dialects dialects) {
        return new PartialRecalls(new SqlPartBook(source, transaction, log), agency ->
                speaks(terms, dialects, "item").test(agency, "recall"));
    }

    @Bean
    Erasures erasures(DataSource source, TransactionTemplate transaction, RoutingLog log, Terms terms,
                      Dialects dialects) {
        return new Erasures(new SqlErasureBook(source, transaction, log), agency ->
                speaks(terms, dialects).test(agency, "erasure-order"));
    }

    @Bean
    Retention retention(DataSource source, TransactionTemplate transaction, RoutingLog log, Home home,
            Erasures erasures) {
        HouseFile.Schedule schedule = home.files().house().schedule();
        Optional<HouseFile.Retention> rule = Optional.ofNullable(schedule == null ? null : schedule.retention());
        return new Retention(rule.map(one -> new RetentionRule(one.afterDays(), one.atLeast().entrySet().stream()
                .collect(Collectors.toMap(place -> Place.of(place.getKey()), Map.Entry::getValue)))),
                new SqlRetentionBook(source, transaction, log), erasures, new ParcelArchive(new SqlParcelArchive(source,
                transaction, log), home.folder("parcels"), rule.map(HouseFile.Retention::parcelDays).orElse(0)));
    }

    @Bean
    Approvals approvals(DataSource source, TransactionTemplate transaction, RoutingLog log, Terms terms,
                        Dialects dialects) {
        return new Approvals(new SqlApprovalBook(source, transaction, log), agency ->
                speaks(terms, dialects, "approval").test(agency, "information-answer"));
    }

    @Bean
    SqlChangeBook changeBook(DataSource source, TransactionTemplate transaction, RoutingLog log) {
        return new SqlChangeBook(source, transaction, log);
    }

    @Bean
    Changes changes(Terms terms, ChangeBook book, Dialects dialects) {
        return new Changes(book, speaks(terms, dialects));
    }

    @Bean
    SqlRemittanceBook remittanceBook(DataSource source, TransactionTemplate transaction, RoutingLog log) {
        return new SqlRemittanceBook(source, transaction, log, SETTLING);
    }

    @Bean
    Remittances remittances(Terms terms, RemittanceBook book, Dialects dialects) {
        return new Remittances(terms.agencies(), book, speaks(terms, dialects));
    }

    @Bean
    SqlInbox inbox(DataSource source, TransactionTemplate transaction, RoutingLog log, Terms terms,
                   Eligibility eligibility) {
        return new SqlInbox(source, transaction, log, terms.agencies(), terms.tones().values(), eligibility::rules);
    }

    @Bean
    KeptFiles keptFiles(DataSource source, RoutingLog log, Home home) {
        return new KeptFiles(new Rereads(source, log), home.folder("kept"));
    }

    @Bean
    AgencyMail agencyMail(EdgeWiring.Mailboxes mailboxes, ParcelSeal seal, AgencyDocuments reader, Inbox inbox,
            Home home,
                          KeptFiles kept, Quarantine quarantine) {
        return new AgencyMail(mailboxes.byAgency(), seal, reader, inbox, kept, home.folder("quarantine"),
                (agency, failure) -> quarantine.failed("agency/" + agency, failure));
    }

    /** Direct payments and disputes do not wait for the cutoff: an agency must not ask for what was paid. */
    @Bean
    @Order(-1)
    OutgoingBook urgentMessages(DataSource source, TransactionTemplate transaction) {
        SqlMessages messages = new SqlMessages(source, transaction);
        return new OutgoingBook() {
            @Override
            public Optional<Outgoing> next(String agency, Collection<String> given) {
                return messages.urgent(agency, given).map(ReturnWiring::outgoing);
            }

            @Override
            public boolean leavesAtAnyHour() {
                return true;
            }
        };
    }

    /** Recalls, direct payments and answers leave before new placements. */
    @Bean
    @Order(0)
    OutgoingBook messages(DataSource source, TransactionTemplate transaction) {
        SqlMessages messages = new SqlMessages(source, transaction);
        return (agency, given) -> messages.next(agency, given).map(ReturnWiring::outgoing);
    }

    private static Outgoing outgoing(SqlMessages.Bundle bundle) {
        return new Outgoing(bundle.delivery(), bundle.agency(), bundle.document(), List.of(), into ->
                bundle.lines().forEach(into));
    }

    @Bean
    SqlPostingBook postingBook(DataSource source, TransactionTemplate transaction, RoutingLog log) {
        return new SqlPostingBook(source, transaction, log);
    }

    @Bean
    Writeback writeback(SourceWiring.Systems systems, PostingBook book, Clock clock) {
        return new Writeback(systems.postings(), book, clock);
    }
}
