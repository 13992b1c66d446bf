package io.graceway.edge.document.config;

import java.util.List;
import java.util.stream.Collectors;

/** A file that somebody wrote for us cannot be used; names every problem in it with file and line. */
public class ConfigRefused extends RuntimeException {

    /**
     * One thing wrong in one place.
     *
     * @param file as it was named to us
     * @param line counted from 1; 0 where no line can be pointed at
     * @param code stable code from the error catalogue
     * @param text what was expected, what was found and what to do; never a value that may be a secret
     */
    public record Problem(String file, int line, String code, String text) {

        @Override
        public String toString() {
            return file + (line > 0 ? ":" + line : "") + ": " + code + " " + text;
        }
    }

    private final List<Problem> problems;

    public ConfigRefused(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public ConfigRefused(Problem problem) {
        this(List.of(problem));
    }

    public List<Problem> problems() {
        return problems;
    }

    /** The code of the first problem. */
    public String code() {
        return problems.get(0).code();
    }
}
