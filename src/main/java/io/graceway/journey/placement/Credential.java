package io.graceway.journey.placement;

import io.graceway.journey.account.Place;
import io.graceway.journey.delinquency.DebtKind;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * One proof that an agency may do its work.
 *
 * @param type           such as {@code LICENCE}, {@code BOND}, {@code INSURANCE}, {@code SOC2}
 * @param jurisdiction   where it counts; empty for one that counts everywhere
 * @param kinds          kinds of debt it covers; empty means all
 * @param from           first day it is valid
 * @param until          last day it is valid
 * @param evidenceSha256 of the document that was seen
 */
public record Credential(String type, String issuer, String number, Optional<Place> jurisdiction, Set<DebtKind> kinds,
                         LocalDate from, LocalDate until, String evidenceSha256) {

    /** The type of credential that lets an agency work in a jurisdiction at all. */
    public static final String LICENCE = "LICENCE";

    public Credential {
        kinds = Set.copyOf(kinds);
        if (until.isBefore(from)) {
            throw new IllegalArgumentException(type + " " + number + " lapses before it begins");
        }
    }

    boolean isValidOn(LocalDate day) {
        return hasBegunBy(day) && !day.isAfter(until);
    }

    /** A renewal that is on file before its time: it counts neither for nor against the agency yet. */
    boolean hasBegunBy(LocalDate day) {
        return !day.isBefore(from);
    }

    boolean concerns(Place place, DebtKind kind) {
        return jurisdiction.map(where -> where.covers(place)).orElse(true) && (kinds.isEmpty() || kinds.contains(kind));
    }

    /** A licence without a jurisdiction licenses nothing: it must say where it counts. */
    boolean licenses(Place place, DebtKind kind) {
        return type.equals(LICENCE) && jurisdiction.isPresent() && concerns(place, kind);
    }

    /** Whether this one goes on without a gap where the other ends, for everything that the other is good for. */
    boolean replaces(Credential other) {
        return type.equals(other.type) && until.isAfter(other.until) && !from.isAfter(other.until.plusDays(1))
                && (jurisdiction.isEmpty() ? !type.equals(LICENCE) : other.jurisdiction.filter(place ->
                jurisdiction.get().covers(place)).isPresent())
                && (kinds.isEmpty() || !other.kinds.isEmpty() && kinds.containsAll(other.kinds));
    }

    /** Type and number: what the routing log keeps of it. */
    public String reference() {
        return type + ":" + number + "<=" + until;
    }
}
