package io.graceway.edge.source.rest;

import io.graceway.edge.source.Steps;
import io.graceway.edge.source.call.CallPoster;
import io.graceway.edge.source.call.CallTrial;
import io.graceway.edge.source.envelope.XmlInput;
import io.graceway.edge.source.spool.Spool;
import io.graceway.edge.source.spool.SpoolFolder;
import io.graceway.edge.source.spool.SpooledExtract;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.delinquency.AccountSource;
import io.graceway.journey.delinquency.SourceRefused;
import io.graceway.journey.delinquency.TableReader;
import io.graceway.journey.writeback.Posting;
import io.graceway.journey.writeback.SourceSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** A source system that speaks JSON or XML over HTTP: its whole set is read before any of it is judged. */
public final class RestSource implements AccountSource, SourceSystem {

    /** How often a set is read anew that changed while it was read. */
    private static final int READINGS = 3;
    private static final int PARTS = 16;

    private final RestTerms terms;
    private final TableReader reader;
    private final Path spool;
    private final Web web;

    /**
     * @param xml   makes readers of what answers in XML
     * @param spool folder of this source alone, where rows live while they are read; leftovers in it are deleted
     * @throws IllegalArgumentException when the terms cannot be meant
     */
    public RestSource(RestTerms terms, TableReader reader, XmlInput xml, Path spool, Clock clock) {
        this(terms, reader, xml, spool, clock, wait -> LockSupport.parkNanos(wait.toNanos()));
    }

    RestSource(RestTerms terms, TableReader reader, XmlInput xml, Path spool, Clock clock,
               Consumer<Duration> pause) {
        this.terms = terms.checked();
        this.reader = reader;
        this.spool = spool;
        this.web = new Web(this.terms, new Pace(terms, clock, pause), clock, xml);
        try {
            SpoolFolder.sweep(spool);
        } catch (IOException e) {
            throw SpoolFolder.refusal(e);
        }
    }

    @Override
    public Extract open() {
        for (int reading = 1; ; reading++) {
            try {
                return whole();
            } catch (Walk.Shifted e) {
                if (reading == READINGS) {
                    throw new SourceRefused("GW-SRC-085", "a list changed each of " + READINGS + " times that it was"
                            + " read (" + e.getMessage() + "); read it at a quieter hour, or page it by cursor", null);
                }
            }
        }
    }

    private Extract whole() {
        SpoolFolder folder = null;
        Spool lines = null;
        boolean done = false;
        try {
            folder = SpoolFolder.create(spool);
            lines = Spool.onDisk(folder.path().resolve("part"), PARTS);
            String digest = new RestReading(terms, web, reader, lines).all();
            Extract extract = new SpooledExtract(Set.of(), digest, lines, folder);
            done = true;
            return extract;
        } catch (IOException e) {
            throw SpoolFolder.refusal(e);
        } catch (UncheckedIOException e) {
            throw SpoolFolder.refusal(e.getCause());
        } finally {
            if (!done && lines != null) {
                lines.close();
            }
            if (!done && folder != null) {
                folder.close();
            }
        }
    }

    @Override
    public List<CheckStep> check() {
        RestTrial trial = new RestTrial(terms, web, reader);
        Steps steps = reaching().then("list of accounts", trial::list);
        terms.tables().keySet().forEach(name -> steps.then("table " + name, () -> trial.table(name)));
        terms.tables().forEach((name, table) -> {
            if (table.together() != null) {
                steps.then("batch of " + name, () -> trial.together(name));
            }
        });
        return steps.all();
    }

    @Override
    public Set<Posting.Kind> takes() {
        return terms.postings().keySet();
    }

    @Override
    public List<Outcome> post(List<Posting> postings) {
        return new CallPoster(new RestPoster(terms, web), takes()).post(postings);
    }

    /** Each posting is found again under its own key. */
    @Override
    public boolean takesGroups() {
        return false;
    }

    @Override
    public List<CheckStep> checkWriting() {
        RestTrial trial = new RestTrial(terms, web, reader);
        Steps steps = reaching().then("list of accounts", trial::list);
        if (terms.login() != null && terms.login().csrf() != null) {
            steps.then("token for changes", trial::rehearse);
        }
        takes().stream().sorted().forEach(kind -> steps.then("look for " + kind, () -> trial.write(kind)));
        takes().stream().sorted().filter(kind -> terms.postings().get(kind).batch() != null).forEach(kind ->
                steps.then("changeset of " + kind, () -> trial.batch(kind)));
        return steps.all();
    }

    private Steps reaching() {
        return new Steps().then("resolve", () -> CallTrial.resolve(terms.line()))
                .then("connect", () -> CallTrial.connect(terms.line()));
    }
}
