package io.graceway.edge.source;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.AccountNumber;
import io.graceway.journey.account.Money;
import io.graceway.journey.writeback.Posting;
import java.time.LocalDate;
import java.util.Optional;

/** Made-up postings. */
final class Postings {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 3);

    private Postings() {
    }

    static Posting payment(String key, String account, String amount) {
        return payment(key, account, amount, "USD");
    }

    static Posting payment(String key, String account, String amount, String currency) {
        return new Posting(key, new AccountKey("erp", new AccountNumber(account), currency), Posting.Kind.PAYMENT,
                Optional.of(Money.of(amount, currency)), DAY, "", "P-1", "agency payment");
    }

    static Posting note(String key, String account, String text) {
        return plain(key, account, Posting.Kind.NOTE, "", text);
    }

    static Posting status(String key, String account, String code) {
        return plain(key, account, Posting.Kind.STATUS, code, "");
    }

    private static Posting plain(String key, String account, Posting.Kind kind, String code, String text) {
        return new Posting(key, new AccountKey("erp", new AccountNumber(account), "USD"), kind, Optional.empty(), DAY,
                code, "P-1", text);
    }
}
