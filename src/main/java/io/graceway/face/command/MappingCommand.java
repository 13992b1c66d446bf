package io.graceway.face.command;

import io.graceway.face.command.Gateway.Sample;
import io.graceway.face.command.Gateway.Sheet;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code graceway mapping}: how partners' files are understood. */
@Command(name = "mapping", mixinStandardHelpOptions = true, description = "How files of partners are understood.",
        subcommands = MappingCommand.Preview.class)
final class MappingCommand implements Runnable {

    @ParentCommand
    private GracewayCommand parent;
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(GracewayCommand.out(spec));
    }

    /** {@code graceway mapping preview}: every line before and after, what is refused and why; nothing is stored. */
    @Command(name = "preview", mixinStandardHelpOptions = true,
            description = "Show what an agency's file means, line by line, with everything that is refused; nothing is "
                + "stored. It shows what the file holds, names and notes too.",
            footer = {"", "Examples:",
                "  graceway mapping preview PaymentReports/2026-04-01.csv --dialect indebted",
                "  graceway mapping preview closure-7.csv --agency northgate",
                "  graceway mapping preview notes.txt --dialect aim-fixed --mapping agency-file --set zone=UTC --json",
                "", "Exit codes: 0 all of it can be taken, 3 some or all of it cannot."})
    static final class Preview implements Callable<Integer>, Sheet {

        @ParentCommand
        private MappingCommand parent;
        @Spec
        private CommandSpec spec;
        @Mixin
        private GracewayCommand.HomeOption home;
        @Parameters(paramLabel = "FILE", description = "the file, in the clear")
        private Path file;
        @Option(names = "--agency", paramLabel = "ID",
                description = "who sent it: its dialect, settings and codes are taken, as for a real file")
        private Optional<String> agency = Optional.empty();
        @Option(names = "--dialect", paramLabel = "DIALECT", description = "how it is spelled, where no agency says")
        private Optional<String> dialect = Optional.empty();
        @Option(names = "--mapping", paramLabel = "NAME",
                description = "what it is, such as remittance (default: as its folder and name say)")
        private Optional<String> mapping = Optional.empty();
        @Option(names = "--set", paramLabel = "NAME=VALUE", description = "a setting of the agency's")
        private Map<String, String> settings = new LinkedHashMap<>();
        @Option(names = "--json", description = "one JSON object for each line, reject and total")
        private boolean json;
        private boolean all = true;

        @Override
        public Integer call() {
            if (!Files.isRegularFile(file)) {
                throw new ParameterException(spec.commandLine(), "there is no file " + file);
            }
            if (agency.isPresent() == dialect.isPresent()) {
                throw new ParameterException(spec.commandLine(), "give one of --agency and --dialect");
            }
            parent.parent.gateway().preview(home.once(), new Sample(file, agency, dialect, mapping,
                    settings), this);
            out().flush();
            return all ? Exit.DONE : Exit.PARTLY;
        }

        private PrintWriter out() {
            return GracewayCommand.out(spec);
        }

        @Override
        public void line(long number, String before, String record, Map<String, String> after) {
            if (json) {
                print("line", number, Map.of("before", before, "record", record, "after", after));
                return;
            }
            out().println(number + "  < " + before);
            out().println(" ".repeat(String.valueOf(number).length()) + "  > " + record + " " + after);
        }

        @Override
        public void refused(long number, String before, String field, String code, String why) {
            all = false;
            if (json) {
                print("reject", number, Map.of("before", before, "field", field, "code", code, "why", why));
                return;
            }
            out().println(number + "  < " + before);
            out().println(" ".repeat(String.valueOf(number).length()) + "  ! " + (field.isEmpty() ? "" : field + ": ")
                    + code + " " + why);
        }

        @Override
        public void faulty(long number, String field, String code, String why) {
            all = false;
            if (json) {
                print("fault", number, Map.of("field", field, "code", code, "why", why));
                return;
            }
            out().println("nothing of the file would be taken: line " + number + " " + field + " " + code + " " + why);
        }

        @Override
        public void total(String of, long records, Map<String, String> sums) {
            if (json) {
                print("total", records, Map.of("of", of, "sums", sums));
                return;
            }
            out().println("total " + (of.isEmpty() ? "" : of + " ") + records + " records "
                    + (sums.isEmpty() ? "" : sums));
        }

        private void print(String what, long number, Map<String, ?> more) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("what", what);
            object.put(what.equals("total") ? "records" : "line", number);
            object.putAll(more);
            out().println(Json.line(object));
        }
    }
}
