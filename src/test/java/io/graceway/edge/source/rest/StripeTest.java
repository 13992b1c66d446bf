package io.graceway.edge.source.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.journey.account.CheckStep;
import io.graceway.journey.account.Reject;
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

/** What begins a source of Stripe Billing, as it is shipped, against a service that speaks as Stripe does. */
class StripeTest {

    /** 3 February 2026, 04:59:59 UTC: still the second in New York. */
    private static final long DUE = 1770094799;

    @TempDir
    private Path temp;
    private final List<Duration> waits = new ArrayList<>();
    private final PlayedStripe stripe = new PlayedStripe();

    @BeforeEach
    void books() {
        for (int i = 1; i <= 230; i++) {
            String id = String.format("cus_%03d", i);
            stripe.customer(id, i == 2 ? Map.of("contactPhone", "2026-03-01T10:00:00", "hardship", "2026-03-02",
                    "colour", "blue", "debtorType", "COMPANY") : Map.of());
            if (i > 9) {
                stripe.invoice("in_" + i, id, "usd", 1000, DUE);
            }
        }
        stripe.invoice("in_A", "cus_002", "usd", 8025, DUE - 86400).invoice("in_B", "cus_002", "usd", 105000, DUE)
                .invoice("in_J", "cus_003", "jpy", 4170, DUE).invoice("in_K", "cus_004", "kwd", 4170, DUE)
                .invoice("in_I", "cus_005", "isk", 500, DUE).invoice("in_C", "cus_006", "usd", 100, DUE);
        stripe.invoices.get(0).put("collection_method", "charge_automatically");
    }

    @AfterEach
    void stop() {
        stripe.service.close();
    }

    private Preset preset() {
        return new Preset("stripe", Map.of("ERP_URL", stripe.service.base().toString(), "ERP_KEY", "k3y"), temp, waits);
    }

    private Object open(String invoice) {
        return PlayedStripe.one(stripe.invoices, invoice).get("amount_remaining");
    }

    private static Posting payment(String key, String account, String amount, String currency) {
        return Given.posting(Posting.Kind.PAYMENT, key, account, amount, currency, "");
    }

    @Test
    void is_read_over_its_pages_with_every_amount_in_the_units_of_its_currency() {
        List<AccountLines> all = preset().read();
        assertThat(all).hasSize(225);
        AccountLines two = all.get(0);
        assertThat(two.of("item")).extracting(one -> one.text("id") + " " + one.text("open") + " " + one.text("due"))
                .containsExactlyInAnyOrder("N-in_B 1050.00 2026-02-02", "N-in_A 80.25 2026-02-01",
                "customer/cus_002 -12.50 2026-02-01");
        assertThat(two.of("contact")).singleElement().matches(one -> one.text("channel").equals("PHONE"));
        assertThat(two.of("case")).singleElement().matches(one -> one.text("type").equals("HARDSHIP"));
        assertThat(two.of("debtor")).singleElement().matches(one -> one.text("type").equals("COMPANY"));
        assertThat(all.get(1).of("item")).singleElement().matches(one -> one.text("open").equals("4170"));
        assertThat(all.get(2).of("item")).singleElement().matches(one -> one.text("open").equals("4.170"));
        assertThat(all.get(3).rejects()).as("5 ISK or 500?").extracting(Reject::field).containsExactly("currency");
        assertThat(all).as("charged by Stripe itself").noneMatch(one -> one.number().value().equals("cus_006"));
        assertThat(stripe.service.calls()).filteredOn(one -> one.startsWith("GET /v1/customers ")).hasSize(3);
    }

    @Test
    void new_customers_and_a_mark_that_is_gone_lose_nobody() {
        stripe.instead = asked -> {
            if (asked.query().containsKey("starting_after") && stripe.customers.size() == 230) {
                stripe.customer("cus_new", Map.of());
            }
            return null;
        };
        assertThat(preset().read()).hasSize(225);
        stripe.instead = asked -> {
            stripe.customers.removeIf(one -> one.get("id").equals(asked.query().get("starting_after")));
            return null;
        };
        assertThatThrownBy(() -> preset().read()).hasMessageStartingWith("GW-SRC-073")
                .hasMessageContaining("resource_missing").hasMessageNotContaining("Pat");
    }

    @Test
    void a_payment_is_a_part_of_invoices_as_they_are_due_and_once_though_its_answer_is_lost() {
        stripe.afterWriting = told -> told.broken();
        // The report is lost: nothing stands on the invoice, so it waits; the same key gives the same record again.
        preset().posts(payment("PAY-1", "cus_002", "100.00", "USD"), Result.LATER, "GW-SRC-078");
        assertThat(stripe.payments).isEmpty();
        preset().posts(payment("PAY-1", "cus_002", "100.00", "USD"), Result.LATER, "GW-SRC-078");
        preset().posts(payment("PAY-1", "cus_002", "100.00", "USD"), Result.POSTED, "100.00 USD");
        assertThat(open("in_A")).isEqualTo(0L);
        assertThat(open("in_B")).isEqualTo(103025L);
        assertThat(stripe.records).hasSize(2).extracting(one -> one.get("metadata") + " " + one.get("initiated_at"))
                .containsExactly("{graceway=PAY-1~in_A} 1772496000", "{graceway=PAY-1~in_B} 1772496000");
        preset().posts(payment("PAY-1", "cus_002", "100.00", "USD"), Result.ALREADY, "100.00 USD");
        assertThat(stripe.payments).hasSize(2);
    }

