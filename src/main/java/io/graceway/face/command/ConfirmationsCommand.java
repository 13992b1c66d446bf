package io.graceway.face.command;

import io.graceway.journey.writeback.Confirmation;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code graceway agency confirmations}: how long it took until agencies had what the sources showed. */
@Command(name = "confirmations", mixinStandardHelpOptions = true,
        description = {"From the moment at which a source first showed a direct payment, its reversal, an adjustment "
            + "or a dispute of a placed account, to the agency's confirmation that it has it.",
            "Confirmed is what the agency took away from its mailbox, or answered. Times in minutes."},
        footer = {"", "Examples:", "  graceway agency confirmations",
            "  graceway agency confirmations northgate --days 7 --json"})
final class ConfirmationsCommand implements Callable<Integer> {

    private static final String LINE = "%-16s %-24s %6s %9s %9s %9s %9s";

    @ParentCommand
    private AgencyCommand parent;
    @Spec
    private CommandSpec spec;
    @Mixin
    private GracewayCommand.HomeOption home;
    @Parameters(paramLabel = "ID", arity = "0..1", description = "only that agency")
    private String id;
    @Option(names = "--days", paramLabel = "N", defaultValue = "30", description = "how far back (default: 30)")
    private int days;
    @Option(names = "--json", description = "one JSON object for each agency and message, and for each that waits")
    private boolean json;

    @Override
    public Integer call() {
        List<Confirmation> all;
        Clock clock = home.once().clock();
        try (Gateway.Running running = parent.gateway().start(home.once())) {
            all = running.confirmations(clock.instant().minus(Duration.ofDays(days))).stream()
                    .filter(one -> id == null || one.agency().equals(id)).toList();
        }
        PrintWriter out = GracewayCommand.out(spec);
        if (!json) {
            out.println(String.format(LINE, "", "", "told", "sent", "median", "slowest", "waiting"));
        }
        Confirmation.told(all).forEach(some -> out.println(group(some)));
        all.stream().filter(one -> one.confirmed().isEmpty()).forEach(one -> out.println(waiting(one,
                clock.instant())));
        out.flush();
        return Exit.DONE;
    }

    private String group(Confirmation.Told some) {
        Object[] row = {some.agency(), some.document(), some.told(), minutes(some.sent()), minutes(some.median()),
            minutes(some.slowest()), some.waiting()};
        if (!json) {
            return String.format(LINE, row);
        }
        Map<String, Object> object = new LinkedHashMap<>();
        List<String> names = List.of("agency", "document", "told", "sentMedianMinutes", "confirmedMedianMinutes",
                "confirmedSlowestMinutes", "unconfirmed");
        for (int i = 0; i < row.length; i++) {
            object.put(names.get(i), "-".equals(row[i]) ? "" : row[i]);
        }
        return Json.line(object);
    }

    private String waiting(Confirmation one, Instant now) {
        if (!json) {
            return "not confirmed  " + one.agency() + "  " + one.placement() + "  " + one.document() + "  seen "
                    + one.seen() + one.sent().map(at -> ", sent " + at).orElse(", not sent yet");
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("agency", one.agency());
        object.put("document", one.document());
        object.put("placement", one.placement());
        object.put("seen", one.seen().toString());
        object.put("sent", one.sent().map(Instant::toString).orElse(""));
        object.put("waitingMinutes", Duration.between(one.seen(), now).toMinutes());
        return Json.line(object);
    }

    private static Object minutes(Optional<Long> many) {
        return many.map(Object.class::cast).orElse("-");
    }
}
