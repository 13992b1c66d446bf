package io.graceway.edge.store.hand;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.Databases;
import io.graceway.edge.store.SqlPlacementBook;
import io.graceway.edge.store.back.House;
import io.graceway.edge.store.back.SqlRecallBook;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.placement.hand.AgencyLife;
import io.graceway.journey.placement.hand.FourEyes.What;
import io.graceway.journey.placement.hand.Outcome;
import io.graceway.journey.recall.RecallPage;
import io.graceway.journey.recall.Recalls;
import io.graceway.journey.remittance.Cases;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** One person stops what is new; two let it begin again, or end it all. */
@ParameterizedClass
@EnumSource(Databases.class)
class SqlAgencyLifeTest {

    private static final Instant JUNE = Instant.parse("2026-06-01T12:00:00Z");

    @Parameter
    Databases databases;

    private House house;
    private Deeds deeds;

    @BeforeEach
    void start() {
        house = new House(databases);
        deeds = new Deeds(house);
    }

    private Map<String, String> closed() {
        return new SqlPlacementBook(house.store, house.transaction, house.log).market(List.of(Cases.key("X", "USD")))
                .closed();
    }

    private Outcome ask(What what, String by) {
        return deeds.approvals.ask(what, "northgate", "COMPLAINTS", by);
    }

    private Outcome agree(String by) {
        return deeds.approvals.decide(deeds.approvals.latest(1).get(0).id(), true, by);
    }

    private List<String> leaving() {
        return house.rows("select placement from placement where " + Leaving.PLACEMENTS + " order by placement");
    }

    @Test
    void suspended_by_one_person_it_gets_nothing_new_and_keeps_what_it_has() {
        house.place("A", "northgate", "10.00", "USD", State.DECIDED).place("B", "harbour", "10.00", "USD",
                State.DECIDED).place("C", "northgate", "10.00");
        assertThat(deeds.life.suspend("northgate", "COMPLAINTS", "anna")).isEqualTo(Outcome.DONE);
        assertThat(deeds.life.suspend("northgate", "OTHER", "ben")).isEqualTo(Outcome.ALREADY);
        assertThat(deeds.life.suspend("nobody", "COMPLAINTS", "anna")).isEqualTo(Outcome.NONE);
        assertThat(closed()).isEqualTo(Map.of("northgate", "suspended"));
        assertThat(leaving()).containsExactly("B");
        assertThat(new Recalls(house.agencies, new SqlRecallBook(house.store, house.transaction, house.log))
                .due(House.pass(JUNE)).isEmpty()).isTrue();
        assertThat(deeds.names("northgate")).containsExactly("agency.suspended");
        assertThat(deeds.log("northgate").toString()).contains("\"reason\":\"COMPLAINTS\"", "\"by\":\"anna\"");
    }

    @Test
    void it_resumes_only_when_somebody_else_agrees_and_once() {
        house.place("A", "northgate", "10.00", "USD", State.DECIDED);
        assertThat(ask(What.AGENCY_RESUMES, "anna")).isEqualTo(Outcome.NOT_NOW);
        deeds.life.suspend("northgate", "COMPLAINTS", "anna");
        assertThat(ask(What.AGENCY_RESUMES, "anna")).isEqualTo(Outcome.DONE);
        assertThat(ask(What.AGENCY_LEAVES, "ben")).isEqualTo(Outcome.ALREADY);
        assertThat(agree("anna")).isEqualTo(Outcome.SAME_PERSON);
        assertThat(closed()).containsKey("northgate");
        assertThat(agree("ben")).isEqualTo(Outcome.DONE);
        assertThat(agree("carl")).isEqualTo(Outcome.ALREADY);
        assertThat(closed()).isEmpty();
        assertThat(leaving()).containsExactly("A");
        assertThat(deeds.life.of("northgate").state()).isEqualTo(AgencyLife.State.ACTIVE);
        assertThat(deeds.names("northgate")).containsExactly("agency.suspended", "approval.asked", "approval.agreed",
                "agency.resumed");
    }

    @Test
    void what_it_has_is_called_back_with_its_days_when_it_leaves_also_after_a_start_in_the_middle() {
        house.place("A", "northgate", "10.00", "USD", State.DECIDED).place("B", "northgate", "20.00").place("C",
                "harbour", "10.00");
        ask(What.AGENCY_LEAVES, "anna");
        assertThat(round(JUNE).isEmpty()).isTrue();
        assertThat(agree("ben")).isEqualTo(Outcome.DONE);
        assertThat(closed()).isEqualTo(Map.of("northgate", "leaving"));
        assertThat(deeds.life.left("northgate")).isEqualTo(new AgencyLife.Left(1, 1, 0, 0, 0, 0));
        round(JUNE);
        assertThat(round(JUNE).isEmpty()).isTrue();
        assertThat(house.rows("select placement, state from placement order by placement")).containsExactly(
                "A WITHDRAWN", "B RECALL_PENDING", "C ACKNOWLEDGED");
        assertThat(house.rows("select reason, object_by, final_on from recall")).containsExactly(
                "AGENCY_LEAVES 2026-06-08 2026-06-09");
        round(Instant.parse("2026-06-09T16:00:00Z"));
        assertThat(house.rows("select state, ending from placement where placement = 'B'")).containsExactly(
                "RECALLED AGENCY_LEAVES");
        // The last words still have to reach it.
        assertThat(deeds.life.left("northgate").messages()).isPositive();
        house.jdbc.update("delete from agency_message");
        assertThat(deeds.life.left("northgate").isNothing()).isTrue();
    }

    @Test
    void it_stops_being_called_back_when_it_resumes() {
        ask(What.AGENCY_LEAVES, "anna");
        agree("ben");
        ask(What.AGENCY_RESUMES, "ben");
        agree("anna");
        house.place("B", "northgate", "20.00");
        assertThat(round(JUNE).isEmpty()).isTrue();
    }

    /** With a book of its own, as after a start. */
    private RecallPage round(Instant at) {
        SqlRecallBook book = new SqlRecallBook(house.store, house.transaction, house.log);
        return book.record(new Recalls(house.agencies, book).due(House.pass(at)));
    }
}
