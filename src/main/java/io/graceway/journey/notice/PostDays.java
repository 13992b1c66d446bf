package io.graceway.journey.notice;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * When a letter is presumed delivered: so many post days after posting. Sundays, Mondays and public holidays are not
 * post days (Dutch practice, boitenluhrs.nl; taken everywhere, because it can only lengthen the time).
 */
record PostDays(int days, Set<LocalDate> holidays) {

    LocalDate after(LocalDate posted) {
        LocalDate day = posted;
        for (int counted = 0; counted < days; ) {
            day = day.plusDays(1);
            boolean post = day.getDayOfWeek() != DayOfWeek.SUNDAY && day.getDayOfWeek() != DayOfWeek.MONDAY
                    && !holidays.contains(day);
            counted += post ? 1 : 0;
        }
        return day;
    }
}
