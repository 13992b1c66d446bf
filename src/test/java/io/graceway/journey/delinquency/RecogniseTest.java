package io.graceway.journey.delinquency;

import static io.graceway.journey.delinquency.Lines.DEBTOR;
import static io.graceway.journey.delinquency.Lines.contact;
import static io.graceway.journey.delinquency.Lines.item;
import static io.graceway.journey.delinquency.Lines.recognise;
import static io.graceway.journey.delinquency.Lines.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.DebtorType;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Money;
import io.graceway.journey.account.Reject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecogniseTest {

    @Test
    void makes_one_account_of_each_currency() {
        List<DelinquentAccount> accounts = recognise(DEBTOR, item("A", "10.00", "USD"), item("B", "20.00", "CAD"),
                item("C", "5.00", "USD")).accounts();
        assertThat(accounts).extracting(one -> one.key().toString())
                .containsExactly("erp/0100000222/USD", "erp/0100000222/CAD");
        assertThat(accounts.get(0).balance(LocalDate.of(2026, 3, 1))).isEqualTo(Money.of("15.00", "USD"));
    }

    @Test
    void refuses_a_customer_without_a_master_record() {
        assertThat(refusals(item("A", "10.00", "USD"))).containsExactly("GW-SRC-102 ");
    }

    @Test
    void refuses_a_customer_with_several_master_records() {
        assertThat(refusals(DEBTOR, DEBTOR, item("A", "10.00", "USD"))).containsExactly("GW-SRC-103 ");
    }

    @Test
    void refuses_everybody_while_a_table_is_missing() {
        AccountLines lines = Lines.of(DEBTOR, item("A", "10.00", "USD"));
        assertThat(Lines.DOOR.recognise(lines, Set.of()).accounts()).hasSize(1);
        List<RefusedAccount> refused = Lines.DOOR.recognise(lines, Set.of("case")).refused();
        assertThat(refused).singleElement().satisfies(one -> assertThat(one.rejects()).singleElement()
                .extracting(Reject::code, Reject::field).containsExactly("GW-SRC-101", "case"));
    }

    @Test
    void does_not_blame_the_customer_for_a_missing_master_table() {
        List<RefusedAccount> refused = Lines.DOOR.recognise(Lines.of(item("A", "10.00", "USD")), Set.of("debtor"))
                .refused();
        assertThat(refused.get(0).rejects()).extracting(Reject::code).containsExactly("GW-SRC-101");
    }

    @Test
    void takes_an_unknown_debtor_type_for_a_consumer() {
        assertThat(recognise(Lines.debtor("type", "PARTNERSHIP"), item("A", "10.00", "USD")).accounts())
                .extracting(one -> one.debtor().type()).containsExactly(DebtorType.CONSUMER);
    }

    @Test
    void says_line_field_and_reason_of_every_item_that_cannot_be_read() {
        DocumentLine noDue = new DocumentLine(7, "item", java.util.Map.of("id", "A", "open", new BigDecimal("1"),
                "currency", "USD"));
        DocumentLine halfCent = new DocumentLine(8, "item", java.util.Map.of("id", "B", "open", new BigDecimal("1.005"),
                "currency", "USD", "due", LocalDate.of(2026, 1, 1)));
        List<Reject> rejects = recognise(DEBTOR, noDue, halfCent).refused().get(0).rejects();
        assertThat(rejects).extracting(Reject::toString).containsExactly(
                "GW-SRC-111 line 7 field due: item record: due is missing; correct it in the source",
                "GW-SRC-111 line 8 field open: item record: open an amount in USD has at most 2 digits after the "
                        + "point; correct it in the source");
    }

    @Test
    void reads_what_an_arrangement_says_of_this_account_and_refuses_half_of_it() {
        List<Object> whole = List.of("id", "T", "type", "ARRANGEMENT", "opened", LocalDate.of(2026, 3, 1), "last-on",
                LocalDate.of(2026, 6, 1), "amount", new BigDecimal("20.00"), "currency", "USD", "payments", 3L);
        List<DelinquentAccount> accounts = recognise(DEBTOR, item("A", "10.00", "USD"), item("B", "20.00", "CAD"),
                DocumentLine.of("case", whole.toArray())).accounts();
        assertThat(accounts.get(0).cases().get(0).plan()).contains(new HouseCase.Plan(Optional.empty(),
                LocalDate.of(2026, 6, 1), Money.of("20.00", "USD"), 3, ""));
        assertThat(accounts.get(1).cases().get(0).plan()).as("the account in another currency").isEmpty();
        for (String without : List.of("last-on", "amount", "currency")) {
            assertThat(refusals(DEBTOR, item("A", "10.00", "USD"), changed(whole, without, null)))
                    .containsExactly("GW-SRC-113 " + without);
        }
        assertThat(refusals(DEBTOR, item("A", "10.00", "USD"), changed(whole, "type", "DISPUTE")))
                .containsExactly("GW-SRC-113 amount");
        assertThat(refusals(DEBTOR, item("A", "10.00", "USD"), changed(whole, "amount", new BigDecimal("-1"))))
                .hasSize(1);
    }

    private static DocumentLine changed(List<Object> whole, String field, Object value) {
        Object[] all = whole.toArray();
        all[whole.indexOf(field) + 1] = value;
        return DocumentLine.of("case", all);
    }

    @Test
    void keeps_the_readable_money_of_a_refused_account_in_the_account() {
        RefusedAccount refused = recognise(item("A", "10.00", "USD"), item("B", "2.50", "USD")).refused().get(0);
        assertThat(refused.balance(zone -> LocalDate.of(2026, 3, 1))).isEqualTo(Money.of("12.50", "USD"));
    }

    @Test
    void refuses_all_accounts_of_a_customer_with_an_item_in_no_currency() {
        assertThat(refusals(DEBTOR, item("A", "10.00", "USD"), item("B", "2.50", "usd"), item("C", "1.00", "EUR")))
                .containsExactly("GW-SRC-104 currency", "GW-SRC-104 currency");
        assertThat(recognise(DEBTOR, item("B", "2.50", "")).refused()).extracting(one -> one.key().toString())
                .containsExactly("erp/0100000222/XXX");
    }

    @Test
    void gives_back_the_rejects_of_a_customer_of_whom_no_item_could_be_read() {
        Reject reject = new Reject(3, "due", "GW-DOC-004", "not a date");
        AccountLines lines = new AccountLines(Lines.NUMBER, List.of(DEBTOR), List.of(reject));
        assertThat(Lines.DOOR.recognise(lines, Set.of()).refused()).singleElement()
                .satisfies(one -> assertThat(one.rejects()).containsExactly(reject));
    }

    @Test
    void makes_nothing_of_a_customer_with_nothing_open() {
        Delinquency.Recognised recognised = recognise(DEBTOR, contact("OUT"));
        assertThat(recognised.accounts()).isEmpty();
        assertThat(recognised.refused()).isEmpty();
    }

    @Test
    void refuses_an_itemisation_that_is_one_cent_off_and_takes_one_that_adds_up() {
        assertThat(refusals(Lines.itemized("100.00", "5.00", "2.00", "20.00", "7.00", "80.01"),
                item("A", "80.00", "USD")))
                .containsExactly("GW-SRC-115 itemized-current");
        assertThat(recognise(Lines.itemized("100.00", "5.00", "2.00", "20.00", "7.00", "80.00"),
                item("A", "80.00", "USD"))
                .accounts()).singleElement().satisfies(one -> assertThat(one.itemization()).isPresent());
    }

    @Test
    void counts_only_a_contact_that_says_out_as_an_attempt() {
        DelinquentAccount account = recognise(DEBTOR, item("A", "10.00", "USD"), contact("OUT"), contact("IN"),
                contact("")).accounts().get(0);
        assertThat(account.attempts(LocalDate.of(2026, 3, 1))).hasSize(1);
        assertThat(refusals(DEBTOR, item("A", "10.00", "USD"), contact("SIDEWAYS")))
                .containsExactly("GW-SRC-112 direction");
    }

    @Test
    void refuses_items_of_several_kinds_in_one_account() {
        assertThat(refusals(DEBTOR, item("A", "10.00", "USD"), item("B", "2.50", "USD", "kind", "PUBLIC")))
                .containsExactly("GW-SRC-117 kind");
        assertThat(recognise(DEBTOR, item("B", "2.50", "USD", "kind", "PUBLIC")).accounts().get(0).kind())
                .isEqualTo(DebtKind.PUBLIC);
        assertThat(refusals(DEBTOR, item("B", "2.50", "USD", "kind", "GAMBLING"))).containsExactly("GW-SRC-116 kind");
    }

    @Test
    void takes_a_zone_outside_the_tz_database_for_none() {
        for (String zone : List.of("", "Europe/Atlantis", "+02:00", "UTC+2", "CET/CEST")) {
            assertThat(recognise(Lines.debtor("zone", zone), item("A", "10.00", "USD")).accounts().get(0).debtor()
                    .zone())
                    .as(zone).isEmpty();
        }
        assertThat(recognise(Lines.debtor("zone", "Europe/Berlin"), item("A", "10.00", "USD")).accounts().get(0)
                .debtor()
                .zone()).isPresent();
    }
}
