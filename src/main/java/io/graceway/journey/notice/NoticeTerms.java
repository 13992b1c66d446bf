package io.graceway.journey.notice;

import io.graceway.journey.delinquency.Channel;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * How a brand warns its customers.
 *
 * @param legalName         creditor's legal name, which every notice carries
 * @param displayName       the name the customer knows
 * @param template          the brand's notice templates
 * @param channels          e-mail, letter or both, in the order in which they are tried
 * @param lastChanceDays    full days after delivery, at least one; law can only lengthen it
 * @param bounceDays        days after sending during which an e-mail may still come back, at least one; it is not
 *                          served before
 * @param postDays          post days until a letter is presumed delivered, at least two; Sundays and Mondays are none
 * @param noPostOn          public holidays on which no post is delivered
 * @param shareEmail        whether the e-mail address goes to the agency
 * @param banned            words that must not stand in a notice
 * @param contact           the brand's own contact line: phone, e-mail, hours
 * @param howToPay          the brand's payment line
 */
public record NoticeTerms(String legalName, String displayName, Template template, List<Channel> channels,
                          int lastChanceDays, int bounceDays, int postDays, Set<LocalDate> noPostOn,
                          boolean shareEmail, List<String> banned, String contact, String howToPay) {

    /** @param folder where they lie; @param version raised whenever their wording changes */
    public record Template(String folder, int version) {

        @Override
        public String toString() {
            return folder + "@" + version;
        }
    }

    public NoticeTerms {
        channels = List.copyOf(channels);
        noPostOn = Set.copyOf(noPostOn);
        banned = List.copyOf(banned);
        if (channels.isEmpty() || !Set.of(Channel.EMAIL, Channel.LETTER).containsAll(channels)) {
            throw new IllegalArgumentException("a notice goes by EMAIL, LETTER or both, not by " + channels);
        }
        if (lastChanceDays < 1 || bounceDays < 1 || postDays < 2) {
            throw new IllegalArgumentException("a notice gives at least 1 day of last chance, waits at least 1 day "
                    + "for a bounce and presumes a letter delivered after 2 post days or more");
        }
    }
}
