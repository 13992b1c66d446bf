package io.graceway.wiring;

import io.graceway.edge.agency.Watchdog;
import io.graceway.edge.document.Dialects;
import io.graceway.edge.store.console.SqlDrafts;
import io.graceway.edge.store.console.SqlSummaries;
import io.graceway.face.command.SourceSheet;
import io.graceway.face.console.Frame;
import io.graceway.face.console.list.Sheets;
import io.graceway.face.console.list.Summaries;
import io.graceway.face.console.onboard.AgreePages;
import io.graceway.face.console.onboard.BeginPages;
import io.graceway.face.console.onboard.StepPages;
import io.graceway.face.console.onboard.Wizard;
import io.graceway.face.console.room.AgencyDesk;
import io.graceway.face.console.room.AgencyPages;
import io.graceway.face.console.room.LifePages;
import io.graceway.face.console.room.ReasonPages;
import io.graceway.face.console.room.SourcePages;
import io.graceway.face.console.room.WordingPages;
import io.graceway.face.console.sign.Deeds;
import io.graceway.journey.placement.BrandTone;
import io.graceway.journey.placement.VettingWatch;
import io.graceway.journey.placement.hand.AgencyLife;
import io.graceway.journey.placement.hand.FourEyes;
import io.graceway.journey.placement.report.Scorecard;
import io.graceway.journey.writeback.Confirmation;
import io.graceway.wiring.config.AgencyConfig;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rooms of the console, which ask the running gateway as the command line does. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class RoomWiring {

    @Bean
    Summaries summaries(DataSource source) {
        return new SqlSummaries(source);
    }

    @Bean
    Sheets sheets(Frame frame, Deeds deeds) {
        return new Sheets(frame, deeds);
    }

    @Bean
    AgencyPages agencyPages(Frame frame, Sheets sheets, ConfigurableApplicationContext context, Summaries summaries,
                            Clock clock) {
        return new AgencyPages(frame, sheets, new Agencies(new RunningGateway(context, false), context
                .getBean(Home.class), context), summaries, clock);
    }

    /** Files of agencies that people write here, until a second person agreed. */
    @Bean
    Wizard wizard(Frame frame, DataSource source, ConfigurableApplicationContext context, Deeds deeds, Clock clock) {
        Home home = context.getBean(Home.class);
        Dialects dialects = context.getBean(Dialects.class);
        return new Wizard(frame, new SqlDrafts(source), new DraftRoom(home, dialects, new DraftTrial(home, dialects,
                context.getBean(Watchdog.class), clock), () -> context.getBean(JourneyWiring.Terms.class).tones()
                .values(), deeds), deeds);
    }

    @Bean
    BeginPages beginPages(Wizard wizard, Clock clock) {
        return new BeginPages(wizard, clock);
    }

    @Bean
    StepPages stepPages(Wizard wizard) {
        return new StepPages(wizard);
    }

    @Bean
    AgreePages agreePages(Wizard wizard) {
        return new AgreePages(wizard);
    }

    @Bean
    LifePages lifePages(Frame frame, AgencyLife life, FourEyes approvals, Home home) {
        return new LifePages(frame, life, approvals, home.files().agencies().keySet());
    }

    @Bean
    SourcePages sourcePages(Frame frame, Sheets sheets, ConfigurableApplicationContext context, Home home, Clock clock,
                            Deeds deeds) {
        RunningGateway running = new RunningGateway(context, false);
        return new SourcePages(frame, sheets, running::sources, (source, sheet) -> SourcePreview.of(home, clock,
                new SourceSheet.Look(source, Optional.empty()), sheet), deeds);
    }

    @Bean
    ReasonPages reasonPages(Frame frame, Sheets sheets, Summaries summaries, Home home) {
        Map<String, String> debts = new TreeMap<>();
        home.files().sources().forEach((id, file) -> debts.put(id, file.debt().name()));
        return new ReasonPages(frame, sheets, summaries, debts);
    }

    @Bean
    WordingPages wordingPages(Frame frame, Sheets sheets, Summaries summaries) {
        return new WordingPages(frame, sheets, summaries);
    }

    /** @param running what the command line asks too */
    private record Agencies(RunningGateway running, Home home, ConfigurableApplicationContext context)
            implements AgencyDesk {

        @Override
        public List<VettingWatch.State> vetting() {
            return running.vetting();
        }

        @Override
        public Ways ways(String agency) {
            AgencyConfig file = home.files().agencies().get(agency);
            AgencyConfig.Mailbox mailbox = file.mailbox();
            String kind = mailbox.sftp() != null ? "sftp" : mailbox.rest() != null ? "rest"
                    : mailbox.soap() != null ? "soap"
                    : mailbox.hosted() != null ? "hosted" : mailbox.calls() != null ? "calls" : "api";
            List<AgencyConfig.Pin> pins = file.seal() == null ? List.of() : file.seal().pins();
            return new Ways(kind, pins.stream().map(one -> new Key(one.fingerprint(), one.from(), one.until()))
                    .toList());
        }

        @Override
        public AgencyLife.State standing(String agency) {
            return context.getBean(AgencyLife.class).of(agency).state();
        }

        @Override
        public Collection<BrandTone> tones() {
            return context.getBean(JourneyWiring.Terms.class).tones().values();
        }

        @Override
        public List<Scorecard> scorecards() {
            return running.scorecards();
        }

        @Override
        public List<Confirmation> confirmations(Instant since) {
            return running.confirmations(since);
        }

        @Override
        public Map<String, byte[]> handbook(String agency) {
            return running.handbook(agency);
        }
    }
}
