package io.graceway.journey.placement.change;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Ids;
import io.graceway.journey.account.Money;
import io.graceway.journey.account.Pass;
import io.graceway.journey.account.PlacementNumber;
import io.graceway.journey.placement.report.Holding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;

/** Answers agencies that ask for consent to a legal step: with a number that is good for one step, or with no. */
public final class Approvals {

    /**
     * A request that waits for people.
     *
     * @param number the agency's own
     */
    public record Asked(Holding held, String number, String step) {
    }

    /**
     * What people consent to.
     *
     * @param ceiling most that the step may cost, in the placement's currency
     * @param until   last day on which it may be taken
     */
    public record Consent(BigDecimal ceiling, LocalDate until) {
    }

    /**
     * What came of it.
     *
     * @param number  of the approval; empty when it was refused to the agency
     * @param refused stable code of why nothing was answered; empty when it was
     */
    public record Result(Optional<String> number, Optional<String> refused) {
    }

    /** Where approvals are kept. */
    public interface Book {

        /** The agency's request for a legal step of a placement that it has and that nobody answered. */
        Optional<Asked> asked(PlacementNumber placement, String request);

        /**
         * Writes the answer down in one transaction with its message and log entry.
         *
         * @param number  of the approval; empty when people say no
         * @param consent empty when people say no
         * @return false, and nothing is written down, where somebody else has answered meanwhile
         */
        boolean answer(Asked asked, Optional<String> number, Optional<Consent> consent, DocumentLine line, Pass pass);
    }

    private final Book book;
    private final Predicate<String> speaks;

    /** @param speaks whether an agency's dialect can name an approval */
    public Approvals(Book book, Predicate<String> speaks) {
        this.book = book;
        this.speaks = speaks;
    }

    /**
     * @param consent empty says no
     * @throws IllegalArgumentException when the ceiling is none in the placement's currency, or the last day is over
     */
    public Result answer(PlacementNumber placement, String request, Optional<Consent> consent, Pass pass) {
        Optional<Asked> asked = book.asked(placement, request);
        if (asked.isEmpty()) {
            return new Result(Optional.empty(), Optional.of("GW-REM-152"));
        }
        Holding held = asked.get().held();
        if (!speaks.test(held.placement().agency())) {
            return new Result(Optional.empty(), Optional.of("GW-REM-106"));
        }
        LocalDate day = pass.asOf().day(held.zone());
        String currency = held.left().currency();
        consent.ifPresent(one -> {
            if (new Money(one.ceiling(), currency).isNegative() || one.until().isBefore(day)) {
                throw new IllegalArgumentException("the costs are not negative, and the last day is not over");
            }
        });
        Optional<String> number = consent.map(any -> Ids.of("L", held.number(), request, asked.get().step()));
        boolean isOurs = book.answer(asked.get(), number, consent, DocumentLine.of("information-answer", "message-id",
                Ids.of("T", held.number(), request), "placement", held.number(), "account",
                held.placement().account().number().value(), "on", day, "request", request, "code",
                consent.isPresent() ? "ANSWERED" : "REFUSED", "step", asked.get().step(), "approval",
                number.orElse(null), "ceiling", consent.map(Consent::ceiling).orElse(null), "currency",
                consent.isPresent() ? currency : null, "until", consent.map(Consent::until).orElse(null)), pass);
        return isOurs ? new Result(number, Optional.empty())
                : new Result(Optional.empty(), Optional.of("GW-REM-152"));
    }
}
