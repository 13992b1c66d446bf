package io.graceway.face.command;

import io.graceway.journey.account.PlacementNumber;
import io.graceway.journey.placement.change.Approvals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code graceway approve}: answers an agency that asks for consent to a legal step. */
@Command(name = "approve", mixinStandardHelpOptions = true,
        description = "Answer an agency that asks for consent to a legal step. The number that it gets is good for "
        + "this placement, this step, these costs, until this day, and once.",
        footer = {"", "Examples:", "  graceway approve P07Q3KEVX154VJ IR-7 --costs 150.00 --until 2026-07-31",
            "  graceway approve P07Q3KEVX154VJ IR-7 --refuse"})
final class ApproveCommand implements Callable<Integer> {

    /** Either terms or no. */
    private static final class Answer {
        @ArgGroup(exclusive = false)
        private Terms terms;
        @Option(names = "--refuse", required = true, description = "say no")
        private boolean refuse;
    }

    /** What is consented to. */
    private static final class Terms {
        @Option(names = "--costs", required = true, paramLabel = "AMOUNT", description = "most that the step may cost, "
                + "in the placement's currency")
        private BigDecimal costs;
        @Option(names = "--until", required = true, paramLabel = "DATE", description = "last day on which it may be "
                + "taken")
        private LocalDate until;
    }

    @ParentCommand
    private GracewayCommand parent;
    @Spec
    private CommandSpec spec;
    @Mixin
    private GracewayCommand.HomeOption home;
    @Parameters(index = "0", paramLabel = "PLACEMENT", description = "our placement number")
    private String placement;
    @Parameters(index = "1", paramLabel = "REQUEST", description = "the agency's number of its request")
    private String request;
    @ArgGroup(multiplicity = "1")
    private Answer answer;

    @Override
    public Integer call() {
        try (Gateway.Running running = parent.gateway().start(home.once())) {
            return tell(running.placements().approve(new PlacementNumber(placement), request,
                    Optional.ofNullable(answer.terms).map(one -> new Approvals.Consent(one.costs, one.until))));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage() + "; nothing was answered");
        }
    }

    private int tell(Approvals.Result result) {
        result.refused().ifPresentOrElse(code -> GracewayCommand.err(spec).println(code + ": "
                + (code.equals("GW-REM-106") ? "the agency's dialect cannot name an approval; tell it by another way"
                : "no request of this number for a legal step of this placement waits for an answer")),
                () -> GracewayCommand.out(spec).println(placement + "  " + result.number().map(number ->
                "approved as " + number).orElse("refused")));
        return result.refused().isPresent() ? Exit.NOT_FOUND : Exit.DONE;
    }
}
