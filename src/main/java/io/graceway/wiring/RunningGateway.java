package io.graceway.wiring;

import io.graceway.audit.EntryTable;
import io.graceway.audit.LogPublisher;
import io.graceway.audit.PublishedEntries;
import io.graceway.audit.verify.LogVerifier;
import io.graceway.audit.verify.Verification;
import io.graceway.audit.witness.WitnessRound;
import io.graceway.edge.document.Dialects;
import io.graceway.edge.document.agency.PartnerCodes;
import io.graceway.edge.letter.paper.Handbook;
import io.graceway.edge.store.SqlTally;
import io.graceway.edge.store.console.SqlScorecards;
import io.graceway.edge.store.door.Turn;
import io.graceway.edge.store.hook.SqlConfirmations;
import io.graceway.face.command.Explanation;
import io.graceway.face.command.Gateway;
import io.graceway.face.command.PassReport;
import io.graceway.face.command.PlacementDesk;
import io.graceway.face.command.SourceDesk;
import io.graceway.face.evidence.EvidenceMaker;
import io.graceway.face.evidence.Scope;
import io.graceway.journey.account.Pass;
import io.graceway.journey.placement.VettingWatch;
import io.graceway.journey.placement.hand.AgencyLife;
import io.graceway.journey.placement.hand.FourEyes;
import io.graceway.journey.placement.hand.Outcome;
import io.graceway.journey.placement.report.Scorecard;
import io.graceway.journey.writeback.Confirmation;
import io.graceway.journey.writeback.hook.Endpoint;
import io.graceway.journey.writeback.hook.HookDesk;
import io.graceway.journey.writeback.retention.Retention;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** A gateway that was started, as the command line uses it. */
final class RunningGateway implements Gateway.Running {

    private static final Logger LOG = LoggerFactory.getLogger(RunningGateway.class);

    private final ConfigurableApplicationContext context;
    private final boolean serves;

    RunningGateway(ConfigurableApplicationContext context, boolean serves) {
        this.context = context;
        this.serves = serves;
    }

    @Override
    public PassReport.Sums pass(Pass pass) {
        context.getBean(Turn.class).take();
        context.getBean(ProducerTemplate.class).sendBody(pass.isWholePass() ? "direct:pass" : "direct:rounds", pass);
        context.getBean(LogPublisher.class).publish();
        context.getBean(WitnessRound.class).ask().forEach(refused -> LOG.warn(refused.getMessage()));
        context.getBean(LogWiring.Stamping.class).finish().forEach(refused -> LOG.warn(refused.getMessage()));
        return report().sums();
    }

    @Override
    public PassReport report() {
        return context.getBean(PassReport.class);
    }

    @Override
    public Gateway.Tally tally() {
        return new StoreTally(new SqlTally(context.getBean(DataSource.class)));
    }

    @Override
    public Explanation.Explainer explainer() {
        return context.getBean(Explanation.Explainer.class);
    }

    @Override
    public Map<String, byte[]> handbook(String agency) {
        Home home = context.getBean(Home.class);
        if (!home.files().agencies().containsKey(agency)) {
            return Map.of();
        }
        Clock clock = context.getBean(Clock.class);
        try {
            String key = home.files().house().seal() == null ? "" : EdgeWiring.houseKeys(home, clock).fingerprint();
            Handbook book = new AgencyHandbook(agency, home, context.getBean(Dialects.class),
                    context.getBean(PartnerCodes.class)).write(key, context.getBean(JourneyWiring.Terms.class).tones()
                    .values());
            return Map.of(agency + "-handbook.html", book.html().getBytes(StandardCharsets.UTF_8),
                    agency + "-handbook.pdf", book.pdf(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
        } catch (IOException e) {
            throw new UncheckedIOException("the house's key cannot be read", e);
        }
    }

    @Override
    public List<Scorecard> scorecards() {
        return new SqlScorecards(context.getBean(DataSource.class)).all();
    }

    @Override
    public List<VettingWatch.State> vetting() {
        return context.getBean(VettingWatch.class).states(PlacementRoom.now(context));
    }

    @Override
    public PlacementDesk placements() {
        return new PlacementRoom(context);
    }

    @Override
    public Outcome suspend(String agency, String because, String by) {
        Outcome outcome = context.getBean(AgencyLife.class).suspend(agency, because, by);
        context.getBean(LogPublisher.class).publish();
        return outcome;
    }

    @Override
    public Outcome ask(FourEyes.What what, String agency, String because, String by) {
        Outcome outcome = context.getBean(FourEyes.class).ask(what, agency, because, by);
        context.getBean(LogPublisher.class).publish();
        return outcome;
    }

    @Override
    public Retention retention() {
        return context.getBean(Retention.class);
    }

    @Override
    public SourceDesk sources() {
        return new SourceRoom(context);
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return context.getBean(HookWiring.Endpoints.class).byRecipient();
    }

    @Override
    public HookDesk hooks() {
        return context.getBean(HookDesk.class);
    }

    @Override
    public List<Confirmation> confirmations(Instant since) {
        return new SqlConfirmations(context.getBean(DataSource.class)).since(since);
    }

    @Override
    public Verification verifyLog() {
        PublishedEntries log = publishedLog();
        return new LogVerifier(log.folder().root(), log.key())
                .believing(context.getBean(LogWiring.Stamping.class).trust()).verify(context.getBean(EntryTable.class));
    }

    @Override
    public long evidence(Scope scope, boolean redacted, Path file) throws IOException {
        return context.getBean(EvidenceMaker.class).make(scope, redacted, "", file);
    }

    @Override
    public PublishedEntries publishedLog() {
        context.getBean(LogPublisher.class).publish();
        return context.getBean(PublishedEntries.class);
    }

    @Override
    public Optional<URI> pages() {
        if (!serves) {
            return Optional.empty();
        }
        String address = context.getEnvironment().getProperty("server.address");
        return Optional.of(URI.create("http://" + (address.contains(":") ? "[" + address + "]" : address) + ":"
                + context.getEnvironment().getProperty("local.server.port") + "/"));
    }

    @Override
    public void close() {
        context.close();
    }
}
