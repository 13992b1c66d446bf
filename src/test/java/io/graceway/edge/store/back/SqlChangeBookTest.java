package io.graceway.edge.store.back;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.Databases;
import io.graceway.journey.account.Debtor;
import io.graceway.journey.account.Money;
import io.graceway.journey.account.Place;
import io.graceway.journey.account.PlacementNumber;
import io.graceway.journey.delinquency.DelinquentAccount;
import io.graceway.journey.delinquency.HouseCase;
import io.graceway.journey.eligibility.AccountBook.Stage;
import io.graceway.journey.eligibility.AccountBook.Standing;
import io.graceway.journey.eligibility.AccountBook.StandingPage;
import io.graceway.journey.eligibility.Finding;
import io.graceway.journey.eligibility.Held;
import io.graceway.journey.eligibility.HoldReason;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.placement.change.Changes;
import io.graceway.journey.remittance.Accounts;
import io.graceway.journey.remittance.Cases;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Databases.class)
class SqlChangeBookTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    @Parameter
    Databases databases;

    private House house;
    private SqlChangeBook book;
    private Changes changes;
    private DelinquentAccount account;

    @BeforeEach
    void placed() {
        house = new House(databases).place("P1", "northgate", "100.00");
        book = new SqlChangeBook(house.store, house.transaction, house.log);
        changes = new Changes(book, (agency, document) -> !document.equals("deceased"));
        account = Accounts.account(Cases.key("P1", "USD"), Money.of("100.00", "USD"));
    }

    @Test
    void what_came_with_the_placement_is_not_told_again() {
        look(account);
        look(account);
        assertThat(house.rows("select id from agency_message")).isEmpty();
        assertThat(house.text("select count(*) from told")).isEqualTo("1");
        assertThat(house.logged()).isEmpty();
    }

    @Test
    void another_phone_address_or_mail_is_told_once_and_not_logged() {
        DelinquentAccount moved = with(account, "+12065550100", "", "Somewhere");
        look(moved);
        look(moved);
        look(with(account, "", "", "Somewhere"));
        assertThat(house.messages("northgate", "contact-update", "part", "phone", "city")).containsExactly(
                "contact-update ADDRESS  Somewhere", "contact-update PHONE +12065550100 ", "contact-update PHONE  ");
        assertThat(house.messages("northgate", "contact-update", "account")).contains("contact-update AC-P1");
        assertThat(house.log()).contains("placement.changed").doesNotContain("5550100").doesNotContain("Somewhere");
    }

    @Test
    void an_address_that_the_customer_keeps_from_the_agency_is_never_told() {
        house.jdbc.update("update placement set email_kept = true");
        look(with(account, "", "nobody@example.org", "Springfield"));
        assertThat(house.rows("select id from agency_message")).isEmpty();
    }

    @Test
    void a_case_is_told_when_it_opens_and_when_it_is_settled_and_never_when_it_was_over_before() {
        HouseCase dispute = new HouseCase("T-1", HouseCase.Type.DISPUTE, DAY, Optional.empty());
        HouseCase over = new HouseCase("T-0", HouseCase.Type.COMPLAINT, DAY.minusDays(9), Optional.of(DAY));
        look(account.withCases(List.of(over, dispute)));
        HouseCase settled = new HouseCase("T-1", HouseCase.Type.DISPUTE, DAY, Optional.of(DAY.plusDays(3)));
        look(account.withCases(List.of(over, settled, new HouseCase("T-2", HouseCase.Type.ATTORNEY, DAY,
                Optional.empty()))));
        assertThat(house.messages("northgate", "dispute", "on", "code", "resolved-on")).containsExactly(
                "dispute 2026-05-04 OTHER ", "dispute 2026-05-04 OTHER 2026-05-07");
        assertThat(house.messages("northgate", "hold", "code")).containsExactly("hold ATTORNEY");
        assertThat(house.messages("northgate", "complaint")).isEmpty();
        assertThat(house.text("select count(distinct id) from agency_message")).isEqualTo("3");
    }

    @Test
    void what_the_agency_told_itself_is_only_told_back_once_it_is_settled() {
        house.jdbc.update("insert into house_case values ('C1', 'erp', 'AC-P1', 'BANKRUPTCY', ?, null, 'northgate')",
                DAY);
        look(account.withCases(List.of(new HouseCase("C1", HouseCase.Type.BANKRUPTCY, DAY, Optional.empty()))));
        assertThat(house.rows("select id from agency_message")).isEmpty();
        look(account.withCases(List.of(new HouseCase("C1", HouseCase.Type.BANKRUPTCY, DAY, Optional.of(DAY)))));
        assertThat(house.messages("northgate", "bankruptcy", "resolved-on")).containsExactly(
                "bankruptcy 2026-05-04");
    }

    @Test
    void what_the_house_agreed_is_told_with_its_terms_again_when_they_change_and_once_more_when_it_is_over() {
        look(plan("2026-07-01", Optional.empty()));
        look(plan("2026-07-01", Optional.empty()));
        assertThat(house.rows("select agency, placement, agreed_on, last_on, amount, stage, in_house, accepted_on from "
                + "arrangement")).containsExactly("northgate P1 2026-05-04 2026-07-01 20 AGREED true null");
        assertThat(new RecallRows(house.jdbc).running(List.of("P1")).get("P1").inHouse())
                .contains(LocalDate.of(2026, 7, 1));
        house.jdbc.update("update arrangement set accepted_on = ?", DAY);
        look(plan("2026-08-01", Optional.empty()));
        assertThat(house.text("select accepted_on from arrangement")).as("other terms are accepted anew").isNull();
        look(plan("2026-08-01", Optional.of(DAY.plusDays(9))));
        assertThat(house.messages("northgate", "arrangement", "code", "kind", "last-on", "payments", "frequency",
                "amount", "currency", "resolved-on")).containsExactly(
                "arrangement AGREED INSTALMENTS 2026-07-01 3 MONTHLY 20.00 USD ",
                "arrangement AGREED INSTALMENTS 2026-08-01 3 MONTHLY 20.00 USD ",
                "arrangement AGREED INSTALMENTS 2026-08-01 3 MONTHLY 20.00 USD 2026-05-13");
        assertThat(house.row("select stage, stage_on from arrangement")).isEqualTo("ENDED 2026-05-13");
        assertThat(new RecallRows(house.jdbc).running(List.of("P1")).get("P1").arranged()).isEmpty();
        look(account.withCases(List.of(new HouseCase("T-2", HouseCase.Type.ARRANGEMENT, DAY, Optional.empty()))));
        assertThat(house.messages("northgate", "hold", "code")).containsExactly("hold ARRANGEMENT");
    }

    private DelinquentAccount plan(String lastOn, Optional<LocalDate> closed) {
        return account.withCases(List.of(new HouseCase("T-1", HouseCase.Type.ARRANGEMENT, DAY, closed, Optional.of(
                new HouseCase.Plan(Optional.of(DAY), LocalDate.parse(lastOn), Money.of("20.00", "USD"), 3,
                "MONTHLY")))));
    }

    @Test
    void a_note_reaches_the_agency_in_pieces_that_every_layout_takes_and_is_not_logged() {
        PlacementNumber placement = new PlacementNumber("P1");
        assertThat(changes.note(placement, "moved\n  abroad " + "x".repeat(310), House.pass(House.NOON))).isEmpty();
        assertThat(house.messages("northgate", "note", "on", "text")).containsExactly("note 2026-05-04 moved abroad",
                "note 2026-05-04 " + "x".repeat(300), "note 2026-05-04 " + "x".repeat(10));
        assertThat(house.log()).contains("placement.changed").doesNotContain("abroad");
        look(account);
        assertThat(house.messages("northgate", "contact-update")).isEmpty();
        changes = new Changes(book, (agency, document) -> false);
        assertThat(changes.note(placement, "moved", House.pass(House.NOON))).contains("GW-REM-106");
        house.jdbc.update("update placement set state = 'CLOSED'");
        assertThat(changes.note(placement, "moved", House.pass(House.NOON))).contains("GW-REM-081");
    }

    @Test
    void what_a_dialect_has_no_words_for_is_told_by_people() {
        look(account.withCases(List.of(new HouseCase("T-1", HouseCase.Type.DECEASED, DAY, Optional.empty()))));
        assertThat(house.rows("select id from agency_message")).isEmpty();
        assertThat(house.rows("select file, code from quarantine")).containsExactly("P1 GW-REM-106");
    }

    @Test
    void a_request_is_answered_once_with_every_paper_that_the_source_lists() {
        house.jdbc.update("insert into news values ('northgate', 'INFORMATION_REQUEST', 'IR-1', 'P1', ?, 'INVOICE', "
                + "'', '', ?, false)", DAY, House.NOON.atOffset(java.time.ZoneOffset.UTC));
        look(account);
        assertThat(house.rows("select id from agency_message")).isEmpty();
        DelinquentAccount papers = new DelinquentAccount(account.key(), account.brand(), account.kind(),
                account.debtor(), account.items(), account.itemization(), account.contacts(), account.cases(),
                List.of("INV-9.pdf", "contract"));
        look(papers);
        look(papers);
        assertThat(house.messages("northgate", "information-answer", "request", "code", "reference")).containsExactly(
                "information-answer IR-1 ANSWERED INV-9.pdf", "information-answer IR-1 ANSWERED contract");
    }

    @Test
    void nobody_is_told_before_the_placement_has_left_nor_after_it_ended() {
        for (State state : List.of(State.DECIDED, State.RECALLED, State.CLOSED)) {
            house = new House(databases).place("P1", "northgate", "100.00", "USD", state);
            look(with(account, "+12065550100", "", "Somewhere"));
            assertThat(house.rows("select id from agency_message")).as("%s", state).isEmpty();
        }
    }

    private void look(DelinquentAccount now) {
        Standing standing = new Standing(new Held(now, DAY, List.of(new Finding("TEST@1", "GATEWAY", "", "",
                Finding.Result.HOLD, HoldReason.OPEN_DISPUTE, null))), Stage.PLACED, Optional.empty(),
                Optional.of("P1"), Optional.empty());
        book.record(changes.watch(new StandingPage(House.pass(House.NOON), "erp", List.of(standing), List.of())));
    }

    private static DelinquentAccount with(DelinquentAccount one, String phone, String email, String city) {
        Debtor was = one.debtor();
        Debtor now = new Debtor(was.name(), was.type(), email, phone, new Debtor.Address(was.address().street(), city,
                was.address().postalCode(), Place.of("US-NY")), was.zone(), was.language());
        return new DelinquentAccount(one.key(), one.brand(), one.kind(), now, one.items(), one.itemization(),
                one.contacts(), one.cases(), one.documents());
    }
}
