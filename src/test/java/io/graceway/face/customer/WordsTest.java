package io.graceway.face.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.face.web.Page;
import io.graceway.journey.account.Money;
import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The words of every language. */
class WordsTest {

    private static final Pattern VALUE = Pattern.compile("\\{\\{(\\w+)}}");

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        words.load(new StringReader(Page.text("answer/" + language + ".properties")));
        return words;
    }

    /** Which values each text names, by text. */
    private static TreeMap<String, TreeSet<String>> values(String language) throws IOException {
        TreeMap<String, TreeSet<String>> values = new TreeMap<>();
        words(language).forEach((name, text) -> values.put(name.toString(), VALUE.matcher(text.toString()).results()
                .map(one -> one.group(1)).collect(Collectors.toCollection(TreeSet::new))));
        return values;
    }

    @Test
    void every_language_says_the_same_things_with_the_same_values() throws IOException {
        TreeMap<String, TreeSet<String>> english = values("en");
        assertThat(english).hasSizeGreaterThan(50);
        for (String language : Words.LANGUAGES) {
            assertThat(values(language)).as(language).isEqualTo(english);
        }
    }

    @Test
    void no_text_is_empty_and_none_but_names_is_the_same_in_two_languages() throws IOException {
        Properties english = words("en");
        for (String language : Words.LANGUAGES) {
            words(language).forEach((name, text) -> {
                assertThat(text.toString()).as(language + " " + name).isNotBlank();
                if (!language.equals("en")) {
                    assertThat(text).as(language + " " + name).isNotEqualTo(english.get(name));
                }
            });
        }
    }

    @Test
    void amounts_have_the_digits_of_their_currency() {
        assertThat(Words.of("de", null).money(Money.of("1234567.5", "EUR"))).isEqualTo("1.234.567,50\u00a0EUR");
        assertThat(Words.of("fr", null).money(Money.of("1234.5", "EUR"))).isEqualTo("1\u00a0234,50\u00a0EUR");
        assertThat(Words.of("en", null).money(Money.of("1234567", "JPY"))).isEqualTo("1,234,567\u00a0JPY");
        assertThat(Words.of("en", null).money(Money.of("1.234", "KWD"))).isEqualTo("1.234\u00a0KWD");
    }
}
