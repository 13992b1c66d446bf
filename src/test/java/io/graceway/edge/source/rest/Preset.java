package io.graceway.edge.source.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.document.Dialects;
import io.graceway.edge.document.config.CheckedYaml;
import io.graceway.journey.delinquency.AccountLines;
import io.graceway.journey.delinquency.AccountSource.Extract;
import io.graceway.journey.writeback.Posting;
import io.graceway.journey.writeback.SourceSystem.Outcome;
import io.graceway.journey.writeback.SourceSystem.Outcome.Result;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A source as its starter begins it, with its shipped dialect, against a service that is played. */
record Preset(String kind, PlayedService service, Map<String, String> environment, Path temp, List<Duration> waits) {

    RestSource source() {
        try {
            String text = Files.readString(Path.of("src/main/resources/starters/source-" + kind + ".yaml"))
                    .replace("{id}", "erp").replace("{ID}", "ERP");
            text = text.substring(text.indexOf("rest:\n") + 6).replaceAll("(?m)^  ", "")
                    .replaceFirst("base: \\S+", "base: " + service.base());
            RestTerms terms = new CheckedYaml(environment::get).read("erp.yaml",
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).bind(RestTerms.class);
            return new RestSource(terms, Dialects.shipped().accounts(kind), temp.resolve("spool"), Given.CLOCK,
                    waits::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every account that is read, by its number. */
    List<AccountLines> read() {
        List<AccountLines> all = new ArrayList<>();
        try (Extract extract = source().open()) {
            extract.forEachRemaining(all::addAll);
            assertThat(extract.unattributed()).isEmpty();
        }
        all.sort(Comparator.comparing(one -> one.number().value()));
        return all;
    }

    Outcome post(Posting posting) {
        List<Outcome> outcomes = source().post(List.of(posting));
        assertThat(outcomes).extracting(Outcome::key).containsExactly(posting.key());
        return outcomes.get(0);
    }

    void posts(Posting posting, Result result, String evidence) {
        Outcome outcome = post(posting);
        assertThat(outcome.result()).as(outcome.evidence()).isEqualTo(result);
        assertThat(outcome.evidence()).contains(evidence);
    }
}
