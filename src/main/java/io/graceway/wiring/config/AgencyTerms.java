package io.graceway.wiring.config;

import io.graceway.journey.account.Place;
import io.graceway.journey.placement.Agency;
import io.graceway.journey.placement.Credential;
import io.graceway.journey.placement.FeeSchedule;
import io.graceway.journey.placement.Vetting;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** What an agency's file says, in the journey's own terms. */
public final class AgencyTerms {

    private AgencyTerms() {
    }

    public static Agency agency(String id, AgencyConfig file) {
        return new Agency(id, file.name(), vetting(file.vetting()), Set.copyOf(file.accepts().types()),
                Set.copyOf(file.accepts().kinds()), Set.copyOf(file.accepts().currencies()), file.capacity(),
                file.share(), file.dialect(), cutoff(file.cutoff()), file.cutoff().zone(), terms(file));
    }

    private static Agency.Cutoff cutoff(AgencyConfig.Cutoff cutoff) {
        return new Agency.Cutoff(cutoff.at(), cutoff.closed() == null ? Set.of() : cutoff.closed().stream()
                .map(DayOfWeek::valueOf).collect(Collectors.toSet()), cutoff.holidays() == null ? Set.of()
                : Set.copyOf(cutoff.holidays()));
    }

    private static Vetting vetting(AgencyConfig.Vetting vetting) {
        return new Vetting(vetting.credentials().stream()
                .map(one -> new Credential(one.type(), one.issuer(), one.number(),
                Optional.ofNullable(one.jurisdiction()).map(Place::of), one.kinds() == null ? Set.of()
                : Set.copyOf(one.kinds()), one.from(), one.until(), one.evidenceSha256())).toList(),
                vetting.required(), vetting.subAgencies() == null ? List.of() : vetting.subAgencies().stream()
                .map(one -> new Vetting.SubAgency(one.name(), one.from(), one.until(), one.evidenceSha256())).toList());
    }

    private static Agency.Terms terms(AgencyConfig file) {
        return new Agency.Terms(new FeeSchedule(file.remittance().fees().stream()
                .map(fee -> new FeeSchedule.Step(fee.tier() == null ? FeeSchedule.ANY_TIER : fee.tier(), fee.fromDays(),
                fee.fromBalance() == null ? BigDecimal.ZERO : fee.fromBalance(), fee.basisPoints())).toList()),
                file.remittance().basis(), file.remittance().feeOnDirect(),
                file.recall().objectionDays(), file.recall().extensionDays(), days(file.recall().termDays()),
                days(file.recall().graceDays()), "recall".equals(file.recall().onLapse()),
                days(file.recall().silenceDays()));
    }

    private static OptionalInt days(Integer given) {
        return given == null ? OptionalInt.empty() : OptionalInt.of(given);
    }
}
