package io.graceway.face.command;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.Money;
import io.graceway.journey.eligibility.Finding;
import java.util.List;

/**
 * Why an account is where it is.
 *
 * @param stage    where it stands
 * @param findings of every rule on that day
 * @param next     what happens next by itself and when; empty when only an event moves it
 * @param history  the routing log's entries about it, as JSON, in order
 */
public record Explanation(AccountKey account, String stage, String day, Money balance, List<Finding> findings,
        List<String> next,
                          List<String> history) {

    /** Explains accounts. */
    @FunctionalInterface
    public interface Explainer {

        /**
         * One explanation for each account of that number, whatever its source and currency; none when it is unknown.
         */
        List<Explanation> explain(String number, AsOf asOf);
    }
}
