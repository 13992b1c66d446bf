package io.graceway.edge.store.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.edge.store.Databases;
import io.graceway.edge.store.back.House;
import io.graceway.edge.store.back.SqlApprovalBook;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.PlacementNumber;
import io.graceway.journey.placement.change.Approvals;
import io.graceway.journey.placement.change.Approvals.Consent;
import io.graceway.journey.remittance.Receipt;
import io.graceway.journey.writeback.MessageKind;
import java.math.BigDecimal;
import java.time.Instant;
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
class LegalStepFileTest {

    private static final LocalDate UNTIL = LocalDate.of(2026, 5, 20);

    @Parameter
    Databases databases;

    private House house;
    private Approvals approvals;
    private int files;

    @BeforeEach
    void asked() {
        house = new House(databases).place("P1", "northgate", "100.00").place("P2", "northgate", "100.00");
        approvals = new Approvals(new SqlApprovalBook(house.store, house.transaction, house.log), agency -> true);
        MessageKind kind = MessageKind.INFORMATION_REQUEST;
        take(kind.document(), Told.line(kind, "IR-1", "P1", "code", "LEGAL_STEP", "step", "SUIT"));
    }

    @Test
    void a_request_waits_for_people_and_is_answered_once_with_a_number_for_it_alone() {
        assertThat(house.rows("select code from quarantine")).containsExactly("GW-REM-151");
        assertThat(answer("P2", "IR-1").refused()).contains("GW-REM-152");
        assertThatThrownBy(() -> answer("P1", new Consent(new BigDecimal("-1"), UNTIL)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> answer("P1", new Consent(BigDecimal.TEN, Told.DAY.minusDays(1))))
                .isInstanceOf(IllegalArgumentException.class);
        String number = approved();
        assertThat(house.messages("northgate", "information-answer", "request", "code", "step", "approval", "ceiling",
                "currency", "until")).containsExactly("information-answer IR-1 ANSWERED SUIT " + number
                + " 150.00 USD 2026-05-20");
        assertThat(answer("P1", "IR-1").refused()).contains("GW-REM-152");
        assertThat(house.logged()).contains("placement.approved");
    }

    /** Two read the same request before either of them answered. */
    @Test
    void of_two_who_answer_at_once_one_is_heard() {
        SqlApprovalBook book = new SqlApprovalBook(house.store, house.transaction, house.log);
        Approvals.Asked asked = book.asked(new PlacementNumber("P1"), "IR-1").orElseThrow();
        assertThat(answer("P1", "IR-1").number()).isPresent();
        long entries = house.log.size();
        assertThat(book.answer(asked, Optional.empty(), Optional.empty(), DocumentLine.of("information-answer"),
                House.pass(House.NOON))).isFalse();
        assertThat(house.messages("northgate", "information-answer", "code")).hasSize(1);
        assertThat(house.log.size()).isEqualTo(entries);
    }

    @Test
    void people_may_say_no_and_a_dialect_without_the_word_is_told_otherwise() {
        approvals = new Approvals(new SqlApprovalBook(house.store, house.transaction, house.log), agency -> false);
        assertThat(answer("P1", "IR-1").refused()).contains("GW-REM-106");
        asked();
        assertThat(approvals.answer(new PlacementNumber("P1"), "IR-1", Optional.empty(), House.pass(House.NOON))
                .refused()).isEmpty();
        assertThat(house.messages("northgate", "information-answer", "code", "approval")).containsExactly(
                "information-answer REFUSED ");
        assertThat(house.text("select count(*) from approval")).isEqualTo("0");
    }

    @Test
    void a_step_passes_with_its_number_on_the_last_day_and_at_the_ceiling_and_only_once() {
        String number = approved();
        assertThat(legal(step("E1", "P1", number, "cost", new BigDecimal("150.00"), "at",
                "2026-05-20T16:00:00Z"))).isEqualTo("C-LEGAL=PASS");
        assertThat(house.row("select used_by, used_on from approval")).isEqualTo("E1 2026-05-20");
        assertThat(legal(step("E2", "P1", number))).isEqualTo("C-LEGAL=BREACH");
        assertThat(house.row("select used_by from approval")).isEqualTo("E1");
    }

    @Test
    void nothing_else_passes() {
        String number = approved();
        assertThat(legal(step("E1", "P1", null))).isEqualTo("C-LEGAL=BREACH");
        assertThat(legal(step("E2", "P2", number))).as("another placement").isEqualTo("C-LEGAL=BREACH");
        assertThat(legal(step("E3", "P1", number, "legal-step", "ENFORCEMENT"))).isEqualTo("C-LEGAL=BREACH");
        assertThat(legal(step("E4", "P1", number, "cost", new BigDecimal("150.01")))).isEqualTo("C-LEGAL=BREACH");
        assertThat(legal(step("E5", "P1", number, "at", "2026-05-21T16:00:00Z"))).isEqualTo("C-LEGAL=BREACH");
        assertThat(legal(step("E6", "P1", number, "at", "2026-05-03T16:00:00Z"))).isEqualTo("C-LEGAL=BREACH");
        assertThat(legal(step("E7", "P1", null, "legal-step", "NONE", "cost", BigDecimal.ONE)))
                .as("a cost alone").isEqualTo("C-LEGAL=BREACH");
        assertThat(house.rows("select used_by from approval")).containsExactly("null");
        DocumentLine one = step("E8", "P1", number);
        take("activity", one, step("E9", "P1", number));
        assertThat(house.rows("select event from tone_finding where tone_check = 'C-LEGAL' and event in ('E8', 'E9')"))
                .as("twice in one file").containsExactly("E9");
    }

    @Test
    void a_status_of_legal_work_needs_a_number_and_a_judgment_without_one_is_for_people() {
        String number = approved();
        assertThat(status("S1", "P1", "approval", null)).isEqualTo("GW-REM-150");
        assertThat(status("S2", "P2", "approval", number)).isEqualTo("GW-REM-150");
        assertThat(status("S3", "P1", "approval", number)).isEmpty();
        house.jdbc.update("update approval set until = ?", Told.DAY.minusDays(1));
        assertThat(status("S4", "P1", "approval", number)).isEqualTo("GW-REM-150");
        house.jdbc.update("update approval set used_by = 'E1'");
        assertThat(status("S5", "P1", "approval", number)).isEmpty();
        house.jdbc.update("delete from quarantine");
        take("judgment", Told.line(MessageKind.JUDGMENT, "J1", "P1", "approval", number));
        assertThat(house.rows("select code from quarantine")).isEmpty();
        take("judgment", Told.line(MessageKind.JUDGMENT, "J2", "P1"));
        assertThat(house.rows("select code from quarantine")).containsExactly("GW-REM-104");
    }

    private String approved() {
        return answer("P1", "IR-1").number().orElseThrow();
    }

    private Approvals.Result answer(String placement, String request) {
        return approvals.answer(new PlacementNumber(placement), request, Optional.of(new Consent(
                new BigDecimal("150.00"), UNTIL)), House.pass(House.NOON));
    }

    private Approvals.Result answer(String placement, Consent consent) {
        return approvals.answer(new PlacementNumber(placement), "IR-1", Optional.of(consent),
                House.pass(House.NOON));
    }

    private String status(String id, String placement, Object... other) {
        return take("status", Told.line(MessageKind.STATUS, id, placement, with(other, "code", "LEGAL"))).code();
    }

    private static Object[] with(Object[] other, Object... more) {
        Object[] all = java.util.Arrays.copyOf(other, other.length + more.length);
        System.arraycopy(more, 0, all, other.length, more.length);
        return all;
    }

    private static DocumentLine step(String id, String placement, String approval, Object... other) {
        Object[] all = with(new Object[] {"legal-step", "SUIT", "approval", approval, "currency", "USD"}, other);
        for (int i = 0; i < all.length; i += 2) {
            all[i + 1] = "at".equals(all[i]) ? Instant.parse((String) all[i + 1]) : all[i + 1];
        }
        return Told.line(MessageKind.ACTIVITY, id, placement, all);
    }

    private String legal(DocumentLine line) {
        take("activity", line);
        return house.text("select checks from activity where event = ?", line.text("event-id"))
                .replaceAll(".*(C-LEGAL=\\w+).*", "$1");
    }

    private Receipt take(String document, DocumentLine... lines) {
        return new SqlInbox(house.store, house.transaction, house.log, house.agencies, List.of(House.TONE), 2)
                .take(new Sent("northgate", document, document + "-" + ++files, lines));
    }
}
