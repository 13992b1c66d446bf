package io.graceway.journey.account;

import java.util.Arrays;

/** Who owes: it decides which law protects them. */
public enum DebtorType {
    CONSUMER, SOLE_TRADER, COMPANY;

    /** An unknown type, missing or misspelt, is a consumer: the most protected of the three. */
    public static DebtorType of(String text) {
        return Arrays.stream(values()).filter(type -> text != null && type.name().equals(text.trim())).findFirst()
                .orElse(CONSUMER);
    }

    /** Natural persons: consumers and sole traders. */
    public boolean isPerson() {
        return this != COMPANY;
    }
}
