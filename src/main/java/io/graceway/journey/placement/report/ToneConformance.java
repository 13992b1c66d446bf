package io.graceway.journey.placement.report;

import io.graceway.journey.delinquency.Channel;
import io.graceway.journey.eligibility.Parameter;
import io.graceway.journey.eligibility.Rule;
import io.graceway.journey.placement.BrandTone;
import io.graceway.journey.placement.report.ToneFinding.Result;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Checks what an agency reports against the tone that travelled with the placement; every check answers, always. */
public final class ToneConformance {

    /** The check of who acted. */
    public static final String SUB_AGENCY = "C-SUB";

    private static final BigDecimal SECONDS_AN_HOUR = BigDecimal.valueOf(3600);

    /**
     * Everything the checks need beside the event itself.
     *
     * @param tone    empty where that version is not at hand
     * @param zone    where the debtor's days begin
     * @param account what else is known of it
     * @param approval of the number that the event names; empty where none was given for this placement
     * @param mayAct  whether a party may act for the agency on a day
     */
    public record Setting(Optional<BrandTone> tone, ZoneId zone, AccountSide account, Optional<Approval> approval,
                          BiPredicate<String, LocalDate> mayAct) {

        public Setting(Optional<BrandTone> tone, ZoneId zone, AccountSide account) {
            this(tone, zone, account, Optional.empty(), (party, day) -> false);
        }

        /** @param contacts the debtor's days of all other contacts on the account, of all its agencies */
        public Setting(Optional<BrandTone> tone, ZoneId zone, Collection<LocalDate> contacts) {
            this(tone, zone, AccountSide.of(contacts));
        }
    }

    private ToneConformance() {
    }

    /** One finding for each check, in a fixed order; coverage last. */
    public static List<ToneFinding> check(AgencyActivity event, Setting setting) {
        List<ToneFinding> findings = new ArrayList<>();
        if (setting.tone().isEmpty()) {
            for (String check : List.of("C-TIME", "C-FREQ", "C-CHAN", "C-LEX")) {
                findings.add(new ToneFinding(check, Result.UNCHECKABLE, 2, "tone of the placement",
                        "this version is not at hand"));
            }
        } else {
            BrandTone.Limits limits = setting.tone().get().limits();
            findings.add(time(event, limits, setting));
            findings.add(frequency(event, limits, setting));
            findings.add(channel(event, limits));
            findings.add(Lexicon.check(event.note(), limits.forbidden()));
        }
        findings.add(thirdParty(event));
        findings.add(Approval.check(event, setting));
        findings.add(actedBy(event, setting));
        findings.addAll(new AccountConformance(event, setting).check());
        findings.add(coverage(findings));
        return findings;
    }

    private static ToneFinding time(AgencyActivity event, BrandTone.Limits limits, Setting setting) {
        BigDecimal from = setting.account().rules().rule(Parameter.AGENCY_CONTACT_FROM_HOUR).map(Rule::value)
                .map(limits.fromHour()::max).orElse(limits.fromHour());
        BigDecimal until = setting.account().rules().rule(Parameter.AGENCY_CONTACT_UNTIL_HOUR).map(Rule::value)
                .map(limits.untilHour()::min).orElse(limits.untilHour());
        String hours = from + " to " + until + " o'clock, not on days " + limits.daysOff();
        if (event.channel().isEmpty() || event.outbound().isEmpty()) {
            return new ToneFinding("C-TIME", Result.UNCHECKABLE, 2, hours, "channel or direction missing");
        }
        // A letter has no hour, and a customer may call whenever they like.
        if (event.channel().get() == Channel.LETTER || !event.outbound().get()) {
            return new ToneFinding("C-TIME", Result.PASS, 2, hours, "no outbound live contact");
        }
        ZonedDateTime local = event.at().atZone(setting.zone());
        BigDecimal second = BigDecimal.valueOf(local.toLocalTime().toNanoOfDay(), 9);
        boolean inside = second.compareTo(from.multiply(SECONDS_AN_HOUR)) >= 0
                && second.compareTo(until.multiply(SECONDS_AN_HOUR)) <= 0
                && !limits.daysOff().contains(local.getDayOfWeek().getValue());
        return new ToneFinding("C-TIME", inside ? Result.PASS : Result.BREACH, 2, hours,
                local.getDayOfWeek() + " " + local.toLocalTime() + " in " + setting.zone());
    }

