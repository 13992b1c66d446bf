package io.graceway.edge.store.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.Databases;
import io.graceway.edge.store.back.House;
import io.graceway.edge.store.back.SqlMessages;
import io.graceway.edge.store.back.SqlPostingBook;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Money;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.remittance.Receipt;
import io.graceway.journey.writeback.Posting;
import io.graceway.journey.writeback.PostingBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Databases.class)
class ReportFileTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 20);

    @Parameter
    Databases databases;

    private House house;
    private SqlInbox inbox;

    @BeforeEach
    void threePlacements() {
        house = new House(databases).place("P1", "northgate", "100.00", "USD", State.SENT)
                .place("P2", "northgate", "50.00", "EUR", State.SENT).place("P3", "harbour", "70.00");
        inbox = new SqlInbox(house.store, house.transaction, house.log, house.agencies, List.of(House.TONE), 2);
        house.jdbc.update(
                "insert into delivery values ('D-northgate', 'northgate', 'placement', 'DONE', 'MANIFEST_SENT', "
                + "'f', 1, "
                + "'', 'm', 1, '', 2, '', 1, ?, '', ?, null, null)", House.NOON.atOffset(java.time.ZoneOffset.UTC),
                House.NOON.atOffset(java.time.ZoneOffset.UTC));
        house.jdbc.update("insert into delivery_step values ('D-northgate', 7, 'MANIFEST_SENT', ?, 'seen')",
                House.NOON.atOffset(java.time.ZoneOffset.UTC));
    }

    @Test
    void a_delivery_is_acknowledged_when_all_answered_and_reconciled_when_all_balances_agree() {
        assertThat(take("acknowledgement", "a1", answer("P1", "F1", "ACCEPTED", "100.00", "USD")).outcome())
                .isEqualTo("A");
        assertThat(house.text("select rung from delivery")).isEqualTo("MANIFEST_SENT");
        take("acknowledgement", "a2", answer("P2", "F2", "ACCEPTED", "50.00", "EUR"));
        assertThat(house.text("select rung from delivery")).isEqualTo("RECONCILED");
        assertThat(house.rows("select step, rung from delivery_step order by step")).containsExactly("7 MANIFEST_SENT",
                "8 ACKNOWLEDGED", "9 RECONCILED");
        assertThat(house.rows(
                "select placement, state, agency_file, agency_balance, answered_on from placement where agency = "
                + "'northgate' order by placement")).containsExactly("P1 ACKNOWLEDGED F1 100 2026-03-20",
                "P2 ACKNOWLEDGED F2 50 2026-03-20");
        assertThat(house.logged()).contains("placement.reconciled");
    }

    @Test
    void a_wrong_balance_is_told_and_logged_and_keeps_the_delivery_from_being_reconciled() {
        Receipt receipt = take("acknowledgement", "a1", answer("P1", "F1", "ACCEPTED", "100.01", "USD"),
                answer("P2", "F2", "ACCEPTED", null, "EUR"));
        assertThat(receipt).isEqualTo(new Receipt("E", 2, 2, 0, 0, "GW-REM-022"));
        assertThat(house.text("select rung from delivery")).isEqualTo("ACKNOWLEDGED");
        assertThat(house.messages("northgate", "reject", "line", "field", "code"))
                .containsExactly("answer   GW-REM-022",
                "reject 2 balance GW-REM-022", "reject 3 balance GW-REM-021");
        assertThat(house.log()).contains("placement.mismatch").contains("100.01 USD");
    }

    @Test
    void a_placement_that_is_turned_down_comes_home_and_people_hear_of_it() {
        take("acknowledgement", "a1", answer("P1", null, "REJECTED", null, "USD"));
        assertThat(house.rows("select state, ending from placement where placement = 'P1'"))
                .containsExactly("REJECTED REJECTED");
        assertThat(house.rows("select stage, placement from account where number = 'AC-P1'"))
                .containsExactly("CLEARED null");
        assertThat(house.rows("select code from quarantine")).containsExactly("GW-REM-026");
        assertThat(house.log()).doesNotContain("Inparticular");
    }

    @Test
    void answers_that_contradict_or_repeat_or_name_a_stranger_change_nothing() {
        take("acknowledgement", "a1", answer("P1", "F1", "ACCEPTED", "100.00", "USD"));
        Receipt receipt = take("acknowledgement", "a2", answer("P1", "F1", "ACCEPTED", "100.00", "USD"),
                answer("P1", "F9", "ACCEPTED", "100.00", "USD"), answer("P3", "F3", "ACCEPTED", "70.00", "USD"),
                answer("P9", "F3", "ACCEPTED", "70.00", "USD"));
        assertThat(receipt).isEqualTo(new Receipt("P", 4, 0, 3, 1, "GW-REM-023"));
        assertThat(house.rows("select code from quarantine order by line")).containsExactly("GW-REM-023", "GW-REM-020",
                "GW-REM-020");
        assertThat(house.text("select agency_file from placement where placement = 'P3'")).isNull();
    }

    @Test
    void what_came_unsealed_is_answered_on_the_spot_and_its_answer_does_not_travel() {
        SqlMessages travelling = new SqlMessages(house.store, house.transaction);
        inbox.take(new Sent("northgate", "acknowledgement", "told", answer("P9", "F1", "ACCEPTED", "5.00", "USD"))
                .unsealed());
        assertThat(house.messages("northgate", "reject", "line")).containsExactly("answer ", "reject 2");
        assertThat(travelling.next("northgate")).isEmpty();
        assertThat(house.log()).contains("\"sealed\":\"no\"");
        inbox.take(new Sent("northgate", "acknowledgement", "sent", answer("P9", "F2", "ACCEPTED", "5.00", "USD")));
        assertThat(travelling.next("northgate").orElseThrow().lines()).hasSize(2);
    }

    @Test
    void a_tone_is_accepted_only_by_the_hash_of_its_very_bytes() {
        Receipt receipt = take("acknowledgement", "a1", tone("4", House.TONE.sha256()), tone("4", House.TONE.sha256()),
                tone("3", House.TONE.sha256()), tone("4", "0".repeat(64)));
        assertThat(receipt).isEqualTo(new Receipt("P", 4, 1, 2, 1, "GW-REM-025"));
        assertThat(house.rows("select agency, profile, version, accepted_on from tone_acceptance")).containsExactly(
                "northgate acme-home 4 2026-05-04");
    }

    @Test
    void a_closure_brings_the_account_home_with_its_reason() {
        house.jdbc.update("update account set reasons = 'OPEN_DISPUTE' where number = 'AC-P1'");
        house.jdbc.update("update account set reasons = 'GW-SRC-101' where number = 'AC-P2'");
        Receipt receipt = take("closure", "c1", closure("P1", "BANKRUPT"), closure("P2", "RETURNED"), closure("P1",
                "BANKRUPT"),
                closure("P3", "SETTLED"));
        assertThat(receipt).isEqualTo(new Receipt("P", 4, 2, 1, 1, "GW-REM-020"));
        assertThat(house.rows("select state, ending from placement order by placement"))
                .containsExactly("CLOSED BANKRUPT",
                "CLOSED RETURNED", "ACKNOWLEDGED ");
        assertThat(house.rows("select stage, placement from account order by number")).containsExactly("HELD null",
                "REFUSED null", "PLACED P3");
        assertThat(house.rows("select number, type, opened from house_case"))
                .containsExactly("AC-P1 BANKRUPTCY 2026-03-20");
        assertThat(house.rows("select kind, code, reference from posting order by seq"))
                .containsExactly("CLOSURE BANKRUPT P1",
                "HOLD BANKRUPTCY " + house.text("select id from house_case"), "CLOSURE RETURNED P2");
    }

    @Test
    void what_is_left_is_proposed_to_be_written_off_where_the_agency_gives_it_up_and_something_is_left() {
        house.jdbc.update("update placement set balance = 0 where placement = 'P2'");
        take("closure", "c1", closure("P1", "UNCOLLECTABLE"), closure("P2", "SETTLED"));
        assertThat(house.rows("select kind, code, amount, currency, text from posting order by seq")).containsExactly(
                "WRITE_OFF UNCOLLECTABLE 100 USD Given back by northgate: UNCOLLECTABLE, 100.00 USD left",
                "CLOSURE SETTLED null EUR Given back by northgate: SETTLED");
        assertThat(house.rows("select balance, unadopted from placement order by placement")).containsExactly(
                "100 0", "0 0", "70 0");

        SqlPostingBook book = new SqlPostingBook(house.store, house.transaction, house.log);
        Posting proposed = book.pending("erp", Long.MIN_VALUE, 1).get(0).posting();
        assertThat(proposed.amount()).contains(Money.of("100.00", "USD"));
        book.recast(List.of(proposed.fitting(Set.of(Posting.Kind.CLOSURE)).orElseThrow()));
        Posting older = book.pending("erp", Long.MIN_VALUE, 1).get(0).posting();
        assertThat(older.kind()).isEqualTo(Posting.Kind.CLOSURE);
        assertThat(older.amount()).isEmpty();
        book.record(List.of(new PostingBook.Fate(older, PostingBook.State.POSTED, "1")), House.NOON);
        assertThat(house.rows("select unadopted from placement where placement = 'P1'")).containsExactly("0");
    }

    @Test
    void paid_with_something_left_and_unknown_codes_are_quarantined() {
        take("closure", "c1", closure("P1", "PAID"), closure("P2", "VANISHED"));
        assertThat(house.rows("select line, field, code from quarantine order by line"))
                .containsExactly("2 code GW-REM-050",
                "3 code GW-REM-011");
        assertThat(house.rows("select distinct state from placement where agency = 'northgate'"))
                .containsExactly("SENT");
    }

    private Receipt take(String document, String name, DocumentLine... lines) {
        return inbox.take(new Sent("northgate", document, name, lines));
    }

    private static DocumentLine answer(String placement, String file, String status, String balance, String currency) {
        return DocumentLine.of("acknowledgement", "placement", placement, "account", "AC-" + placement,
                "agency-file-number",
                file, "status", status, "reason", "for Nobody Inparticular", "balance", balance == null ? null
                : new BigDecimal(balance),
                "currency", currency, "received-on", DAY);
    }

    private static DocumentLine tone(String version, String sha256) {
        return DocumentLine.of("tone", "profile", "acme-home", "version", version, "sha256", sha256);
    }

    private static DocumentLine closure(String placement, String code) {
        return DocumentLine.of("closure", "placement", placement, "code", code, "closed-on", DAY, "note", "gone");
    }
}
