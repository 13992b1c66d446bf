package io.graceway.journey.placement;

import static io.graceway.journey.placement.GivenAgency.credential;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.AccountNumber;
import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.Pass;
import io.graceway.journey.account.Place;
import io.graceway.journey.account.PlacementNumber;
import io.graceway.journey.delinquency.DebtKind;
import io.graceway.journey.placement.VettingWatch.Lapses;
import io.graceway.journey.placement.VettingWatch.Open;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VettingWatchTest {

    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2026, 6, 30);
    private static final Credential LICENCE = credential("LICENCE", "US-WA", FROM, UNTIL);

    private final List<Open> open = new ArrayList<>();

    private VettingWatch watch(Credential... credentials) {
        Agency agency = GivenAgency.unlicensed("northgate").with(credentials).agency();
        return new VettingWatch(List.of(agency), new VettingWatch.Book() {
            @Override
            public void open(String id, Consumer<Open> into) {
                open.forEach(into);
            }

            @Override
            public Lapses record(Lapses lapses) {
                return lapses;
            }
        });
    }

    private static Pass on(LocalDate day) {
        return new Pass(Instant.EPOCH, AsOf.date(day), Pass.Until.END, true);
    }

    /** 30 June less sixty days is 1 May, less thirty 31 May, less fourteen 16 June. */
    @ParameterizedTest
    @CsvSource({"2026-04-30, ", "2026-05-01, 60", "2026-05-30, 60", "2026-05-31, 30", "2026-06-15, 30",
        "2026-06-16, 14", "2026-06-30, 14", "2026-07-01, -1"})
    void warns_sixty_thirty_and_fourteen_days_ahead_and_tells_the_lapse_a_day_after(LocalDate day, Integer warn) {
        assertThat(watch(LICENCE).look(on(day)).all()).extracting(VettingWatch.Lapse::warnDays)
                .isEqualTo(warn == null ? List.of() : List.of(warn));
    }

    @ParameterizedTest
    @CsvSource({"US-WA, 2026-07-01, false", "US, 2026-07-01, false", "US-WA, 2026-07-02, true",
        "US-OR, 2026-01-01, true"})
    void is_silent_about_what_another_credential_on_file_goes_on_with(String place, LocalDate from, boolean warns) {
        Credential next = credential("LICENCE", place, from, LocalDate.of(2027, 6, 30));
        assertThat(watch(LICENCE, next).look(on(UNTIL)).all().isEmpty()).isEqualTo(!warns);
    }

    @Test
    void takes_no_narrower_and_no_other_credential_for_a_renewal() {
        LocalDate later = UNTIL.plusYears(1);
        assertThat(watch(LICENCE, credential("LICENCE", "US-WA", FROM, later, DebtKind.MEDICAL)).look(on(UNTIL)).all())
                .hasSize(1);
        assertThat(watch(LICENCE, credential("INSURANCE", null, FROM, later)).look(on(UNTIL)).all()).hasSize(1);
        assertThat(watch(credential("INSURANCE", null, FROM, UNTIL), credential("INSURANCE", "US-WA", FROM, later))
                .look(on(UNTIL)).all()).hasSize(1);
        assertThat(watch(credential("INSURANCE", "US-WA", FROM, UNTIL), credential("INSURANCE", null, FROM, later))
                .look(on(UNTIL)).all()).isEmpty();
    }

    @Test
    void lists_what_is_with_an_agency_that_could_not_be_given_it_today() {
        open.add(placement("P1", "US-WA"));
        open.add(placement("P2", "US-OR"));
        VettingWatch watch = watch(LICENCE, credential("LICENCE", "US-OR", FROM, UNTIL.plusYears(1)));
        assertThat(watch.states(on(UNTIL)).get(0).uncovered()).isEmpty();
        assertThat(watch.states(on(UNTIL.plusDays(1))).get(0).uncovered()).containsExactly(new VettingWatch.Uncovered(
                open.get(0), List.of("licence not valid on 2026-07-01 for US-WA TRADE")));
    }

    private static Open placement(String number, String place) {
        return new Open(new PlacementNumber(number), new AccountKey("erp", new AccountNumber("AC-" + number), "USD"),
                Place.of(place), DebtKind.TRADE);
    }
}
