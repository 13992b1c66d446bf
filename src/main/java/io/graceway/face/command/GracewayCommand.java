package io.graceway.face.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code graceway}: escalates gently, hands over to vetted agencies, proves everything. */
@Command(name = "graceway", mixinStandardHelpOptions = true, versionProvider = GracewayCommand.Version.class,
        description = "Agency placement and B2B integration gateway: escalates gently, proves everything.",
        subcommands = {DemoCommand.class, RunCommand.class, SandboxCommand.class, CheckCommand.class,
            ExplainCommand.class, RecallCommand.class, EraseCommand.class, RetentionCommand.class,
            NoteCommand.class, ApproveCommand.class, AgencyCommand.class,
            SourceCommand.class, WorklistCommand.class, WebhookCommand.class, LogCommand.class, EvidenceCommand.class,
            MappingCommand.class, PersonCommand.class, CommandLine.HelpCommand.class},
        footer = {"", "Examples:",
            "  graceway demo                        play a season with everything in it",
            "  graceway run --once                  one pass over all sources, then all rounds",
            "  graceway run                         the long-running service",
            "  graceway sandbox                     try the house on a calendar that you walk; nothing leaves",
            "  graceway explain 0100000222          why an account is where it is",
            "  graceway recall P07Q3KEVX154VJ --because CUSTOMER_COMPLAINT",
            "                                       take a placement back",
            "  graceway erase 0100000222            have agencies erase what they hold of an account",
            "  graceway retention --dry-run         which personal data goes when, and what keeps it",
            "  graceway note P07Q3KEVX154VJ note.txt  tell its agency what people wrote",
            "  graceway approve P07Q3KEVX154VJ IR-7 --costs 150.00 --until 2026-07-31",
            "                                       let its agency take a legal step, once",
            "  graceway agency vetting              which credentials lapse, and what they leave uncovered",
            "  graceway agency scorecard            how the agencies do, beside each other",
            "  graceway agency confirmations        how soon agencies had what the sources showed",
            "  graceway agency handbook northgate   what an agency has to know, as pages to send to it",
            "  graceway source new files erp        begin to wire an ERP up",
            "  graceway source check erp            try every step of reaching it",
            "  graceway source preview erp          see what a pass would take from it",
            "  graceway source reconcile erp        whether its balances and ours agree",
            "  graceway worklist                    what people have to post by hand",
            "  graceway webhook list                who is told by webhook, and how it stands",
            "  graceway log verify                  prove the routing log",
            "  graceway evidence --account 0100000222 -o 0100000222.zip",
            "                                       hand out all there is about an account, with proofs",
            "  graceway mapping preview PaymentReports/2026-04-01.csv --dialect indebted",
            "                                       see what a partner's file means",
            "  graceway person cashier-3 --role operator",
            "                                       let somebody sign in to the console", "",
            "Exit codes: 0 done, 1 internal error, 2 usage, 3 done in part, 4 partner not reachable,",
            "  5 configuration refused, 6 integrity broken, 7 not found."})
public final class GracewayCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    private final Gateway gateway;

    public GracewayCommand(Gateway gateway) {
        this.gateway = gateway;
    }

    /** The whole command line. */
    public static CommandLine line(Gateway gateway) {
        CommandLine line = new CommandLine(new GracewayCommand(gateway));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExitCodeExceptionMapper(Failures::exitCode);
        line.setExecutionExceptionHandler((failure, command, parsed) -> Failures.tell(failure, command.getErr()));
        return line;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    Gateway gateway() {
        return gateway;
    }

    /** Where a command works. */
    static final class HomeOption {

        @Option(names = "--home", paramLabel = "FOLDER", defaultValue = ".",
                description = "folder with partner-config, and with routes and mappings of its own (default: this "
                + "folder)")
        private Path home;

        Path home() {
            return home.toAbsolutePath().normalize();
        }

        /** A gateway there that does what it is asked, now, and ends. */
        Gateway.Start once() {
            return new Gateway.Start(home(), Gateway.Mode.ONCE, Clock.systemUTC(), System::getenv);
        }
    }

    static PrintWriter out(CommandSpec spec) {
        return spec.commandLine().getOut();
    }

    static PrintWriter err(CommandSpec spec) {
        return spec.commandLine().getErr();
    }

    /** The version that stands in the jar. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = GracewayCommand.class.getPackage().getImplementationVersion();
            return new String[] {"graceway " + (version == null ? "from its source folder" : version)};
        }
    }
}
