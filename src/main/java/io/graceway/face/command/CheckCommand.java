package io.graceway.face.command;

import io.graceway.journey.account.CheckStep;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code graceway check}: whether the configuration is sound, and the house's own and every partner can be used. */
@Command(name = "check", mixinStandardHelpOptions = true,
        description = "Check the configuration, what is the house's own, and every partner's connection step by step.",
        footer = {"", "Example:", "  graceway check --home /etc/graceway"})
final class CheckCommand implements Callable<Integer> {

    @ParentCommand
    private GracewayCommand parent;
    @Spec
    private CommandSpec spec;
    @Mixin
    private GracewayCommand.HomeOption home;
    @Option(names = "--json", description = "one JSON object for each step")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = GracewayCommand.out(spec);
        Map<String, List<CheckStep>> checked = parent.gateway()
                .check(home.once());
        checked.forEach((partner, steps) -> steps.forEach(step ->
                out.println(json ? Json.line(object(partner, step)) : text(partner, step))));
        boolean all = checked.values().stream().flatMap(List::stream).allMatch(CheckStep::passed);
        if (!json) {
            out.println(all ? "configuration sound; the house's own and every partner can be used"
                    : "not everything can be used");
        }
        out.flush();
        return all ? Exit.DONE : Exit.UNREACHABLE;
    }

    static Map<String, Object> object(String partner, CheckStep step) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("partner", partner);
        object.put("step", step.step());
        object.put("passed", step.passed());
        object.put("millis", step.millis());
        object.put("code", step.code());
        object.put("hint", step.hint());
        return object;
    }

    static String text(String partner, CheckStep step) {
        return String.format("%-4s %-28s %-24s %5d ms  %s", step.passed() ? "ok" : "FAIL", partner, step.step(),
                step.millis(), (step.code() + " " + step.hint()).trim());
    }
}
