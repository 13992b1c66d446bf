package io.graceway.face.console.room;

import io.graceway.face.console.list.Sheet;
import io.graceway.journey.placement.BrandTone;
import io.graceway.journey.placement.Credential;
import io.graceway.journey.placement.VettingWatch.State;
import io.graceway.journey.placement.report.Scorecard;
import io.graceway.journey.placement.report.Scorecard.Counts;
import io.graceway.journey.writeback.Confirmation;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tables about agencies, of what the journey says about them. */
final class AgencySheets {

    /** What ends within so many days comes first. */
    static final int SOON_DAYS = 90;

    private AgencySheets() {
    }

    /** Every agency, and what of it ends next. */
    static Sheet all(List<State> states) {
        return Sheet.of("agencies", "agency:agency name dialect ends_on:day days_left:count not_covered:count",
                states.stream().map(AgencySheets::row).toList());
    }

    private static List<Object> row(State state) {
        Optional<LocalDate> next = state.agency().vetting().credentials().stream().map(Credential::until)
                .filter(until -> !until.isBefore(state.day())).min(Comparator.naturalOrder());
        return List.of(state.agency().id(), state.agency().name(), state.agency().dialect(),
                next.map(Object.class::cast).orElse(""), next.<Object>map(until -> left(state, until)).orElse(""),
                (long) state.uncovered().size());
    }

    private static long left(State state, LocalDate until) {
        return ChronoUnit.DAYS.between(state.day(), until);
    }

    /** What ends soon, then what ends later, then what is over. */
    static Sheet credentials(State state) {
        return Sheet.of("credentials", "vetted:word ends_on:day days_left:count credential number jurisdiction "
                + "from_day:day issuer", state.agency().vetting().credentials().stream().sorted(Comparator.comparing(
                (Credential one) -> left(state, one.until()) < 0).thenComparing(Credential::until)
                .thenComparing(Credential::reference)).map(one -> List.<Object>of(vetted(state, one), one.until(),
                left(state, one.until()), one.type(), one.number(), one.jurisdiction().map(Object::toString)
                .orElse(""), one.from(), one.issuer())).toList());
    }

    private static String vetted(State state, Credential one) {
        long left = left(state, one.until());
        boolean replaced = state.lapses().stream().noneMatch(lapse -> lapse.credential().equals(one));
        return left < 0 ? replaced ? "REPLACED" : "LAPSED" : one.from().isAfter(state.day()) ? "NOT_YET"
                : left <= SOON_DAYS ? "ENDS_SOON" : "VALID";
    }

    static Sheet uncovered(State state) {
        return Sheet.of("uncovered", "placement:number account:account why", state.uncovered().stream().map(one ->
                List.<Object>of(one.open().placement().value(), one.open().account().toString(), String.join(", ",
                one.why()))).toList());
    }

    /** What has to be accepted today, then what was accepted before; a day is empty where it is not accepted. */
    static Sheet tones(Collection<BrandTone> today, Sheet accepted) {
        List<List<Object>> rows = new ArrayList<>();
        today.stream().sorted(Comparator.comparing(BrandTone::profile)).forEach(tone -> rows.add(List.of("IN_FORCE",
                tone.profile(), (long) tone.version(), accepted.rows().stream().filter(row -> isOf(row, tone))
                .map(row -> row.get(3)).findFirst().orElse(""), tone.sha256())));
        accepted.rows().stream().filter(row -> today.stream().noneMatch(tone -> isOf(row, tone))).forEach(row ->
                rows.add(List.of("BEFORE", row.get(0), row.get(1), row.get(3), row.get(2))));
        return Sheet.of("tones", "state:word profile version:count accepted_on:day sha256", rows);
    }

    private static boolean isOf(List<Object> row, BrandTone tone) {
        return row.get(0).equals(tone.profile()) && row.get(2).equals(tone.sha256());
    }

    /** The agency itself first, then those with the same currencies. */
    static Sheet scorecards(List<Scorecard> cards, Optional<String> agency) {
        List<String> currencies = cards.stream().filter(one -> agency.map(one.agency()::equals).orElse(true))
                .map(one -> one.placed().currency()).toList();
        Stream<Scorecard> shown = cards.stream().filter(one -> currencies.contains(one.placed().currency()))
                .sorted(Comparator.comparing((Scorecard one) -> agency.filter(one.agency()::equals).isEmpty()));
        return Sheet.of("scorecards", "agency currency sent:count placed:money recovered:money "
                + "recovery_rate:rate recovery_index:rate answer_days:rate rejects_rate:rate complaints_rate:rate "
                + "disputes_rate:rate breaches_rate:rate recalled:count recalls_kept:count",
                shown.map(AgencySheets::row).toList()).bars("recovery_rate").count("sent");
    }

    private static List<Object> row(Scorecard one) {
        Counts counts = one.counts();
        return List.of(one.agency(), one.placed().currency(), counts.placements(), one.placed(), one.recovered(),
                one.rate(), one.index().map(Object.class::cast).orElse(""), one.daysToAnswer().map(Object.class::cast)
                .orElse(""), counts.perThousand(counts.rejected()), counts.perThousand(counts.complaints()),
                counts.perThousand(counts.disputes()), counts.perThousand(counts.breaches()), counts.recalled(),
                counts.recalled() - Math.min(counts.recalled(), counts.afterRecall()));
    }

    static Sheet confirmations(List<Confirmation> all) {
        return Sheet.of("confirmations", "document told:count sent_minutes:count median_minutes:count "
                + "slowest_minutes:count waiting:count", Confirmation.told(all).stream().map(one -> List.of(
                one.document(), one.told(), minutes(one.sent()), minutes(one.median()), minutes(one.slowest()),
                (Object) one.waiting())).toList());
    }

    private static Object minutes(Optional<Long> many) {
        return many.map(Object.class::cast).orElse("");
    }

    static Sheet keys(AgencyDesk.Ways ways) {
        return Sheet.of("keys", "fingerprint from_day:day until_day:day", ways.keys().stream().map(one ->
                List.<Object>of(one.fingerprint(), one.from(), one.until())).toList());
    }
}
