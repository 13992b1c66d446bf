package io.graceway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The yardstick of the calendar walk, against offsets looked up by hand. */
class LocalDaysTest {

    @ParameterizedTest
    @CsvSource({"2026-03-29, Europe/Berlin, 2026-03-28T23:00:00Z", "2026-03-30, Europe/Berlin, 2026-03-29T22:00:00Z",
        "2026-10-26, Europe/Berlin, 2026-10-25T23:00:00Z", "2026-03-03, Pacific/Kiritimati, 2026-03-02T10:00:00Z",
        "2026-03-03, Asia/Kathmandu, 2026-03-02T18:15:00Z", "2026-03-03, America/St_Johns, 2026-03-03T03:30:00Z",
        "2026-07-03, America/St_Johns, 2026-07-03T02:30:00Z", "2026-03-03, America/Sao_Paulo, 2026-03-03T03:00:00Z",
        "2026-07-03, Australia/Lord_Howe, 2026-07-02T13:30:00Z",
        "2026-01-03, Australia/Lord_Howe, 2026-01-02T13:00:00Z",
        "2024-02-29, America/New_York, 2024-02-29T05:00:00Z", "2024-03-01, America/New_York, 2024-03-01T05:00:00Z",
        "2026-03-03, Etc/GMT+12, 2026-03-03T12:00:00Z"})
    void begins_the_day_when_the_almanac_says(LocalDate day, String zone, Instant begin) {
        assertThat(LocalDays.begin(day, zone)).isEqualTo(begin);
    }
}
