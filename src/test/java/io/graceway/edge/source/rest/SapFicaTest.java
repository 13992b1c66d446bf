package io.graceway.edge.source.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.journey.account.CheckStep;
import io.graceway.journey.delinquency.AccountLines;
import io.graceway.journey.writeback.Posting;
import io.graceway.journey.writeback.Posting.Kind;
import io.graceway.journey.writeback.SourceSystem.Outcome;
import io.graceway.journey.writeback.SourceSystem.Outcome.Result;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What begins a source of SAP contract accounts, against a gateway with its sessions, tokens, pages and batches. */
class SapFicaTest {

    private static final String FETCH = "GET " + FicaBooks.ROOT + "/";

    @TempDir
    private Path temp;
    private final List<Duration> waits = new ArrayList<>();
    private final PlayedErp erp = new FicaBooks().erp;

    @AfterEach
    void stop() {
        erp.close();
    }

    private Preset preset() {
        return new Preset("sap-fica", Map.of("ERP_URL", erp.base(), "ERP_USER", "me", "ERP_PASSWORD", "s3cret"), temp,
                waits);
    }

    private Outcome post(Posting posting, String... changes) {
        return preset().withPostings(changes).post(List.of(posting)).get(0);
    }

    private List<String> payments(String set) {
        return erp.rows(set).stream().map(one -> one.get("PaymentKey") + " " + one.get("InvoiceID") + " "
                + one.get("Amount") + " " + one.get("PaymentDate")).toList();
    }

    private static Posting payment(String key, String amount) {
        return Given.posting(Kind.PAYMENT, key, "000100000003", amount, "EUR", "");
    }

    @Test
    void is_read_over_all_pages_with_days_amounts_and_what_hangs_on_an_account() {
        erp.busy = 1;
        List<AccountLines> all = preset().read();
        assertThat(waits).filteredOn(one -> one.getNano() == 0).containsExactly(Duration.ofSeconds(7));
        assertThat(all).extracting(one -> one.number().value()).containsExactly("000100000001", "000100000002",
                "000100000003", "000100000004", "000100000005").hasSize(5);
        assertThat(all).allMatch(one -> one.rejects().isEmpty());
        assertThat(all.get(2).of("item")).extracting(one -> one.text("id") + " " + one.text("open") + " "
                + one.text("due")).containsExactly("700000000003 80.25 2026-02-03", "700000000010 20.00 2026-02-04",
                "700000000011 5.00 2026-02-05");
        assertThat(all.get(1).of("debtor")).extracting(one -> one.text("name") + ", " + one.text("type") + ", "
                + one.text("street") + ", " + one.text("zone") + ", " + one.text("email") + ", " + one.text("language"))
                .containsExactly("Pat 2, COMPANY, Example Road 2, Europe/Berlin, pat@customer.example, de");
        assertThat(all.get(2).of("contact")).extracting(one -> one.text("at") + " " + one.text("channel") + " "
                + one.text("direction")).containsExactly("2026-02-10T09:30 PHONE OUT");
        assertThat(erp.service.calls()).as("reading needs no token for changes").doesNotContain(FETCH);
    }

    @Test
    void a_payment_over_three_invoices_is_one_changeset_in_a_session_with_its_token() {
        Outcome first = post(payment("PAY-'1", "104.00"));
        assertThat(first.result()).as(first.evidence()).isEqualTo(Result.POSTED);
        assertThat(payments("AgencyPayments")).containsExactly("PAY-'1 700000000003 80.25 2026-03-03",
                "PAY-'1 700000000010 20.00 2026-03-03", "PAY-'1 700000000011 3.75 2026-03-03");
        assertThat(post(payment("PAY-'1", "104.00")).result()).isEqualTo(Result.ALREADY);
        assertThat(erp.service.calls()).filteredOn(one -> one.startsWith("POST")).hasSize(1);
        assertThat(erp.service.calls()).filteredOn(one -> one.equals(FETCH)).hasSize(1);
    }

    @Test
    void a_session_that_is_over_gets_a_new_token_and_one_that_never_holds_is_told() {
        RestSource source = preset().withPostings();
        assertThat(source.post(List.of(payment("PAY-1", "1.00"))).get(0).result()).isEqualTo(Result.POSTED);
        erp.session++;
        assertThat(source.post(List.of(payment("PAY-2", "1.00"))).get(0).result()).isEqualTo(Result.POSTED);
        assertThat(payments("AgencyPayments")).hasSize(2);
        assertThat(erp.service.calls()).filteredOn(one -> one.equals(FETCH)).hasSize(2);
        erp.service.answer(asked -> PlayedService.Told.ok("{'d':{'__metadata':{'etag':'1'}}}"));
        Outcome outcome = post(Given.posting(Kind.STATUS, "STA-1", "000100000003", null, "EUR", "PAID"));
        assertThat(outcome.evidence()).startsWith("GW-SRC-100").contains("csrf");
        assertThat(outcome.result()).isEqualTo(Result.LATER);
    }

