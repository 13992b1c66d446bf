package io.graceway.journey.notice;

import io.graceway.journey.eligibility.Cleared;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The clocks of a served notice, each with the first day that it allows; the latest decides. Terms and law are today's:
 * where they ask for more than when the notice was written, the customer gets more.
 */
record Clocks(NoticeRecord notice, NoticeServed served, Cleared cleared, LastChance today) {

    Map<String, LocalDate> all() {
        Map<String, LocalDate> clocks = new LinkedHashMap<>();
        clocks.put("in-house-window", cleared.windowEnded());
        clocks.put("last-chance", lastChance().plusDays(1));
        clocks.put("notice-deadline", notice.deadline().plusDays(1));
        if (!isEmailKept()) {
            clocks.put("email-opt-out", served.emailOptOut().orElseThrow().plusDays(1));
        }
        return clocks;
    }

    boolean areOver() {
        return all().values().stream().noneMatch(cleared.day()::isBefore);
    }

    /** Whether the e-mail address stays in the house: kept by the customer, or never offered to them long enough. */
    boolean isEmailKept() {
        LocalDate lawful = today.lawfulOptOut(notice.writtenOn());
        return notice.emailKept() || !today.terms().shareEmail()
                || served.emailOptOut().map(date -> date.isBefore(lawful)).orElse(true);
    }

    private LocalDate lastChance() {
        LocalDate longer = served.deliveredOn().plusDays(today.days());
        return longer.isAfter(served.lastChance()) ? longer : served.lastChance();
    }
}
