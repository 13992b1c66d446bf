package io.graceway.journey.recall;

/** Why an agency asks to keep a placement for a while. */
public enum ObjectionCode {
    PAYMENT_ARRANGEMENT, PAYMENT_IN_TRANSIT, LEGAL_ACTION
}
