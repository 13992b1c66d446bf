package io.graceway.scenario;

import io.graceway.scenario.Scenario.Line;
import io.graceway.simulator.season.World;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plays a scenario day by day, line by line; the first line that does not hold ends it. */
final class Interpreter {

    private final Play play;
    private final List<Sentence> sentences;

    private Interpreter(Play play, List<Sentence> sentences) {
        this.play = play;
        this.sentences = sentences;
    }

    /** The whole language. */
    static List<Sentence> sentences(Play play) {
        return Stream.of(DoneInHouse.sentences(play), DoneByAgencies.sentences(play), ExpectAccount.sentences(play),
                ExpectPlacement.sentences(play), ExpectBooks.sentences(play)).flatMap(List::stream).toList();
    }

    /** Every line says exactly one sentence of the language. */
    static void check(Scenario scenario) {
        check(scenario, sentences(null));
    }

    private static void check(Scenario scenario, List<Sentence> language) {
        for (Line line : scenario.lines()) {
            List<String> forms = language.stream().filter(one -> one.fits(line.words())).map(Sentence::form).toList();
            if (forms.size() != 1) {
                throw new IllegalArgumentException(line + "\n  " + (forms.isEmpty()
                        ? "no sentence of the language; there are:\n    " + String.join("\n    ", like(line, language))
                        : "more than one sentence: " + forms));
            }
        }
    }

    private static List<String> like(Line line, List<Sentence> language) {
        String actor = line.words().split(" ")[0];
        List<String> same = language.stream().map(Sentence::form).filter(one -> one.startsWith(actor + " ")).toList();
        return same.isEmpty() ? language.stream().map(Sentence::form).toList() : same;
    }

    /** What was agreed with agencies before anything began. */
    private static Map<String, String> dialects(Scenario scenario) {
        return scenario.lines().stream().map(line -> line.words().split(" ")).filter(words -> words.length == 4
                && words[2].equals("speaks")).collect(Collectors.toMap(words -> words[1], words -> words[3]));
    }

    private static Set<String> comers(Scenario scenario) {
        return scenario.lines().stream().map(line -> line.words().split(" ")).filter(words -> words.length > 2
                && words[2].equals("comes")).map(words -> words[1]).collect(Collectors.toSet());
    }

    /** The language of the played world and of a system beside it. */
    private static List<Sentence> sentences(Play play, Beside beside) {
        return Stream.concat(sentences(play).stream(), beside.sentences(play).stream()).toList();
    }

    static void play(Scenario scenario, Path folder) throws Exception {
        Map<String, String> dialects = dialects(scenario);
        Set<String> comers = comers(scenario);
        play(scenario, folder, new Beside() {
            @Override
            public Path home(Path anywhere, World world) throws IOException {
                return AgreedHome.of(anywhere, dialects, comers, world);
            }

            @Override
            public List<Sentence> sentences(Play play) {
                return List.of();
            }

            @Override
            public Set<String> comers() {
                return comers;
            }
        });
    }

    static void play(Scenario scenario, Path folder, Beside beside) throws Exception {
        check(scenario, sentences(null, beside));
        try (Play play = new Play(folder, scenario.first(), beside)) {
            Interpreter interpreter = new Interpreter(play, sentences(play, beside));
            for (Line line : scenario.lines().stream().filter(one -> one.day().isEmpty()).toList()) {
                interpreter.say(line);
            }
            for (LocalDate day = scenario.first(); !day.isAfter(scenario.last()); day = day.plusDays(1)) {
                play.dawn(day);
                LocalDate today = day;
                List<Line> lines = scenario.lines().stream().filter(one -> one.isOn(today)).toList();
                lines.forEach(interpreter::say);
                if (!lines.isEmpty() || !play.rests()) {
                    interpreter.evening(scenario, day);
                }
            }
            for (Line line : scenario.lines().stream().filter(Line::isEnd).toList()) {
                interpreter.say(line);
            }
        }
    }

    private void say(Line line) {
        try {
            if (line.isExpected()) {
                play.settle();
            } else {
                play.stir();
            }
            for (Sentence sentence : sentences) {
                sentence.say(line.words());
            }
            play.mustNotHaveFailed();
        } catch (Exception | Unmet e) {
            throw new Unmet(line, e);
        }
    }

    /** The day's pass is made, whether or not anybody looked. */
    private void evening(Scenario scenario, LocalDate day) {
        try {
            play.evening();
        } catch (Exception | Unmet e) {
            throw new Unmet(new Line(scenario.name(), 0, java.util.Optional.of(day), "(the day's pass)"), e);
        }
    }
}
