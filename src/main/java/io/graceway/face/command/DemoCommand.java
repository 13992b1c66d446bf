package io.graceway.face.command;

import io.graceway.audit.verify.Verification;
import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.Pass;
import io.graceway.simulator.season.Season;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code graceway demo}: a whole season against played partners over real SMTP, SFTP, HTTP and SQL. */
@Command(name = "demo", mixinStandardHelpOptions = true,
        description = "Play a season of ninety days against made-up partners, over real SMTP, SFTP, HTTP and SQL.",
        footer = {"", "Examples:", "  graceway demo", "  graceway demo --folder /tmp/season --days 30"})
final class DemoCommand implements Callable<Integer> {

    private static final LocalTime HOUR = LocalTime.of(18, 0);

    @ParentCommand
    private GracewayCommand parent;
    @Spec
    private CommandSpec spec;
    @Option(names = "--folder", paramLabel = "FOLDER",
            description = "an empty or new folder for everything the season leaves behind")
    private Path folder;
    @Option(names = "--days", defaultValue = "" + Season.DAYS,
            description = "how many days to play (default: ${DEFAULT-VALUE})")
    private int days;
    @Option(names = "--home", hidden = true, defaultValue = "${sys:graceway.folder:-.}")
    private Path home;

    private final WalkingClock clock = new WalkingClock(Season.FIRST.atTime(HOUR).toInstant(ZoneOffset.UTC));

    @Override
    public Integer call() throws Exception {
        Path place = folder == null ? Files.createTempDirectory("graceway-demo-") : folder.toAbsolutePath();
        PrintWriter out = GracewayCommand.out(spec);
        try (Season season = new Season(place, clock);
             Gateway.Running running = parent.gateway().start(new Gateway.Start(home, Gateway.Mode.PAGES, clock,
                     environment(season)))) {
            out.println("A season of " + days + " days from " + Season.FIRST
                    + ": 120 accounts in two source systems, three agencies.");
            for (int i = 0; i < days; i++) {
                day(Season.FIRST.plusDays(i), season, running, out);
            }
            return tell(season, running, place, out);
        }
    }

    private static Function<String, String> environment(Season season) {
        Map<String, String> values = season.environment();
        return name -> values.containsKey(name) ? values.get(name) : System.getenv(name);
    }

    private void day(LocalDate day, Season season, Gateway.Running running, PrintWriter out) throws Exception {
        clock.walkTo(day.atTime(HOUR).toInstant(ZoneOffset.UTC));
        season.morning(day);
        Map<String, Long> before = running.tally().happened();
        running.report().listen(line -> { });
        PassReport.Sums sums = running.pass(new Pass(clock.instant(), AsOf.moment(clock.instant()), Pass.Until.END,
                true));
        season.evening(day);
        Map<String, Long> stages = running.tally().accounts();
        String line = String.format(Locale.ROOT, "%s  in house %3d  warned %2d  placed %2d   %s", day,
                stages.getOrDefault("HELD", 0L) + stages.getOrDefault("CLEARED", 0L),
                stages.getOrDefault("NOTICED", 0L), stages.getOrDefault("PLACED", 0L),
                news(before, running.tally().happened()));
        out.println(line.stripTrailing());
        sums.failures().forEach(failure -> out.println("            " + failure));
        out.flush();
    }

    private static String news(Map<String, Long> before, Map<String, Long> after) {
        return after.entrySet().stream().filter(one -> one.getValue() > before.get(one.getKey()))
                .map(one -> one.getValue() - before.get(one.getKey()) + " " + one.getKey())
                .collect(Collectors.joining(", "));
    }

    private static int tell(Season season, Gateway.Running running, Path place, PrintWriter out) {
        Gateway.Tally tally = running.tally();
        out.println();
        section(out, "Accounts by stage", tally.stages());
        section(out, "Notices", tally.notices());
        section(out, "Placements", tally.placements());
        out.println("Money from agencies (in = applied + suspense + rejected + fees)");
        tally.money().forEach(line -> out.println("  " + line));
        section(out, "Deliveries by rung", tally.deliveries());
        section(out, "Files from agencies", tally.files());
        section(out, "Tone findings", tally.toneFindings());
        section(out, "Postings in the sources", tally.postings());
        out.println("What the others say");
        season.told().forEach(line -> out.println("  " + line));
        out.println();
        Verification log = running.verifyLog();
        tally.unaccounted().forEach(out::println);
        boolean sound = log.proved() && tally.unaccounted().isEmpty();
        out.println(sound ? "routing log verifies, every account accounted for (" + log.size() + " entries)"
                : "NOT everything is accounted for: " + log.verdict());
        out.println("Letters, parcels, answer files and the routing log are in " + place);
        out.println("  state/letters, state/parcels, state/log, agencies/*/read, erp/postings");
        out.flush();
        return sound ? Exit.DONE : Exit.INTEGRITY;
    }

    private static void section(PrintWriter out, String title, Map<String, ?> lines) {
        out.println(title);
        lines.forEach((name, value) -> out.printf("  %-18s %s%n", name.toLowerCase(Locale.ROOT).replace('_', ' '),
                value));
    }
}
