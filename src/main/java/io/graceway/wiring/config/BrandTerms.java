package io.graceway.wiring.config;

import io.graceway.journey.eligibility.Parameter;
import io.graceway.journey.eligibility.Rule;
import io.graceway.journey.notice.NoticeTerms;
import io.graceway.journey.placement.BrandTone;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** What a brand's file says, in the journey's own terms. */
public final class BrandTerms {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE).build();

    private BrandTerms() {
    }

    /** The brand's own rules and those of its contracts. */
    public static List<Rule> rules(String id, BrandFile brand) {
        BrandFile.InHouse house = brand.inHouse();
        List<Rule> rules = new ArrayList<>();
        rules.add(own(id, house, Parameter.WINDOW_DAYS, house.windowDays()));
        rules.add(own(id, house, Parameter.ATTEMPTS, house.attempts()));
        rules.add(own(id, house, Parameter.CHANNELS, house.channels()));
        rules.add(own(id, house, Parameter.ATTEMPTS_A_DAY, house.attemptsADay()));
        rules.add(own(id, house, Parameter.REASON_HOLDS, house.reasonsHold() ? 1 : 0));
        given(house.balanceFrom()).forEach((currency, value) ->
                rules.add(new Rule(name(id, Parameter.BALANCE_FROM) + "-" + currency, house.version(),
                Rule.Layer.BRAND, Parameter.BALANCE_FROM, value, currency, Rule.Scope.EVERYBODY, house.since(), null,
                "brand policy of " + id, "HOUSE")));
        if (house.contactHours() != null) {
            rules.add(own(id, house, Parameter.CONTACT_FROM_HOUR, house.contactHours().from()));
            rules.add(own(id, house, Parameter.CONTACT_UNTIL_HOUR, house.contactHours().until()));
        }
        for (BrandFile.Contract one : brand.contract() == null ? List.<BrandFile.Contract>of() : brand.contract()) {
            rules.add(new Rule(one.id(), one.version(), Rule.Layer.CONTRACT, Parameter.valueOf(one.parameter()),
                    one.value(), one.currency() == null ? "" : one.currency(), Rule.Scope.EVERYBODY, one.from(),
                    one.until(), one.citation(), "HOUSE"));
        }
        return rules;
    }

    private static Rule own(String id, BrandFile.InHouse house, Parameter parameter, Number value) {
        return new Rule(name(id, parameter), house.version(), Rule.Layer.BRAND, parameter,
                new BigDecimal(value.toString()), "", Rule.Scope.EVERYBODY, house.since(), null, "brand policy of "
                + id, "HOUSE");
    }

    private static String name(String id, Parameter parameter) {
        return id + "/" + parameter.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static Map<String, BigDecimal> given(Map<String, BigDecimal> map) {
        return map == null ? Map.of() : map;
    }

    /** How the brand warns; refused when its file has no notice section. */
    public static NoticeTerms notice(BrandFile brand) {
        BrandFile.Notice notice = brand.notice();
        return new NoticeTerms(brand.legalName(), brand.displayName(),
                new NoticeTerms.Template(notice.template(), notice.templateVersion()), notice.channels(),
                notice.lastChanceDays(), notice.bounceDays(), notice.postDays(),
                notice.noPostOn() == null ? Set.<LocalDate>of() : Set.copyOf(notice.noPostOn()), notice.shareEmail(),
                notice.banned() == null ? List.of() : notice.banned(), notice.contact(), notice.howToPay());
    }

    /** The brand's tone, its JSON in one fixed spelling so that its hash means something. */
    public static BrandTone tone(String id, BrandFile brand) {
        BrandFile.Tone tone = brand.tone();
        Map<String, Object> profile = new java.util.LinkedHashMap<>();
        profile.put("schema", "brand-tone/v1");
        profile.put("profile", id);
        profile.put("brand", Map.of("legal-name", brand.legalName()));
        profile.put("display-name", brand.displayName());
        profile.put("tone", tone);
        Set<Integer> daysOff = tone.daysOff() == null ? Set.of()
                : Set.copyOf(tone.daysOff().stream().map(java.time.DayOfWeek::getValue).toList());
        return new BrandTone(id, tone.version(), JSON.writeValueAsBytes(profile), new BrandTone.Limits(
                Set.copyOf(tone.channels()), tone.hours().from(), tone.hours().until(), daysOff, tone.contacts().most(),
                tone.contacts().withinDays(), tone.forbidden() == null ? List.of() : tone.forbidden(),
                all(tone.templates()), all(tone.feeCodes()), all(tone.mustOffer()), tone.forwardWithinHours() == null
                ? OptionalInt.empty() : OptionalInt.of(tone.forwardWithinHours())),
                tone.sections().stream().map(one -> new BrandTone.Section(one.heading(), one.sentences())).toList());
    }

    private static Set<String> all(List<String> given) {
        return given == null ? Set.of() : Set.copyOf(given);
    }
}
