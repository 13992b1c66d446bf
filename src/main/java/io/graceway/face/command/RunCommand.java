package io.graceway.face.command;

import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.Money;
import io.graceway.journey.account.Pass;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code graceway run}: the real job, as a service or for one pass. */
@Command(name = "run", mixinStandardHelpOptions = true,
        description = "Run the gateway against the systems that the home folder names.",
        footer = {"", "Examples:", "  graceway run --home /etc/graceway",
            "  graceway run --once --as-of 2020-05-31 --until eligibility --json"})
final class RunCommand implements Callable<Integer> {

    /** The gateway's clock stands at this hour of the day asked for. */
    private static final LocalTime HOUR = LocalTime.of(15, 0);

    @ParentCommand
    private GracewayCommand parent;
    @Spec
    private CommandSpec spec;
    @Mixin
    private GracewayCommand.HomeOption home;
    @Option(names = "--once", description =
            "one pass over all sources and all rounds, then end; parcels do not wait for cutoffs")
    private boolean once;
    @Option(names = "--as-of", paramLabel = "DATE",
            description = "judge by this day, and let the gateway's clock stand on it")
    private LocalDate asOf;
    @Option(names = "--until", paramLabel = "STAGE", defaultValue = "end",
            description = "stop after this stage: eligibility, notice, placement or end; with "
            + "\"rounds\" no source is read and only what waits is done")
    private Until until;
    @Option(names = "--json", description = "one JSON object for each account on standard output, then a summary")
    private boolean json;

    /** The stages a pass can be stopped after, and what is done between passes. */
    enum Until { ROUNDS, ELIGIBILITY, NOTICE, PLACEMENT, END }

    @Override
    public Integer call() throws InterruptedException {
        if (asOf != null && !once) {
            GracewayCommand.err(spec).println("--as-of needs --once: the service goes by the real day");
            return Exit.USAGE;
        }
        Clock clock = asOf == null ? Clock.systemUTC()
                : Clock.fixed(asOf.atTime(HOUR).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        try (Gateway.Running running = parent.gateway().start(new Gateway.Start(home.home(),
                once ? Gateway.Mode.ONCE : Gateway.Mode.SERVICE, clock, System::getenv))) {
            return once ? pass(running, clock) : serve(running);
        }
    }

    private int pass(Gateway.Running running, Clock clock) {
        AsOf day = asOf == null ? AsOf.moment(clock.instant()) : AsOf.date(asOf);
        PassReport.Sums sums;
        long known = running.tally().accounts().values().stream().mapToLong(Long::longValue).sum();
        try (Progress progress = Progress.onTerminal("accounts", !json, known)) {
            PrintWriter out = GracewayCommand.out(spec);
            running.report().listen(line -> {
                if (json) {
                    out.println(Json.line(object(line)));
                }
                progress.step();
            });
            sums = running.pass(new Pass(clock.instant(), day, Pass.Until.valueOf(until.name()), true));
        }
        sums.failures().forEach(GracewayCommand.err(spec)::println);
        tell(sums);
        return sums.failures().isEmpty() ? Exit.DONE : Exit.PARTLY;
    }

    private static Map<String, Object> object(PassReport.Line line) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("account", line.account());
        object.put("verdict", line.verdict());
        object.put("reasons", line.reasons());
        object.put("balance", line.balance().amount().toPlainString());
        object.put("currency", line.balance().currency());
        object.put("source", line.source());
        object.put("day", line.day());
        object.put("first_missed", line.firstMissed());
        object.put("ask_again", line.askAgain());
        object.put("conduct", line.conduct());
        object.put("stage", line.stage().toLowerCase(Locale.ROOT));
        return object;
    }

    private void tell(PassReport.Sums sums) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("as_of", asOf == null ? "now" : asOf.toString());
        summary.put("accounts", sums.accounts());
        summary.put("cleared", sums.cleared());
        summary.put("held", sums.held());
        summary.put("rejected", sums.rejected());
        Map<String, String> balance = new LinkedHashMap<>();
        sums.clearedBalance().forEach((currency, money) -> balance.put(currency, money.amount().toPlainString()));
        summary.put("cleared_balance", balance);
        summary.put("failures", sums.failures());
        PrintWriter out = GracewayCommand.out(spec);
        if (json) {
            out.println(Json.line(Map.of("summary", summary)));
        } else {
            out.printf(Locale.ROOT, "%,d accounts: %,d cleared, %,d held, %,d rejected%n", sums.accounts(),
                    sums.cleared(), sums.held(), sums.rejected());
            sums.clearedBalance().values().forEach(money ->
                    out.printf(Locale.ROOT, "  cleared %,.2f %s%n", money.amount(),
                    Optional.of(money).map(Money::currency).get()));
        }
        out.flush();
    }

    private int serve(Gateway.Running running) throws InterruptedException {
        running.pages().ifPresent(pages -> GracewayCommand.err(spec)
                .println("graceway runs; its pages are at " + pages));
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(ended::countDown));
        ended.await();
        return Exit.DONE;
    }
}
