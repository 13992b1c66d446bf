package io.graceway.edge.source.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.journey.account.CheckStep;
import io.graceway.journey.delinquency.AccountLines;
import io.graceway.journey.writeback.Posting;
import io.graceway.journey.writeback.Posting.Kind;
import io.graceway.journey.writeback.SourceSystem.Outcome;
import io.graceway.journey.writeback.SourceSystem.Outcome.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What begins a source of Dynamics 365 Finance, against a service with its metadata, pages, batches and errors. */
class Dynamics365Test {

    @TempDir
    private Path temp;
    private final List<Duration> waits = new ArrayList<>();
    private final DynamicsBooks books = new DynamicsBooks();
    private final PlayedErp erp = books.erp;

    @AfterEach
    void stop() {
        erp.close();
    }

    private Preset preset() {
        String base = erp.service.base().toString();
        return new Preset("dynamics365", Map.of("ERP_URL", base, "ERP_TOKEN_URL", base + "/token", "ERP_CLIENT", "gw",
                "ERP_SECRET", "s3cret", "ERP_COMPANY", "usmf"), temp, waits);
    }

    private Outcome post(Posting posting, String... changes) {
        return preset().source(changes).post(List.of(posting)).get(0);
    }

    private List<String> lines() {
        return erp.rows("CustomerPaymentJournalLines").stream().map(one -> one.get("TransactionText") + " "
                + one.get("LineNumber") + " " + one.get("MarkedInvoice") + " " + one.get("CreditAmount") + " "
                + one.get("DebitAmount") + " " + one.get("PaymentReference")).toList();
    }

    private static Posting payment(String key, String amount) {
        return Given.posting(Kind.PAYMENT, key, "O'3", amount, "USD", "");
    }

    @Test
    void is_read_over_all_pages_of_one_company_however_busy_the_service_is() {
        erp.busy = 2;
        List<AccountLines> all = preset().read();
        assertThat(waits).filteredOn(one -> one.getNano() == 0).containsExactly(Duration.ofSeconds(7),
                Duration.ofSeconds(7));
        assertThat(all).extracting(one -> one.number().value()).containsExactly("O'3", "US-001", "US-002", "US-004",
                "US-005");
        assertThat(all.get(0).of("item")).extracting(one -> one.text("id") + " " + one.text("open") + " "
                + one.text("due")).containsExactly("CIV-O'3/V-3 80.25 2026-02-03", "CIV-3b/V-6 20.00 2026-02-04");
        assertThat(all.get(3).of("item")).extracting(one -> one.text("id") + " " + one.text("open"))
                .containsExactly("CIV-US-004/V-4 80.25", "V-7 -30.00");
        assertThat(all.get(2).of("case")).extracting(one -> one.text("type") + " " + one.text("opened"))
                .containsExactly("DISPUTE 2026-02-12");
        assertThat(all.get(0).of("debtor")).extracting(one -> one.text("zone") + " " + one.text("language"))
                .containsExactly("America/New_York en");
        assertThat(all.subList(0, 4)).allMatch(one -> one.rejects().isEmpty());
        assertThat(all.get(4).rejects()).as("a day that is none is no due day").extracting(one -> one.field() + " "
                + one.code()).containsExactly("due GW-DOC-004");
        assertThat(erp.service.calls()).filteredOn(one -> one.equals("POST /token")).hasSize(1);
    }

