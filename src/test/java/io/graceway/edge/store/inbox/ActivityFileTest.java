package io.graceway.edge.store.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.Databases;
import io.graceway.edge.store.back.House;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.placement.Agency;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.placement.Vetting;
import io.graceway.journey.remittance.Receipt;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Databases.class)
class ActivityFileTest {

    private static final String NOTE = "told Nobody Inparticular about the BAILIFF";

    @Parameter
    Databases databases;

    private House house;
    private SqlInbox inbox;

    @BeforeEach
    void placements() {
        house = new House(databases).place("P1", "northgate", "100.00").place("P3", "harbour", "70.00");
        inbox = new SqlInbox(house.store, house.transaction, house.log, house.agencies, List.of(House.TONE), 2);
    }

    @Test
    void keeps_every_check_and_a_finding_for_each_that_did_not_pass() {
        take("northgate", "a1", event("E1", "P1", "2026-05-04T16:00:00Z", "note", NOTE, "legal-step", null));
        assertThat(house.text("select checks from activity"))
                .isEqualTo("C-TIME=PASS C-FREQ=PASS C-CHAN=PASS C-LEX=BREACH C-THIRD=PASS C-LEGAL=UNCHECKABLE "
                + "C-SUB=PASS C-AFTERCONV=PASS C-CEASE=PASS C-BK=PASS C-PAID=PASS C-AMOUNT=PASS C-SOL=UNCHECKABLE "
                + "C-VALID=PASS C-TPL=PASS C-FEE=PASS C-OFFER=PASS C-SLA=PASS C-COVERAGE=UNCHECKABLE");
        assertThat(house.messages("northgate", "reject", "code", "reference")).containsExactly("answer GW-REM-130 ",
                "reject GW-REM-130 E1");
        assertThat(house.rows("select tone_check, result, severity, tone from tone_finding order by tone_check"))
                .containsExactly(
                "C-COVERAGE UNCHECKABLE 3 acme-home@4", "C-LEGAL UNCHECKABLE 1 acme-home@4",
                "C-LEX BREACH 1 acme-home@4", "C-SOL UNCHECKABLE 2 acme-home@4");
        assertThat(house.logged()).containsExactly("placement.breached", "inbox.taken");
        assertThat(house.log()).doesNotContain("Inparticular").doesNotContain("BAILIFF");
    }

    @Test
    void contacts_are_counted_over_all_agencies_and_files_of_an_account() {
        house.jdbc.update("update placement set number = 'AC-P1' where placement = 'P3'");
        take("northgate", "a1", event("E1", "P1", "2026-04-27T16:00:00Z"), event("E2", "P1", "2026-04-28T16:00:00Z"));
        take("harbour", "a2", event("E1", "P3", "2026-05-01T16:00:00Z"));
        take("harbour", "a3", event("E2", "P3", "2026-05-11T16:00:00Z"), event("E3", "P3", "2026-05-12T16:00:00Z"),
                event("E4", "P3", "2026-05-13T16:00:00Z"));
        assertThat(house.rows(
                "select agency, event from tone_finding where tone_check = 'C-FREQ' order by agency, event"))
                .containsExactly("harbour E1", "harbour E4");
    }

    @Test
    void a_version_of_the_tone_that_is_not_at_hand_lets_nothing_pass() {
        house.jdbc.update("update placement set tone = 'acme-home@3'");
        take("northgate", "a1", event("E1", "P1", "2026-05-04T16:00:00Z"));
        assertThat(house.text("select checks from activity")).contains("C-TIME=UNCHECKABLE")
                .contains("C-LEX=UNCHECKABLE");
    }

    @Test
    void the_same_event_again_is_skipped_and_another_one_under_its_number_is_a_conflict() {
        take("northgate", "a1", event("E1", "P1", "2026-05-04T16:00:00Z"));
        Receipt receipt = take("northgate", "a2", event("E1", "P1", "2026-05-04T16:00:00Z"),
                event("E1", "P1", "2026-05-04T16:00:01Z"), event("E2", "P1", "2026-05-04T17:00:00Z"),
                event("E2", "P1", "2026-05-04T17:00:00Z"), event("E3", "P3", "2026-05-04T17:00:00Z"));
        assertThat(receipt).isEqualTo(new Receipt("P", 5, 1, 2, 2, "GW-REM-040"));
        assertThat(house.rows("select code from quarantine order by line")).containsExactly("GW-REM-040", "GW-REM-020");
        assertThat(house.text("select count(*) from activity")).isEqualTo("2");
    }

