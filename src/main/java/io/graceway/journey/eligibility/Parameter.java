package io.graceway.journey.eligibility;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;

/** What a rule sets a value for; of several values the strictest counts, and each knows which end that is. */
public enum Parameter {
    /** Days in house from the first missed due date; the account may leave on the day this many days later. */
    WINDOW_DAYS(true),
    /** House attempts, on as many different days. */
    ATTEMPTS(true),
    /** Different channels over which they were made. */
    CHANNELS(true),
    /** Attempts on one day beyond which the house itself breaks its conduct rule. */
    ATTEMPTS_A_DAY(false),
    /** 1: a reason for non-payment that was learned holds until a case answers it; 0: only open cases hold. */
    REASON_HOLDS(true),
    /** Smallest balance worth placing, in the account's currency. */
    BALANCE_FROM(true),
    /** Full days the customer has after delivery of the placement notice, counted from the day after it. */
    LAST_CHANCE_DAYS(true),
    /** Days after sending during which the customer may refuse that the e-mail address is handed over. */
    EMAIL_OPT_OUT_DAYS(true),
    /** Days a standard moratorium holds from the day it is opened. */
    MORATORIUM_DAYS(true),
    /** Days a mental-health crisis moratorium goes on holding after the treatment has ended. */
    MORATORIUM_AFTER_TREATMENT_DAYS(true),
    /** First local hour of a call, text or visit from Monday to Friday; halves are half hours. */
    CONTACT_FROM_HOUR(true),
    /** First local hour of a call, text or visit on Saturday and Sunday. */
    WEEKEND_CONTACT_FROM_HOUR(true),
    /** Local hour by which a call, text or visit must have begun. */
    CONTACT_UNTIL_HOUR(false),
    /** Calls and texts within any seven consecutive days. */
    CALLS_IN_7_DAYS(false),
    /** Contacts of any kind within any seven consecutive days. */
    CONTACTS_IN_7_DAYS(false),
    /** Contacts of any kind within any thirty consecutive days. */
    CONTACTS_IN_30_DAYS(false),
    /** First local hour of a live contact by an agency. */
    AGENCY_CONTACT_FROM_HOUR(true),
    /** Local hour by which a live contact by an agency must have begun. */
    AGENCY_CONTACT_UNTIL_HOUR(false),
    /** Calls by agencies within any seven consecutive days. */
    AGENCY_CALLS_IN_7_DAYS(false),
    /** Days without a call by an agency after a conversation, the day of the conversation being the first. */
    DAYS_AFTER_CONVERSATION(true),
    /** Days after an agency's first contact within which it sends the validation information. */
    VALIDATION_DAYS(false);

    private static final Set<Parameter> HOURS = EnumSet.of(CONTACT_FROM_HOUR, WEEKEND_CONTACT_FROM_HOUR,
            CONTACT_UNTIL_HOUR, AGENCY_CONTACT_FROM_HOUR, AGENCY_CONTACT_UNTIL_HOUR);
    private static final BigDecimal DAY = BigDecimal.valueOf(24);
    private static final BigDecimal MOST = BigDecimal.valueOf(3_660);

    private final boolean moreIsStricter;

    Parameter(boolean moreIsStricter) {
        this.moreIsStricter = moreIsStricter;
    }

    /** Whether a rule can ask for that: hours lie within a day, counts and days are whole, amounts above zero. */
    public boolean allows(BigDecimal value) {
        if (this == BALANCE_FROM) {
            return value.signum() > 0;
        }
        boolean hour = HOURS.contains(this);
        return value.signum() >= 0 && value.compareTo(hour ? DAY : MOST) <= 0
                && (hour || value.stripTrailingZeros().scale() <= 0);
    }

    /** Whether the first value protects the customer more than the second. */
    public boolean isStricter(BigDecimal first, BigDecimal second) {
        int order = first.compareTo(second);
        return moreIsStricter ? order > 0 : order < 0;
    }
}
