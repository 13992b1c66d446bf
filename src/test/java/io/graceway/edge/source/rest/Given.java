package io.graceway.edge.source.rest;

import io.graceway.edge.document.config.CheckedYaml;
import io.graceway.edge.document.reading.HardenedXml;
import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.AccountNumber;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Money;
import io.graceway.journey.delinquency.TableReader;
import io.graceway.journey.writeback.Posting;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Sources as their files write them, and postings. */
final class Given {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-03T10:00:00Z"), ZoneOffset.UTC);

    private Given() {
    }

    /** Columns are our fields, and everything is text. */
    static final TableReader PLAIN = new TableReader() {
        @Override
        public void read(String table, Path file, LineSink sink) {
            throw new IllegalStateException("there are no files");
        }

        @Override
        public void read(String table, long number, Map<String, String> columns, LineSink sink) {
            sink.line(new DocumentLine(number, table, new LinkedHashMap<>(columns)));
        }
    };

    /** Waits for nothing and writes down how long it was to wait. */
    static RestSource source(PlayedService service, Path spool, List<Duration> waits, String... lines) {
        return new RestSource(terms(service, lines), PLAIN, HardenedXml::reader, spool, CLOCK, waits::add);
    }

    /** @param pause what happens while it waits */
    static RestSource source(PlayedService service, Path spool, String file, Consumer<Duration> pause) {
        return new RestSource(terms(service, file), PLAIN, HardenedXml::reader, spool, CLOCK, pause);
    }

    static RestTerms terms(PlayedService service, String... lines) {
        String text = "base: " + service.base() + "\n" + String.join("\n", lines) + "\n";
        return new CheckedYaml(name -> null).read("erp.yaml",
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).bind(RestTerms.class);
    }

    static Posting posting(Posting.Kind kind, String key, String account, String amount, String code) {
        return posting(kind, key, account, amount, "USD", code);
    }

    static Posting posting(Posting.Kind kind, String key, String account, String amount, String currency, String code) {
        return new Posting(key, new AccountKey("erp", new AccountNumber(account), currency), kind,
                Optional.ofNullable(amount).map(one -> Money.of(one, currency)), LocalDate.of(2026, 3, 3), code, "P-1",
                "paid to the agency");
    }

    static Posting payment(String key, String account, String amount) {
        return posting(Posting.Kind.PAYMENT, key, account, amount, "");
    }
}
