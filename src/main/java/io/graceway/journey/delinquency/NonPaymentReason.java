package io.graceway.journey.delinquency;

/** Why a customer did not pay, as the house recorded it. */
public enum NonPaymentReason {
    FINANCIAL_DIFFICULTY, SERVICE_ISSUE, BILLING_ISSUE, UNREACHED, REFUSED
}
