package io.graceway.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever gets a code finds it in the catalogue, once, with what to do; and the catalogue holds nothing else. */
class ErrorsTest {

    private static final Pattern CODE = Pattern.compile("GW-[A-Z]+-\\d{3}(?!\\d)");
    private static final Path CATALOGUE = Path.of("src/docs/errors.d");

    /** @param text what stands below the heading */
    private record Entry(Path file, String code, String title, String text) {
    }

    private static Set<String> used() {
        Set<String> used = new TreeSet<>();
        Tree.files("src/main").stream().filter(Tree::isText).forEach(file -> CODE.matcher(Tree.text(file)).results()
                .map(MatchResult::group).forEach(used::add));
        return used;
    }

    private static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (Path file : Tree.files(CATALOGUE.toString(), ".md")) {
            Pattern.compile("(?ms)^## (GW-[A-Z]+-\\d{3}) *([^\\n]*)\\n(.*?)(?=^## |\\z)").matcher(Tree.text(file))
                    .results()
                    .forEach(one -> entries.add(new Entry(file, one.group(1), one.group(2), one.group(3).strip())));
        }
        return entries;
    }

    @Test
    void every_code_stands_in_the_catalogue_once_and_every_entry_is_of_a_code() {
        assertThat(used()).isNotEmpty();
        assertThat(entries()).extracting(Entry::code).doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(used());
    }

    @Test
    void every_entry_has_a_title_and_says_what_to_do() {
        assertThat(entries().stream().filter(one -> one.title().isBlank() || one.text().length() < 40
                || !one.text().endsWith(".")).map(Entry::code)).isEmpty();
    }

    @Test
    void every_heading_of_the_catalogue_is_a_code() {
        assertThat(Tree.files(CATALOGUE.toString()).stream().flatMap(file -> Tree.text(file).lines())
                .filter(line -> line.startsWith("##")).filter(line -> !line.matches("## GW-[A-Z]+-\\d{3} .+")))
                .isEmpty();
    }

    @Test
    void the_index_leads_to_every_file_and_names_every_area() {
        String index = Tree.text(Path.of("src/docs/errors.md"));
        assertThat(Tree.files(CATALOGUE.toString())).isNotEmpty();
        assertThat(Tree.files(CATALOGUE.toString()).stream()
                .filter(file -> !index.contains("(errors.d/" + file.getFileName() + ")"))).isEmpty();
        assertThat(used().stream().map(code -> code.split("-")[1]).distinct()
                .filter(area -> !index.contains("| " + area + " |"))).isEmpty();
    }
}
