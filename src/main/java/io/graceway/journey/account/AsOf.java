package io.graceway.journey.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** What day it is for somebody: days are calendar days in the debtor's zone. */
@FunctionalInterface
public interface AsOf {

    LocalDate day(ZoneId zone);

    /** The day that a moment falls on, zone by zone. */
    static AsOf moment(Instant now) {
        return zone -> now.atZone(zone).toLocalDate();
    }

    /** One calendar day, the same for everybody: a pass that is asked to judge as of that day. */
    static AsOf date(LocalDate day) {
        return zone -> day;
    }
}
