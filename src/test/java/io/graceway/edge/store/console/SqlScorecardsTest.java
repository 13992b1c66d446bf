package io.graceway.edge.store.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.Databases;
import io.graceway.edge.store.back.House;
import io.graceway.journey.account.Money;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.placement.report.Scorecard;
import io.graceway.journey.placement.report.Scorecard.Counts;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SqlScorecardsTest {

    /** All were placed on 18 March and answered a day later. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void everything_that_happened_is_counted_for_the_agency_to_which_it_did(Databases databases) {
        House house = new House(databases).place("P1", "northgate", "50.00").place("P2", "northgate", "90.00")
                .place("P3", "northgate", "5000.00", "USD", State.REJECTED)
                .place("P4", "northgate", "70.00", "USD", State.RECALLED)
                .place("P5", "northgate", "80.00", "EUR", State.SENT).place("P6", "harbour", "80.00")
                .place("P7", "harbour", "60.00", "USD", State.DECIDED);
        pay(house, "northgate", "1", "PAYMENT", "P1", "30.00");
        pay(house, "northgate", "2", "PAYMENT", "P1", "10.00");
        pay(house, "northgate", "3", "REVERSAL", "P1", "10.00");
        pay(house, "harbour", "1", "PAYMENT", "P6", "20.00");
        news(house, "COMPLAINT", "P1");
        news(house, "DISPUTE", "P2");
        news(house, "HOLD", "P2");
        house.jdbc.update("insert into recall (placement, state, reason, begun_on, object_by, final_on, objection) "
                + "values ('P4', 'FINAL', 'TEST', date '2026-04-01', date '2026-04-08', date '2026-04-09', '')");
        report(house, "e1", "P4", "2026-04-08T12:00:00Z");
        report(house, "e2", "P4", "2026-04-11T12:00:00Z");
        house.jdbc.update("insert into tone_finding (agency, event, tone_check, result, severity, placement, tone, "
                + "detail) values ('northgate', 'e1', 'C-TIME', 'BREACH', 1, 'P4', 't', ''), ('northgate', 'e1', "
                + "'C-LEX', 'UNCHECKABLE', 1, 'P4', 't', '')");

        List<Scorecard> all = new SqlScorecards(house.store).all();

        assertThat(all).extracting(one -> one.agency() + " " + one.placed()).containsExactly("northgate 80.00 EUR",
                "harbour 80.00 USD", "northgate 5210.00 USD");
        Scorecard northgate = all.get(2);
        assertThat(northgate.counts()).isEqualTo(new Counts(4, 2, 2, 1, 1, 1, 2, 1, 1, 1));
        assertThat(northgate.recovered()).isEqualTo(Money.of("30.00", "USD"));
        // Harbour recovered a quarter of its small ones: of 50 + 90 + 70 that is 52.50.
        assertThat(northgate.peers()).contains(Money.of("52.50", "USD"));
        assertThat(all.get(1).peers()).contains(Money.of("11.43", "USD"));
    }

    private static void pay(House house, String agency, String id, String kind, String placement, String amount) {
        house.jdbc.update("insert into agency_payment (agency, payment, kind, placement, currency, amount, applied, "
                + "suspense, rejected, fee, credited, earned, withheld, reason, paid_on, content, file) values (?, ?, "
                + "?, ?, 'USD', ?, ?, 0, 0, 0, ?, 0, 0, '', date '2026-04-01', '', '')", agency, id, kind, placement,
                new java.math.BigDecimal(amount), new java.math.BigDecimal(amount), new java.math.BigDecimal(amount));
    }

    private static void news(House house, String kind, String placement) {
        house.jdbc.update("insert into news (agency, kind, message, placement, on_day, code, content, document, at) "
                + "values ('northgate', ?, ?, ?, date '2026-04-01', '', '', '', ?)", kind, kind + placement, placement,
                OffsetDateTime.parse("2026-04-01T12:00:00Z"));
    }

    private static void report(House house, String event, String placement, String at) {
        house.jdbc.update("insert into activity (agency, event, placement, at, channel, outbound, outcome, checks, "
                + "content, document) values ('northgate', ?, ?, ?, 'PHONE', true, 'ATTEMPT', '', '', '')", event,
                placement, OffsetDateTime.parse(at));
    }
}
