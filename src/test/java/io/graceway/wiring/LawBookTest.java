package io.graceway.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.DebtorType;
import io.graceway.journey.account.Place;
import io.graceway.journey.delinquency.DebtKind;
import io.graceway.journey.eligibility.Parameter;
import io.graceway.journey.eligibility.Rule;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LawBookTest {

    private final List<Rule> law = LawBook.shipped();

    @Test
    void loads_every_rule_of_every_file() throws IOException {
        long entries = 0;
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/law"))) {
            for (Path file : files.toList()) {
                entries += Files.readAllLines(file).stream().filter(line -> line.startsWith("  - id: ")).count();
            }
        }
        assertThat(law).hasSize((int) entries).hasSizeGreaterThan(10);
        assertThat(law).extracting(Rule::layer).containsOnly(Rule.Layer.LAW);
    }

    @Test
    void reads_a_rule_with_everything_it_says() {
        assertThat(law).filteredOn(rule -> rule.id().equals("WA-PUBLIC")).singleElement()
                .isEqualTo(new Rule("WA-PUBLIC", 1,
                Rule.Layer.LAW, Parameter.LAST_CHANCE_DAYS, new BigDecimal("30"), "", new Rule.Scope(
                Set.of(Place.of("US-WA")), Set.of(), Set.of(DebtKind.PUBLIC)), LocalDate.of(2020, 1, 1), null,
                "RCW 19.16.500 (self-law.org; mrsc.org)", "A"));
        assertThat(law).filteredOn(rule -> rule.id().equals("NL-WIK")).singleElement().satisfies(rule ->
                assertThat(rule.scope().types()).containsExactlyInAnyOrder(DebtorType.CONSUMER,
                DebtorType.SOLE_TRADER));
        assertThat(law).filteredOn(rule -> rule.id().equals("AU-HOURS-FROM")).singleElement()
                .extracting(Rule::value).isEqualTo(new BigDecimal("7.5"));
    }
}
