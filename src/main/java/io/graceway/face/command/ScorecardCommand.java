package io.graceway.face.command;

import io.graceway.journey.placement.report.Scorecard;
import io.graceway.journey.placement.report.Scorecard.Counts;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code graceway agency scorecard}: how the agencies do, beside each other. */
@Command(name = "scorecard", mixinStandardHelpOptions = true,
        description = {"How the agencies do, by currency.",
            "The index compares like with like: 1.00 recovers of its accounts as much as the other agencies do of "
            + "accounts of the same month and size; \"-\" where no other agency had such."},
        footer = {"", "Examples:", "  graceway agency scorecard", "  graceway agency scorecard northgate --json"})
final class ScorecardCommand implements Callable<Integer> {

    private static final String LINE = "%-16s %-4s %8s %16s %16s %6s %6s %7s %7s %7s %7s %7s %9s";

    @ParentCommand
    private AgencyCommand parent;
    @Spec
    private CommandSpec spec;
    @Mixin
    private GracewayCommand.HomeOption home;
    @Parameters(paramLabel = "ID", arity = "0..1", description = "only that agency")
    private String id;
    @Option(names = "--json", description = "one JSON object for each agency and currency")
    private boolean json;

    @Override
    public Integer call() {
        List<Scorecard> cards;
        try (Gateway.Running running = parent.gateway().start(home.once())) {
            cards = running.scorecards().stream().filter(one -> id == null || one.agency().equals(id)).toList();
        }
        PrintWriter out = GracewayCommand.out(spec);
        if (cards.isEmpty()) {
            GracewayCommand.err(spec).println("GW-CMD-020: nothing was sent to " + (id == null ? "any agency" : id)
                    + " yet");
            return Exit.NOT_FOUND;
        }
        if (!json) {
            out.println(String.format(LINE, "", "", "sent", "placed", "recovered", "%", "index", "answer", "reject",
                    "compl.", "disp.", "breach", "recall"));
            out.println(String.format(LINE, "", "", "", "", "", "", "", "days", "/1000", "/1000", "/1000", "/1000",
                    "kept"));
        }
        cards.forEach(one -> out.println(json ? Json.line(object(one)) : text(one)));
        out.flush();
        return Exit.DONE;
    }

    private static String text(Scorecard one) {
        Counts counts = one.counts();
        return String.format(LINE, one.agency(), one.placed().currency(), counts.placements(),
                String.format(Locale.ROOT, "%,.2f", one.placed().amount()),
                String.format(Locale.ROOT, "%,.2f", one.recovered().amount()), one.rate(),
                one.index().map(Object::toString).orElse("-"), one.daysToAnswer().map(Object::toString).orElse("-"),
                counts.perThousand(counts.rejected()), counts.perThousand(counts.complaints()),
                counts.perThousand(counts.disputes()), counts.perThousand(counts.breaches()),
                counts.recalled() - Math.min(counts.recalled(), counts.afterRecall()) + " of " + counts.recalled());
    }

    private static Map<String, Object> object(Scorecard one) {
        Counts counts = one.counts();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("agency", one.agency());
        object.put("currency", one.placed().currency());
        object.put("placements", counts.placements());
        object.put("placed", one.placed().amount().toPlainString());
        object.put("recovered", one.recovered().amount().toPlainString());
        object.put("compared", one.compared().amount().toPlainString());
        object.put("peers", one.peers().map(money -> money.amount().toPlainString()).orElse(""));
        object.put("index", one.index().map(Object::toString).orElse(""));
        object.put("answered", counts.answered());
        object.put("daysToAnswer", one.daysToAnswer().map(Object::toString).orElse(""));
        object.put("rejected", counts.rejected());
        object.put("complaints", counts.complaints());
        object.put("disputes", counts.disputes());
        object.put("reports", counts.reports());
        object.put("breaches", counts.breaches());
        object.put("recalled", counts.recalled());
        object.put("contactsAfterRecall", counts.afterRecall());
        return object;
    }
}
