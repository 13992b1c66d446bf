package io.graceway.journey.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LawSchemaTest {

    private static final String NL = LawFiles.read(LawFiles.FOLDER.resolve("nl.yaml"));

    static Stream<Path> files() throws IOException {
        return Files.list(LawFiles.FOLDER).sorted();
    }

    @ParameterizedTest
    @MethodSource("files")
    void fits_every_shipped_file(Path file) {
        assertThat(LawFiles.problems(LawFiles.read(file))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"grade: B | grade: C", "grade: B | grade: HOUSE", "value: 14 | value: 14.5",
        "value: 14 | value: -1", "value: 14 | value: fourteen", "places: [NL] | places: [Netherlands]",
        "places: [NL] | places: []", "types: [CONSUMER, SOLE_TRADER] | types: [PERSON]",
        "from: 2012-07-01 | from: 2012",
        "id: NL-WIK | id: wik", "version: 1 | version: 0", "parameter: LAST_CHANCE_DAYS | parameter: LAST_CHANCE",
        "parameter: LAST_CHANCE_DAYS | parameter: BALANCE_FROM", "version: 1 | versions: 1",
        "places: [NL] | kinds: [TRADE]"})
    void refuses_a_file_with_one_thing_wrong(String right, String wrong) {
        assertThat(NL).contains(right);
        assertThat(LawFiles.problems(NL.replace(right, wrong))).isNotEmpty();
    }

    @Test
    void takes_half_hours_and_refuses_half_days() {
        String hours = NL.replace("LAST_CHANCE_DAYS", "CONTACT_FROM_HOUR");
        assertThat(LawFiles.problems(hours.replace("value: 14", "value: 7.5"))).isEmpty();
        assertThat(LawFiles.problems(hours.replace("value: 14", "value: 24.5"))).isNotEmpty();
    }

    @Test
    void names_every_parameter_that_law_can_set() {
        for (Parameter parameter : Parameter.values()) {
            assertThat(LawFiles.problems(NL.replace("LAST_CHANCE_DAYS", parameter.name())).isEmpty())
                    .as(parameter.name()).isEqualTo(parameter != Parameter.BALANCE_FROM);
        }
    }

    @Test
    void gives_every_rule_an_id_of_its_own() {
        assertThat(LawFiles.all()).extracting(Rule::id).doesNotHaveDuplicates();
    }
}
