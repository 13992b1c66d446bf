package io.graceway.journey.account;

/** Who owes: it decides which law protects them. */
public enum DebtorType {
    CONSUMER, SOLE_TRADER, COMPANY;

    /** An unknown type is a consumer: the most protected of the three. */
    public static DebtorType of(String text) {
        return text == null || text.isBlank() ? CONSUMER : valueOf(text.trim());
    }

    /** Natural persons: consumers and sole traders. */
    public boolean isPerson() {
        return this != COMPANY;
    }
}
