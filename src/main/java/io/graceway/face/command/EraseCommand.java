package io.graceway.face.command;

import io.graceway.journey.account.AccountNumber;
import io.graceway.journey.placement.change.ErasureOrder;
import io.graceway.journey.placement.change.Erasures;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code graceway erase}: has agencies erase what they hold of an account, and tells who has done it. */
@Command(name = "erase", mixinStandardHelpOptions = true,
        description = "Order every agency that had the account to erase what it holds of it, and tell who confirmed. "
        + "Nothing in house is erased by it.",
        footer = {"", "Example:", "  graceway erase 0100000222"})
final class EraseCommand implements Callable<Integer> {

    @ParentCommand
    private GracewayCommand parent;
    @Spec
    private CommandSpec spec;
    @Mixin
    private GracewayCommand.HomeOption home;
    @Parameters(paramLabel = "ACCOUNT", description = "the account's number, as its source spells it")
    private String account;

    @Override
    public Integer call() {
        Clock clock = Clock.systemUTC();
        try (Gateway.Running running = parent.gateway().start(home.once())) {
            return tell(running.placements().erase(new AccountNumber(account)), LocalDate.now(clock));
        }
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
