package io.graceway.edge.store.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.Databases;
import io.graceway.edge.store.back.House;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.remittance.Receipt;
import io.graceway.journey.writeback.MessageKind;
import io.graceway.journey.writeback.News;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Databases.class)
class NewsFileTest {

    @Parameter
    Databases databases;

    private House house;
    private int files;

    @BeforeEach
    void placements() {
        house = new House(databases).place("P1", "northgate", "100.00").place("P2", "northgate", "50.00", "EUR",
                State.CLOSED).place("P3", "harbour", "70.00");
    }

    @Test
    void every_message_is_taken_in_exactly_the_states_that_the_table_says() {
        for (MessageKind kind : Told.kinds().stream().filter(one -> !one.legal().isEmpty()).toList()) {
            Set<State> taken = EnumSet.noneOf(State.class);
            for (State state : State.values()) {
                house = new House(databases).place("P1", "northgate", "100.00", "USD", state);
                house.jdbc.update("update placement set answered_on = null");
                order();
                if (state == State.RECALL_PENDING) {
                    recalled("P1", "2026-05-09");
                }
                Receipt receipt = take(kind, Told.line(kind, "M", "P1"));
                // Money for nobody waits, and a list may hold what nobody sent: both are only remarked on.
                if (receipt.accepted() == 1 && !List.of("GW-REM-037", "GW-REM-110").contains(receipt.code())) {
                    taken.add(state);
                }
            }
            assertThat(taken).as("states in which %s is taken", kind).isEqualTo(kind.legal());
        }
    }

    @Test
    void a_change_of_contact_data_is_work_for_the_source_and_no_text_of_it_is_logged() {
        take(MessageKind.CONTACT_UPDATE, Told.line(MessageKind.CONTACT_UPDATE, "M1", "P1", "note", "call Nobody"),
                Told.line(MessageKind.CONTACT_UPDATE, "M2", "P1", "part", "ADDRESS", "phone", null, "street",
                "12 Example Road", "city", "Seattle"));
        assertThat(house.rows("select id, kind, code, reference, text from posting order by seq")).containsExactly(
                "NEWS-northgate-contact-update-M1 CONTACT PHONE P1 Told by northgate, contact-update PHONE: "
                + "phone: +12065550100; note: call Nobody",
                "NEWS-northgate-contact-update-M2 CONTACT ADDRESS P1 Told by northgate, contact-update ADDRESS: "
                + "street: 12 Example Road; city: Seattle");
        assertThat(house.logged()).containsExactly("placement.told", "placement.told", "inbox.taken");
        assertThat(house.log()).doesNotContain("Nobody").doesNotContain("5550100").doesNotContain("Example Road");
    }

    @Test
    void what_the_customer_says_holds_the_account_and_the_source_hears_of_the_case() {
        for (MessageKind kind : List.of(MessageKind.DISPUTE, MessageKind.COMPLAINT, MessageKind.HOLD,
                MessageKind.BANKRUPTCY, MessageKind.DECEASED)) {
            take(kind, Told.line(kind, "M1", "P1", "on", Told.DAY.minusDays(2)));
        }
        assertThat(house.rows("select type, opened, closed from house_case order by type")).containsExactly(
                "BANKRUPTCY 2026-05-02 null", "COMPLAINT 2026-05-02 null", "DECEASED 2026-05-02 null",
                "DISPUTE 2026-05-02 null", "HARDSHIP 2026-05-02 null");
        assertThat(house.rows("select kind, code from posting order by code")).containsExactly("HOLD BANKRUPTCY",
                "DISPUTE COMPLAINT", "HOLD DECEASED", "DISPUTE DISPUTE", "HOLD HARDSHIP");
        assertThat(house.text("select count(*) from posting p join house_case c on c.id = p.reference"))
                .isEqualTo("5");
    }

    @Test
    void judgments_and_requests_are_for_people() {
        for (MessageKind kind : List.of(MessageKind.JUDGMENT, MessageKind.INFORMATION_REQUEST)) {
            take(kind, Told.line(kind, "M1", "P1"));
        }
        assertThat(house.rows("select code from quarantine order by code")).containsExactly("GW-REM-103", "GW-REM-104");
        assertThat(house.rows("select kind, code from posting")).containsExactly("STATUS JUDGMENT");
    }

