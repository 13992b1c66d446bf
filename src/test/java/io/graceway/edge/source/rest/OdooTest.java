package io.graceway.edge.source.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.journey.account.CheckStep;
import io.graceway.journey.delinquency.AccountLines;
import io.graceway.journey.writeback.Posting;
import io.graceway.journey.writeback.SourceSystem.Outcome.Result;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What begins a source of Odoo, as it is shipped, against a service that speaks as Odoo does. */
class OdooTest {

    @TempDir
    private Path temp;
    private final List<Duration> waits = new ArrayList<>();
    private final PlayedOdoo erp = new PlayedOdoo();

    @BeforeEach
    void books() {
        for (int id = 1; id <= 450; id++) {
            erp.row("res.partner", id, "name", "Pat " + id, "is_company", id == 2, "email", false, "phone", false,
                    "street", false, "city", false, "zip", false, "tz", false, "lang", "en_US", "parent_id", false,
                    "state_id", false, "country_id", Map.of("id", 233, "code", "US"), "credit", 80.25);
            if (id != 2 && id != 3) {
                invoice(1000 + id, id, "2026-02-01", "10.00");
            }
        }
        erp.row("res.partner", 451, "name", "paid all", "parent_id", false, "credit", 0.0);
        invoice(7, 2, "2026-02-03", "1050.00").invoice(8, 2, "2026-01-03", "80.25").invoice(9, 3, "2026-01-04", "20");
        erp.row("account.journal", 5, "code", "AGCY", "name", "Agencies").row("ir.model", 77, "model", "res.partner")
                .row("mail.activity.type", 9, "name", "Hardship").row("mail.message", 1, "model", "res.partner",
                "res_id", 2, "date", "2026-03-01 10:00:00", "mail_activity_type_id", List.of(2, "Call"));
        erp.row("account.move.line", 31, "move_name", "RINV/1", "partner_id", List.of(2, "Pat"), "account_type",
                "asset_receivable", "parent_state", "posted", "reconciled", false, "amount_residual_currency",
                new BigDecimal("-50.5"), "currency_id", List.of(2, "USD"), "date", "2026-02-05");
        erp.row("account.move.line", 32, "move_name", "INV/2026/7", "partner_id", List.of(2, "Pat"), "account_type",
                "asset_receivable", "parent_state", "posted", "reconciled", false, "amount_residual_currency",
                new BigDecimal("1050"), "currency_id", List.of(2, "USD"), "date", "2026-01-03");
        erp.row("mail.activity", 12, "res_model", "res.partner", "res_id", 3, "create_date", "2026-03-02 08:15:00",
                "activity_type_id", List.of(9, "Hardship"));
    }

    private OdooTest invoice(int id, int partner, String due, String open) {
        erp.row("account.move", id, "name", "INV/2026/" + id, "commercial_partner_id", List.of(partner, "Pat"),
                "move_type", "out_invoice", "state", "posted", "payment_state", "not_paid", "invoice_date_due", due,
                "amount_residual", new BigDecimal(open), "currency_id", List.of(2, "USD"));
        return this;
    }

    @AfterEach
    void stop() {
        erp.service.close();
    }

    private Preset odoo() {
        return new Preset("odoo", Map.of("ERP_URL", erp.service.base().toString(), "ERP_DATABASE", "books",
                "ERP_USER", "gateway", "ERP_PASSWORD", "k3y"), temp, waits);
    }

    private String open(int invoice) {
        return erp.one("account.move", invoice).get("amount_residual").toString();
    }

    @Test
    void is_read_over_its_pages_with_one_login() {
        List<AccountLines> all = odoo().read();
        assertThat(all).hasSize(450);
        AccountLines two = all.stream().filter(one -> one.number().value().equals("2")).findFirst().orElseThrow();
        assertThat(two.rejects()).isEmpty();
        assertThat(two.of("item")).extracting(one -> one.text("id") + " " + one.text("open") + " " + one.text("due"))
                .containsExactlyInAnyOrder("INV/2026/7 1050.0 2026-02-03", "INV/2026/8 80.25 2026-01-03",
                "RINV/1/31 -50.5 2026-02-05");
        assertThat(two.of("debtor")).singleElement().satisfies(one -> {
            assertThat(one.text("type")).isEqualTo("COMPANY");
            assertThat(one.text("language")).isEqualTo("en");
            assertThat(one.text("email")).as("false is nothing").isEmpty();
        });
        assertThat(two.of("contact")).singleElement().matches(one -> one.text("channel").equals("PHONE"));
        assertThat(erp.called).containsOnlyOnce("authenticate").filteredOn(one -> one.startsWith("res.partner"))
                .as("450 rows by 200, each page with the last row of the one before, until nothing is new").hasSize(4);
    }

    @Test
    void a_list_that_shifts_is_read_again_and_nobody_is_lost() {
        erp.instead = method -> {
            long pages = erp.called.stream().filter("res.partner.web_search_read"::equals).count();
            if (pages == 2 && erp.models.get("res.partner").get(0).get("id").equals(1)) {
                erp.models.get("res.partner").remove(0);
                erp.models.get("account.move").removeIf(one -> one.get("id").equals(1001));
            }
            return null;
        };
        assertThat(odoo().read()).hasSize(449).noneMatch(one -> one.number().value().equals("1"));
        assertThat(erp.called).filteredOn("res.partner.web_search_read"::equals).hasSizeGreaterThan(4);
    }

