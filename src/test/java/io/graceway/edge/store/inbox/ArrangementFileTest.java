package io.graceway.edge.store.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.Databases;
import io.graceway.edge.store.back.House;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.remittance.Receipt;
import io.graceway.journey.writeback.MessageKind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Databases.class)
class ArrangementFileTest {

    private static final MessageKind KIND = MessageKind.ARRANGEMENT;

    @Parameter
    Databases databases;

    private House house;
    private int files;

    @BeforeEach
    void placements() {
        house = new House(databases).place("P1", "northgate", "100.00");
    }

    @Test
    void an_arrangement_that_comes_in_time_is_an_objection_and_a_late_one_is_only_kept() {
        recalled("P1", "2026-05-09");
        take(Told.line(KIND, "M1", "P1"));
        assertThat(house.rows("select state, objection, final_on from recall")).containsExactly(
                "EXTENDED PAYMENT_ARRANGEMENT 2026-06-03");
        assertThat(house.messages("northgate", "recall", "stage", "effective-on")).containsExactly(
                "recall EXTENDED 2026-06-03");
        house.jdbc.update("delete from recall");
        recalled("P1", "2026-05-03");
        assertThat(take(Told.line(KIND, "M2", "P1")).code())
                .isEqualTo("GW-REM-063");
        assertThat(house.text("select state from recall")).isEqualTo("PENDING");
    }

    @Test
    void an_arrangement_stands_where_its_latest_news_says_in_whichever_order_they_come() {
        List<DocumentLine> lines = List.of(Told.line(KIND, "M1", "P1", "on", Told.DAY.minusDays(9)),
                Told.line(KIND, "M2", "P1", "on", Told.DAY.minusDays(5), "last-on",
                Told.DAY.plusDays(60)),
                Told.line(KIND, "M3", "P1", "on", Told.DAY.minusDays(5), "code", "BROKEN"));
        for (int[] order : new int[][] {{0, 1, 2}, {2, 1, 0}, {1, 0, 2}, {0, 2, 1}, {2, 0, 1}, {1, 2, 0}}) {
            house.jdbc.update("delete from arrangement");
            house.jdbc.update("delete from news");
            house.jdbc.update("delete from posting");
            take(Arrays.stream(order).mapToObj(lines::get).toArray(DocumentLine[]::new));
            assertThat(house.row("select stage, stage_on, agreed_on, last_on from arrangement")).isEqualTo(
                    "BROKEN 2026-04-29 2026-04-29 2026-07-03");
        }
    }

    @Test
    void an_arrangement_of_the_house_is_taken_over_as_it_is_and_only_under_its_number() {
        house.jdbc.update("insert into arrangement (agency, arrangement, placement, agreed_on, last_on, amount, terms, "
                + "stage, stage_on, in_house) values ('northgate', 'H-1', 'P1', ?, ?, 20, '', 'AGREED', ?, true)",
                Told.DAY, Told.DAY, Told.DAY);
        assertThat(refused("arrangement", "H-1")).isEqualTo("code GW-REM-105");
        assertThat(refused("arrangement", "H-1", "code", "BROKEN")).isEqualTo("code GW-REM-105");
        assertThat(refused("arrangement", "H-2", "code", "ACCEPTED")).isEqualTo("arrangement GW-REM-144");
        take(Told.line(KIND, "M1", "P1", "arrangement", "H-1", "code", "ACCEPTED"));
        take(Told.line(KIND, "M2", "P1", "arrangement", "H-1", "code", "ACCEPTED", "on", Told.DAY.plusDays(1)));
        assertThat(house.rows("select stage, last_on, accepted_on from arrangement")).containsExactly(
                "AGREED 2026-05-04 2026-05-04");
        assertThat(house.rows("select distinct kind, code from posting")).containsExactly(
                "ARRANGEMENT ARRANGEMENT_ACCEPTED");
    }

    private void recalled(String placement, String objectBy) {
        house.jdbc.update("update placement set state = 'RECALL_PENDING' where placement = ?", placement);
        house.jdbc.update("insert into recall values (?, 'PENDING', 'TEST', date '2026-05-01', cast(? as date), "
                + "cast(? as date), '')", placement, objectBy, objectBy);
    }

    private String refused(Object... wrong) {
        house.jdbc.update("delete from quarantine");
        take(Told.line(KIND, "M1", "P1", wrong));
        return house.row("select field, code from quarantine");
    }

    private Receipt take(DocumentLine... lines) {
        return new SqlInbox(house.store, house.transaction, house.log, house.agencies, List.of(House.TONE), 2)
                .take(new Sent("northgate", KIND.document(), KIND + "-" + ++files, lines));
    }
}
