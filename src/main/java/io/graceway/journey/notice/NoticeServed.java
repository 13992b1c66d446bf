package io.graceway.journey.notice;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A placement notice that reached the customer, and when its last chance is over.
 *
 * @param deliveredOn    debtor's day on which delivery is proved or lawfully presumed
 * @param lastChanceDays full days the customer has, counted from the day after delivery
 * @param emailOptOut    last day to refuse the e-mail hand-over; empty when the address is not handed over
 * @param balance        what the notice stated
 * @param agency         whom it named
 */
public record NoticeServed(String notice, AccountKey account, LocalDate deliveredOn, int lastChanceDays,
                           Optional<LocalDate> emailOptOut, Money balance, String agency) {

    /** Delivered 3 March with 14 days: day 1 is 4 March, day 14 is 17 March, which is the last. */
    public LocalDate lastChance() {
        return deliveredOn.plusDays(lastChanceDays);
    }
}
