package io.graceway.edge.source.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.document.Dialects;
import io.graceway.edge.document.config.CheckedYaml;
import io.graceway.edge.document.reading.HardenedXml;
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

/** A starting set as it is shipped, its variables set and nothing else filled in. */
record Preset(String kind, Map<String, String> environment, Path home, List<Duration> waits) {

    /** As it stands there, with changes: text and what stands there instead, in turns. */
    RestSource source(String... changes) {
        return source(begun(), changes);
    }

    /** With the postings that stand there behind the sign of a comment, too. */
    RestSource withPostings(String... changes) {
        return source(begun().replaceAll("(?m)^  # (?=postings:|  )", "  "), changes);
    }

    private RestSource source(String file, String... changes) {
        String dialect = file.replaceFirst("(?s).*\ndialect: (\\S+).*", "$1");
        // An address that is the same for everybody is played, too.
        String text = file.replaceFirst("base: https:\\S+", "base: " + environment.get("ERP_URL"));
        for (int i = 0; i < changes.length; i += 2) {
            text = text.replace(changes[i], changes[i + 1]);
        }
        text = text.substring(text.indexOf("rest:\n") + 6).replaceAll("(?m)^  ", "");
        RestTerms terms = new CheckedYaml(environment::get).read("erp.yaml",
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).bind(RestTerms.class);
        return new RestSource(terms, Dialects.load(home.resolve("home")).accounts(dialect), HardenedXml::reader,
                home.resolve("spool"), Given.CLOCK, waits::add);
    }

    /** The source's file; the others of the set are written. */
    private String begun() {
        try {
            String[] parts = Files.readString(Path.of("src/main/resources/starters/source-" + kind + ".yaml"))
                    .replace("{id}", "erp").replace("{ID}", "ERP").replace("{brand}", "acme").split("(?m)^#=== ");
            for (int i = 2; i < parts.length; i++) {
                Path file = home.resolve("home").resolve(parts[i].substring(0, parts[i].indexOf('\n')));
                Files.createDirectories(file.getParent());
                Files.writeString(file, parts[i].substring(parts[i].indexOf('\n') + 1));
            }
            Files.createDirectories(home.resolve("home/mappings"));
            return parts[1];
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

    void posts(Posting posting, Result result, String evidence) {
        List<Outcome> outcomes = source().post(List.of(posting));
        assertThat(outcomes).extracting(Outcome::key).containsExactly(posting.key());
        assertThat(outcomes.get(0).result()).as(outcomes.get(0).evidence()).isEqualTo(result);
        assertThat(outcomes.get(0).evidence()).contains(evidence);
    }
}
