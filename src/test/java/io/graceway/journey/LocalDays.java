package io.graceway.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;

/**
 * When days begin, worked out from offsets alone and without the classes that the journey asks: an instant and the
 * offset in force make the local day by division.
 */
public final class LocalDays {

    /** Far east, far west, half and quarter hours, half-hour and two-hour summer time, clocks that turn at midnight. */
    public static final List<String> ZONES = List.of("Pacific/Kiritimati", "Pacific/Apia", "Pacific/Chatham",
            "Australia/Lord_Howe", "Asia/Kathmandu", "Asia/Beirut", "Asia/Tehran", "Europe/Berlin", "Europe/London",
            "Africa/Casablanca", "Atlantic/Azores", "Antarctica/Troll", "America/St_Johns", "America/Sao_Paulo",
            "America/Santiago", "America/Havana", "America/Asuncion", "America/New_York", "America/Phoenix",
            "Pacific/Pago_Pago", "Etc/GMT+12");

    private static final long QUARTER = 900;
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2035, 12, 31);

    private LocalDays() {
    }

    /** The first instant of that day there; every offset since 2020 is a whole number of quarter hours. */
    public static Instant begin(LocalDate day, String zone) {
        long second = (day.toEpochDay() - 1) * 86_400;
        while (dayOf(second, zone) < day.toEpochDay()) {
            second += QUARTER;
        }
        return Instant.ofEpochSecond(second);
    }

    private static long dayOf(long second, String zone) {
        return Math.floorDiv(second * 1_000 + TimeZone.getTimeZone(zone).getOffset(second * 1_000), 86_400_000L);
    }

    /**
     * Days worth a walk: every day on which the offset changes from 2020 to 2035 with the days around it, the end of
     * every February, and some at random.
     */
    public static List<LocalDate> worthWalking(String zone, Random random) {
        List<LocalDate> days = new ArrayList<>();
        TimeZone there = TimeZone.getTimeZone(zone);
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            long noon = day.toEpochDay() * 86_400_000 + 43_200_000;
            boolean turns = there.getOffset(noon - 86_400_000) != there.getOffset(noon);
            if (turns) {
                days.addAll(List.of(day.minusDays(1), day, day.plusDays(1)));
            } else if (day.getMonthValue() == 2 && day.getDayOfMonth() >= 28 || random.nextInt(300) == 0) {
                days.add(day);
            }
        }
        return days;
    }

    /** Hour by hour for two days on either side, and second by second across the boundary. */
    public static List<Instant> around(Instant begin) {
        List<Instant> moments = new ArrayList<>();
        for (int hour = -48; hour <= 48; hour++) {
            moments.add(begin.plusSeconds(hour * 3_600L));
        }
        moments.addAll(List.of(begin.minusSeconds(1), begin.minusNanos(1), begin.plusNanos(1), begin.plusSeconds(1)));
        return moments;
    }
}