    @Test
    void a_payment_is_laid_on_invoices_as_they_are_due_and_once_though_its_answer_is_lost() {
        erp.afterPaying = told -> told.broken();
        odoo().posts(Given.payment("PAY-1", "2", "100.00"), Result.POSTED, "100.00 USD");
        assertThat(open(8)).isEqualTo("0.00");
        assertThat(open(7)).isEqualTo("1030.25");
        assertThat(erp.models.get("account.payment")).extracting(one -> one.get("memo") + " " + one.get("amount") + " "
                + one.get("date")).containsExactly("[PAY-1~8] P-1 80.25 2026-03-03", "[PAY-1~7] P-1 19.75 2026-03-03");
        odoo().posts(Given.payment("PAY-1", "2", "100.00"), Result.ALREADY, "100.00 USD");
        odoo().posts(Given.payment("PAY-", "2", "5.00"), Result.POSTED, "5.00 USD");
        assertThat(erp.models.get("account.payment")).hasSize(3);
        odoo().posts(Given.payment("PAY-2", "3", "25.00"), Result.REFUSED, "GW-SRC-089: 20.00 USD of 25.00 USD");
    }

    @Test
    void a_payment_that_comes_back_is_cancelled_once_and_only_as_a_whole() {
        odoo().posts(Given.payment("PAY-1", "2", "100.00"), Result.POSTED, "100.00 USD");
        odoo().posts(Given.posting(Posting.Kind.REVERSAL, "REV-0", "2", "90.00", "PAY-1"), Result.REFUSED,
                "GW-SRC-110");
        assertThat(open(7)).isEqualTo("1030.25");
        erp.afterPaying = told -> told.broken();
        Posting reversal = Given.posting(Posting.Kind.REVERSAL, "REV-1", "2", "100.00", "PAY-1");
        odoo().posts(reversal, Result.POSTED, "100.00 USD");
        assertThat(open(7)).isEqualTo("1050.00");
        assertThat(open(8)).isEqualTo("80.25");
        odoo().posts(reversal, Result.ALREADY, "100.00 USD");
    }

    @Test
    void notes_and_cases_are_written_once() {
        for (Posting.Kind kind : List.of(Posting.Kind.NOTE, Posting.Kind.STATUS, Posting.Kind.CLOSURE)) {
            Posting note = Given.posting(kind, "N-" + kind, "2", null, "PAID");
            odoo().posts(note, Result.POSTED, "read back");
            odoo().posts(note, Result.ALREADY, "under its key");
        }
        assertThat(erp.models.get("mail.message")).hasSize(4).extracting(one -> one.get("body"))
                .contains("<p>2026-03-03 paid to the agency [N-NOTE]</p>");
        Posting dispute = Given.posting(Posting.Kind.DISPUTE, "D-1", "2", null, "HARDSHIP");
        odoo().posts(dispute, Result.POSTED, "read back");
        odoo().posts(dispute, Result.ALREADY, "under its key");
        assertThat(erp.models.get("mail.activity")).hasSize(2).last().satisfies(one -> assertThat(one)
                .containsEntry("res_model_id", 77).containsEntry("activity_type_id", 9).containsEntry("res_id", 2));
        odoo().posts(Given.posting(Posting.Kind.DISPUTE, "D-2", "2", null, "OTHER"), Result.REFUSED, "GW-SRC-090");
        odoo().posts(Given.posting(Posting.Kind.CONTACT, "C-1", "2", null, ""), Result.REFUSED, "GW-SRC-050");
    }

    @Test
    void what_it_refuses_with_status_200_is_told_by_its_name_and_what_can_pass_waits() {
        erp.instead = method -> method.endsWith("action_create_payments")
                ? PlayedOdoo.error("odoo.exceptions.UserError") : null;
        odoo().posts(Given.payment("PAY-1", "2", "5.00"), Result.REFUSED, "GW-SRC-073: the service refuses it (HTTP "
                + "400, code odoo.exceptions.UserError)");
        erp.instead = method -> method.endsWith("action_create_payments")
                ? PlayedOdoo.error("psycopg2.errors.SerializationFailure") : null;
        odoo().posts(Given.payment("PAY-1", "2", "5.00"), Result.LATER, "GW-SRC-076");
        erp.instead = method -> PlayedService.Told.json(429, "{}").with("Retry-After", "2");
        assertThatThrownBy(() -> odoo().read()).hasMessageStartingWith("GW-SRC-076");
        assertThat(waits).filteredOn(one -> one.getNano() == 0).containsOnly(Duration.ofSeconds(2)).hasSize(3);
    }

    @Test
    void a_key_that_is_not_taken_stops_everything_and_makes_no_work_for_people() {
        erp.password = "another";
        assertThatThrownBy(() -> odoo().read()).hasMessageStartingWith("GW-SRC-072").hasMessageNotContaining("k3y");
        odoo().posts(Given.payment("PAY-1", "2", "5.00"), Result.LATER, "GW-SRC-072");
        erp.password = "k3y";
        RestSource source = odoo().source();
        assertThat(source.checkWriting()).allMatch(CheckStep::passed);
        erp.password = "another";
        assertThat(source.post(List.of(Given.payment("PAY-1", "2", "5.00")))).first().satisfies(one ->
                assertThat(one.evidence()).contains("GW-SRC-072"));
        assertThat(erp.called).as("it was shown once more").filteredOn("authenticate"::equals).hasSize(4);
        assertThat(erp.called).noneMatch(one -> one.contains("create"));
    }
}
