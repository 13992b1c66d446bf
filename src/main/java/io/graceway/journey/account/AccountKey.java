package io.graceway.journey.account;

/**
 * One account: a customer of one source system in one currency.
 *
 * @param source   id of the source system, the name of its file in {@code partner-config/sources}
 * @param number   the creditor's account number
 * @param currency ISO 4217 code; balances in two currencies are two accounts
 */
public record AccountKey(String source, AccountNumber number, String currency) {

    public AccountKey {
        source = Texts.required("source id", source, 32);
        java.util.Objects.requireNonNull(number, "account number");
        currency = java.util.Currency.getInstance(currency).getCurrencyCode();
    }

    /** The key as one text, for log entries and search: {@code erp/0100000222/USD}. */
    @Override
    public String toString() {
        return source + "/" + number + "/" + currency;
    }
}
