package io.graceway.edge.store.inbox;

import static io.graceway.journey.remittance.Cases.payment;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.Databases;
import io.graceway.edge.store.back.House;
import io.graceway.edge.store.console.SqlExceptions;
import io.graceway.face.console.work.Exceptions.Chosen;
import io.graceway.face.console.work.Exceptions.Waiting;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Ids;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.remittance.Receipt;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A file is read again because people asked: what was applied stays, the rest is tried, no cent counts twice. */
@ParameterizedClass
@EnumSource(Databases.class)
class ReadAgainTest {

    private static final String F1 = Ids.hex("f1");
    private static final String BOOKED = "select kind, amount, applied, suspense, rejected, fee from agency_payment "
            + "order by amount";

    @Parameter
    Databases databases;

    private House house;
    private SqlInbox inbox;
    private SqlExceptions exceptions;
    private Rereads kept;

    @BeforeEach
    void one_placement() {
        house = new House(databases).place("P1", "northgate", "100.00").place("P2", "northgate", "50.00", "USD",
                State.SENT);
        inbox = new SqlInbox(house.store, house.transaction, house.log, house.agencies, List.of(House.TONE), 2);
        kept = new Rereads(house.store, house.log);
        exceptions = new SqlExceptions(house.store, house.transaction, house.log, Clock.fixed(House.NOON,
                ZoneOffset.UTC));
    }

    private static Sent file(DocumentLine... lines) {
        return new Sent("northgate", "remittance", "f1", lines);
    }

    private static DocumentLine paid(String id, String amount) {
        return payment(id, "P1", amount, null, "USD");
    }

    private int ask(String code) {
        kept.keep("northgate", F1, true);
        return exceptions.readAgain(new Chosen(code, List.of()), "anna");
    }

    private Receipt again(Sent file) {
        return inbox.take(file.at("2026-05-05T16:00:00Z"));
    }

    @Test
    void only_the_line_that_was_not_applied_is_applied() {
        assertThat(inbox.take(file(paid("1", "40.00")).unreadable(3, "amount"))).isEqualTo(new Receipt("P", 2, 1, 1, 0,
                "GW-DOC-004"));
        assertThat(ask("GW-DOC-004")).isEqualTo(1);
        assertThat(again(file(paid("1", "40.00"), paid("2", "10.00")))).isEqualTo(new Receipt("A", 2, 1, 0, 1, ""));
        assertThat(house.rows(BOOKED)).containsExactly("PAYMENT 10 10 0 0 0", "PAYMENT 40 40 0 0 0");
        assertThat(house.text("select balance from placement where placement = 'P1'")).startsWith("50.00");
        assertThat(house.rows("select closed_as, closed_by from quarantine")).containsExactly("RESUBMITTED anna");
        assertThat(house.rows("select outcome, accepted, repeated from inbox")).containsExactly("A 1 1");
        assertThat(house.logged()).contains("inbox.resubmitted", "inbox.read-again");
    }

    @Test
    void it_is_read_again_once_for_each_time_that_somebody_asks() {
        inbox.take(file(paid("1", "40.00")).unreadable(3, "amount"));
        assertThat(again(file(paid("1", "40.00"), paid("2", "10.00")))).isEqualTo(Receipt.refused("GW-REM-001"));
        assertThat(ask("GW-DOC-004")).isEqualTo(1);
        assertThat(ask("GW-DOC-004")).isZero();
        again(file(paid("1", "40.00"), paid("2", "10.00")));
        assertThat(inbox.take(file(paid("1", "40.00"), paid("2", "10.00")).at("2026-05-06T16:00:00Z")))
                .isEqualTo(Receipt.refused("GW-REM-001"));
        assertThat(ask("GW-DOC-004")).isZero();
        assertThat(house.row("select count(*), sum(amount) from agency_payment")).isEqualTo("2 50");
        assertThat(house.rows("select id from posting where kind = 'PAYMENT'")).hasSize(2);
    }

    /** Money of a rejected line is kept, and must not stand beside the same money once the line is right. */
    @Test
    void money_that_was_rejected_moves_and_is_not_counted_twice() {
        inbox.take(file(paid("1", "40.00"), payment("2", "P1", "7.00", null, "EUR")));
        assertThat(house.row("select sum(amount), sum(rejected) from agency_payment")).isEqualTo("47 7");
        String code = house.text("select code from quarantine");
        ask(code);
        again(file(paid("1", "40.00"), payment("2", "P1", "7.00", null, "EUR")));
        assertThat(house.row("select sum(amount), sum(rejected) from agency_payment")).isEqualTo("47 7");
        ask(code);
        inbox.take(file(paid("1", "40.00"), paid("2", "7.00")).at("2026-05-06T16:00:00Z"));
        assertThat(house.row("select sum(amount), sum(rejected) from agency_payment")).isEqualTo("47 0");
        assertThat(house.rows("select payment from agency_payment where amount <> applied + suspense + rejected + fee"))
                .isEmpty();
        assertThat(house.text("select balance from placement where placement = 'P1'")).startsWith("53.00");
    }

    @Test
    void a_file_that_was_refused_as_a_whole_takes_effect_and_what_still_waits_is_a_child_of_what_waited() {
        inbox.take(file(paid("1", "40.00")).faulty("GW-DOC-020"));
        Waiting first = exceptions.of("GW-DOC-020", 10).get(0);
        ask("GW-DOC-020");
        assertThat(exceptions.of("GW-DOC-020", 10)).singleElement().extracting(Waiting::again).isEqualTo("ASKED");
        assertThat(again(file(paid("1", "40.00")).faulty("GW-DOC-020"))).isEqualTo(Receipt.refused("GW-DOC-020"));
        assertThat(exceptions.of("GW-DOC-020", 10)).singleElement().satisfies(one -> {
            assertThat(one.parent()).isEqualTo(first.id());
            assertThat(one.again()).isEqualTo("KEPT");
        });
        ask("GW-DOC-020");
        assertThat(inbox.take(file(paid("1", "40.00")).at("2026-05-06T16:00:00Z"))).isEqualTo(new Receipt("A", 1, 1, 0,
                0, ""));
        assertThat(exceptions.causes()).isEmpty();
        assertThat(house.messages("northgate", "reject", "outcome")).containsExactly("answer R", "reject ", "answer R",
                "reject ", "answer A");
    }

    @Test
    void what_is_not_kept_or_is_waived_is_not_read_again() {
        inbox.take(file(paid("1", "40.00")).unreadable(3, "amount"));
        assertThat(exceptions.readAgain(new Chosen("GW-DOC-004", List.of()), "anna")).isZero();
        kept.keep("northgate", F1, true);
        assertThat(exceptions.readAgain(new Chosen("GW-DOC-004", List.of("none")), "anna")).isZero();
        exceptions.waive(new Chosen("GW-DOC-004", List.of()), "KNOWN", "anna");
        assertThat(exceptions.readAgain(new Chosen("GW-DOC-004", List.of()), "anna")).isZero();
        assertThat(kept.waits("northgate", F1)).isFalse();
    }
}
