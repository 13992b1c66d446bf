package io.graceway.face.command;

import io.graceway.journey.account.AccountNumber;
import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.Pass;
import io.graceway.journey.writeback.retention.Retention;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code graceway retention}: removes personal data that is past its time, or shows what would go and what stays. */
@Command(name = "retention", mixinStandardHelpOptions = true,
        description = "Remove personal data of accounts on which nothing is open, as house.yaml says under "
        + "schedule.retention; the daily pass does it by itself. Sums of money and the routing log stay.",
        footer = {"", "Examples:", "  graceway retention --dry-run",
            "  graceway retention --hold 0100000222 --because LITIGATION",
            "  graceway retention --release 0100000222"})
final class RetentionCommand implements Callable<Integer> {

    @ParentCommand
    private GracewayCommand parent;
    @Spec
    private CommandSpec spec;
    @Mixin
    private GracewayCommand.HomeOption home;
    @Option(names = "--dry-run", description = "only show what goes now and in the next ninety days, by account number")
    private boolean dryRun;
    @Option(names = "--hold", paramLabel = "ACCOUNT",
            description = "keep personal data of accounts of that number until it is released")
    private String hold;
    @Option(names = "--because", paramLabel = "CODE",
            description = "why, as a code in capital letters; no words about anybody")
    private String because;
    @Option(names = "--release", paramLabel = "ACCOUNT", description = "end that")
    private String release;

    @Override
    public Integer call() {
        if (hold != null && (because == null || !because.matches("[A-Z][A-Z0-9_]{1,39}"))) {
            GracewayCommand.err(spec).println("--hold needs --because and a code, such as LITIGATION");
            return Exit.USAGE;
        }
        Instant now = Clock.systemUTC().instant();
        Pass pass = new Pass(now, AsOf.moment(now), Pass.Until.ROUNDS, true);
        try (Gateway.Running running = parent.gateway().start(home.once())) {
            int exit = act(running.retention(), pass);
            running.publishedLog();
            return exit;
        }
    }

    private int act(Retention retention, Pass pass) {
        PrintWriter out = GracewayCommand.out(spec);
        if (hold != null) {
            retention.hold(new AccountNumber(hold), because, pass);
            out.println("personal data of " + hold + " is kept");
        } else if (release != null) {
            boolean held = retention.release(new AccountNumber(release), pass);
            out.println(held ? "personal data of " + release + " is kept as the rule says" : "it was not held");
            return held ? Exit.DONE : Exit.NOT_FOUND;
        } else if (!retention.hasRule()) {
            GracewayCommand.err(spec).println("GW-RUN-010: house.yaml has no schedule.retention, so nothing goes by "
                    + "itself; say there after how many days it does");
            return Exit.REFUSED;
        } else if (dryRun) {
            retention.plan(pass, one -> out.println(one.account().number().value() + "  " + one.account().source()
                    + "  " + one.on() + (one.isKept() ? "  kept: " + String.join(" ", one.account().kept()) : "")));
        } else {
            out.println("personal data of " + retention.round(pass) + " accounts removed");
        }
        out.flush();
        return Exit.DONE;
    }
}
