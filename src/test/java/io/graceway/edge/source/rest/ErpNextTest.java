package io.graceway.edge.source.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.edge.source.rest.PlayedService.Told;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.delinquency.AccountLines;
import io.graceway.journey.writeback.Posting;
import io.graceway.journey.writeback.SourceSystem.Outcome.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What begins a source of ERPNext, as it is shipped, against a service that speaks as Frappe does. */
class ErpNextTest {

    /** A customer may be called so, and is still one customer. */
    private static final String ODD = "O'Neil \"& Sons\"";

    @TempDir
    private Path temp;
    private final List<Duration> waits = new ArrayList<>();
    private final PlayedFrappe erp = new PlayedFrappe();

    @BeforeEach
    void books() {
        for (int i = 1; i <= 450; i++) {
            String name = i == 2 ? ODD : String.format("C-%03d", i);
            erp.doc("Customer", name, "customer_name", "Pat " + i, "customer_type", "Individual", "country",
                    i == 2 ? "Germany" : null, "language", "de");
            if (i != 2) {
                invoice("S-" + i, name, "2026-02-01", "10.00", "USD");
            }
        }
        invoice("X-7", ODD, "2026-02-03", "1050.00", "USD").invoice("X-8", ODD, "2026-01-03", "80.25", "USD")
                .invoice("X-9", ODD, "2026-01-01", "5.00", "EUR").invoice("X-0", ODD, "2026-01-01", "0.00", "USD");
        invoice("X-R", ODD, "2026-02-05", "-30.00", "USD");
        erp.doc("Sales Invoice", "X-R").put("is_return", 1);
        for (String left : List.of("20.25", "0.00")) {
            erp.doc("Payment Entry", "P-" + left, "docstatus", 1, "party_type", "Customer", "party", ODD,
                    "payment_type", "Receive", "company", "Acme & Co", "paid_from_account_currency", "USD",
                    "unallocated_amount", left, "posting_date", "2026-02-06", "reference_no", "4711");
        }
        erp.doc("Communication", "a1", "communication_type", "Communication", "reference_doctype", "Customer",
                "reference_name", ODD, "communication_medium", "Phone", "sent_or_received", "Sent",
                "communication_date", "2026-03-01 10:00:00");
        erp.doc("Issue", "I-1", "customer", ODD, "issue_type", "Hardship", "status", "Open", "opening_date",
                "2026-03-02").doc("Issue", "I-2", "customer", ODD, "issue_type", "Fraud", "status", "Closed",
                "opening_date", "2026-03-02");
    }

    private ErpNextTest invoice(String name, String customer, String due, String open, String currency) {
        erp.doc("Sales Invoice", name, "customer", customer, "docstatus", 1, "is_return", 0, "company", "Acme & Co",
                "party_account_currency", currency, "outstanding_amount", open, "due_date", due, "debit_to",
                "Debtors - AC");
        return this;
    }

    @AfterEach
    void stop() {
        erp.service.close();
    }

    private Preset erpnext() {
        return new Preset("erpnext", Map.of("ERP_URL", erp.service.base().toString(), "ERP_KEY", "k3y", "ERP_SECRET",
                "s3cret", "ERP_COMPANY", "Acme & Co", "ERP_BANK", "Agencies - AC"), temp, waits);
    }

    private List<Map<String, Object>> ours() {
        return erp.docs.get("Payment Entry").stream().filter(one -> !one.get("reference_no").equals("4711")).toList();
    }

    private String open(String invoice) {
        return erp.doc("Sales Invoice", invoice).get("outstanding_amount").toString();
    }

    @Test
    void is_read_over_its_pages_each_row_to_its_customer() {
        List<AccountLines> all = erpnext().read();
        assertThat(all).hasSize(450);
        AccountLines odd = all.stream().filter(one -> one.number().value().equals(ODD)).findFirst().orElseThrow();
        assertThat(odd.rejects()).isEmpty();
        assertThat(odd.of("item")).extracting(one -> one.text("id") + " " + one.text("open") + " "
                + one.text("currency")).containsExactlyInAnyOrder("X-7 1050.00 USD", "X-8 80.25 USD", "X-9 5.00 EUR",
                "X-R -30.00 USD", "P-20.25 -20.25 USD");
        assertThat(odd.of("debtor")).singleElement().matches(one -> one.text("country").equals("DE"));
        assertThat(odd.of("contact")).singleElement().matches(one -> one.text("channel").equals("PHONE"));
        assertThat(odd.of("case")).singleElement().matches(one -> one.text("type").equals("HARDSHIP"));
        assertThat(erp.service.calls()).filteredOn(one -> one.startsWith("GET /api/resource/Customer")).hasSize(4);
    }

    @Test
    void a_list_that_shifts_is_read_again_and_nobody_is_lost() {
        erp.instead = asked -> {
            if ("200".equals(asked.query().get("limit_start")) || "199".equals(asked.query().get("limit_start"))) {
                erp.docs.get("Customer").removeIf(one -> one.get("name").equals("C-001"));
                erp.docs.get("Sales Invoice").removeIf(one -> one.get("name").equals("S-1"));
            }
            return null;
        };
        assertThat(erpnext().read()).hasSize(449).noneMatch(one -> one.number().value().equals("C-001"));
    }

