package io.graceway.face.customer;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.graceway.face.web.Languages;
import io.graceway.face.web.Page;
import io.graceway.journey.account.Money;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Everything that the customers' pages say, in one language. */
final class Words {

    /** In the order in which a browser's wish is weighed when it has none: the first is what everybody else gets. */
    static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "nl");

    private static final Map<String, Words> ALL = new HashMap<>();

    static {
        LANGUAGES.forEach(one -> ALL.put(one, new Words(one)));
    }

    private final String language;
    private final Locale locale;
    private final Map<String, Template> templates = new HashMap<>();

    private Words(String language) {
        this.language = language;
        this.locale = language.equals("en") ? Locale.UK : Locale.forLanguageTag(language);
        Properties words = new Properties();
        try {
            words.load(new StringReader(Page.text("answer/" + language + ".properties")));
        } catch (IOException e) {
            throw new UncheckedIOException("words in " + language, e);
        }
        // The page escapes what these come to; here nothing may be escaped, or it would be so twice.
        words.forEach((name, text) -> templates.put(name.toString(),
                Mustache.compiler().escapeHTML(false).defaultValue("").compile(text.toString())));
    }

    /**
     * The words for a reader.
     *
     * @param known  the language that we know the reader by, such as {@code de} or {@code de-AT}; else empty
     * @param wished the browser's Accept-Language header; {@code null} when it sends none
     */
    static Words of(String known, String wished) {
        String language = known.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        return ALL.containsKey(language) ? ALL.get(language) : ALL.get(Languages.best(wished, LANGUAGES));
    }

    String language() {
        return language;
    }

    /** Every text by name, with the values put in. */
    Map<String, String> with(Map<String, String> values) {
        Map<String, String> texts = new HashMap<>();
        templates.forEach((name, template) -> texts.put(name, template.execute(values)));
        return texts;
    }

    java.util.Set<String> names() {
        return templates.keySet();
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
    }

    String money(Money money) {
        String pattern = "#,##0" + (money.amount().scale() > 0 ? "." + "0".repeat(money.amount().scale()) : "");
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(locale)).format(money.amount())
                .replace('\u202F', '\u00A0') + "\u00A0" + money.currency();
    }
}