    /** Some run of that many consecutive days that holds the event holds too many contacts, now that it is known. */
    private static ToneFinding frequency(AgencyActivity event, BrandTone.Limits limits, Setting setting) {
        String limit = limits.attemptsInDays() + " in " + limits.withinDays() + " days";
        if (event.outbound().isEmpty()) {
            return new ToneFinding("C-FREQ", Result.UNCHECKABLE, 2, limit, "direction missing");
        }
        if (!event.outbound().get()) {
            return new ToneFinding("C-FREQ", Result.PASS, 2, limit, "inbound");
        }
        LocalDate day = event.at().atZone(setting.zone()).toLocalDate();
        Most contacts = Most.of(day, limits.withinDays(), setting.account().past());
        // The law counts calls, whatever the brand says of contacts: both are asked.
        Optional<Rule> law = setting.account().rules().rule(Parameter.AGENCY_CALLS_IN_7_DAYS)
                .filter(rule -> event.channel().filter(Channel.PHONE::equals).isPresent());
        Most calls = Most.of(day, 7, setting.account().past().stream().filter(AccountSide.Past::call).toList());
        if (law.filter(rule -> calls.count() > rule.value().intValueExact()).isPresent()) {
            return new ToneFinding("C-FREQ", Result.BREACH, 2, law.get().id() + ": " + law.get().value()
                    .toPlainString() + " calls in 7 days", calls.count() + " from " + calls.from());
        }
        return new ToneFinding("C-FREQ", contacts.count() > limits.attemptsInDays() ? Result.BREACH : Result.PASS, 2,
                limit, contacts.count() + " from " + contacts.from());
    }

    /** The run of consecutive days around a day in which most contacts lie, the one of that day too. */
    private record Most(long count, LocalDate from) {

        static Most of(LocalDate day, int within, List<AccountSide.Past> past) {
            Most most = new Most(0, day);
            for (int later = 0; later < within; later++) {
                LocalDate end = day.plusDays(later);
                LocalDate start = end.minusDays(within - 1L);
                long here = 1 + past.stream().filter(one -> !one.day().isBefore(start) && !one.day().isAfter(end))
                        .count();
                most = here > most.count ? new Most(here, start) : most;
            }
            return most;
        }
    }

    private static ToneFinding channel(AgencyActivity event, BrandTone.Limits limits) {
        String allowed = "channels " + limits.channels().stream().sorted().toList();
        if (event.channel().isEmpty() || event.outbound().isEmpty()) {
            return new ToneFinding("C-CHAN", Result.UNCHECKABLE, 2, allowed, "channel or direction missing");
        }
        // The customer chooses how to speak; only what the agency chose is checked.
        boolean passes = !event.outbound().get() || limits.channels().contains(event.channel().get());
        return new ToneFinding("C-CHAN", passes ? Result.PASS : Result.BREACH, 2, allowed, event.channel().get()
                .name());
    }

    private static ToneFinding thirdParty(AgencyActivity event) {
        return event.thirdParty().map(other -> new ToneFinding("C-THIRD", other ? Result.BREACH : Result.PASS, 1,
                        "nobody but the debtor", other ? "a third party" : "the debtor"))
                .orElseGet(() -> new ToneFinding("C-THIRD", Result.UNCHECKABLE, 1, "nobody but the debtor",
                        "third-party missing"));
    }

    /** Who acts without the house's having vetted them is the gravest thing that an agency can tell. */
    private static ToneFinding actedBy(AgencyActivity event, Setting setting) {
        LocalDate day = event.at().atZone(setting.zone()).toLocalDate();
        boolean declared = event.actedBy().map(party -> setting.mayAct().test(party, day)).orElse(true);
        return new ToneFinding(SUB_AGENCY, declared ? Result.PASS : Result.BREACH, 1, "the agency or whom it declared",
                declared ? "so" : "somebody undeclared");
    }

    private static ToneFinding coverage(List<ToneFinding> findings) {
        List<String> open = findings.stream().filter(one -> one.result() == Result.UNCHECKABLE)
                .map(ToneFinding::check).toList();
        return new ToneFinding("C-COVERAGE", open.isEmpty() ? Result.PASS : Result.UNCHECKABLE, 3,
                "every check can be made", open.isEmpty() ? "all" : "not " + String.join(", ", open));
    }
}
