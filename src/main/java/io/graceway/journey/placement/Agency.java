package io.graceway.journey.placement;

import io.graceway.journey.account.DebtorType;
import io.graceway.journey.delinquency.DebtKind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A collection agency that the house deals with, on what terms.
 *
 * @param id         name of its file in {@code partner-config/agencies}
 * @param types      kinds of debtor it accepts
 * @param kinds      kinds of debt it accepts
 * @param currencies it can account in
 * @param capacity   most open placements at a time
 * @param share      its part among the agencies that may have an account, against the others' parts; 0 takes no more
 * @param dialect    how it spells our documents
 * @param cutoff     from when the day's placements leave
 * @param zone       of the cutoff
 */
public record Agency(String id, String name, Vetting vetting, Set<DebtorType> types, Set<DebtKind> kinds,
                     Set<String> currencies, int capacity, int share, String dialect, Cutoff cutoff, ZoneId zone,
                     Terms terms) {

    private static final int MOST_SHARE = 1_000_000;

    /**
     * From when a day's placements leave, on days on which somebody is there to take them.
     *
     * @param at       local time
     * @param closed   days of the week without anybody
     * @param holidays other days without anybody
     */
    public record Cutoff(LocalTime at, Set<DayOfWeek> closed, Set<LocalDate> holidays) {

        public Cutoff {
            closed = Set.copyOf(closed);
            holidays = Set.copyOf(holidays);
            if (closed.size() == DayOfWeek.values().length) {
                throw new IllegalArgumentException("an agency is open on some day of the week");
            }
        }

        /** On every day. */
        public static Cutoff daily(LocalTime at) {
            return new Cutoff(at, Set.of(), Set.of());
        }

        /** The cutoff of that day, or of the next on which the agency is open. */
        public LocalDateTime from(LocalDate day) {
            LocalDate open = day;
            while (closed.contains(open.getDayOfWeek()) || holidays.contains(open)) {
                open = open.plusDays(1);
            }
            return open.atTime(at);
        }
    }

    /** How an agency comes to its fee. */
    public enum Basis {
        /** It keeps back all its fees, also those on direct payments, and sends the rest. */
        NET,
        /** It sends all and bills its fees. */
        GROSS,
        /** It keeps back the fee on what it collects, and bills the one on direct payments. */
        COMBINED
    }

    /**
     * What the contract says about money and taking back.
     *
     * @param basis            how the agency comes to its fee
     * @param feeOnDirect      whether a payment that went directly to the house earns the fee
     * @param objectionDays    days it has to object to a recall
     * @param extensionDays    days that an accepted objection adds
     * @param termDays         days after which a placement is called back by itself; empty for never
     * @param graceDays        days after a recall in which a payment still earns the agency its fee; empty for ever
     * @param recallsOnLapse   whether placements that its vetting does not cover any more are called back by
     *                         themselves; otherwise people decide on each
     * @param silenceDays      days without any report after which people hear of a placement; empty for never
     */
    public record Terms(FeeSchedule fees, Basis basis, boolean feeOnDirect, int objectionDays, int extensionDays,
                        OptionalInt termDays, OptionalInt graceDays, boolean recallsOnLapse,
                        OptionalInt silenceDays) {

        /** Without a term, with the fee on every payment however late, and recalls by people alone. */
        public Terms(FeeSchedule fees, Basis basis, boolean feeOnDirect, int objectionDays, int extensionDays) {
            this(fees, basis, feeOnDirect, objectionDays, extensionDays, OptionalInt.empty(), OptionalInt.empty(),
                    false, OptionalInt.empty());
        }
    }

    /** Whether somebody who acts in its name on that day is the agency itself, or declared and vetted to act for it. */
    public boolean mayAct(String party, LocalDate day) {
        return party.equalsIgnoreCase(id) || party.equalsIgnoreCase(name) || vetting.isDeclared(party, day);
    }

    public Agency {
        types = Set.copyOf(types);
        kinds = Set.copyOf(kinds);
        currencies = Set.copyOf(currencies);
        if (capacity < 0 || share < 0 || share > MOST_SHARE) {
            throw new IllegalArgumentException("agency " + id + ": capacity is not below 0, share lies between 0 and "
                    + MOST_SHARE);
        }
    }
}
