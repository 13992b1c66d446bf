package io.graceway.journey.notice;

import io.graceway.journey.delinquency.Channel;
import io.graceway.journey.eligibility.EffectiveRules;
import io.graceway.journey.eligibility.Parameter;
import java.time.LocalDate;
import java.util.Optional;

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

    /** What the text may promise: no day before the last chance would be over if it left as late as tomorrow. */
    LocalDate deadline(Channel channel, LocalDate written) {
        return delivered(terms, channel, written.plusDays(1)).plusDays(days());
    }

    /** The last day to refuse the e-mail hand-over, when the address would be handed over. */
    Optional<LocalDate> emailOptOut(LocalDate written, boolean hasEmail) {
        return terms.shareEmail() && hasEmail
                ? Optional.of(written.plusDays(1 + rules.number(Parameter.EMAIL_OPT_OUT_DAYS, 0))) : Optional.empty();
    }
}
