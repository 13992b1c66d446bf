package io.graceway.face.command;

import io.graceway.audit.PublishedEntries;
import io.graceway.audit.verify.Verification;
import io.graceway.face.evidence.Scope;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.account.Pass;
import io.graceway.journey.placement.VettingWatch;
import io.graceway.journey.placement.hand.FourEyes;
import io.graceway.journey.placement.hand.Outcome;
import io.graceway.journey.placement.report.Scorecard;
import io.graceway.journey.writeback.Confirmation;
import io.graceway.journey.writeback.hook.Endpoint;
import io.graceway.journey.writeback.hook.HookDesk;
import io.graceway.journey.writeback.retention.Retention;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The gateway as the command line starts it. */
public interface Gateway {

    /**
     * What is started.
     *
     * @param home        folder with {@code partner-config}, and with {@code routes} and {@code mappings} of its own if
     * it has any
     * @param mode        what it does by itself
     * @param clock       what the time is
     * @param environment what {@code ${env:NAME}} stands for
     */
    record Start(Path home, Mode mode, Clock clock, Function<String, String> environment) {
    }

    /** What a gateway does by itself. */
    enum Mode {
        /** Nothing: it does what it is asked, and ends. */
        ONCE,
        /** It shows its pages; passes are asked for. */
        PAGES,
        /** It shows its pages and goes by its own schedule. */
        SERVICE
    }

    /** Starts; a configuration that cannot be used is refused with every problem. */
    Running start(Start start);

    /** Starts a sandbox: partners are folders, nothing leaves, and its store is marked for ever. */
    Running sandbox(SandboxHome sandbox);

    /**
     * Tries, without starting, everything that a gateway there would need: the house's own by {@code house/section},
     * every partner by {@code source/id} or {@code agency/id}, each with its steps.
     */
    Map<String, List<CheckStep>> check(Start start);

    /** Reads a file as one from an agency is read, and stores nothing. */
    void preview(Start start, Sample sample, Sheet sheet);

    /**
     * A file to be looked at.
     *
     * @param agency   who sent it, with its dialect, settings and codes; empty for any that speaks the dialect
     * @param dialect  empty where the agency's file says
     * @param mapping  what it is; empty where folder and name say
     * @param settings of an agency, name to value; over those of its file
     */
    record Sample(Path file, Optional<String> agency, Optional<String> dialect, Optional<String> mapping,
                  Map<String, String> settings) {
    }

    /** Who looks at it. */
    interface Sheet {

        /** A line as it came, and what it means. */
        void line(long number, String before, String record, Map<String, String> after);

        /** A line that is not taken. */
        void refused(long number, String before, String field, String code, String why);

        /** Why nothing of the file is taken. */
        void faulty(long number, String field, String code, String why);

        /** @param of currency, or what else is added up by; empty for all */
        void total(String of, long records, Map<String, String> sums);
    }

    /**
     * Begins an agency's file, with a comment for everything that has to be filled in.
     *
     * @param mailbox kind of it, as the file names it
     * @return the file
     */
    Path newAgency(Path home, String id, String dialect, String mailbox);

    /**
     * Begins a source: its file, its dialect and an example of it.
     *
     * @param kind how it is read, as the file names it
     * @return the files; the source's own comes first and its mapping next
     */
    List<Path> newSource(Path home, String kind, String id);

    /** Reads a source, or a sample of it, as a pass does, and stores nothing. */
    void preview(Start start, SourceSheet.Look look, SourceSheet sheet);

    /** What everything comes to, each line by its name. */
    interface Tally {

        Map<String, String> stages();
        Map<String, Long> accounts();

        /** How often each thing has happened so far. */
        Map<String, Long> happened();

        Map<String, Long> notices();
        Map<String, Long> placements();

        /** One line for each currency. */
        List<String> money();

        Map<String, Long> deliveries();
        Map<String, Long> files();
        Map<String, Long> toneFindings();
        Map<String, Long> postings();

        /** Everything that does not fit together; empty when every account is accounted for. */
        List<String> unaccounted();
    }

    /** A gateway that was started. */
    interface Running extends AutoCloseable {

        /** Runs a pass and comes back when everything that was due is done. */
        PassReport.Sums pass(Pass pass);

        PassReport report();

        Tally tally();

        Explanation.Explainer explainer();

        /** What people ask it to do with placements. */
        PlacementDesk placements();

        /** What an agency has to know to trade with the house: file to content; empty where there is no such agency. */
        Map<String, byte[]> handbook(String agency);

        /** How every agency did, by currency. */
        List<Scorecard> scorecards();

        /** How the vetting of every agency stands today, and which open placements it does not cover. */
        List<VettingWatch.State> vetting();

        /** From now on nothing new goes to the agency. */
        Outcome suspend(String agency, String because, String by);

        /** Asks for what only somebody else can agree to. */
        Outcome ask(FourEyes.What what, String agency, String because, String by);

        /** When personal data of accounts goes that are over. */
        Retention retention();

        /** What it can say about its sources. */
        SourceDesk sources();

        /** Who is told by webhook, by recipient. */
        Map<String, Endpoint> endpoints();

        /** What they were told, and what came of it. */
        HookDesk hooks();

        /** How long messages took from a source to an agency's confirmation, of all that were seen since then. */
        List<Confirmation> confirmations(Instant since);

        /** Whether the routing log, as it is kept and as it was published, is whole. */
        Verification verifyLog();

        /** Writes an evidence pack, and gives how many entries it proves; where there are none, nothing is written. */
        long evidence(Scope scope, boolean redacted, Path file) throws IOException;

        /** The routing log as published just now. */
        PublishedEntries publishedLog();

        /** Where its pages are; empty when it does not serve. */
        Optional<URI> pages();

        @Override
        void close();
    }
}
