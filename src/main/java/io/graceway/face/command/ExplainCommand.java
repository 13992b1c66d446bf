package io.graceway.face.command;

import io.graceway.journey.account.AsOf;
import io.graceway.journey.eligibility.Finding;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code graceway explain}: why an account is where it is, and what happens next. */
@Command(name = "explain", mixinStandardHelpOptions = true,
        description = "Explain why an account is where it is: every finding, and the next date something will happen.",
        footer = {"", "Example:", "  graceway explain 0100000222 --as-of 2020-05-31"})
final class ExplainCommand implements Callable<Integer> {

    @ParentCommand
    private GracewayCommand parent;
    @Spec
    private CommandSpec spec;
    @Mixin
    private GracewayCommand.HomeOption home;
    @Parameters(paramLabel = "ACCOUNT", description = "the creditor's account number, exactly as the source spells it")
    private String account;
    @Option(names = "--as-of", paramLabel = "DATE", description = "judge by this day instead of today")
    private LocalDate asOf;
    @Option(names = "--json", description = "one JSON object for each account of that number")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = GracewayCommand.out(spec);
        AsOf day = asOf == null ? AsOf.moment(Clock.systemUTC().instant()) : AsOf.date(asOf);
        try (Gateway.Running running = parent.gateway().start(home.once())) {
            List<Explanation> found = running.explainer().explain(account, day);
            if (found.isEmpty()) {
                GracewayCommand.err(spec).println("GW-CMD-001: no account has the number " + account
                        + "; numbers are compared exactly, with leading zeros and tails");
                return Exit.NOT_FOUND;
            }
            found.forEach(one -> {
                if (json) {
                    out.println(Json.line(object(one)));
                } else {
                    tell(one, out);
                }
            });
            out.flush();
            return Exit.DONE;
        }
    }

    private static Map<String, Object> object(Explanation one) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("account", one.account().number().value());
        object.put("source", one.account().source());
        object.put("currency", one.account().currency());
        object.put("stage", one.stage().toLowerCase(java.util.Locale.ROOT));
        object.put("day", one.day());
        object.put("balance", one.balance().amount().toPlainString());
        object.put("findings", one.findings());
        object.put("citations", one.citations());
        object.put("next", one.next().stream().map(Explanation.Next::toString).toList());
        object.put("scheduled", one.scheduled().stream().map(ExplainCommand::object).toList());
        object.put("history", one.history().stream().map(Explanation.Logged::entry).toList());
        return object;
    }

    private static Map<String, Object> object(Explanation.Scheduled one) {
        return Map.of("what", one.what().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), "about",
                one.about(), "at", one.at().toString(), "zone", one.zone());
    }

    private static void tell(Explanation one, PrintWriter out) {
        out.println(one.account() + "  " + one.stage().toLowerCase(java.util.Locale.ROOT) + "  " + one.balance()
                + (one.day().isEmpty() ? "" : "  judged on " + one.day()));
        for (Finding finding : one.findings()) {
            out.printf("  %-11s %-28s %-8s asks %s, found %s%s%n",
                    finding.result().name().toLowerCase(java.util.Locale.ROOT), finding.rule(),
                    finding.layer().toLowerCase(java.util.Locale.ROOT), finding.required(), finding.observed(),
                    finding.until() == null ? "" : ", until " + finding.until());
            String citation = one.citations().getOrDefault(finding.rule(), "");
            if (!citation.isEmpty()) {
                out.println("              " + citation);
            }
        }
        one.next().forEach(next -> out.println("  next: " + next));
        one.scheduled().forEach(date -> out.println("  on " + date));
        one.history().forEach(logged -> out.println("  log: " + logged.index() + " " + logged.entry()));
    }
}