    @Test
    void a_dispute_or_hardship_opens_one_case_of_each_kind_and_the_source_hears_of_every_one() {
        take("northgate", "a1", event("E1", "P1", "2026-05-04T16:00:00Z", "outcome", "DISPUTE"),
                event("E2", "P1", "2026-05-04T17:00:00Z", "outcome", "DISPUTE"),
                event("E3", "P1", "2026-05-04T18:00:00Z", "outcome", "HARDSHIP"));
        assertThat(house.rows("select number, type, opened, closed from house_case order by type")).containsExactly(
                "AC-P1 DISPUTE 2026-05-04 null", "AC-P1 HARDSHIP 2026-05-04 null");
        assertThat(house.rows("select kind, code from posting order by seq")).containsExactly("DISPUTE DISPUTE",
                "DISPUTE DISPUTE", "HOLD HARDSHIP");
    }

    @Test
    void unknown_codes_and_missing_times_go_back() {
        Receipt receipt = take("northgate", "a1", event("E1", "P1", "2026-05-04T16:00:00Z", "outcome", "SHOUTED"),
                event("E2", "P1", "2026-05-04T16:00:00Z", "channel", "PIGEON"),
                event("E3", "P1", "2026-05-04T16:00:00Z", "direction", "SIDEWAYS"),
                event("E4", "P1", "2026-05-04T16:00:00Z", "at", null));
        assertThat(receipt).isEqualTo(new Receipt("R", 4, 0, 4, 0, "GW-REM-011"));
        assertThat(house.rows("select field, code from quarantine order by line")).containsExactly("outcome GW-REM-011",
                "channel GW-REM-011", "direction GW-REM-011", "at GW-REM-010");
    }

    @Test
    void a_placement_that_never_left_is_unknown_to_its_agency() {
        house.place("P5", "northgate", "10.00", "USD", State.DECIDED);
        assertThat(take("northgate", "a1", event("E1", "P5", "2026-05-04T16:00:00Z")).code()).isEqualTo("GW-REM-020");
    }

    /** Declared and vetted is Fieldwork Partners, until 4 May. */
    @Test
    void whoever_acts_and_was_not_declared_for_that_day_is_a_severe_breach_that_people_hear_of() {
        Agency own = house.agencies.get("northgate");
        inbox = new SqlInbox(house.store, house.transaction, house.log, Map.of("northgate", new Agency(own.id(),
                "Northgate Recoveries", new Vetting(List.of(), List.of(), List.of(new Vetting.SubAgency(
                "Fieldwork Partners", LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 4), ""))), own.types(),
                own.kinds(), own.currencies(), own.capacity(), own.share(), own.dialect(), own.cutoff(), own.zone(),
                own.terms())), List.of(House.TONE), 2);
        take("northgate", "a1", event("E1", "P1", "2026-05-04T16:00:00Z", "acted-by", "fieldwork partners"),
                event("E2", "P1", "2026-05-05T16:00:00Z", "acted-by", "Fieldwork Partners"),
                event("E3", "P1", "2026-04-30T16:00:00Z", "acted-by", "Fieldwork Partners"),
                event("E4", "P1", "2026-05-04T16:00:00Z", "acted-by", "Shadow Collectors"),
                event("E5", "P1", "2026-05-04T16:00:00Z", "acted-by", "northgate recoveries"),
                event("E6", "P1", "2026-05-04T16:00:00Z"));
        assertThat(house.rows("select event, severity from tone_finding where tone_check = 'C-SUB' and result = "
                + "'BREACH' order by event")).containsExactly("E2 1", "E3 1", "E4 1");
        assertThat(house.rows("select code, file from quarantine")).containsOnly("GW-VET-004 P1").hasSize(3);
        assertThat(house.log()).doesNotContain("Shadow");
    }

    private Receipt take(String agency, String name, DocumentLine... lines) {
        return inbox.take(new Sent(agency, "activity", name, lines));
    }

    private static DocumentLine event(String id, String placement, String at, Object... other) {
        java.util.Map<String, Object> fields = new java.util.LinkedHashMap<>(java.util.Map.of("event-id", id,
                "placement",
                placement, "at", Instant.parse(at), "channel", "PHONE", "direction", "OUT", "outcome",
                "CONVERSATION", "note",
                "spoke kindly", "third-party", false, "legal-step", "NONE", "asserted", new BigDecimal("100.00")));
        fields.put("currency", "USD");
        for (int i = 0; i < other.length; i += 2) {
            fields.remove((String) other[i]);
            if (other[i + 1] != null) {
                fields.put((String) other[i], other[i + 1]);
            }
        }
        return new DocumentLine(1, "activity", fields);
    }
}
