package io.graceway.edge.source.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What begins a source of OData, with its postings and as it is, against a service that speaks it. */
class ODataTest {

    @TempDir
    private Path temp;
    private final List<Duration> waits = new ArrayList<>();
    private final PlayedOData erp = new PlayedOData();

    @BeforeEach
    void books() {
        for (String account : List.of("0001", "0002", "O'3", "0004", "0005")) {
            erp.row("Customers", "CustomerAccount", account, "Name", "Pat " + account, "PartyType", "Person", "Blocked",
                    "false", "Country", "DE");
            erp.row("OpenInvoices", "CustomerAccount", account, "InvoiceId", "I-" + account, "Currency", "USD",
                    "OpenAmount", new BigDecimal("80.25"), "DueDate", "2026-02-03");
        }
        erp.row("OpenInvoices", "CustomerAccount", "O'3", "InvoiceId", "J-3", "Currency", "USD", "OpenAmount",
                new BigDecimal("10.01"), "DueDate", "2026-02-04");
        erp.row("OpenInvoices", "CustomerAccount", "O'3", "InvoiceId", "K-3", "Currency", "USD", "OpenAmount",
                new BigDecimal("20.00"), "DueDate", "2026-02-04");
        erp.row("OpenInvoices", "CustomerAccount", "0001", "InvoiceId", "paid", "Currency", "USD", "OpenAmount",
                new BigDecimal("0.00"), "DueDate", "2026-02-04");
    }

    @AfterEach
    void stop() {
        erp.service.close();
    }

    private RestSource source() throws IOException {
        String[] parts = Files.readString(Path.of("src/main/resources/starters/source-odata.yaml"))
                .replace("{id}", "erp").replace("{ID}", "ERP").replace("{brand}", "acme").split("(?m)^#=== ");
        Path mapping = temp.resolve("home").resolve(parts[2].substring(0, parts[2].indexOf('\n')));
        Files.createDirectories(mapping.getParent());
        Files.writeString(mapping, parts[2].substring(parts[2].indexOf('\n') + 1));
        String text = parts[1].substring(parts[1].indexOf("rest:\n") + 6)
                .replaceAll("(?m)^  # (?=postings:|  )", "  ").replaceAll("(?m)^  #.*\n", "")
                .replaceAll("(?m)^ +scope:.*\n", "").replaceAll("(?m)^  ", "")
                .replaceFirst("base: \\S+", "base: " + erp.service.base() + "/data");
        RestTerms terms = new CheckedYaml(name -> null).read("erp.yaml",
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).bind(RestTerms.class);
        return new RestSource(terms, Dialects.load(temp.resolve("home")).accounts("erp"), HardenedXml::reader,
                temp.resolve("spool"), Given.CLOCK, waits::add);
    }

    @Test
    void is_read_over_all_links_with_its_filters() throws IOException {
        List<AccountLines> all = new ArrayList<>();
        try (Extract extract = source().open()) {
            extract.forEachRemaining(all::addAll);
            assertThat(extract.unattributed()).isEmpty();
        }
        all.sort(Comparator.comparing(one -> one.number().value()));
        assertThat(all).extracting(one -> one.number().value())
                .containsExactly("0001", "0002", "0004", "0005", "O'3");
        assertThat(all.get(4).of("item")).extracting(one -> one.text("id") + " " + one.text("open"))
                .containsExactly("I-O'3 80.25", "J-3 10.01", "K-3 20.00");
        assertThat(all.get(0).of("item")).hasSize(1);
        assertThat(all.get(0).rejects()).isEmpty();
        assertThat(erp.service.calls()).filteredOn(one -> one.startsWith("GET /data/Customers")).hasSize(3);
    }

    @Test
    void a_payment_is_laid_on_open_invoices_once() throws IOException {
        Posting payment = Given.payment("PAY-'1", "O'3", "95.00");
        Outcome first = source().post(List.of(payment)).get(0);
        assertThat(first.result()).as(first.evidence()).isEqualTo(Result.POSTED);
        assertThat(erp.sets.get("Payments")).extracting(one -> one.get("Reference") + " " + one.get("Amount"))
                .containsExactly("PAY-'1~I-O'3 80.25", "PAY-'1~J-3 10.01", "PAY-'1~K-3 4.74");
        assertThat(source().post(List.of(payment)).get(0).result()).isEqualTo(Result.ALREADY);
        assertThat(erp.sets.get("Payments")).hasSize(3);
    }

    @Test
    void what_somebody_else_changed_in_between_is_not_written_over() throws IOException {
        Posting status = Given.posting(Posting.Kind.STATUS, "STA-1", "0002", null, "PAID");
        erp.meanwhile = () -> {
            erp.customer("0002").put("CollectionNote", "spoken to");
            erp.touch(erp.customer("0002"));
        };
        Outcome first = source().post(List.of(status)).get(0);
        assertThat(first.result()).isEqualTo(Result.LATER);
        assertThat(first.evidence()).startsWith("GW-SRC-091").contains("PreconditionFailed")
                .doesNotContain("Pat Sample");
        assertThat(erp.customer("0002")).containsEntry("CollectionNote", "spoken to")
                .doesNotContainKey("CollectionStatus");
        erp.meanwhile = () -> { };
        assertThat(source().post(List.of(status)).get(0).result()).isEqualTo(Result.POSTED);
        assertThat(erp.customer("0002")).containsEntry("CollectionStatus", "PAID");
        assertThat(source().post(List.of(status)).get(0).result()).isEqualTo(Result.ALREADY);
    }

    @Test
    void its_errors_are_told_by_their_code_and_never_by_their_words() throws IOException {
        RestSource source = source();
        erp.service.answer(asked -> PlayedOData.error(400, "BadRequest.InvalidFilter"));
        assertThatThrownBy(source::open).hasMessageStartingWith("GW-SRC-073").hasMessageContaining("InvalidFilter")
                .hasMessageNotContaining("Pat Sample");
        erp.service.answer(asked -> PlayedOData.error(429, "TooManyRequests").with("Retry-After", "2"));
        assertThatThrownBy(source::open).hasMessageStartingWith("GW-SRC-076");
        assertThat(waits).filteredOn(one -> one.getNano() == 0).hasSize(3).containsOnly(Duration.ofSeconds(2));
    }
}
