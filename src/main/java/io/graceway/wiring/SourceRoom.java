package io.graceway.wiring;

import io.graceway.audit.LogPublisher;
import io.graceway.audit.RoutingEntry;
import io.graceway.audit.RoutingLog;
import io.graceway.edge.source.SoapSource;
import io.graceway.edge.source.paper.Papers;
import io.graceway.edge.store.SqlSourceChecks;
import io.graceway.edge.store.back.SqlBeliefBook;
import io.graceway.face.command.SourceDesk;
import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.account.Pass;
import io.graceway.journey.delinquency.SourceRefused;
import io.graceway.journey.delinquency.Sources;
import io.graceway.journey.writeback.BeliefBook;
import io.graceway.journey.writeback.PostingBook;
import io.graceway.journey.writeback.Reconciliation;
import io.graceway.wiring.config.SourceConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers what people ask a started gateway about its sources. */
final class SourceRoom implements SourceDesk {

    private final ApplicationContext context;
    private final Map<String, SourceConfig> sources;
    private final SourceWiring.Systems systems;
    private final SqlSourceChecks checks;

    SourceRoom(ApplicationContext context) {
        this.context = context;
        this.sources = context.getBean(Home.class).files().sources();
        this.systems = context.getBean(SourceWiring.Systems.class);
        this.checks = new SqlSourceChecks(context.getBean(DataSource.class),
                context.getBean(TransactionTemplate.class));
    }

    @Override
    public List<Known> list() {
        List<Known> known = new ArrayList<>();
        sources.forEach((id, file) -> {
            Set<String> takes = new TreeSet<>();
            systems.postings().get(id).takes().forEach(one -> takes.add(one.name()));
            Optional<Checked> last = checks.last(id).map(one -> new Checked(one.at(), one.steps()));
            known.add(new Known(id, SourceTerms.way(file), file.dialect(), file.brand(), takes, last));
        });
        return known;
    }

    @Override
    public Checked check(String source) {
        known(source);
        List<CheckStep> steps = new ArrayList<>(systems.accounts().get(source).check());
        steps.addAll(systems.postings().get(source).checkWriting());
        SqlSourceChecks.Walk walk = new SqlSourceChecks.Walk(context.getBean(Clock.class).instant(), steps);
        checks.record(source, walk);
        return new Checked(walk.at(), walk.steps());
    }

    @Override
    public Paper paper(String source, String account, String reference, Path to) {
        known(source);
        if (!(systems.accounts().get(source) instanceof SoapSource soap)) {
            throw new SourceRefused("GW-SRC-144", "only a source of our SOAP contract gives papers, and this is none;"
                    + " ask those who keep it", null);
        }
        Papers.Paper paper = soap.paper(account, reference, to);
        // A paper says who somebody is: that it was taken out stands in the log, what it was does not.
        context.getBean(TransactionTemplate.class).executeWithoutResult(status -> context.getBean(RoutingLog.class)
                .append(List.of(RoutingEntry.of(context.getBean(Clock.class).instant(), "source.paper-fetched", account,
                "source", source, "bytes", String.valueOf(paper.bytes()), "sha256", paper.sha256(), "by",
                System.getProperty("user.name")))));
        context.getBean(LogPublisher.class).publish();
        return new Paper(paper.bytes(), paper.sha256());
    }

    @Override
    public List<PostingBook.Work> worklist(Optional<String> source) {
        source.ifPresent(this::known);
        return book().worklist(Integer.MAX_VALUE).stream()
                .filter(one -> source.map(one.posting().account().source()::equals).orElse(true)).toList();
    }

    @Override
    public Optional<String> done(String key, PostingBook.Proof proof, String who) {
        boolean done = book().doneByHand(key, proof, who, context.getBean(Clock.class).instant());
        context.getBean(LogPublisher.class).publish();
        return done ? Optional.empty() : Optional.of(book().states(List.of(key)).get(key) == PostingBook.State.POSTED
                ? "GW-WRB-005" : "GW-WRB-006");
    }

    @Override
    public Reconciliation.Result reconcile(String source, Runnable each) {
        known(source);
        BeliefBook book = new SqlBeliefBook(context.getBean(DataSource.class));
        Reconciliation reconciliation = new Reconciliation();
        Instant now = context.getBean(Clock.class).instant();
        Pass pass = new Pass(now, AsOf.moment(now), Pass.Until.ELIGIBILITY, true);
        try (Sources.Reading pages = context.getBean(Sources.class).read(new Sources.SourcePass(pass, source))) {
            pages.forEachRemaining(page -> {
                List<AccountKey> keys = new ArrayList<>();
                page.accounts().forEach(one -> keys.add(one.key()));
                page.refused().forEach(one -> keys.add(one.key()));
                reconciliation.compare(page, book.of(source, keys));
                keys.forEach(any -> each.run());
            });
        }
        return reconciliation.result();
    }

    private PostingBook book() {
        return context.getBean(PostingBook.class);
    }

    private void known(String source) {
        if (!sources.containsKey(source)) {
            throw SourcePreview.unknown(source);
        }
    }
}
