package io.graceway.face.command;

import io.graceway.journey.account.AccountNumber;
import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.Pass;
import io.graceway.journey.placement.change.ErasureOrder;
import io.graceway.journey.placement.change.Erasures;
import io.graceway.journey.writeback.retention.Over;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code graceway erase}: has agencies erase what they hold of an account, and tells who has done it. */
@Command(name = "erase", mixinStandardHelpOptions = true,
        description = "Order every agency that had the account to erase what it holds of it, and tell who confirmed. "
        + "Nothing in house is erased by it, unless that is asked for too.",
        footer = {"", "Examples:", "  graceway erase 0100000222", "  graceway erase 0100000222 --in-house"})
final class EraseCommand implements Callable<Integer> {

    @ParentCommand
    private GracewayCommand parent;
    @Spec
    private CommandSpec spec;
    @Mixin
    private GracewayCommand.HomeOption home;
    @Parameters(paramLabel = "ACCOUNT", description = "the account's number, as its source spells it")
    private String account;

    @Option(names = "--in-house", description = "also remove here what is known of the customer, now; sums stay")
    private boolean inHouse;

    @Override
    public Integer call() {
        Clock clock = Clock.systemUTC();
        try (Gateway.Running running = parent.gateway().start(home.once())) {
            AccountNumber number = new AccountNumber(account);
            return inHouse ? remove(running, number, clock.instant())
                    : tell(running.placements().erase(number), LocalDate.now(clock));
        }
    }

    private int remove(Gateway.Running running, AccountNumber number, Instant now) {
        List<Over> found = running.retention().erase(number, new Pass(now, AsOf.moment(now), Pass.Until.ROUNDS, true));
        running.publishedLog();
        found.forEach(one -> GracewayCommand.out(spec).println(one.source() + "  " + (one.kept().isEmpty() ? "removed"
                : "GW-RUN-011 kept: " + String.join(" ", one.kept()))));
        GracewayCommand.out(spec).flush();
        return found.isEmpty() ? Exit.NOT_FOUND : found.stream().allMatch(one -> one.kept().isEmpty()) ? Exit.DONE
                : Exit.PARTLY;
    }

    private int tell(Erasures.Result result, LocalDate day) {
        PrintWriter out = GracewayCommand.out(spec);
        for (ErasureOrder one : result.orders()) {
            out.println(one.agency() + "  " + one.placement() + "  " + one.state(day));
        }
        out.flush();
        result.refused().ifPresent(code -> GracewayCommand.err(spec).println(code + ": "
                + switch (code) {
                    case "GW-REM-140" -> "an agency has the account; recall it first";
                    case "GW-REM-141" -> "an agency's dialect has no erasure order";
                    default -> "no agency ever had an account of this number";
                }));
        return result.refused().map(code -> code.equals("GW-REM-142") ? Exit.NOT_FOUND : Exit.PARTLY)
                .orElse(Exit.DONE);
    }
}
