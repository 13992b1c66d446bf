package io.graceway.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A calendar in plain text: a line says on which day who does what, or what must be seen. */
record Scenario(String name, List<Line> lines) {

    private static final String DAILY = "daily";
    private static final String END = "end";

    /** @param day empty for what holds every day, and {@link LocalDate#MAX} for the end */
    record Line(String file, int number, Optional<LocalDate> day, String words) {

        boolean isEnd() {
            return day.filter(LocalDate.MAX::equals).isPresent();
        }

        boolean isOn(LocalDate that) {
            return day.filter(that::equals).isPresent();
        }

        boolean isExpected() {
            return words.startsWith("expect ");
        }

        @Override
        public String toString() {
            return file + ":" + number + ": " + day.filter(one -> !isEnd()).map(one -> one + " ").orElse("") + words;
        }
    }

    static Scenario read(Path file) throws IOException {
        return read(file.getFileName().toString(), Files.readAllLines(file));
    }

    static Scenario read(String name, List<String> text) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < text.size(); i++) {
            String words = text.get(i).replaceAll("#.*", "").strip().replaceAll("\\s+", " ");
            if (!words.isEmpty()) {
                lines.add(line(name, i + 1, words, lines));
            }
        }
        Scenario scenario = new Scenario(name, lines);
        if (lines.isEmpty() || !lines.get(lines.size() - 1).words().equals(ExpectBooks.LOG_VERIFIES)) {
            throw new IllegalArgumentException(name + ": a scenario ends with \"end " + ExpectBooks.LOG_VERIFIES
                    + "\"");
        }
        return scenario;
    }

    private static Line line(String name, int number, String words, List<Line> before) {
        String[] parts = (words + " ").split(" ", 2);
        Line line = new Line(name, number, day(name, number, parts[0]), parts[1].strip());
        LocalDate last = before.stream().map(Line::day).flatMap(Optional::stream).reduce((one, other) -> other)
                .orElse(LocalDate.MIN);
        if (line.day().orElse(LocalDate.MIN).isBefore(last)) {
            throw new IllegalArgumentException(line + ": a calendar goes forward only");
        }
        return line;
    }

    private static Optional<LocalDate> day(String name, int number, String word) {
        try {
            return word.equals(DAILY) ? Optional.empty()
                    : Optional.of(word.equals(END) ? LocalDate.MAX : LocalDate.parse(word));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(name + ":" + number + ": a line begins with a day such as 2026-03-03, "
                    + "with " + DAILY + " or with " + END + ", not with " + word, e);
        }
    }

    /** The same with something more that was agreed before anything began. */
    Scenario agreed(String words) {
        List<Line> all = new ArrayList<>(List.of(new Line(name, 0, Optional.empty(), words)));
        all.addAll(lines);
        return new Scenario(name, all);
    }

    /** The first and the last day on which something stands. */
    LocalDate first() {
        return lines.stream().map(Line::day).flatMap(Optional::stream).filter(one -> !one.equals(LocalDate.MAX))
                .findFirst().orElseThrow(() -> new IllegalArgumentException(name + ": no line stands on a day"));
    }

    LocalDate last() {
        return lines.stream().map(Line::day).flatMap(Optional::stream).filter(one -> !one.equals(LocalDate.MAX))
                .reduce((one, other) -> other).orElseThrow();
    }
}
