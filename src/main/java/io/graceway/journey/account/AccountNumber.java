package io.graceway.journey.account;

/** The creditor's own number for an account; text: leading zeros and tails such as {@code .0} are part of it. */
public record AccountNumber(String value) {

    public AccountNumber {
        value = Texts.required("account number", value, 64);
    }

    @Override
    public String toString() {
        return value;
    }
}
