package io.graceway.journey.placement;

import io.graceway.journey.account.Ids;
import io.graceway.journey.delinquency.Channel;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How a brand wants its customers spoken to by whoever speaks for it; travels with every parcel.
 *
 * @param profile  id of the profile, the brand's id
 * @param version  raised with every change
 * @param json     the whole profile for machines, byte for byte what is hashed
 * @param limits   the part of it that is checked against what agencies report
 * @param sections the whole profile for people: headings and sentences
 */
public record BrandTone(String profile, int version, byte[] json, Limits limits, List<Section> sections) {

    /**
     * What can be checked by a machine.
     *
     * @param channels       allowed ones
     * @param fromHour       first local hour of a contact
     * @param untilHour      local hour by which it must have begun
     * @param daysOff        days of the week without contact, 1 is Monday
     * @param attemptsInDays most contacts to a person within {@code withinDays} consecutive days
     * @param forbidden      patterns that must not stand in a note or message
     * @param templates      texts that may be used; empty means any
     * @param feeCodes       fees that customers may be charged
     * @param mustOffer      codes of what is offered before any legal step
     * @param forwardHours   hours within which the house hears of disputes, complaints and hardship; empty means any
     */
    public record Limits(Set<Channel> channels, BigDecimal fromHour, BigDecimal untilHour, Set<Integer> daysOff,
                         int attemptsInDays, int withinDays, List<String> forbidden, Set<String> templates,
                         Set<String> feeCodes, Set<String> mustOffer, OptionalInt forwardHours) {

        /** Without what only some brands ask. */
        public Limits(Set<Channel> channels, BigDecimal fromHour, BigDecimal untilHour, Set<Integer> daysOff,
                      int attemptsInDays, int withinDays, List<String> forbidden) {
            this(channels, fromHour, untilHour, daysOff, attemptsInDays, withinDays, forbidden, Set.of(), Set.of(),
                    Set.of(), OptionalInt.empty());
        }
    }

    /** One heading of the readable profile and its sentences. */
    public record Section(String heading, List<String> sentences) {
    }

    public String sha256() {
        return Ids.hex(json);
    }

    /** As the log and the agency's acceptance name it: {@code acme-home@4}. */
    @Override
    public String toString() {
        return profile + "@" + version;
    }
}
