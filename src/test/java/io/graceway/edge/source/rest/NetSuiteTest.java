package io.graceway.edge.source.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.edge.source.rest.PlayedNetSuite.Doc;
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
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** NetSuite over SOAP, wired by the starting set alone. */
class NetSuiteTest {

    private final PlayedNetSuite suite = new PlayedNetSuite();
    private final List<Duration> waits = new ArrayList<>();

    @TempDir
    private Path temp;

    @BeforeEach
    void begin() {
        for (int i = 100; i < 550; i++) {
            customer("10" + i, "Example Works " + i, "false").invoice("20" + i, "10" + i, "2026-02-01", "10.00", "USD");
        }
        customer("5", "Pat &amp; Sample", "true");
        suite.doc("customer", "6", "altName", "Gone", "isInactive", "true", "stage", "_customer");
        invoice("7", "5", "2026-02-03", "1050.00", "USD").invoice("8", "5", "2026-01-03", "80.25", "USD")
                .invoice("9", "5", "2026-02-03", "5.00", "EUR").invoice("4", "5", "2025-02-03", "0.00", "USD");
        suite.doc("invoice", "9").fields().remove("dueDate");
        credit("creditMemo", "61", "entity", "_creditMemoOpen", "30.00")
                .credit("creditMemo", "62", "entity", "_creditMemoFullyApplied", "0.00")
                .credit("customerPayment", "63", "customer", "_paymentDeposited", "5.25")
                .credit("customerPayment", "64", "customer", "_paymentDeposited", "0.00")
                .credit("customerDeposit", "65", "customer", "_customerDepositDeposited", null)
                .credit("customerDeposit", "66", "customer", "_customerDepositFullyApplied", null);
        suite.doc("phoneCall", "31", "company", "5|Pat", "status", "_completed", "completedDate",
                "2026-02-10T09:30:00.000-08:00").doc("phoneCall", "32", "company", "5|Pat", "status", "_scheduled")
                .doc("supportCase", "41", "company", "5|Pat", "stage", "_open", "category", "3|Hardship", "caseNumber",
                "C-41", "startDate", "2026-02-12T00:00:00.000-08:00")
                .doc("supportCase", "42", "company", "5|Pat", "stage", "_closed", "category", "3|Hardship");
    }

    private NetSuiteTest customer(String id, String name, String isPerson) {
        suite.doc("customer", id, "altName", name, "isPerson", isPerson, "isInactive", "false", "stage", "_customer",
                "billCity", "Berlin", "billCountryCode", "DE");
        return this;
    }

    private NetSuiteTest invoice(String id, String customer, String due, String open, String currency) {
        suite.doc("invoice", id, "entity", customer + "|Example", "tranId", "INV" + id, "tranDate",
                "2026-01-01T00:00:00.000-08:00", "dueDate", due + "T00:00:00.000-08:00", "amountRemaining", open,
                "currencyName", currency, "currency", "1|" + currency);
        return this;
    }

    private NetSuiteTest credit(String type, String id, String whose, String status, String unapplied) {
        suite.doc(type, id, whose, "5|Pat", "tranId", "T" + id, "tranDate", "2026-02-05T00:00:00.000-08:00",
                "currencyName", "USD", "status", status, "payment", "100.00");
        if (unapplied != null) {
            suite.doc(type, id).fields().put("unapplied", unapplied);
        }
        return this;
    }

    @AfterEach
    void stop() {
        suite.service.close();
    }

    private Preset netsuite() {
        return new Preset("netsuite", Map.of("ERP_URL", suite.service.base().toString(), "ERP_ACCOUNT", "TSTDRV_SB1",
                "ERP_CONSUMER_KEY", "ck", "ERP_CONSUMER_SECRET", "c0nsumer", "ERP_TOKEN", "tk", "ERP_TOKEN_SECRET",
                "t0ken", "ERP_BANK", "77", "ERP_RECEIVABLE", "11"), temp, waits);
    }

    private String open(String invoice) {
        return suite.doc("invoice", invoice).fields().get("amountRemaining");
    }

    @Test
    void is_read_page_by_page_each_row_to_its_customer() {
        List<AccountLines> all = netsuite().read();
        assertThat(all).hasSize(451);
        AccountLines one = all.stream().filter(account -> account.number().value().equals("5")).findFirst()
                .orElseThrow();
        assertThat(one.rejects()).isEmpty();
        assertThat(one.of("item")).extracting(item -> item.text("id") + " " + item.text("open") + " "
                + item.text("currency") + " " + item.text("due")).containsExactlyInAnyOrder(
                "INV7 1050.00 USD 2026-02-03", "INV8 80.25 USD 2026-01-03", "INV9 5.00 EUR 2026-01-01",
                "T61/61 -30.00 USD 2026-02-05", "customerPayment/63 -5.25 USD 2026-02-05");
        assertThat(one.of("debtor")).singleElement().matches(debtor -> debtor.text("name").equals("Pat & Sample")
                && debtor.text("type").equals("CONSUMER") && debtor.text("country").equals("DE"));
        assertThat(one.of("contact")).singleElement().matches(call -> call.text("at").equals("2026-02-10T09:30"));
        assertThat(one.of("case")).extracting(hold -> hold.text("id") + " " + hold.text("type"))
                .containsExactlyInAnyOrder("C-41 HARDSHIP", "customerDeposit/65 BILLING_ISSUE");
        assertThat(suite.service.calls()).as("451 customers, 453 invoices by 200, five short lists").hasSize(11);
    }

