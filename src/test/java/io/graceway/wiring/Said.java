package io.graceway.wiring;

import io.graceway.face.command.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What a command said and how it ended. */
record Said(int exit, String out, String err) {

    private static final Pattern STEP = Pattern.compile("^(ok|FAIL) +(\\S+) +(\\S.*?) +\\d+ ms +(GW-\\S+)?.*$");

    /** Runs the command line for a home, as it is run, within this process. */
    static Said of(Path home, String... arguments) {
        Terminal terminal = new Terminal();
        int exit = terminal.run(String.join(" ", arguments) + " --home " + home);
        return new Said(exit, terminal.out(), terminal.err());
    }

    /** The steps of a check: {@code ok house/store connect}, {@code FAIL house/mail login GW-NOT-030}. */
    List<String> steps() {
        return out.lines().map(STEP::matcher).filter(java.util.regex.Matcher::matches).map(step -> step.group(1) + " "
                + step.group(2) + " " + step.group(3) + (step.group(4) == null ? "" : " " + step.group(4))).toList();
    }
}
