package io.graceway.journey.writeback;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.Money;

/**
 * One place where a source's books and ours do not agree.
 *
 * @param shown      what the source shows of what is compared
 * @param expected   what it had to show
 * @param difference by how much the break moves the balance, as the source sees it
 * @param about      key of the posting, or number of the placement; empty where it is about the account
 */
public record Break(AccountKey key, Kind kind, Money shown, Money expected, Money difference, String about,
                    String why) {

    /** What is the matter. */
    public enum Kind {
        /** A payment of an agency waits for the source or for people. */
        PAYMENT_NOT_POSTED,
        /** A reversal of an agency waits for the source or for people. */
        REVERSAL_NOT_POSTED,
        /** The source said that it posted it, and does not show it. */
        NOT_SHOWN,
        /** The source shows it, and here it still waits: an answer is missing, or nobody closed it. */
        SHOWN_NOT_CLOSED,
        /** The source shows less, or more, by just what it was given once already. */
        POSTED_TWICE,
        /** The source shows another balance, and nothing of ours explains it. */
        ADJUSTED_IN_SOURCE,
        /** Something is open here, and the source does not show the account any more. */
        GONE_FROM_SOURCE,
        /** The source shows an account that was never read before. */
        UNKNOWN_ACCOUNT,
        /** The account cannot be taken as the source shows it. */
        NOT_READABLE,
        /** The agency asks for another amount than the books come to. */
        AGENCY_ASKS_OTHER
    }
}
