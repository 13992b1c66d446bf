package io.graceway.edge.source.rest;

import io.graceway.edge.document.Dialects;
import io.graceway.edge.document.config.CheckedYaml;
import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.AccountNumber;
import io.graceway.journey.account.Money;
import io.graceway.journey.delinquency.AccountLines;
import io.graceway.journey.delinquency.AccountSource.Extract;
import io.graceway.journey.writeback.Posting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A starting set as it is shipped, its variables set and nothing else filled in. */
record Preset(String kind, Map<String, String> environment, Path home, List<Duration> waits) {

    /**
     * @param withPostings those that stand there behind the sign of a comment, too
     * @param changes      text and what stands there instead, in turns
     */
    RestSource source(boolean withPostings, String... changes) throws IOException {
        String[] parts = Files.readString(Path.of("src/main/resources/starters/source-" + kind + ".yaml"))
                .replace("{id}", "erp").replace("{ID}", "ERP").replace("{brand}", "acme").split("(?m)^#=== ");
        for (int i = 2; i < parts.length; i++) {
            Path file = home.resolve("home").resolve(parts[i].substring(0, parts[i].indexOf('\n')));
            Files.createDirectories(file.getParent());
            Files.writeString(file, parts[i].substring(parts[i].indexOf('\n') + 1));
        }
        String text = withPostings ? parts[1].replaceAll("(?m)^  # (?=postings:|  )", "  ") : parts[1];
        String dialect = text.replaceFirst("(?s).*\ndialect: (\\S+).*", "$1");
        for (int i = 0; i < changes.length; i += 2) {
            text = text.replace(changes[i], changes[i + 1]);
        }
        text = text.substring(text.indexOf("rest:\n") + 6).replaceAll("(?m)^  ", "");
        RestTerms terms = new CheckedYaml(environment::get).read("erp.yaml",
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).bind(RestTerms.class);
        Files.createDirectories(home.resolve("home/mappings"));
        return new RestSource(terms, Dialects.load(home.resolve("home")).accounts(dialect), home.resolve("spool"),
                Given.CLOCK, waits::add);
    }

    List<AccountLines> read(RestSource source) {
        List<AccountLines> all = new ArrayList<>();
        try (Extract extract = source.open()) {
            extract.forEachRemaining(all::addAll);
        }
        all.sort(Comparator.comparing(one -> one.number().value()));
        return all;
    }

    static Posting posting(Posting.Kind kind, String key, String account, String amount, String currency, String code) {
        return new Posting(key, new AccountKey("erp", new AccountNumber(account), currency), kind,
                Optional.ofNullable(amount).map(one -> Money.of(one, currency)), LocalDate.of(2026, 3, 3), code, "P-1",
                "paid to the agency");
    }
}
