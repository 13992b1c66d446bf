package io.graceway.journey.delinquency;

/** How somebody is spoken to. */
public enum Channel {
    LETTER, EMAIL, PHONE, SMS, CHAT, VISIT;

    /** Phone calls and texts, which some laws count together. */
    public boolean rings() {
        return this == PHONE || this == SMS;
    }
}
