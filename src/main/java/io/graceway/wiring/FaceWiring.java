package io.graceway.wiring;

import io.graceway.edge.store.console.SqlConsoleView;
import io.graceway.edge.store.console.SqlLists;
import io.graceway.face.agencyapi.AgencyApi;
import io.graceway.face.console.ConsolePages;
import io.graceway.face.console.ConsoleView;
import io.graceway.face.console.Frame;
import io.graceway.face.console.list.ListExport;
import io.graceway.face.console.list.ListPage;
import io.graceway.face.console.list.Sheets;
import io.graceway.face.console.sign.Deeds;
import io.graceway.face.console.work.TakeBackPages;
import io.graceway.face.console.work.WorkPages;
import io.graceway.face.customer.AnswerPage;
import io.graceway.face.customer.AnswerViews;
import io.graceway.face.customer.Brands;
import io.graceway.face.customer.NeutralPage;
import io.graceway.face.web.Attempts;
import io.graceway.face.web.BareErrors;
import io.graceway.face.web.ErrorPages;
import io.graceway.face.web.Gate;
import io.graceway.face.web.Hosts;
import io.graceway.journey.notice.Answers;
import io.graceway.journey.placement.Agency;
import io.graceway.journey.writeback.PostingBook;
import io.graceway.wiring.JourneyWiring.Terms;
import io.graceway.wiring.config.BrandFile;
import java.time.Clock;
import javax.sql.DataSource;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The pages of a gateway that serves. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class FaceWiring {

    @Bean
    Hosts hosts(Home home) {
        return PagesAddress.of(home.files().house()).hosts();
    }

    @Bean
    FilterRegistrationBean<Gate> gate(Hosts hosts) {
        FilterRegistrationBean<Gate> gate = new FilterRegistrationBean<>(new Gate(hosts));
        gate.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return gate;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bareErrors() {
        return factory -> factory.addContextCustomizers(context ->
                ((StandardHost) context.getParent()).setErrorReportValveClass(BareErrors.class.getName()));
    }

    @Bean
    NeutralPage neutralPage() {
        return new NeutralPage();
    }

    @Bean
    AnswerPage answerPage(Answers answers, NeutralPage neutral, Brands brands, Clock clock) {
        return new AnswerPage(answers, new Attempts(clock), neutral, new AnswerViews(brands, clock));
    }

    /** A brand or an agency whose file is gone is named as well as can be: links outlive files. */
    @Bean
    Brands brands(Home home, Terms terms) {
        return new Brands() {
            @Override
            public Face brand(String id) {
                BrandFile brand = home.files().brands().get(id);
                String house = home.files().house().name();
                return brand == null ? new Face(house, house, "")
                        : new Face(brand.displayName(), brand.legalName(), brand.notice() == null ? ""
                        : brand.notice().contact());
            }

            @Override
            public String agency(String id) {
                Agency agency = terms.agencies().get(id);
                return agency == null ? id : agency.name();
            }
        };
    }

    @Bean
    ConsoleView consoleView(DataSource source) {
        return new SqlConsoleView(source);
    }

    @Bean
    Frame frame(Home home, Clock clock) {
        return new Frame(home.files().house().name(), clock);
    }

    @Bean
    ConsolePages consolePages(ConsoleView view, Frame frame) {
        return new ConsolePages(view, frame);
    }

    @Bean
    ListPage listPage(DataSource source, Frame frame) {
        return new ListPage(new SqlLists(source), frame);
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
    ErrorPages errorPages(Hosts hosts, NeutralPage customers, AgencyApi agencies, ConsolePages house) {
        return new ErrorPages(hosts, customers, agencies, house);
    }
}
