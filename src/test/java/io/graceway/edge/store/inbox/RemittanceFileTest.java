package io.graceway.edge.store.inbox;

import static io.graceway.journey.remittance.Cases.payment;
import static io.graceway.journey.remittance.Cases.reversal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.edge.store.Databases;
import io.graceway.edge.store.back.House;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.remittance.Inbox;
import io.graceway.journey.remittance.Receipt;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Databases.class)
class RemittanceFileTest {

    private static final String PARTS = "select payment, kind, amount, applied, suspense, rejected, fee, credited from "
            + "agency_payment order by payment";

    @Parameter
    Databases databases;

    private House house;
    private SqlInbox inbox;

    @BeforeEach
    void twoPlacements() {
        house = new House(databases).place("P1", "northgate", "100.00").place("P2", "northgate", "50.00", "EUR",
                State.SENT)
                .place("P3", "harbour", "70.00");
        inbox = new SqlInbox(house.store, house.transaction, house.log, house.agencies, List.of(House.TONE), 2);
    }

    @Test
    void every_cent_of_a_mixed_file_is_in_one_place() {
        Receipt receipt = take("f1", payment("1", "P1", "40.00", "10.00", "USD"), payment("2", "P2", "60.00",
                "12.50", "EUR"),
                payment("3", "P3", "5.00", null, "USD"), payment("4", "P1", "7.00", null, "EUR"),
                payment("1", "P1", "40.00", "10.00", "USD"));

        assertThat(receipt).isEqualTo(new Receipt("P", 5, 3, 1, 1, "GW-REM-031"));
        String rejected = new Sent("northgate", "remittance", "f1").sha256() + ":4";
        assertThat(house.rows(PARTS)).containsExactlyInAnyOrder("1 PAYMENT 40 30 0 0 10 40",
                "2 PAYMENT 60 37.5 10 0 12.5 50",
                "3 PAYMENT 5 0 5 0 0 0", rejected + " PAYMENT 7 0 0 7 0 0");
        assertThat(house.rows("select placement, state, balance, ending from placement order by placement"))
                .containsExactly(
                "P1 ACKNOWLEDGED 60 ", "P2 CLOSED 0 PAID", "P3 ACKNOWLEDGED 70 ");
        assertThat(house.rows("select number, stage, placement from account order by number")).containsExactly(
                "AC-P1 PLACED P1", "AC-P2 CLEARED null", "AC-P3 PLACED P3");
        assertThat(house.rows("select id, kind, amount, code, reference, state from posting order by seq"))
                .containsExactly(
                "PAY-northgate-1 PAYMENT 40  P1 PENDING", "PAY-northgate-2 PAYMENT 50  P2 PENDING",
                "STA-PAID-P2-2 STATUS null PAID P2 PENDING");
    }

    @Test
    void the_answer_comes_first_and_names_line_field_and_reason() {
        take("f1", payment("1", "P1", "40.00", null, "USD"), payment("2", "P9", "60.00", null, "USD"),
                payment("3", "P1", "0", null, "USD"));
        assertThat(house.messages("northgate", "reject", "outcome", "code", "records", "accepted", "rejected",
                "duplicates",
                "line", "field", "reference")).containsExactly("answer P GW-REM-012 3 2 1 0   ",
                "reject  GW-REM-037     3 placement 2", "reject  GW-REM-012     4 amount 3");
        assertThat(house.rows("select origin, line, field, code from quarantine"))
                .containsExactly("northgate 4 amount GW-REM-012");
    }

    @Test
    void another_agencys_placement_looks_exactly_like_an_unknown_one() {
        take("f1", payment("1", "P3", "5.00", null, "USD"));
        take("f2", payment("2", "P9", "5.00", null, "USD"));
        List<String> answers = house.messages("northgate", "reject", "outcome", "code", "why", "field", "line");
        assertThat(answers.subList(0, 2)).isEqualTo(answers.subList(2, 4));
        assertThat(house.text("select balance from placement where placement = 'P3'")).startsWith("70");
    }

    @Test
    void the_same_file_again_has_no_effect_and_the_same_line_in_another_file_counts_once() {
        take("f1", payment("1", "P1", "40.00", null, "USD"));
        String before = state();
        assertThat(take("f1", payment("1", "P1", "40.00", null, "USD"))).isEqualTo(Receipt.refused("GW-REM-001"));
        assertThat(state()).isEqualTo(before);
        assertThat(take("f2", payment("1", "P1", "40.00", null, "USD"))).isEqualTo(new Receipt("A", 1, 0, 0, 1, ""));
        assertThat(house.row("select count(*), sum(amount) from agency_payment")).isEqualTo("1 40");
        assertThat(house.logged()).containsExactly("remittance.booked", "inbox.taken", "inbox.repeated", "inbox.taken");
    }

    @Test
    void a_file_whose_totals_are_wrong_posts_nothing_and_is_answered_with_the_reasons() {
        Receipt receipt = inbox.take(new Sent("northgate", "remittance", "f1", payment("1", "P1", "40.00", null, "USD"))
                .faulty("GW-DOC-020").faulty("GW-DOC-021"));
        assertThat(receipt).isEqualTo(Receipt.refused("GW-DOC-020"));
        assertThat(house.rows(PARTS)).isEmpty();
        assertThat(house.rows("select id from posting")).isEmpty();
        assertThat(house.messages("northgate", "reject", "outcome", "code")).containsExactly("answer R GW-DOC-020",
                "reject  GW-DOC-020", "reject  GW-DOC-021");
        assertThat(house.rows("select outcome, records from inbox")).containsExactly("R 0");
    }

