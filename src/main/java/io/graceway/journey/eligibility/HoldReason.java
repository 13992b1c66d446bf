package io.graceway.journey.eligibility;

import io.graceway.journey.delinquency.HouseCase;

/** Why an account stays in house. */
public enum HoldReason {
    NOT_DELINQUENT, IN_HOUSE_WINDOW, TOO_FEW_ATTEMPTS, TOO_FEW_CHANNELS, BALANCE_TOO_SMALL, UNKNOWN_TIME_ZONE,
    UNKNOWN_COUNTRY, ITEMIZATION_DIFFERS, OPEN_DISPUTE, OPEN_SERVICE_ISSUE, OPEN_BILLING_ISSUE, OPEN_ARRANGEMENT,
    OPEN_HARDSHIP, OPEN_COMPLAINT, ATTORNEY, BANKRUPTCY, DECEASED, FRAUD, MORATORIUM, CEASE_CONTACT, PAYMENT_CLAIMED,
    WANTS_TO_TALK;

    /** The hold that an open case of that type is. */
    static HoldReason of(HouseCase.Type type) {
        return switch (type) {
            case DISPUTE -> OPEN_DISPUTE;
            case SERVICE_ISSUE -> OPEN_SERVICE_ISSUE;
            case BILLING_ISSUE -> OPEN_BILLING_ISSUE;
            case ARRANGEMENT -> OPEN_ARRANGEMENT;
            case HARDSHIP -> OPEN_HARDSHIP;
            case COMPLAINT -> OPEN_COMPLAINT;
            case ATTORNEY -> ATTORNEY;
            case BANKRUPTCY -> BANKRUPTCY;
            case DECEASED -> DECEASED;
            case FRAUD -> FRAUD;
            case MORATORIUM, MENTAL_HEALTH_MORATORIUM -> MORATORIUM;
            case CEASE_CONTACT -> CEASE_CONTACT;
            case PAYMENT_CLAIMED -> PAYMENT_CLAIMED;
            case WANTS_TO_TALK -> WANTS_TO_TALK;
        };
    }
}