    @Test
    void the_same_message_again_is_skipped_and_another_one_under_its_number_is_a_conflict() {
        order();
        for (MessageKind kind : News.KINDS) {
            State legal = kind.legal().contains(State.ACKNOWLEDGED) ? State.ACKNOWLEDGED : State.CLOSED;
            house.jdbc.update("update placement set state = ? where placement = 'P1'", legal.name());
            DocumentLine line = Told.line(kind, "M1", "P1");
            assertThat(take(kind, line, line, line)).as("%s", kind).extracting(Receipt::repeated).isEqualTo(2L);
            assertThat(take(kind, Told.line(kind, "M1", "P1", "note", "other")).code()).isEqualTo("GW-REM-101");
        }
        assertThat(house.text("select count(*) from news")).isEqualTo("" + News.KINDS.size());
    }

    @Test
    void without_a_number_the_same_words_count_once() {
        DocumentLine line = Told.line(MessageKind.NOTE, "M1", "P1", "message-id", null);
        assertThat(take(MessageKind.NOTE, line, line).repeated()).isEqualTo(1);
        assertThat(take(MessageKind.NOTE, Told.line(MessageKind.NOTE, "M1", "P1", "message-id", null, "text", "more"))
                .accepted()).isEqualTo(1);
    }

    @Test
    void whatever_is_missing_misspelt_or_somebody_elses_goes_back_with_its_field() {
        assertRefused(MessageKind.DISPUTE, "code GW-REM-010", "code", null);
        assertRefused(MessageKind.DISPUTE, "code GW-REM-011", "code", "UNFAIR");
        assertRefused(MessageKind.DISPUTE, "on GW-REM-010", "on", null);
        assertRefused(MessageKind.DISPUTE, "on GW-REM-102", "on", Told.DAY.plusDays(2));
        assertRefused(MessageKind.DISPUTE, "resolved-on GW-REM-105", "resolved-on", Told.DAY);
        assertRefused(MessageKind.DISPUTE, "currency GW-REM-031", "amount", BigDecimal.ONE, "currency", "EUR");
        assertRefused(MessageKind.DISPUTE, "amount GW-REM-012", "amount", BigDecimal.ZERO, "currency", "USD");
        assertRefused(MessageKind.DISPUTE, "account GW-REM-024", "account", "AC-P3");
        assertRefused(MessageKind.DISPUTE, "placement GW-REM-020", "placement", "P3");
        assertRefused(MessageKind.STATUS, "placement GW-REM-100", "placement", "P2");
        assertRefused(MessageKind.CONTACT_UPDATE, "email GW-REM-010", "part", "EMAIL");
        assertRefused(MessageKind.CONTACT_UPDATE, "city GW-REM-010", "part", "ADDRESS");
        assertRefused(MessageKind.ARRANGEMENT, "last-on GW-REM-010", "last-on", null);
        assertRefused(MessageKind.INFORMATION_REQUEST, "message-id GW-REM-010", "message-id", null);
        assertRefused(MessageKind.NOTE, "text GW-REM-013", "text", "x".repeat(2001));
        assertThat(house.text("select (select count(*) from news) + (select count(*) from posting)")).isEqualTo("0");
    }

    @Test
    void an_erasure_is_confirmed_under_the_number_of_its_order() {
        order();
        MessageKind kind = MessageKind.ERASURE_CONFIRMATION;
        assertThat(take(kind, Told.line(kind, "M1", "P2", "order", "ER-1")).code()).isEqualTo("GW-REM-143");
        house.jdbc.update("update erasure set placement = 'P2'");
        take(kind, Told.line(kind, "M1", "P2"));
        assertThat(house.rows("select confirmed_on, code from erasure")).containsExactly("2026-05-04 ERASED");
    }

    private void order() {
        house.jdbc.update("insert into erasure values ('ER-1', 'P1', 'northgate', ?, ?, null, '')", Told.DAY, Told.DAY);
    }

    private void recalled(String placement, String objectBy) {
        house.jdbc.update("update placement set state = 'RECALL_PENDING' where placement = ?", placement);
        house.jdbc.update("insert into recall values (?, 'PENDING', 'TEST', date '2026-05-01', cast(? as date), "
                + "cast(? as date), '')", placement, objectBy, objectBy);
    }

    private void assertRefused(MessageKind kind, String fieldAndCode, Object... wrong) {
        house.jdbc.update("delete from quarantine");
        assertThat(take(kind, Told.line(kind, "M1", "P1", wrong)).outcome()).as(fieldAndCode).isEqualTo("R");
        assertThat(house.rows("select field, code from quarantine")).containsExactly(fieldAndCode);
    }

    private Receipt take(MessageKind kind, DocumentLine... lines) {
        return new SqlInbox(house.store, house.transaction, house.log, house.agencies, List.of(House.TONE), 2)
                .take(new Sent("northgate", kind.document(), kind + "-" + ++files, lines));
    }
}