    @Test
    void a_list_that_says_it_has_more_than_it_gives_is_not_taken() {
        erp.sets.get("CustomersV3").remove(5);
        RestSource source = preset().source("        $select:", "        $skiptoken: \"2\"\n        $select:");
        assertThatThrownBy(source::open).hasMessageContaining("GW-SRC-085").hasMessageContaining("5 rows, and gives 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart", "json"})
    void a_payment_over_two_invoices_is_one_changeset(String as) {
        erp.busy = 1;
        Outcome first = post(payment("PAY-1", "95.00"), "as: multipart", "as: " + as);
        assertThat(first.result()).as(first.evidence()).isEqualTo(Result.POSTED);
        assertThat(lines()).containsExactly("PAY-1 1 CIV-O'3 80.25 0 P-1", "PAY-1 2 CIV-3b 14.75 0 P-1");
        assertThat(post(payment("PAY-1", "95.00")).result()).isEqualTo(Result.ALREADY);
        assertThat(erp.service.calls()).filteredOn(one -> one.equals("POST /data/$batch")).hasSize(1);
        assertThat(erp.rows("CustomerPaymentJournalHeaders")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart", "json"})
    void of_a_changeset_that_fails_nothing_is_there(String as) {
        erp.booked = (set, row) -> {
            books.booked(set, row);
            if ("CIV-3b".equals(row.get("MarkedInvoice"))) {
                throw new IllegalArgumentException("PeriodClosed");
            }
        };
        Outcome failed = post(payment("PAY-1", "95.00"), "as: multipart", "as: " + as);
        assertThat(failed.result()).isEqualTo(Result.REFUSED);
        assertThat(failed.evidence()).startsWith("GW-SRC-073").contains("PeriodClosed").doesNotContain("Pat Sample");
        assertThat(lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart", "json"})
    void lost_answers_make_nothing_twice(String as) {
        String[] lost = {"/data/CustomerPaymentJournalHeaders", "/data/$batch"};
        for (int i = 0; i < lost.length; i++) {
            String path = lost[i];
            erp.afterChange = told -> erp.service.asked().get(erp.service.asked().size() - 1).path().equals(path)
                    ? told.broken() : told;
            Outcome outcome = post(payment("PAY-1", "95.00"), "as: multipart", "as: " + as);
            assertThat(outcome.result()).as(outcome.evidence()).isEqualTo(i == 0 ? Result.LATER : Result.POSTED);
            assertThat(lines()).hasSize(2 * i);
        }
        assertThat(post(payment("PAY-1", "95.00")).result()).isEqualTo(Result.ALREADY);
        Posting reversal = Given.posting(Kind.REVERSAL, "REV-1", "O'3", "95.00", "USD", "PAY-1");
        assertThat(post(reversal, "as: multipart", "as: " + as).result()).isEqualTo(Result.POSTED);
        assertThat(post(reversal).result()).isEqualTo(Result.ALREADY);
        assertThat(lines().subList(2, 4)).containsExactly("REV-1 1 null 0 80.25 CIV-O'3",
                "REV-1 2 null 0 14.75 CIV-3b");
        assertThat(lines()).hasSize(4);
    }

    @Test
    void what_somebody_else_wrote_into_the_memo_in_between_stays() {
        Posting note = Given.posting(Kind.NOTE, "NOTE-1", "O'3", null, "USD", "");
        Map<String, Object> customer = erp.first("CustomersV3", "CustomerAccount", "O'3");
        erp.beforeChange = asked -> {
            customer.put("SalesMemo", "spoken to");
            erp.touch(customer);
        };
        Outcome first = post(note);
        assertThat(first.result()).isEqualTo(Result.LATER);
        assertThat(first.evidence()).startsWith("GW-SRC-091").contains("PreconditionFailed");
        erp.beforeChange = asked -> { };
        assertThat(post(note).result()).isEqualTo(Result.POSTED);
        assertThat(customer).containsEntry("SalesMemo", "spoken to\n2026-03-03 paid to the agency [NOTE-1]");
        assertThat(post(note).result()).isEqualTo(Result.ALREADY);
    }

    @Test
    void every_step_of_reading_and_posting_can_be_tried_without_a_change() {
        RestSource source = preset().source();
        assertThat(source.check()).allMatch(CheckStep::passed);
        assertThat(source.checkWriting()).allMatch(CheckStep::passed);
        assertThat(erp.service.calls()).filteredOn(one -> !one.startsWith("GET")).containsOnly("POST /token",
                "POST /data/$batch");
        assertThat(source.takes()).containsExactlyInAnyOrder(Kind.PAYMENT, Kind.REVERSAL, Kind.NOTE, Kind.STATUS,
                Kind.CLOSURE);
    }
}
