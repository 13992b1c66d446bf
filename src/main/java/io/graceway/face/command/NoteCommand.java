package io.graceway.face.command;

import io.graceway.journey.account.PlacementNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code graceway note}: tells the agency that has a placement what people wrote. */
@Command(name = "note", mixinStandardHelpOptions = true,
        description = "Tell the agency that has the placement what people wrote. It leaves sealed with the next round; "
        + "nothing of the text is logged.",
        footer = {"", "Example:", "  graceway note P07Q3KEVX154VJ note.txt"})
final class NoteCommand implements Callable<Integer> {

    private static final int LONGEST = 2000;

    @ParentCommand
    private GracewayCommand parent;
    @Spec
    private CommandSpec spec;
    @Mixin
    private GracewayCommand.HomeOption home;
    @Parameters(paramLabel = "PLACEMENT", description = "our placement number")
    private String placement;
    @Parameters(paramLabel = "FILE", description = "text in UTF-8, at most 2000 characters. It is a file, because what "
            + "is typed here others can read")
    private Path file;

    @Override
    public Integer call() throws IOException {
        String text = Files.readString(file).strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new ParameterException(spec.commandLine(), "the note is empty or longer than " + LONGEST
                    + " characters; nothing was told");
        }
        try (Gateway.Running running = parent.gateway().start(home.once())) {
            return tell(running.placements().note(new PlacementNumber(placement), text));
        }
    }

    private int tell(Optional<String> refused) {
        refused.ifPresentOrElse(code -> GracewayCommand.err(spec).println(code + ": " + (code.equals("GW-REM-106")
                ? "the agency's dialect has no note; tell it by another way" : "the placement is not with an agency")),
                () -> GracewayCommand.out(spec).println(placement + "  told with the next round"));
        return refused.isPresent() ? Exit.NOT_FOUND : Exit.DONE;
    }
}
