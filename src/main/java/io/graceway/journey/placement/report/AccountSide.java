package io.graceway.journey.placement.report;

import io.graceway.journey.account.Money;
import io.graceway.journey.delinquency.HouseCase;
import io.graceway.journey.eligibility.EffectiveRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What is known of an account beside the event that is checked, whichever agency it comes from.
 *
 * @param rules     what law and contract ask of an agency, strictest of both
 * @param past      all other contacts that agencies made, around the event
 * @param first     day of the first of them ever
 * @param validated day on which the validation information was sent
 * @param cases     what the house or the customer's own words put between
 * @param left      what is left with the agency now; empty where it is not known
 * @param paidOn    day of the latest payment
 * @param heardAt   when the agency told of the event
 */
public record AccountSide(EffectiveRules rules, List<Past> past, Optional<LocalDate> first,
                          Optional<LocalDate> validated, List<HouseCase> cases, Optional<Money> left,
                          Optional<LocalDate> paidOn, Instant heardAt) {

    /**
     * Another contact.
     *
     * @param day  the debtor's
     * @param call by phone
     * @param talk somebody was spoken to
     */
    public record Past(Instant at, LocalDate day, boolean call, boolean talk) {
    }

    public AccountSide {
        past = List.copyOf(past);
        cases = List.copyOf(cases);
    }

    /** Of an account of which nothing else is known. */
    static AccountSide of(Collection<LocalDate> contacts) {
        return new AccountSide(EffectiveRules.none(), contacts.stream().map(day -> new Past(Instant.EPOCH, day, false,
                false)).toList(), Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty(),
                Instant.MIN);
    }
}
