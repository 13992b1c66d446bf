package io.graceway.journey.remittance;

import io.graceway.journey.account.Money;
import io.graceway.journey.account.Pass;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What one page of placed accounts shows that agencies have not brought. */
public record DirectPage(Pass pass, List<Change> changes) {

    /**
     * One placement of which the source shows something else than last time.
     *
     * @param before    as it was read
     * @param seen      what the source shows now
     * @param unadopted what of our own postings it still has not shown
     * @param direct    the customer paid the house, or a payment to the house did not stand
     * @param credit    what is owed became less without a payment
     * @param puzzle    something for people
     * @param withdrawn the placement had not left yet, so it need not leave
     */
    public record Change(PlacedAccount before, LocalDate day, Money seen, Money unadopted,
            Optional<DirectPayment> direct, Optional<DirectPayment> credit, Optional<Puzzle> puzzle,
            boolean withdrawn) {

        /** What is left with the agency afterwards. */
        public Money left() {
            Money left = credit.map(one -> before.held().left().minus(one.amount())).orElse(before.held().left());
            return direct.map(one -> one.reverses().isPresent() ? left.plus(one.amount()) : left.minus(one.amount()))
                    .orElse(left);
        }
    }

    /** @param code stable code from the error catalogue */
    public record Puzzle(String code, String why, Money amount) {
    }
}
