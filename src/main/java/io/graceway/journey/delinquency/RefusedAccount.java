package io.graceway.journey.delinquency;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.Money;
import io.graceway.journey.account.Reject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * An account that is not taken from its source as it stands, with every reason.
 *
 * @param items those that could be read, so that money refused is accounted for too
 */
public record RefusedAccount(AccountKey key, List<OpenItem> items, List<Reject> rejects) {

    public RefusedAccount {
        items = List.copyOf(items);
        rejects = List.copyOf(rejects);
    }

    /** What its readable items past due add up to on that day in UTC: nobody knows the customer's own. */
    public Money balance(AsOf asOf) {
        LocalDate day = asOf.day(ZoneOffset.UTC);
        return items.stream().filter(item -> item.countsOn(day)).map(OpenItem::open)
                .reduce(Money.zero(key.currency()), Money::plus);
    }
}
