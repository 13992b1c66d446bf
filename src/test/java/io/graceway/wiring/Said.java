package io.graceway.wiring;

import io.graceway.face.command.GracewayCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;

/** What a command said and how it ended. */
record Said(int exit, String out, String err) {

    private static final Pattern STEP = Pattern.compile("^(ok|FAIL) +(\\S+) +(\\S.*?) +\\d+ ms +(GW-\\S+)?.*$");

    /** Runs the command line for a home, as it is run, within this process. */
    static Said of(Path home, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = GracewayCommand.line(new SpringGateway());
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int exit = line.execute(Stream.concat(Stream.of(arguments), Stream.of("--home", home.toString()))
                .toArray(String[]::new));
        return new Said(exit, out.toString(), err.toString());
    }

    /** The steps of a check: {@code ok house/store connect}, {@code FAIL house/mail login GW-NOT-030}. */
    List<String> steps() {
        return out.lines().map(STEP::matcher).filter(java.util.regex.Matcher::matches).map(step -> step.group(1) + " "
                + step.group(2) + " " + step.group(3) + (step.group(4) == null ? "" : " " + step.group(4))).toList();
    }
}
