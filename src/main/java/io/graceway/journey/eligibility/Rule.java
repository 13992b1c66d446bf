package io.graceway.journey.eligibility;

import io.graceway.journey.account.DebtorType;
import io.graceway.journey.account.Place;
import io.graceway.journey.account.Texts;
import io.graceway.journey.delinquency.DebtKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

/**
 * One value that law, contract or brand asks for, while it is in force.
 *
 * @param id        stable id, such as {@code NL-WIK}
 * @param version   raised whenever the value or its text changes
 * @param layer     who asks
 * @param parameter what it sets
 * @param value     in the parameter's unit and range
 * @param currency  for amounts: the currency it counts in; empty for all others
 * @param scope     whom it protects
 * @param from      first day in force
 * @param until     last day in force; {@code null} while none is known
 * @param citation  where it is written
 * @param grade     A primary text, B secondary page, or HOUSE for what the creditor decided itself
 */
public record Rule(String id, int version, Layer layer, Parameter parameter, BigDecimal value, String currency,
                   Scope scope, LocalDate from, LocalDate until, String citation, String grade) {

    /** Who asks: all are obeyed, the strictest decides. */
    public enum Layer {
        LAW, CONTRACT, BRAND
    }

    /**
     * Whom a rule protects; an empty set means everybody.
     *
     * @param places countries or regions of the debtor
     * @param types  kinds of debtor
     * @param kinds  kinds of debt
     */
    public record Scope(Set<Place> places, Set<DebtorType> types, Set<DebtKind> kinds) {

        public static final Scope EVERYBODY = new Scope(Set.of(), Set.of(), Set.of());

        public Scope {
            places = Set.copyOf(places);
            types = Set.copyOf(types);
            kinds = Set.copyOf(kinds);
        }

        boolean covers(Place place, DebtorType type, DebtKind kind) {
            return (places.isEmpty() || !place.isKnown() || places.stream().anyMatch(one -> protects(one, place)))
                    && (types.isEmpty() || types.contains(type)) && (kinds.isEmpty() || kinds.contains(kind));
        }

        /** A debtor whose region is unknown may live in any: the rules of all regions of the country protect them. */
        private static boolean protects(Place rule, Place debtor) {
            return rule.covers(debtor.isRegionKnown() ? debtor : new Place(debtor.country(), rule.region()));
        }
    }

    public Rule {
        id = Texts.required("rule id", id, 64);
        citation = Texts.required("citation of rule " + id, citation, 500);
        require(id, Set.of("A", "B", "HOUSE").contains(grade), "is graded " + grade
                + ": only A, B and HOUSE are shipped");
        require(id, !layer.equals(Layer.LAW) || !grade.equals("HOUSE"), "is law and cannot be graded HOUSE");
        require(id, version > 0, "has no version above zero");
        require(id, parameter.allows(value), "has the value " + value.toPlainString() + ", which " + parameter
                + " cannot take");
        require(id, currency.isEmpty() == (parameter != Parameter.BALANCE_FROM), "has a currency where none belongs, "
                + "or has none where one does");
        require(id, until == null || !until.isBefore(from), "ends before it begins");
    }

    private static void require(String id, boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException("rule " + id + " " + problem);
        }
    }

    boolean isInForce(LocalDate day) {
        return !from.isAfter(day) && (until == null || !until.isBefore(day));
    }
}
