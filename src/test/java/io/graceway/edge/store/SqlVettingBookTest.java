package io.graceway.edge.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.back.House;
import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.Pass;
import io.graceway.journey.account.Place;
import io.graceway.journey.placement.Agency;
import io.graceway.journey.placement.Credential;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.placement.VettingWatch;
import io.graceway.journey.placement.VettingWatch.Lapse;
import io.graceway.journey.placement.VettingWatch.Lapses;
import io.graceway.journey.remittance.Cases;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
        book.record(new Lapses(House.NOON, List.of(new Lapse("northgate", LICENCE, day, warnDays)), List.of()));
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

    /** Placed on 18 March; what was reported on 1 May ends its silence, and a report on 10 June a second one. */
    @Test
    void a_silence_is_a_finding_once_and_a_report_ends_it() {
        house.place("P1", "northgate", "10.00").place("P2", "northgate", "10.00")
                .place("P3", "northgate", "10.00", "USD", State.CLOSED).place("P4", "harbour", "10.00");
        report("e1", "P2", "2026-05-01T10:00:00Z");
        assertThat(silent("2026-04-17")).isEmpty();
        assertThat(silent("2026-04-18")).containsExactly("silence P1 2026-03-18");
        assertThat(silent("2026-05-31")).containsExactly("silence P1 2026-03-18");
        assertThat(silent("2026-06-01")).containsExactly("silence P1 2026-03-18", "silence P2 2026-05-01");
        report("e2", "P1", "2026-06-10T10:00:00Z");
        assertThat(silent("2026-07-11")).containsExactly("silence P1 2026-03-18", "silence P1 2026-06-10",
                "silence P2 2026-05-01");
        assertThat(house.rows("select result, tone_check, detail from tone_finding where event like '%P2%'"))
                .containsExactly("BREACH C-SILENCE 30 days without a report at most: none since 2026-05-01");
        assertThat(house.rows("select code, why from quarantine order by at, why").get(0)).isEqualTo("GW-VET-003 1 "
                + "placements more of which nothing was reported for 30 days, the oldest since 2026-03-18; ask the "
                + "agency");
        assertThat(house.logged()).filteredOn("vetting.silent"::equals).hasSize(3);
    }

    /** More than one page of them. */
    @Test
    void however_many_are_silent_each_is_told() {
        for (int i = 0; i < 1001; i++) {
            house.place("S" + i, "northgate", "1.00");
        }
        assertThat(silent("2026-04-18")).hasSize(1001);
        assertThat(silent("2026-04-19")).hasSize(1001);
        assertThat(house.rows("select why from quarantine")).singleElement().asString().startsWith("1001 placements ");
    }

    private void report(String event, String placement, String at) {
        house.jdbc.update("insert into activity (agency, event, placement, at, channel, outcome, checks, content, "
                + "document) values ('northgate', ?, ?, ?, 'PHONE', 'ATTEMPT', '', '', '')", event, placement,
                java.time.OffsetDateTime.parse(at));
    }

    private List<String> silent(String day) {
        Agency agency = Cases.on(house.agencies.get("northgate"), new Agency.Terms(house.agencies.get("northgate")
                .terms().fees(), Agency.Basis.NET, true, 7, 30, OptionalInt.empty(), OptionalInt.empty(), false,
                OptionalInt.of(30)));
        Pass pass = new Pass(Instant.parse(day + "T16:00:00Z"), AsOf.date(LocalDate.parse(day)), Pass.Until.END, true);
        book.record(new VettingWatch(List.of(agency), book).look(pass));
        return house.rows("select event from tone_finding order by event");
    }
}
