package io.graceway.journey.placement.report;

import io.graceway.journey.account.Texts;

/** The agency's own number for a placement; text, kept as the agency spells it. */
public record AgencyFileNumber(String value) {

    public AgencyFileNumber {
        value = Texts.required("agency file number", value, 64);
    }

    @Override
    public String toString() {
        return value;
    }
}
