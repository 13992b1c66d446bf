package io.graceway.journey.placement.report;

import io.graceway.journey.account.Money;
import io.graceway.journey.placement.report.ToneFinding.Result;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What people of the house consented to, once.
 *
 * @param ceiling most that the step may cost
 * @param until   last day on which it may be taken
 * @param usedBy  the agency's number of the event that took it; empty before
 */
public record Approval(String number, String step, Money ceiling, LocalDate givenOn, LocalDate until,
                       Optional<String> usedBy) {

    /** The same after an event took it. */
    public Approval usedBy(String event) {
        return new Approval(number, step, ceiling, givenOn, until, Optional.of(event));
    }

    /** Why it is none of that event; empty when it is one. */
    Optional<String> whyNot(AgencyActivity event, LocalDate day) {
        String step = event.legalStep().orElse("");
        Optional<Money> cost = event.cost();
        return usedBy.filter(used -> !used.equals(event.event())).map(used -> "the approval was used before")
                .or(() -> this.step.equals(step) ? Optional.empty() : Optional.of("approved was another step"))
                .or(() -> day.isBefore(givenOn) || day.isAfter(until) ? Optional.of("approved from " + givenOn
                + " to " + until) : Optional.empty())
                .or(() -> cost.filter(one -> !one.currency().equals(ceiling.currency())
                || one.compareTo(ceiling) > 0).map(one -> "more than the approved " + ceiling));
    }

    /** A legal step, or a cost of one, and the approval that it has. */
    static ToneFinding check(AgencyActivity event, ToneConformance.Setting setting) {
        String asked = "no legal step or cost of one unapproved";
        if (event.legalStep().isEmpty()) {
            return new ToneFinding("C-LEGAL", Result.UNCHECKABLE, 1, asked, "legal-step missing");
        }
        if (!event.isLegalStep() && event.cost().isEmpty()) {
            return new ToneFinding("C-LEGAL", Result.PASS, 1, asked, "none");
        }
        Optional<String> wrong = setting.approval().map(one -> one.whyNot(event, event.at().atZone(setting.zone())
                .toLocalDate())).orElse(Optional.of(event.approval().isEmpty()
                ? "a legal step without an approval number"
                : "a legal step, and its approval number was not given for this placement"));
        return new ToneFinding("C-LEGAL", wrong.isEmpty() ? Result.PASS : Result.BREACH, 1, asked,
                wrong.orElse("approved"));
    }
}
