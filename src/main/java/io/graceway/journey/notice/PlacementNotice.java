package io.graceway.journey.notice;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.Debtor;
import io.graceway.journey.account.Money;
import io.graceway.journey.delinquency.Channel;
import io.graceway.journey.delinquency.Itemization;
import io.graceway.journey.delinquency.OpenItem;
import java.net.URI;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a customer is told before an account may go to an agency. Not the agency's validation notice.
 *
 * @param id          our number for this notice; appears in the envelope sender of e-mail and in file names
 * @param channel     {@link Channel#EMAIL} or {@link Channel#LETTER}
 * @param writtenOn   the debtor's day on which it is written
 * @param deadline    last day on which an answer keeps the account in house
 * @param agencyName  who the agency would be
 * @param shared      what would be handed over, for people to read
 * @param emailOptOut last day to refuse that the e-mail address is handed over; empty when it is not
 * @param answerLink  personal and expiring; a secret of the customer's
 */
public record PlacementNotice(String id, AccountKey account, Debtor debtor, Channel channel, LocalDate writtenOn,
                              LocalDate deadline, Itemization itemization, List<OpenItem> items, String agencyName,
                              List<String> shared, Optional<LocalDate> emailOptOut, URI answerLink) {

    public Money balance() {
        return itemization.current();
    }

    /** The earliest due date among the items; empty when there is none. */
    public Optional<LocalDate> firstMissed() {
        return items.stream().map(OpenItem::due).min(Comparator.naturalOrder());
    }

    /** Its id and channel only. */
    @Override
    public String toString() {
        return "PlacementNotice[" + id + " " + channel + "]";
    }
}