    @Test
    void a_payment_is_laid_on_invoices_as_they_are_due_and_once_though_its_answer_is_lost() {
        suite.afterWriting = Told::broken;
        netsuite().posts(Given.payment("PAY-1", "5", "100.00"), Result.POSTED, "100.00 USD");
        assertThat(open("8")).isEqualTo("0.00");
        assertThat(open("7")).isEqualTo("1030.25");
        assertThat(open("9")).as("another currency").isEqualTo("5.00");
        assertThat(suite.all("customerPayment")).extracting(Doc::external).filteredOn(Objects::nonNull)
                .containsExactly("[PAY-1~8]", "[PAY-1~7]");
        netsuite().posts(Given.payment("PAY-1", "5", "100.00"), Result.ALREADY, "100.00 USD");
        netsuite().posts(Given.payment("PAY-10", "5", "5.00"), Result.POSTED, "5.00 USD");
        netsuite().posts(Given.payment("PAY-2", "10100", "25.00"), Result.REFUSED, "GW-SRC-089: 10.00 USD of 25.00");
    }

    @Test
    void a_payment_that_comes_back_opens_its_invoice_again_once_and_only_as_a_whole() {
        netsuite().posts(Given.payment("PAY-1", "5", "100.00"), Result.POSTED, "100.00 USD");
        netsuite().posts(Given.posting(Posting.Kind.REVERSAL, "REV-0", "5", "90.00", "PAY-1"), Result.REFUSED,
                "GW-SRC-110");
        assertThat(suite.all("journalEntry")).isEmpty();
        Posting reversal = Given.posting(Posting.Kind.REVERSAL, "REV-1", "5", "100.00", "PAY-1");
        suite.afterWriting = Told::broken;
        // Cut after its journal entry: nothing is open again yet, so it waits, and is taken up where it was left.
        netsuite().posts(reversal, Result.LATER, "GW-SRC-078");
        assertThat(open("8")).isEqualTo("0.00");
        suite.afterWriting = told -> told;
        netsuite().posts(reversal, Result.POSTED, "100.00 USD");
        assertThat(open("7")).isEqualTo("1050.00");
        assertThat(open("8")).isEqualTo("80.25");
        netsuite().posts(reversal, Result.ALREADY, "100.00 USD");
        assertThat(suite.all("journalEntry")).hasSize(2).extracting(one -> one.fields().get("amountRemaining"))
                .containsOnly("0.00");
    }

    @Test
    void notes_are_written_once() {
        for (Posting.Kind kind : List.of(Posting.Kind.NOTE, Posting.Kind.STATUS, Posting.Kind.CLOSURE)) {
            Posting note = Given.posting(kind, "N-" + kind, "5", null, "PAID");
            suite.afterWriting = Told::broken;
            netsuite().posts(note, Result.POSTED, "read back");
            netsuite().posts(note, Result.ALREADY, "under its key");
        }
        assertThat(suite.all("note")).extracting(one -> one.fields().get("entity") + " " + one.fields().get("note"))
                .containsExactly("5 2026-03-03 paid to the agency [N-NOTE]",
                "5 2026-03-03 placement P-1: PAID [N-STATUS]", "5 2026-03-03 placement P-1: PAID [N-CLOSURE]");
        suite.afterWriting = told -> told;
        netsuite().posts(Given.posting(Posting.Kind.NOTE, "N-9", "404", null, ""), Result.REFUSED,
                "(HTTP 400, code USER_ERROR)");
        netsuite().posts(Given.posting(Posting.Kind.DISPUTE, "D-1", "5", null, "OTHER"), Result.REFUSED, "GW-SRC-050");
    }

    @Test
    void who_is_not_let_in_and_who_comes_too_often_are_told_apart() {
        Posting payment = Given.payment("PAY-1", "5", "5.00");
        suite.instead = operation -> operation.equals("add") ? SuiteTalk.fault("exceededRequestLimitFault",
                "WS_CONCUR_SESSION_DISALLWD") : null;
        netsuite().posts(payment, Result.LATER, "GW-SRC-076");
        assertThat(waits).as("a write that was certainly not taken is tried four times").filteredOn(one ->
                one.getNano() == 0).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L);
        suite.instead = operation -> SuiteTalk.fault("exceededConcurrentRequestLimitFault", "OTHER");
        assertThatThrownBy(() -> netsuite().read()).hasMessageStartingWith("GW-SRC-076");
        suite.instead = operation -> operation.equals("add") ? SuiteTalk.fault("unexpectedErrorFault",
                "UNEXPECTED_ERROR") : null;
        netsuite().posts(payment, Result.LATER, "GW-SRC-075");
        suite.instead = operation -> SuiteTalk.fault("insufficientPermissionFault", "INSUFFICIENT_PERMISSION");
        netsuite().posts(payment, Result.LATER, "GW-SRC-072");
        suite.instead = operation -> null;
        assertThat(suite.all("customerPayment")).extracting(Doc::external).containsOnlyNulls();
        assertThatThrownBy(() -> netsuite().source("{nonce}&{timestamp}", "{timestamp}&{nonce}").open())
                .as("the clock of these tests is not the service's").hasMessageStartingWith("GW-SRC-140")
                .hasMessageContaining("code invalidCredentialsFault")
                .hasMessageNotContaining("Pat").hasMessageNotContaining("t0ken");
        assertThat(netsuite().source().check()).allMatch(CheckStep::passed);
        assertThat(netsuite().source().checkWriting()).allMatch(CheckStep::passed);
    }
}
