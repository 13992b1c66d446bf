package io.graceway.face.command;

import io.graceway.journey.placement.hand.FourEyes.What;
import io.graceway.journey.placement.hand.Outcome;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code graceway agency suspend}, and what is asked for about an agency beside it. */
abstract class LifeCommand implements Callable<Integer> {

    private static final String WAITS = "goes on as before until somebody else agrees under Approvals in the console";

    @ParentCommand
    private AgencyCommand parent;
    @Spec
    private CommandSpec spec;
    @Mixin
    private GracewayCommand.HomeOption home;
    @Parameters(paramLabel = "ID", description = "the agency")
    private String id;
    @Option(names = "--because", paramLabel = "CODE", required = true, description = "a code of the house's in "
            + "capitals, digits and underscores; it goes into the log")
    private String reason;
    @Option(names = "--by", paramLabel = "NAME", required = true, description = "who says it, by the name that is used "
            + "to sign in to the console; it goes into the log, and whoever asks may not agree")
    private String by;

    private final String done;

    LifeCommand(String done) {
        this.done = done;
    }

    abstract Outcome say(Gateway.Running running, String agency, String because, String name);

    @Override
    public Integer call() {
        required(reason, "[A-Z][A-Z0-9_]{0,39}", "--because takes a code of capitals, digits and underscores");
        required(by, "\\S{1,100}", "--by takes the name of a person, without spaces");
        try (Gateway.Running running = parent.gateway().start(home.once())) {
            return tell(say(running, id, reason, by));
        }
    }

    private int tell(Outcome outcome) {
        switch (outcome) {
            case DONE -> GracewayCommand.out(spec).println(id + " " + done);
            case ALREADY -> GracewayCommand.out(spec).println(id + ": that was said before, or what was asked waits "
                    + "for somebody to agree; nothing changed");
            case NONE -> AgencyCommand.unknown(spec, id);
            default -> GracewayCommand.err(spec).println("GW-AGY-190: as agency " + id + " stands now, this cannot be "
                    + "done; its page in the console says how it stands, and what is left to do");
        }
        GracewayCommand.out(spec).flush();
        return switch (outcome) {
            case DONE, ALREADY -> Exit.DONE;
            case NONE -> Exit.NOT_FOUND;
            default -> Exit.PARTLY;
        };
    }

    private void required(String text, String form, String what) {
        if (!text.matches(form)) {
            throw new ParameterException(spec.commandLine(), what);
        }
    }

    /** {@code graceway agency suspend}. */
    @Command(name = "suspend", mixinStandardHelpOptions = true,
            description = "From now on nothing new goes to an agency; "
            + "what it has goes on both ways.",
            footer = {"", "Example:", "  graceway agency suspend northgate --because COMPLAINTS --by anna"})
    static final class Suspend extends LifeCommand {

        Suspend() {
            super("is suspended: nothing new goes to it, and what it has goes on");
        }

        @Override
        Outcome say(Gateway.Running running, String agency, String because, String name) {
            return running.suspend(agency, because, name);
        }
    }

    /** {@code graceway agency resume}. */
    @Command(name = "resume", mixinStandardHelpOptions = true,
            description = "Asks to let an agency have new placements "
            + "again. It happens when somebody else agrees in the console.",
            footer = {"", "Example:", "  graceway agency resume northgate --because COMPLAINTS_SETTLED --by anna"})
    static final class Resume extends LifeCommand {

        Resume() {
            super(WAITS);
        }

        @Override
        Outcome say(Gateway.Running running, String agency, String because, String name) {
            return running.ask(What.AGENCY_RESUMES, agency, because, name);
        }
    }

    /** {@code graceway agency leave}. */
    @Command(name = "leave", mixinStandardHelpOptions = true,
            description = "Asks to end it with an agency: nothing new "
            + "goes to it, and everything that it has is called back. It happens when somebody else agrees in the "
            + "console.",
            footer = {"", "Example:", "  graceway agency leave northgate --because CONTRACT_ENDED --by anna"})
    static final class Leave extends LifeCommand {

        Leave() {
            super(WAITS);
        }

        @Override
        Outcome say(Gateway.Running running, String agency, String because, String name) {
            return running.ask(What.AGENCY_LEAVES, agency, because, name);
        }
    }
}
