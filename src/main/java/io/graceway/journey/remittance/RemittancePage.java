package io.graceway.journey.remittance;

import io.graceway.journey.account.Money;
import io.graceway.journey.account.Reject;
import io.graceway.journey.placement.report.Holding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one page of payments came to, line by line.
 *
 * @param booked   payments and reversals in the order in which they count
 * @param refused  lines that are not taken, with their money where it could be read
 * @param remarks  on lines that are taken: what is in suspense and why
 * @param repeated lines that were booked before, word for word
 */
public record RemittancePage(List<Booked> booked, List<Refused> refused, List<Remark> remarks, List<String> repeated) {

    /** What a payment does to its placement beside the money. */
    public enum Turn {
        NONE,
        /** Nothing is left: the placement ends as paid. */
        PAID,
        /** It had ended as paid, and now something is left again. */
        REOPENED
    }

    /**
     * One payment or reversal.
     *
     * @param held its placement after it; empty when nobody knows it
     */
    public record Booked(AgencyPayment payment, Optional<Holding> held, Turn turn) {

        /** What the customer's account is credited, or debited again. */
        public Money credited() {
            return payment.split().credited();
        }
    }

    /** @param money the line's money, all of it rejected; empty where it could not be read */
    public record Refused(Reject reject, String reference, Optional<AgencyPayment> money) {
    }

    /** @param reference the agency's number of the payment */
    public record Remark(Reject remark, String reference) {
    }

    static RemittancePage empty() {
        return new RemittancePage(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
}
