package io.graceway.journey.remittance;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.Brand;
import io.graceway.journey.account.Debtor;
import io.graceway.journey.account.DebtorType;
import io.graceway.journey.account.Money;
import io.graceway.journey.account.Place;
import io.graceway.journey.delinquency.DebtKind;
import io.graceway.journey.delinquency.DelinquentAccount;
import io.graceway.journey.delinquency.OpenItem;
import io.graceway.journey.eligibility.Finding;
import io.graceway.journey.eligibility.Held;
import io.graceway.journey.eligibility.HoldReason;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Accounts as a source shows them, for tests of the way back. */
public final class Accounts {

    private Accounts() {
    }

    /** One item {@code I1}, due on 1 February 2026; an amount of zero means that nothing is open any more. */
    public static DelinquentAccount account(AccountKey key, Money open) {
        Debtor debtor = new Debtor("Nobody Inparticular", DebtorType.CONSUMER, "", "",
                new Debtor.Address("1 Nowhere", "Springfield", "00000", Place.of("US-NY")), Optional.of(Cases.ZONE),
                "en");
        List<OpenItem> items = open.isZero() ? List.of() : List.of(new OpenItem("I1", LocalDate.of(2026, 2, 1), open));
        return new DelinquentAccount(key, new Brand("acme-home"), DebtKind.TRADE, debtor, items, Optional.empty(),
                List.of(),
                List.of(), List.of());
    }

    public static Held held(AccountKey key, HoldReason reason, LocalDate day, String open) {
        return new Held(account(key, Money.of(open, key.currency())), day, List.of(new Finding("TEST@1", "GATEWAY",
                "", "",
                Finding.Result.HOLD, reason, null)));
    }
}
