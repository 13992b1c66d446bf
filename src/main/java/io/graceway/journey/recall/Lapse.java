package io.graceway.journey.recall;

import io.graceway.journey.account.Place;
import io.graceway.journey.delinquency.DebtKind;
import io.graceway.journey.eligibility.Verdict;
import io.graceway.journey.placement.Agency;
import java.util.Optional;

/** What of an agency's vetting does not hold any more for an account that it has. */
enum Lapse {
    /** It may not work there at all: taken back at once. */
    LICENCE_LAPSED,
    /** A proof that the house insists on is out of date: the agency may object, and bring the new one. */
    VETTING_LAPSED;

    static Optional<Lapse> of(Agency agency, Verdict verdict) {
        if (!agency.terms().recallsOnLapse() || !agency.vetting().hasLapsed(verdict.day())) {
            return Optional.empty();
        }
        Place place = verdict.account().debtor().place();
        DebtKind kind = verdict.account().kind();
        if (!agency.vetting().isLicensed(place, kind, verdict.day())) {
            return Optional.of(LICENCE_LAPSED);
        }
        return agency.vetting().whyNot(place, kind, verdict.day()).isEmpty() ? Optional.empty()
                : Optional.of(VETTING_LAPSED);
    }
}
