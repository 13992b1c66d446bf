package io.graceway.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.document.config.CheckedYaml;
import io.graceway.edge.document.config.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The documentation of our documents says what the catalogue says, field by field, and nothing else. */
class DocumentsTest {

    @Test
    void the_page_lists_every_field_of_every_record_with_its_type() throws IOException {
        Part catalogue;
        try (InputStream in = Files.newInputStream(Path.of("mappings/documents.yaml"))) {
            catalogue = new CheckedYaml(name -> null).read("documents.yaml", in).part();
        }
        List<String> expected = new ArrayList<>();
        for (String document : catalogue.keys()) {
            expected.add("### " + document);
            for (String record : catalogue.at(document).keys()) {
                expected.add("`" + record + "`:");
                Part fields = catalogue.at(document).at(record);
                fields.keys().forEach(field -> expected.add(row(field, List.of(fields.at(field).text("").split(" ")))));
            }
        }
        List<String> page = Files.readAllLines(Path.of("src/docs/documents.md"));
        List<String> found = page.subList(page.indexOf("## The documents"), page.indexOf("## The mapping language"))
                .stream()
                .filter(line -> line.startsWith("### ") || line.startsWith("`") || line.startsWith("| ")
                        && !line.startsWith("| field | type")).map(DocumentsTest::start).toList();
        assertThat(found).isEqualTo(expected);
    }

    private static String row(String field, List<String> words) {
        return "| " + field + " | " + words.get(0) + " | " + (words.contains("required") ? "yes" : "") + " |";
    }

    /** The first three cells of a row; the rest is meaning. */
    private static String start(String line) {
        if (!line.startsWith("|")) {
            return line.startsWith("`") ? line.substring(0, line.indexOf(':') + 1) : line;
        }
        String[] cells = line.split("\\|");
        return "|" + cells[1] + "|" + cells[2] + "|" + cells[3] + "|";
    }
}