    @Test
    void a_file_that_cannot_be_opened_is_answered_and_known() {
        String sha = "a".repeat(64);
        Inbox.Refusal refusal = Inbox.Refusal.open("GW-SEAL-001", "not opened");
        assertThat(inbox.refuse("northgate", "x\u0000y", sha, "", refusal, House.NOON).code())
                .isEqualTo("GW-SEAL-001");
        assertThat(inbox.knows("northgate", sha)).isTrue();
        assertThat(inbox.knows("harbour", sha)).isFalse();
        assertThat(inbox.refuse("northgate", "x", sha, "", refusal, House.NOON).code())
                .isEqualTo("GW-REM-001");
        assertThat(house.messages("northgate", "reject", "file", "outcome")).containsExactly("answer x?y R",
                "reject  ");
        assertThat(house.rows("select code from quarantine")).containsExactly("GW-SEAL-001");
    }

    @Test
    void what_exactly_was_wrong_with_a_seal_is_for_us_and_not_for_the_sender() {
        inbox.refuse("northgate", "x", "a".repeat(64), "", new Inbox.Refusal("GW-SEAL-001", "not opened",
                "GW-SEAL-022", "signed by 0123"), House.NOON);
        assertThat(house.messages("northgate", "reject", "code", "why")).containsExactly(
                "answer GW-SEAL-001 nothing of the file is taken; the reasons follow", "reject GW-SEAL-001 not opened");
        assertThat(house.rows("select code, why from quarantine")).containsExactly("GW-SEAL-022 signed by 0123");
        assertThat(house.log()).contains("GW-SEAL-022").doesNotContain("signed by");
    }

    @Test
    void a_reversal_in_a_later_file_runs_a_paid_placement_again() {
        take("f1", payment("1", "P1", "100.00", "25.00", "USD"));
        assertThat(house.text("select stage from account where number = 'AC-P1'")).isEqualTo("CLEARED");
        take("f2", reversal("2", "1", "P1", "100.00", "USD"));
        assertThat(house.rows("select state, balance, ending from placement where placement = 'P1'"))
                .containsExactly("ACKNOWLEDGED 100 ");
        assertThat(house.rows("select stage, placement from account where number = 'AC-P1'"))
                .containsExactly("PLACED P1");
        assertThat(house.rows("select id, amount, code from posting order by seq"))
                .containsExactly("PAY-northgate-1 100 ",
                "STA-PAID-P1-1 null PAID", "REV-northgate-2 100 PAY-northgate-1", "STA-REOPENED-P1-2 null REOPENED");
        take("f3", payment("3", "P1", "100.00", "25.00", "USD"));
        assertThat(house.text("select id from posting where code = 'PAID' order by seq desc limit 1"))
                .isEqualTo("STA-PAID-P1-3");
    }

    @Test
    void a_reversal_after_the_account_moved_on_leaves_it_where_it_is() {
        take("f1", payment("1", "P1", "100.00", null, "USD"));
        house.jdbc.update("update account set stage = 'NOTICED', notice = 'N1' where number = 'AC-P1'");
        take("f2", reversal("2", "1", "P1", "100.00", "USD"));
        assertThat(house.rows("select state, balance from placement where placement = 'P1'"))
                .containsExactly("CLOSED 100");
        assertThat(house.rows("select stage from account where number = 'AC-P1'")).containsExactly("NOTICED");
        assertThat(house.messages("northgate", "reject", "code")).contains("reject GW-REM-072");
    }

    @Test
    void one_bad_record_stops_only_itself() {
        DocumentLine half = DocumentLine.of("payment", "payment-id", "\ud800", "placement", "P1", "kind", "PAYMENT");
        Receipt receipt = inbox.take(new Sent("northgate", "remittance", "f1", half,
                DocumentLine.of("activity", "payment-id", "9"), DocumentLine.of("payment", "payment-id", "\u0000"),
                payment("1", "P1", "40.00", null, "USD")).unreadable(7, "amount"));
        assertThat(receipt).isEqualTo(new Receipt("P", 5, 1, 4, 0, "GW-DOC-004"));
        assertThat(house.rows("select code from quarantine order by line")).containsExactly("GW-REM-013", "GW-REM-014",
                "GW-REM-013", "GW-DOC-004");
    }

    @Test
    void a_document_that_no_agency_sends_is_refused() {
        assertThat(inbox.take(new Sent("northgate", "placement", "f1")).code()).isEqualTo("GW-REM-002");
        assertThatThrownBy(() -> inbox.take(new Sent("nobody", "remittance", "f1")))
                .hasMessageContaining("not configured");
    }

    @Test
    void a_file_that_breaks_off_leaves_nothing_and_can_be_given_again() {
        DocumentLine[] lines = {payment("1", "P1", "10.00", null, "USD"), payment("2", "P1", "10.00", null, "USD"),
            payment("3", "P1", "10.00", null, "USD")};
        String before = state();
        assertThatThrownBy(() -> inbox.take(new Sent("northgate", "remittance", "f1", lines).breaksAfter(2)))
                .hasMessageContaining("GW-REM-003");
        assertThat(state()).isEqualTo(before);
        assertThat(take("f1", lines)).isEqualTo(new Receipt("A", 3, 3, 0, 0, ""));
    }

    private Receipt take(String name, DocumentLine... lines) {
        return inbox.take(new Sent("northgate", "remittance", name, lines));
    }

    private String state() {
        return house.rows(PARTS) + house.row("select * from placement") + house.row("select * from posting")
                + house.row("select * from inbox") + house.row("select * from agency_message")
                + house.row("select * from account");
    }
}
