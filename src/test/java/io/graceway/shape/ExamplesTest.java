package io.graceway.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.document.Dialects;
import io.graceway.edge.document.FileTotals;
import io.graceway.edge.document.config.CheckedYaml;
import io.graceway.edge.document.config.Part;
import io.graceway.journey.account.DocumentLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mapping does what the example beside it says, in both directions, byte for byte. */
class ExamplesTest {

    private static final Path MAPPINGS = Path.of("mappings");
    private static final Dialects DIALECTS = Dialects.shipped();

    static List<String> mappings(String direction) throws IOException {
        try (Stream<Path> files = Files.walk(MAPPINGS, 2)) {
            return files.map(MAPPINGS::relativize).map(Path::toString)
                    .filter(name -> name.endsWith(direction + ".map.yaml")).map(name -> name.replace(".map.yaml", ""))
                    .sorted().toList();
        }
    }

    static List<String> in() throws IOException {
        return mappings(".in");
    }

    static List<String> out() throws IOException {
        return mappings(".out");
    }

    @Test
    void finds_mappings_of_both_directions_and_the_jar_lists_every_dialect() throws IOException {
        assertThat(in()).isNotEmpty();
        assertThat(out()).isNotEmpty();
        List<String> folders = Stream.concat(in().stream(), out().stream())
                .map(name -> name.substring(0, name.indexOf('/'))).distinct().sorted().toList();
        assertThat(DIALECTS.names()).containsExactlyElementsOf(folders);
    }

    @ParameterizedTest
    @MethodSource("in")
    void what_comes_in_means_what_the_example_says(String name) throws IOException {
        Part example = example(name);
        List<String> expected = new ArrayList<>();
        example.at("lines").list().forEach(line -> expected.add(line.at("line").text("?") + " "
                + line.at("record").text("") + " " + texts(line.at("fields"))));
        ExampleFiles files = new ExampleFiles(DIALECTS, MAPPINGS, name, example.at("settings"));
        assertThat(files.read().stream().map(line -> line.number() + " " + line.record() + " " + texts(line)).toList())
                .isNotEmpty().isEqualTo(expected);
        if (files.totals() != null) {
            assertThat(files.totals().disagreements()).isEmpty();
            assertTotals(files.totals(), example.at("totals"));
        }
    }

    @ParameterizedTest
    @MethodSource("out")
    void what_goes_out_is_the_example_byte_for_byte(String name) throws IOException {
        Part example = example(name);
        ExampleFiles files = new ExampleFiles(DIALECTS, MAPPINGS, name, example.at("settings"));
        Map<String, ByteArrayOutputStream> written = new TreeMap<>();
        FileTotals totals = files.writer().write(table -> written.computeIfAbsent(table,
                any -> new ByteArrayOutputStream()), files.lines(example.at("lines")));
        assertThat(written.keySet()).isEqualTo(files.wires().keySet());
        files.wires().forEach((table, path) -> assertThat(written.get(table).toString(StandardCharsets.UTF_8))
                .isNotEmpty().isEqualTo(text(path)));
        assertTotals(totals, example.at("totals"));
    }

    private static void assertTotals(FileTotals totals, Part expected) {
        assertThat(totals.records()).isEqualTo(expected.at("records").big(-1));
        Map<String, String> found = new TreeMap<>();
        totals.found().forEach((currency, sums) -> {
            Map<String, String> texts = new TreeMap<>();
            sums.amounts().forEach((total, sum) -> texts.put(total, sum.toPlainString()));
            texts.put("records", Long.toString(sums.records()));
            found.put(currency, texts.toString());
        });
        Map<String, String> wanted = new TreeMap<>();
        expected.at("found").keys().forEach(currency -> wanted.put(currency, texts(expected.at("found").at(currency))
                .toString()));
        assertThat(found).isEqualTo(wanted);
    }

    private static Part example(String name) throws IOException {
        Path path = MAPPINGS.resolve(name + ".example.yaml");
        assertThat(path).as("every mapping has an example of what it means").exists();
        try (InputStream in = Files.newInputStream(path)) {
            return new CheckedYaml(variable -> null).read(path.toString(), in).part();
        }
    }

    private static Map<String, String> texts(Part fields) {
        Map<String, String> texts = new TreeMap<>();
        fields.keys().forEach(field -> texts.put(field, fields.at(field).text("")));
        return texts;
    }

    private static Map<String, String> texts(DocumentLine line) {
        Map<String, String> texts = new TreeMap<>();
        line.fields().keySet().forEach(field -> texts.put(field, line.text(field)));
        return texts;
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new AssertionError("every mapping has an example of the wire: " + path, e);
        }
    }
}
