package io.graceway.journey.writeback;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.Money;
import io.graceway.journey.delinquency.OpenItem;
import io.graceway.journey.writeback.Posting.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known here of a source's accounts, without asking the source. */
public interface BeliefBook {

    /**
     * What the source has to show of one account if nothing happened but what we know.
     *
     * @param placed   its running placement
     * @param items    the source's ids of what is compared: what was placed, or all that was open when it was last read
     * @param seen     what the source showed open of them when it was last read; empty when it could not be read
     * @param open     what each of them had open then; empty where only their sum is known
     * @param unshown  payments less reversals of ours that the source has posted since and not shown
     * @param postings of money that may still matter, in order
     */
    record Belief(AccountKey key, Optional<Placed> placed, Set<String> items, Optional<Money> seen,
                  Map<String, Money> open, Money unshown, List<Moved> postings) {

        /** An item that is compared; of a placed account every credit is one, whenever it came. */
        boolean counts(OpenItem item) {
            return items.contains(item.id()) || placed.isPresent() && item.open().isNegative();
        }

        /**
         * What it has to show, given what it shows: of an account in house nobody knows whether the last reading had
         * what was posted that day.
         */
        Optional<Money> expected(Money now) {
            return seen.map(one -> placed.isEmpty() && now.equals(one) ? one : one.minus(unshown));
        }
    }

    /** @param left what its agency still asks for */
    record Placed(String placement, String agency, Money left) {
    }

    /** A posting that moves money, and how far it is. */
    record Moved(String key, Kind kind, Money amount, PostingBook.State state) {

        /** What becomes of the balance by it. */
        public Money effect() {
            return kind == Kind.PAYMENT ? amount.negated() : amount;
        }

        boolean isPosted() {
            return state == PostingBook.State.POSTED;
        }
    }

    /** An account that is not known here has no entry. */
    Map<AccountKey, Belief> of(String source, Collection<AccountKey> keys);
}
