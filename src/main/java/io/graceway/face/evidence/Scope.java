package io.graceway.face.evidence;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * What an evidence pack is about: exactly one of the three.
 *
 * @param account the account's number, as its source spells it; empty for none
 * @param agency  the agency's id; empty for none
 * @param from    first day of a period, in UTC; null for none
 * @param to      last day of it
 */
public record Scope(String account, String agency, LocalDate from, LocalDate to) {

    public Scope {
        int given = (account.isEmpty() ? 0 : 1) + (agency.isEmpty() ? 0 : 1) + (from == null && to == null ? 0 : 1);
        if (given != 1 || (from == null) != (to == null) || from != null && to.isBefore(from)) {
            throw new IllegalArgumentException("an evidence pack is about an account, about an agency, or about a "
                    + "period with its first and last day");
        }
    }

    public static Scope ofAccount(String number) {
        return new Scope(number, "", null, null);
    }

    public static Scope ofAgency(String id) {
        return new Scope("", id, null, null);
    }

    public static Scope ofDays(LocalDate from, LocalDate to) {
        return new Scope("", "", from, to);
    }

    public boolean isPeriod() {
        return from != null;
    }

    /** Whether a moment, as entries spell it, lies in the period. */
    boolean holds(String at) {
        try {
            LocalDate day = LocalDate.parse(at.substring(0, 10));
            return !day.isBefore(from) && !day.isAfter(to);
        } catch (DateTimeParseException | StringIndexOutOfBoundsException e) {
            return false;
        }
    }

    /** As the routing log names it. */
    @Override
    public String toString() {
        return isPeriod() ? from + "/" + to : account + agency;
    }
}