    @Test
    void of_a_changeset_that_is_refused_nothing_is_there() {
        erp.beforeChange = asked -> erp.first("Invoices", "InvoiceID", "700000000010").put("AmountRemaining",
                new BigDecimal("1.00"));
        Outcome failed = post(payment("PAY-1", "100.25"));
        assertThat(failed.result()).isEqualTo(Result.REFUSED);
        assertThat(failed.evidence()).startsWith("GW-SRC-073").contains("/ZCOLL/PAY/017").doesNotContain("Pat Sample");
        assertThat(payments("AgencyPayments")).isEmpty();
        assertThat(erp.first("Invoices", "InvoiceID", "700000000003")).containsEntry("AmountRemaining",
                new BigDecimal("80.25"));
    }

    @Test
    void lost_answers_make_nothing_twice_and_a_reversal_takes_each_part_back() {
        erp.afterChange = PlayedService.Told::broken;
        assertThat(post(payment("PAY-1", "90.25")).result()).isEqualTo(Result.POSTED);
        Posting reversal = Given.posting(Kind.REVERSAL, "REV-1", "000100000003", "90.25", "EUR", "PAY-1");
        assertThat(post(reversal).result()).isEqualTo(Result.POSTED);
        erp.afterChange = told -> told;
        assertThat(post(reversal).result()).isEqualTo(Result.ALREADY);
        assertThat(post(payment("PAY-1", "90.25")).result()).isEqualTo(Result.ALREADY);
        assertThat(payments("AgencyPayments")).hasSize(2);
        assertThat(payments("AgencyReversals")).containsExactly("REV-1 700000000003 80.25 2026-03-03",
                "REV-1 700000000010 10.00 2026-03-03");
        assertThat(erp.first("Invoices", "InvoiceID", "700000000010")).containsEntry("AmountRemaining",
                new BigDecimal("20.00"));
    }

    @Test
    void what_somebody_else_changed_in_between_is_not_written_over_and_a_note_is_a_contact() {
        Map<String, Object> account = erp.first("ContractAccounts", "ContractAccountID", "000100000003");
        Posting status = Given.posting(Kind.STATUS, "STA-1", "000100000003", null, "EUR", "PAID");
        erp.beforeChange = asked -> erp.touch(account);
        assertThat(post(status).evidence()).startsWith("GW-SRC-091").contains("PreconditionFailed");
        assertThat(account).doesNotContainKey("CollectionNote");
        erp.beforeChange = asked -> { };
        assertThat(post(status).result()).isEqualTo(Result.POSTED);
        assertThat(account).containsEntry("CollectionNote", "PAID P-1 [STA-1]");
        Posting note = Given.posting(Kind.NOTE, "NOTE-1", "000100000003", null, "EUR", "");
        assertThat(post(note).result()).isEqualTo(Result.POSTED);
        assertThat(post(note).result()).isEqualTo(Result.ALREADY);
        assertThat(erp.first("AccountContacts", "Note", "paid to the agency [NOTE-1]")).containsEntry("AccountID",
                "1000000003").containsEntry("ContactDate", LocalDate.of(2026, 3, 3));
    }

    @Test
    void every_step_can_be_tried_without_a_change_and_a_wrong_password_is_told() {
        assertThat(preset().withPostings().check()).allMatch(CheckStep::passed);
        List<CheckStep> steps = preset().withPostings().checkWriting();
        assertThat(steps).allMatch(CheckStep::passed).extracting(CheckStep::step).contains("token for changes",
                "changeset of PAYMENT");
        assertThat(erp.service.calls()).allMatch(one -> one.startsWith("GET") || one.endsWith("/$batch"));
        assertThatThrownBy(() -> new Preset("sap-fica", Map.of("ERP_URL", erp.base(), "ERP_USER", "me", "ERP_PASSWORD",
                "other"), temp, waits).source().open()).hasMessageContaining("GW-SRC-072");
        assertThat(preset().source().takes()).isEmpty();
    }
}
