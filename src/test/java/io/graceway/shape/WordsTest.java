package io.graceway.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Words that have no business in what others read: they belong to one machine, one day, or one way of working. */
class WordsTest {

    /** @param words no part of which is spelled here as it is sought, so that this file may be searched too */
    record Banned(String what, Pattern words, String probe) {

        @Override
        public String toString() {
            return what;
        }
    }

    private static Banned banned(String what, String probe, String... words) {
        return new Banned(what, Pattern.compile(String.join("|", words)), probe);
    }

    static Stream<Banned> banned() {
        return Stream.of(
                banned("hosts of package registries", "https://repo1." + "maven.org/maven2",
                        "repo1?\\.maven\\.(apache\\.)?org", "registry\\.npm" + "js\\.org", "pypi\\." + "org",
                        "crates\\." + "io", "proxy\\.golang" + "\\.org", "jc" + "enter", "oss\\.sona" + "type"),
                banned("paths of one machine", "see /wo" + "rk/main",
                        "(?<![\\w.}>~-])/(wo" + "rk|ro" + "ot|home/\\w+|Users/\\w+)/"),
                banned("unfinished work", "// TO" + "DO",
                        "\\bTO" + "DO\\b", "\\bFIX" + "ME\\b", "\\bHA" + "CK\\b"),
                banned("numbers of issues", "see issue " + "#12",
                        "(?i)\\b(issue|ticket|pr|pull request|bug|fixes|closes) ?#\\d+",
                        "\\b(JIRA|[A-Z]{3,}BUG)-\\d+"),
                banned("tools of whoever wrote it", "made with Chat" + "GPT",
                        "(?i)\\b(cla" + "ude|anthro" + "pic|chat" + "gpt|open" + "ai)\\b",
                        "(?i)\\b(co" + "pilot|gem" + "ini|cod" + "ex)\\b",
                        "(?i)\\b(AI|language model)[ -](generated|assist\\w*)",
                        "(?i)\\b(sub)?ag" + "ent (session|run|task)\\b"));
    }

    @ParameterizedTest
    @MethodSource("banned")
    void do_not_occur(Banned one) {
        assertThat(one.words().matcher(one.probe()).find()).as("the pattern finds its probe").isTrue();
        List<Path> files = Tree.files("").stream().filter(Tree::isText).toList();
        assertThat(files).hasSizeGreaterThan(100);
        assertThat(files.stream().flatMap(file -> Tree.text(file).lines()
                .filter(line -> one.words().matcher(line).find()).map(line -> file + ": " + line.strip()))).isEmpty();
    }

    @Test
    void texts_are_utf8_with_unix_line_ends_and_a_last_one() {
        List<Path> files = Tree.files("").stream().filter(file -> file.toString()
                .matches(".*\\.(java|md|ya?ml|sql|xml|properties|wsdl|xsd|html)")).toList();
        assertThat(files).isNotEmpty();
        assertThat(files.stream().filter(file -> !file.toString().contains("TestInputs")).filter(file -> {
            String text = Tree.text(file);
            return text.contains("\r") || text.contains("\ufffd") || text.contains("\t") || !text.endsWith("\n");
        })).isEmpty();
    }
}