    @Test
    void yen_and_dinar_are_paid_in_their_own_units() {
        preset().posts(payment("PAY-J", "cus_003", "170", "JPY"), Result.POSTED, "170 JPY");
        assertThat(open("in_J")).isEqualTo(4000L);
        preset().posts(payment("PAY-K", "cus_004", "0.170", "KWD"), Result.POSTED, "0.170 KWD");
        assertThat(open("in_K")).isEqualTo(4000L);
        preset().posts(payment("PAY-L", "cus_004", "5.000", "KWD"), Result.REFUSED, "GW-SRC-089: 4.000 KWD of 5.000");
    }

    @Test
    void a_payment_that_is_far_down_the_list_is_found() {
        preset().posts(payment("PAY-1", "cus_002", "1.00", "USD"), Result.POSTED, "1.00 USD");
        Map<String, Object> ours = stripe.payments.remove(0);
        for (int i = 0; i < 230; i++) {
            stripe.payments.add(PlayedStripe.row("id", "inpay_x" + i, "invoice", "in_" + (i + 10), "amount_paid", 1L,
                    "status", "paid", "created", stripe.now, "payment", Map.of("type", "payment_record",
                    "payment_record", Map.of("metadata", Map.of()))));
        }
        stripe.payments.add(ours);
        preset().posts(payment("PAY-1", "cus_002", "1.00", "USD"), Result.ALREADY, "1.00 USD");
        assertThat(stripe.payments).hasSize(231);
    }

    @Test
    void what_stripe_cannot_do_is_work_for_people() {
        assertThat(preset().source().takes()).containsExactlyInAnyOrder(Posting.Kind.PAYMENT, Posting.Kind.NOTE,
                Posting.Kind.STATUS, Posting.Kind.CLOSURE, Posting.Kind.DISPUTE);
        preset().posts(Given.posting(Posting.Kind.REVERSAL, "REV-1", "cus_002", "1.00", "PAY-1"), Result.REFUSED,
                "GW-SRC-050");
        preset().posts(Given.posting(Posting.Kind.DISPUTE, "D-2", "cus_002", null, "OTHER"), Result.REFUSED,
                "GW-SRC-090");
    }

    @Test
    void notes_and_cases_stand_in_the_customers_metadata() {
        Posting note = Given.posting(Posting.Kind.NOTE, "N-1", "cus_003", null, "");
        preset().posts(note, Result.POSTED, "read back");
        preset().posts(note, Result.ALREADY, "under its key");
        preset().posts(Given.posting(Posting.Kind.CLOSURE, "C-1", "cus_003", null, "PAID"), Result.POSTED, "read back");
        preset().posts(Given.posting(Posting.Kind.DISPUTE, "D-1", "cus_003", null, "FRAUD"), Result.POSTED, "says so");
        assertThat(PlayedStripe.one(stripe.customers, "cus_003").get("metadata")).isEqualTo(Map.of("graceway_note",
                "2026-03-03 paid to the agency [N-1]", "graceway_placement", "2026-03-03 PAID P-1 [C-1]", "fraud",
                "2026-03-03"));
    }

    @Test
    void a_lock_or_a_limit_is_waited_for_and_a_refusal_is_told_by_its_code() {
        int[] busy = {2};
        stripe.instead = asked -> asked.method().equals("POST") && busy[0]-- > 0
                ? PlayedStripe.error(429, busy[0] == 1 ? "lock_timeout" : "rate_limit").with("Retry-After", "3") : null;
        preset().posts(payment("PAY-1", "cus_002", "1.00", "USD"), Result.POSTED, "1.00 USD");
        assertThat(waits).filteredOn(one -> one.getNano() == 0).containsExactly(Duration.ofSeconds(3),
                Duration.ofSeconds(3));
        stripe.instead = asked -> asked.method().equals("POST") ? PlayedStripe.error(409, "idempotency_key_in_use")
                : null;
        preset().posts(payment("PAY-2", "cus_002", "1.00", "USD"), Result.LATER, "GW-SRC-076");
        stripe.instead = asked -> asked.method().equals("POST") ? PlayedStripe.error(400, "invoice_not_editable")
                : null;
        preset().posts(payment("PAY-3", "cus_002", "1.00", "USD"), Result.REFUSED, "code invoice_not_editable");
        stripe.instead = asked -> PlayedStripe.error(401, "api_key_expired");
        preset().posts(payment("PAY-4", "cus_002", "1.00", "USD"), Result.LATER, "GW-SRC-072");
        stripe.instead = asked -> null;
        assertThat(preset().source().checkWriting()).allMatch(CheckStep::passed);
    }
}
