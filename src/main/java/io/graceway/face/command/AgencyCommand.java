package io.graceway.face.command;

import io.graceway.journey.placement.Credential;
import io.graceway.journey.placement.VettingWatch.State;
import io.graceway.journey.placement.VettingWatch.Uncovered;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
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

/** {@code graceway agency}: what the house asks about its agencies. */
@Command(name = "agency", mixinStandardHelpOptions = true, description = "The agencies.",
        subcommands = {NewAgencyCommand.class, AgencyCommand.VettingOf.class, HandbookCommand.class,
            ScorecardCommand.class, ConfirmationsCommand.class, SecretCommand.class,
            LifeCommand.Suspend.class, LifeCommand.Resume.class, LifeCommand.Leave.class})
final class AgencyCommand implements Runnable {

    @ParentCommand
    private GracewayCommand parent;
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(GracewayCommand.out(spec));
    }

    Gateway gateway() {
        return parent.gateway();
    }

    static void unknown(CommandSpec spec, String id) {
        GracewayCommand.err(spec).println("GW-CMD-002: there is no agency "
                + (id == null ? "in partner-config/agencies" : id + "; look into partner-config/agencies"));
    }

    /** {@code graceway agency vetting}: every credential with its last day, and what is not covered any more. */
    @Command(name = "vetting", mixinStandardHelpOptions = true,
            description = "Every credential with its last day, and the open placements that none covers any more.",
            footer = {"", "Examples:", "  graceway agency vetting", "  graceway agency vetting northgate --json"})
    static final class VettingOf implements Callable<Integer> {

        @ParentCommand
        private AgencyCommand parent;
        @Spec
        private CommandSpec spec;
        @Mixin
        private GracewayCommand.HomeOption home;
        @Parameters(paramLabel = "ID", arity = "0..1", description = "only that agency")
        private String id;
        @Option(names = "--json", description = "one JSON object for each credential and each uncovered placement")
        private boolean json;

        @Override
        public Integer call() {
            PrintWriter out = GracewayCommand.out(spec);
            List<State> states;
            try (Gateway.Running running = parent.gateway().start(home.once())) {
                states = running.vetting().stream().filter(one -> id == null || one.agency().id().equals(id)).toList();
            }
            if (states.isEmpty()) {
                unknown(spec, id);
                return Exit.NOT_FOUND;
            }
            states.forEach(one -> tell(one, out));
            out.flush();
            return states.stream().allMatch(one -> one.uncovered().isEmpty()) ? Exit.DONE : Exit.PARTLY;
        }

        private void tell(State state, PrintWriter out) {
            if (!json) {
                out.println(state.agency().id() + "  " + state.agency().name());
            }
            state.agency().vetting().credentials().stream().sorted(Comparator.comparing(Credential::until)
                    .thenComparing(Credential::reference)).forEach(one -> out.println(json
                    ? Json.line(object(state, one)) : text(state, one)));
            state.uncovered().forEach(one -> out.println(json ? Json.line(object(state, one))
                    : "  not covered: " + one.open().placement() + " of " + one.open().account() + ": "
                    + String.join(", ", one.why())));
        }

        private static String text(State state, Credential one) {
            long left = ChronoUnit.DAYS.between(state.day(), one.until());
            boolean told = state.lapses().stream().anyMatch(lapse -> lapse.credential().equals(one));
            return String.format("%-2s%-10s %-20s %-6s  %s to %s  %s", told ? "! " : "", one.type(), one.number(),
                    one.jurisdiction().map(Object::toString).orElse("all"), one.from(), one.until(),
                    left < 0 ? "lapsed " + -left + " days ago" : left + " days left");
        }

        private static Map<String, Object> object(State state, Credential one) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("agency", state.agency().id());
            object.put("credential", one.type());
            object.put("number", one.number());
            object.put("jurisdiction", one.jurisdiction().map(Object::toString).orElse(""));
            object.put("from", one.from().toString());
            object.put("until", one.until().toString());
            object.put("daysLeft", ChronoUnit.DAYS.between(state.day(), one.until()));
            return object;
        }

        private static Map<String, Object> object(State state, Uncovered one) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("agency", state.agency().id());
            object.put("placement", one.open().placement().value());
            object.put("account", one.open().account().toString());
            object.put("notCovered", one.why());
            return object;
        }
    }
}
