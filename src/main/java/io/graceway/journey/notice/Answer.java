package io.graceway.journey.notice;

import io.graceway.journey.delinquency.HouseCase;
import java.util.Optional;

/** What a customer can say to a placement notice. */
public enum Answer {
    PAID(HouseCase.Type.PAYMENT_CLAIMED),
    NEEDS_PLAN(HouseCase.Type.ARRANGEMENT),
    BILL_WRONG(HouseCase.Type.BILLING_ISSUE),
    SERVICE_WRONG(HouseCase.Type.SERVICE_ISSUE),
    TALK(HouseCase.Type.WANTS_TO_TALK),
    /** Only the e-mail address is kept back; the account itself stays where it is. */
    KEEP_EMAIL(null);

    private final HouseCase.Type opens;

    Answer(HouseCase.Type opens) {
        this.opens = opens;
    }

    /** The case that this answer opens in house; an open case pulls the account back. */
    public Optional<HouseCase.Type> opens() {
        return Optional.ofNullable(opens);
    }
}
