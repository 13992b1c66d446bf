package io.graceway.wiring;

import io.graceway.audit.RoutingLog;
import io.graceway.edge.document.agency.AgencyDocuments;
import io.graceway.edge.document.agency.PartnerCodes;
import io.graceway.edge.store.SqlDeliveryBook;
import io.graceway.edge.store.SqlToneBook;
import io.graceway.edge.store.console.SqlAccountView;
import io.graceway.edge.store.console.SqlConsoleView;
import io.graceway.edge.store.console.SqlExceptions;
import io.graceway.edge.store.console.SqlGaps;
import io.graceway.edge.store.console.SqlLists;
import io.graceway.edge.store.hand.SqlDeliveryDesk;
import io.graceway.edge.store.hand.SqlWaiting;
import io.graceway.face.command.Explanation;
import io.graceway.face.console.ConsolePages;
import io.graceway.face.console.ConsoleView;
import io.graceway.face.console.Frame;
import io.graceway.face.console.account.AccountPages;
import io.graceway.face.console.audit.AuditPages;
import io.graceway.face.console.audit.LogDesk;
import io.graceway.face.console.list.ListExport;
import io.graceway.face.console.list.ListPage;
import io.graceway.face.console.list.Sheets;
import io.graceway.face.console.search.SearchPage;
import io.graceway.face.console.sign.Deeds;
import io.graceway.face.console.work.ApprovalPages;
import io.graceway.face.console.work.CodePages;
import io.graceway.face.console.work.DeliveryPages;
import io.graceway.face.console.work.ExceptionPages;
import io.graceway.face.console.work.PendingPages;
import io.graceway.face.console.work.RecordPages;
import io.graceway.face.console.work.TakeBackPages;
import io.graceway.face.console.work.WorkPages;
import io.graceway.journey.placement.ParcelSeal;
import io.graceway.journey.placement.VettingWatch;
import io.graceway.journey.placement.hand.FourEyes;
import io.graceway.journey.placement.hand.Holds;
import io.graceway.journey.remittance.KeptFiles;
import io.graceway.journey.writeback.PostingBook;
import io.graceway.wiring.JourneyWiring.Terms;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** The console's rooms. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class ConsoleWiring {

    @Bean
    ConsoleView consoleView(DataSource source, Terms terms) {
        return new SqlConsoleView(source, terms.agencies().keySet());
    }

    @Bean
    Frame frame(Home home, Clock clock) {
        return new Frame(home.files().house().name(), clock);
    }

    @Bean
    ConsolePages consolePages(ConsoleView view, VettingWatch watch, Frame frame, ApplicationContext context) {
        return new ConsolePages(view, () -> watch.look(PlacementRoom.now(context)).all(), frame);
    }

    @Bean
    SearchPage searchPage(ConsoleView view, DataSource source, Frame frame) {
        return new SearchPage(view, new SqlLists(source), frame);
    }

    @Bean
    ListPage listPage(DataSource source, Frame frame) {
        return new ListPage(new SqlLists(source), frame);
    }

    @Bean
    AccountPages accountPages(DataSource source, Explanation.Explainer explainer, Frame frame, Clock clock) {
        return new AccountPages(new SqlAccountView(source), explainer, frame, clock);
    }

    @Bean
    ListExport listExport(ListPage pages, Frame frame, Sheets sheets) {
        return new ListExport(pages, frame, sheets);
    }

    @Bean
    WorkPages workPages(Frame frame, PostingBook book, Clock clock) {
        return new WorkPages(frame, book, clock);
    }

    @Bean
    TakeBackPages takeBackPages(Frame frame, ApplicationContext context, Deeds deeds) {
        return new TakeBackPages(frame, (placement, reason) -> new PlacementRoom(context).recall(placement, reason,
                false), deeds);
    }

    @Bean
    DeliveryPages deliveryPages(Frame frame, ConsoleView view, SqlDeliveryDesk desk, FourEyes approvals) {
        return new DeliveryPages(frame, view, desk, approvals);
    }

    @Bean
    ApprovalPages approvalPages(Frame frame, FourEyes approvals) {
        return new ApprovalPages(frame, approvals);
    }

    @Bean
    PendingPages pendingPages(Frame frame, DataSource source, SqlToneBook tones, Holds holds, Terms terms,
                              Clock clock) {
        return new PendingPages(frame, new SqlWaiting(source, tones), holds, terms.agencies().values(), clock);
    }

    @Bean
    SqlExceptions exceptions(DataSource source, TransactionTemplate transaction, RoutingLog log, Clock clock) {
        return new SqlExceptions(source, transaction, log, clock);
    }

    @Bean
    ExceptionPages exceptionPages(Frame frame, SqlExceptions exceptions) {
        return new ExceptionPages(frame, exceptions);
    }

    @Bean
    KeptRoom keptRoom(SqlExceptions exceptions, ApplicationContext context, Home home, Deeds deeds) {
        return new KeptRoom(exceptions, new KeptRoom.Sealed(context.getBean(KeptFiles.class),
                context.getBean(ParcelSeal.class)), context.getBean(AgencyDocuments.class),
                context.getBean(PartnerCodes.class), agency -> home.files().agencies().containsKey(agency)
                ? home.files().agencies().get(agency).dialect() : "", deeds);
    }

    @Bean
    CodePages codePages(Frame frame, KeptRoom room) {
        return new CodePages(frame, room);
    }

    @Bean
    RecordPages recordPages(Frame frame, KeptRoom room, Deeds deeds) {
        return new RecordPages(frame, room, deeds);
    }

    @Bean
    AuditPages auditPages(Frame frame, DataSource source, LogDesk log, Deeds deeds, Clock clock) {
        return new AuditPages(frame, new SqlGaps(source, clock), log, deeds);
    }
}
