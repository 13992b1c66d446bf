package io.graceway.journey.notice;

import io.graceway.journey.delinquency.Channel;
import io.graceway.journey.eligibility.EffectiveRules;
import io.graceway.journey.eligibility.Parameter;
import java.time.LocalDate;

/** How long a notice's last chance is, by the brand's terms and the law of the debtor's place. */
record LastChance(NoticeTerms terms, EffectiveRules rules) {

    /** Full days after delivery: the longer of what the brand gives and what the law asks. */
    int days() {
        return Math.max(terms.lastChanceDays(), rules.number(Parameter.LAST_CHANCE_DAYS, 0));
    }

    /** The day from which a notice handed over on that day counts as delivered unless it comes back before. */
    static LocalDate delivered(NoticeTerms terms, Channel channel, LocalDate handedOver) {
        return channel == Channel.EMAIL ? handedOver.plusDays(terms.bounceDays())
                : new PostDays(terms.postDays(), terms.noPostOn()).after(handedOver);
    }

    /** What the text may promise: no day before the last chance would be over if it left on its latest day. */
    LocalDate deadline(Channel channel, LocalDate written) {
        return delivered(terms, channel, latestHandOver(written)).plusDays(days());
    }

    /** The last day to refuse the e-mail hand-over, as the law counts it; never before the notice's own deadline. */
    LocalDate emailOptOut(Channel channel, LocalDate written) {
        LocalDate deadline = deadline(channel, written);
        LocalDate lawful = lawfulOptOut(written);
        return lawful.isAfter(deadline) ? lawful : deadline;
    }

    /** The earliest opt-out date that the law allows for a notice written on that day. */
    LocalDate lawfulOptOut(LocalDate written) {
        return latestHandOver(written).plusDays(rules.number(Parameter.EMAIL_OPT_OUT_DAYS, 0));
    }

    /** The last day on which a notice may leave: all dates in its text allow for that, and for no later one. */
    static LocalDate latestHandOver(LocalDate written) {
        return written.plusDays(1);
    }
}
