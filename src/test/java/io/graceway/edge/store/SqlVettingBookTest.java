package io.graceway.edge.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.back.House;
import io.graceway.journey.account.Place;
import io.graceway.journey.placement.Credential;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.placement.VettingWatch.Lapse;
import io.graceway.journey.placement.VettingWatch.Lapses;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Databases.class)
class SqlVettingBookTest {

    private static final LocalDate UNTIL = LocalDate.of(2026, 6, 30);
    private static final Credential LICENCE = new Credential("LICENCE", "Example Department", "NO-1",
            Optional.of(Place.of("US-WA")), Set.of(), UNTIL.minusYears(1), UNTIL, "ab");

    @Parameter
    Databases databases;

    private House house;
    private SqlVettingBook book;

    @BeforeEach
    void given() {
        house = new House(databases);
        book = new SqlVettingBook(house.store, house.transaction, new SqlQuarantine(house.store, house.transaction,
                house.log, Clock.fixed(House.NOON, ZoneOffset.UTC)), house.log);
    }

    private void tell(LocalDate day, int warnDays) {
        book.record(new Lapses(House.NOON, List.of(new Lapse("northgate", LICENCE, day, warnDays))));
    }

    @Test
    void people_are_told_once_at_each_step() {
        tell(UNTIL.minusDays(29), 30);
        tell(UNTIL.minusDays(28), 30);
        tell(UNTIL.minusDays(14), 14);
        tell(UNTIL.plusDays(1), -1);
        tell(UNTIL.plusDays(2), -1);
        assertThat(house.rows("select origin, code from quarantine order by code")).containsExactly(
                "agency/northgate GW-VET-001", "agency/northgate GW-VET-001", "agency/northgate GW-VET-002");
        assertThat(house.rows("select why from quarantine where code = 'GW-VET-001'")).allMatch(why ->
                why.equals("LICENCE NO-1 for US-WA lapses on 2026-06-30; ask for the renewal"));
        assertThat(house.row("select why from quarantine where code = 'GW-VET-002'")).startsWith(
                "LICENCE NO-1 for US-WA lapsed on 2026-06-30; ").contains("graceway agency vetting northgate");
    }

    @Test
    void only_what_is_with_the_agency_now_is_open() {
        house.place("P1", "northgate", "10.00", "USD", State.ACKNOWLEDGED)
                .place("P2", "northgate", "10.00", "USD", State.CLOSED)
                .place("P3", "harbour", "10.00", "USD", State.ACKNOWLEDGED);
        List<String> open = new ArrayList<>();
        book.open("northgate", one -> open.add(one.placement() + " " + one.account()));
        assertThat(open).hasSize(1).allMatch(one -> one.startsWith("P1 "));
    }
}
