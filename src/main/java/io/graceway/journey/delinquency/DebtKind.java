package io.graceway.journey.delinquency;

/** What kind of debt it is: some laws and some agencies' vetting depend on it. */
public enum DebtKind {
    TRADE, UTILITY, TELECOM, CREDIT, MEDICAL, RENT, PUBLIC, OTHER
}