    @Test
    void a_payment_is_laid_on_invoices_as_they_are_due_and_once_though_its_answer_is_lost() {
        erp.afterWriting = told -> told.broken();
        erpnext().posts(Given.payment("PAY-1", ODD, "100.00"), Result.POSTED, "100.00 USD");
        assertThat(open("X-8")).isEqualTo("0.00");
        assertThat(open("X-7")).isEqualTo("1030.25");
        assertThat(open("X-9")).as("another currency").isEqualTo("5.00");
        assertThat(ours()).extracting(one -> one.get("reference_no"))
                .containsExactly("[PAY-1~X-8] P-1", "[PAY-1~X-7] P-1");
        erpnext().posts(Given.payment("PAY-1", ODD, "100.00"), Result.ALREADY, "100.00 USD");
        erpnext().posts(Given.payment("PAY_1", ODD, "5.00"), Result.POSTED, "5.00 USD");
        assertThat(ours()).as("an underscore is no wild card").hasSize(3);
        erpnext().posts(Given.payment("PAY-2", "C-003", "25.00"), Result.REFUSED, "GW-SRC-089: 10.00 USD of 25.00");
    }

    @Test
    void a_payment_that_comes_back_is_cancelled_once_and_only_as_a_whole() {
        erpnext().posts(Given.payment("PAY-1", ODD, "100.00"), Result.POSTED, "100.00 USD");
        erpnext().posts(Given.posting(Posting.Kind.REVERSAL, "REV-0", ODD, "90.00", "PAY-1"), Result.REFUSED,
                "GW-SRC-110");
        assertThat(open("X-7")).isEqualTo("1030.25");
        erp.afterWriting = told -> told.broken();
        Posting reversal = Given.posting(Posting.Kind.REVERSAL, "REV-1", ODD, "100.00", "PAY-1");
        // Cut after our key was written: nothing is cancelled yet, so it waits, and is taken up where it was left.
        erpnext().posts(reversal, Result.LATER, "GW-SRC-078");
        erp.afterWriting = told -> told;
        erpnext().posts(reversal, Result.POSTED, "100.00 USD");
        assertThat(open("X-7")).isEqualTo("1050.00");
        assertThat(open("X-8")).isEqualTo("80.25");
        erpnext().posts(reversal, Result.ALREADY, "100.00 USD");
        assertThat(ours()).allMatch(one -> one.get("docstatus").equals(2));
    }

    @Test
    void notes_and_cases_are_written_once() {
        for (Posting.Kind kind : List.of(Posting.Kind.NOTE, Posting.Kind.STATUS, Posting.Kind.CLOSURE)) {
            Posting note = Given.posting(kind, "N-" + kind, ODD, null, "PAID");
            erpnext().posts(note, Result.POSTED, "read back");
            erpnext().posts(note, Result.ALREADY, "under its key");
        }
        assertThat(erp.docs.get("Comment")).hasSize(3).extracting(one -> one.get("content"))
                .contains("2026-03-03 paid to the agency [N-NOTE]", "2026-03-03 placement P-1: PAID [N-STATUS]");
        Posting dispute = Given.posting(Posting.Kind.DISPUTE, "D-1", ODD, null, "HARDSHIP");
        erpnext().posts(dispute, Result.POSTED, "read back");
        erpnext().posts(dispute, Result.ALREADY, "under its key");
        assertThat(erp.docs.get("Issue")).hasSize(3).last().satisfies(one -> assertThat(one)
                .containsEntry("issue_type", "Hardship").containsEntry("customer", ODD));
        erpnext().posts(Given.posting(Posting.Kind.DISPUTE, "D-2", ODD, null, "OTHER"), Result.REFUSED, "GW-SRC-090");
        erpnext().posts(Given.posting(Posting.Kind.CONTACT, "C-1", ODD, null, ""), Result.REFUSED, "GW-SRC-050");
    }

    @Test
    void what_it_refuses_is_told_by_its_name_and_what_can_pass_waits() {
        erp.instead = asked -> asked.method().equals("POST") ? PlayedFrappe.refusal(417, "ValidationError") : null;
        erpnext().posts(Given.payment("PAY-1", ODD, "5.00"), Result.REFUSED, "(HTTP 417, code ValidationError)");
        erp.instead = asked -> asked.method().equals("POST") ? PlayedFrappe.refusal(417, "TimestampMismatchError")
                : null;
        erpnext().posts(Given.payment("PAY-1", ODD, "5.00"), Result.LATER, "GW-SRC-076");
        erp.instead = asked -> PlayedFrappe.refusal(403, "PermissionError");
        erpnext().posts(Given.payment("PAY-1", ODD, "5.00"), Result.LATER, "GW-SRC-072");
        erp.instead = asked -> Told.json(429, "{}").with("Retry-After", "2");
        assertThatThrownBy(() -> erpnext().read()).hasMessageStartingWith("GW-SRC-076");
        assertThat(waits).filteredOn(one -> one.getNano() == 0).containsOnly(Duration.ofSeconds(2)).hasSize(3);
        erp.instead = asked -> null;
        assertThat(erpnext().source().checkWriting()).allMatch(CheckStep::passed);
    }
}
