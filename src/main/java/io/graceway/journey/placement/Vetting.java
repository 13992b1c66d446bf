package io.graceway.journey.placement;

import io.graceway.journey.account.Place;
import io.graceway.journey.delinquency.DebtKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What the house has seen of an agency's credentials. A licence must cover the debtor's place, the kind of debt and the
 * day; every other credential that concerns place and kind must be unexpired; every required type must be among them.
 *
 * @param required    types of credential the house insists on, beside the licence that is always asked for
 * @param subAgencies whom the agency may have act for it
 */
public record Vetting(List<Credential> credentials, List<String> required, List<SubAgency> subAgencies) {

    /**
     * Somebody who acts for the agency, declared by it and vetted by the house.
     *
     * @param name  as the agency names it in what it reports
     * @param until last day on which it may act
     */
    public record SubAgency(String name, LocalDate from, LocalDate until, String evidenceSha256) {

        public SubAgency {
            if (until.isBefore(from)) {
                throw new IllegalArgumentException("sub-agency " + name + " ends before it begins");
            }
        }

        private boolean mayActOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    public Vetting {
        credentials = List.copyOf(credentials);
        required = List.copyOf(required);
        subAgencies = List.copyOf(subAgencies);
    }

    /** Of an agency that does everything itself. */
    public Vetting(List<Credential> credentials, List<String> required) {
        this(credentials, required, List.of());
    }

    /** Whether that party was declared, and vetted for that day. */
    public boolean isDeclared(String party, LocalDate day) {
        return subAgencies.stream().anyMatch(one -> one.name().equalsIgnoreCase(party) && one.mayActOn(day));
    }

    /** Why the agency may not have such a debt on that day; empty when it may. */
    public List<String> whyNot(Place place, DebtKind kind, LocalDate day) {
        List<String> why = new ArrayList<>();
        if (!isLicensed(place, kind, day)) {
            boolean lapsed = credentials.stream().anyMatch(one -> one.licenses(place, kind));
            why.add((lapsed ? "licence not valid on " + day + " for " : "no licence for ") + place + " " + kind);
        }
        List<Credential> others = credentials.stream().filter(one -> !one.type().equals(Credential.LICENCE)
                && one.concerns(place, kind) && one.hasBegunBy(day)).toList();
        others.stream().filter(one -> !one.isValidOn(day)).map(one -> one.type() + " not valid on " + day).distinct()
                .forEach(why::add);
        required.stream().filter(type -> others.stream().noneMatch(one -> one.type().equals(type)))
                .forEach(type -> why.add("no " + type + " for " + place + " " + kind));
        return why;
    }

    /** Whether anything was valid once and is not any more. */
    public boolean hasLapsed(LocalDate day) {
        return credentials.stream().anyMatch(one -> day.isAfter(one.until()));
    }

    /** Whether some licence covers place, kind and day. */
    public boolean isLicensed(Place place, DebtKind kind, LocalDate day) {
        return credentials.stream().anyMatch(one -> one.licenses(place, kind) && one.isValidOn(day));
    }

    /** The credentials that a placement rests on, as the routing log keeps them. */
    public String snapshot(Place place, DebtKind kind, LocalDate day) {
        return String.join(",", credentials.stream().filter(one -> one.isValidOn(day) && one.concerns(place, kind)
                && (!one.type().equals(Credential.LICENCE) || one.licenses(place, kind)))
                .map(Credential::reference).toList());
    }
}
