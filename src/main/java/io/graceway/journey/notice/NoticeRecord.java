package io.graceway.journey.notice;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.Money;
import io.graceway.journey.delinquency.Channel;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is known of one placement notice.
 *
 * @param deliveredOn debtor's day from which it counts as delivered unless it comes back before; empty until taken
 * @param deadline    the last day that its text promises
 * @param emailKept   whether the customer keeps the e-mail address from the agency
 */
public record NoticeRecord(String id, AccountKey account, Channel channel, State state, LocalDate writtenOn,
                           LocalDate deadline, int lastChanceDays, Optional<LocalDate> deliveredOn,
                           Optional<LocalDate> emailOptOut, Money balance, String agency, boolean emailKept) {

    /** How far a notice is. */
    public enum State {
        /** Written, not yet handed over. */
        PLANNED,
        /** Being handed over; after a crash nobody knows whether it was. */
        LEAVING,
        /** The channel took it; it may still come back. */
        TAKEN,
        /** Delivery is proved or presumed; the last chance runs. */
        SERVED,
        /** It came back or its text was refused; another channel takes over. */
        BOUNCED,
        /** The account was pulled back. */
        WITHDRAWN,
        /** The account was placed after it. */
        USED
    }

    /** On that day it counts as served: taken, and not come back by the day it counts as delivered. */
    public Optional<NoticeServed> servedBy(LocalDate day) {
        boolean taken = state == State.TAKEN || state == State.SERVED;
        return deliveredOn.filter(delivered -> taken && !day.isBefore(delivered)).map(delivered ->
                new NoticeServed(id, account, delivered, lastChanceDays, emailOptOut, balance, agency));
    }
}
