package io.graceway.edge.letter;

import com.samskivert.mustache.Mustache;
import io.graceway.journey.account.Debtor;
import io.graceway.journey.account.Money;
import io.graceway.journey.delinquency.Itemization;
import io.graceway.journey.delinquency.OpenItem;
import io.graceway.journey.notice.NoticeTerms;
import io.graceway.journey.notice.PlacementNotice;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** The values that a template may name, spelled for one language: maps, lists and texts, nothing else. */
final class Wording {

    /** Sections around sentences that a notice must have: what they say is the template's, that they are there ours. */
    static final List<String> MARKS = List.of("plan", "freeHelp", "dispute", "handOver");
    static final List<String> OPT_OUT_MARKS = List.of("agencyMayWrite", "othersMayRead", "optOutHow");

    private static final Set<String> CITY_FIRST = Set.of("US", "CA", "GB", "IE", "AU", "NZ", "IN", "ZA");

    private final Locale language;
    private final DateTimeFormatter days;

    private Wording(String language, String country) {
        this.language = new Locale(language);
        this.days = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(new Locale(language, country));
    }

    static Map<String, Object> of(PlacementNotice notice, NoticeTerms terms, String language) {
        Wording wording = new Wording(language, notice.debtor().place().country());
        Map<String, Object> values = new LinkedHashMap<>();
        wording.people(values, notice, terms);
        wording.amounts(values, notice.itemization());
        values.put("items", notice.items().stream().map(wording::item).toList());
        values.put("firstMissed", notice.firstMissed().map(wording::day).orElse(""));
        values.put("writtenOn", wording.day(notice.writtenOn()));
        values.put("deadline", wording.day(notice.deadline()));
        values.put("shared", wording.shared(notice.shared()));
        values.put("optOut", notice.emailOptOut().<Object>map(last -> wording.optOut(notice, last)).orElse(false));
        MARKS.forEach(mark -> values.put(mark, asIs()));
        return values;
    }

    /** What is shared comes as a word of ours, such as {@code phone}, and is said in the language; other texts stay. */
    private List<String> shared(List<String> kinds) {
        Properties words = new Properties();
        try (InputStream in = Wording.class.getResourceAsStream("/notices/shared/" + language.getLanguage()
                + ".properties")) {
            if (in != null) {
                words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the words for what is shared cannot be read", e);
        }
        return kinds.stream().map(kind -> clean(words.getProperty(kind, kind))).toList();
    }

    private void people(Map<String, Object> values, PlacementNotice notice, NoticeTerms terms) {
        values.put("legalName", clean(terms.legalName()));
        values.put("displayName", clean(terms.displayName()));
        values.put("contact", clean(terms.contact()));
        values.put("howToPay", clean(terms.howToPay()));
        values.put("agency", clean(notice.agencyName()));
        values.put("account", clean(notice.account().number().value()));
        values.put("reference", clean(notice.id()));
        values.put("link", clean(notice.answerLink().toString()));
        values.put("name", clean(notice.debtor().name()));
        values.put("address", address(notice.debtor()));
    }

    private void amounts(Map<String, Object> values, Itemization lines) {
        values.put("itemizedOn", day(lines.date()));
        values.put("amount", money(lines.amount()));
        values.put("interest", money(lines.interest()));
        values.put("fees", money(lines.fees()));
        values.put("payments", money(lines.payments().negated()));
        values.put("credits", money(lines.credits().negated()));
        values.put("balance", money(lines.current()));
    }

    private Map<String, Object> item(OpenItem item) {
        return Map.of("id", clean(item.id()), "due", day(item.due()), "open", money(item.open()));
    }

    private Map<String, Object> optOut(PlacementNotice notice, LocalDate last) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("date", day(last));
        values.put("email", clean(notice.debtor().email()));
        OPT_OUT_MARKS.forEach(mark -> values.put(mark, asIs()));
        return values;
    }

    private List<String> address(Debtor debtor) {
        Debtor.Address address = debtor.address();
        String country = address.place().country();
        String city = CITY_FIRST.contains(country)
                ? String.join(" ", address.city(), address.place().region(), address.postalCode())
                : String.join(" ", address.postalCode(), address.city());
        List<String> lines = new ArrayList<>(List.of(debtor.name(), address.street(), city,
                new Locale("", country).getDisplayCountry(language)));
        lines.replaceAll(Wording::clean);
        lines.removeIf(String::isEmpty);
        return lines;
    }

    private String day(LocalDate day) {
        return days.format(day);
    }

    private String money(Money money) {
        StringBuilder pattern = new StringBuilder("#,##0");
        if (money.amount().scale() > 0) {
            pattern.append('.').append("0".repeat(money.amount().scale()));
        }
        String amount = new DecimalFormat(pattern.toString(), DecimalFormatSymbols.getInstance(language))
                .format(money.amount());
        return amount.replace('\u202F', '\u00A0') + "\u00A0" + money.currency();
    }

    /** Data must neither break a line, nor turn the reading direction, nor hold what XML cannot. */
    private static String clean(String value) {
        return value.replaceAll("[\\p{Cc}\\u2028\\u2029\\s]+", " ")
                .replaceAll("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]", "")
                .replaceAll("[\\p{Cs}\\uFFFE\\uFFFF]", "\uFFFD").strip();
    }

    private static Mustache.Lambda asIs() {
        return (content, out) -> content.execute(out);
    }
}
