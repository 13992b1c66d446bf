package io.graceway.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scenario that does not hold, or cannot be understood, says where and why. */
class InterpreterTest {

    private static final String END = "end  " + ExpectBooks.LOG_VERIFIES;

    private static Scenario scenario(String... lines) {
        return Scenario.read("given.scenario", List.of(lines));
    }

    @Test
    void tells_the_line_what_was_expected_and_what_was_seen(@TempDir Path folder) {
        Scenario early = scenario("# day 29", "2026-03-02  erp  AC-1  owes 240.00 USD  first missed 2026-02-01",
                "2026-03-02  erp  AC-1  tried by phone 2026-02-08, by letter 2026-02-15, by e-mail 2026-02-22",
                "2026-03-02  expect  AC-1  held because IN_HOUSE_WINDOW  until 2026-03-03",
                "2026-03-02  expect  AC-1  cleared", END);
        assertThatThrownBy(() -> Interpreter.play(early, folder)).isInstanceOf(Unmet.class).hasMessage(
                "given.scenario:5: 2026-03-02 expect AC-1 cleared\n  expected: []\n  seen:     [IN_HOUSE_WINDOW]");
    }

    @Test
    void tells_a_sentence_that_nobody_knows_and_those_that_there_are() {
        Scenario wrong = scenario("2026-03-02  erp  AC-1  owns 240.00 USD", END);
        assertThatThrownBy(() -> Interpreter.check(wrong)).hasMessageStartingWith(
                "given.scenario:1: 2026-03-02 erp AC-1 owns 240.00 USD\n  no sentence of the language; there are:\n")
                .hasMessageContaining("    erp {account} owes {amount} {currency}[ for {item}] first missed {date}")
                .hasMessageNotContaining("expect");
    }

    @Test
    void a_calendar_goes_forward_and_ends_with_the_log() {
        assertThatThrownBy(() -> scenario("2026-03-02  expect no money", "2026-03-01  expect no money", END))
                .hasMessageContaining("given.scenario:2: 2026-03-01 expect no money: a calendar goes forward only");
        assertThatThrownBy(() -> scenario("2026-03-02  expect no money", END, "2026-03-03  expect no money"))
                .hasMessageContaining("given.scenario:3");
        assertThatThrownBy(() -> scenario("2026-03-02  expect no money"))
                .hasMessageContaining("given.scenario: a scenario ends with \"end expect log verifies");
        assertThatThrownBy(() -> scenario("on Monday  expect no money", END))
                .hasMessageContaining("given.scenario:1: a line begins with a day such as 2026-03-03");
    }

    @Test
    void every_line_of_every_scenario_says_one_sentence() throws IOException {
        assertThat(ScenarioTest.scenarios("")).hasSizeGreaterThan(10);
        for (String name : ScenarioTest.scenarios("")) {
            Interpreter.check(Scenario.read(ScenarioTest.FOLDER.resolve(name)));
        }
    }

    @Test
    void every_sentence_is_said_somewhere() throws IOException {
        List<String> said = new ArrayList<>();
        for (String name : ScenarioTest.scenarios("")) {
            Scenario.read(ScenarioTest.FOLDER.resolve(name)).lines().forEach(line -> said.add(line.words()));
        }
        assertThat(Interpreter.sentences(null).stream().filter(one -> said.stream().noneMatch(one::fits))
                .map(Sentence::form)).isEmpty();
    }

    @Test
    void the_page_on_the_language_lists_every_sentence_and_nothing_else() throws IOException {
        String page = Files.readString(ScenarioTest.FOLDER.resolve("README.md"));
        List<String> listed = Pattern.compile("(?m)^\\| `(.+?)` \\|").matcher(page).results()
                .map(row -> row.group(1).replace("\\|", "|")).toList();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(
                Interpreter.sentences(null).stream().map(Sentence::form).toList());
    }
}
