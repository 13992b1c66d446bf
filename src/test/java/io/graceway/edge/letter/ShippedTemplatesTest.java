package io.graceway.edge.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.letter.paper.PaperPress;
import io.graceway.journey.delinquency.Channel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedTemplatesTest {

    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "nl");

    static List<Arguments> every_notice() {
        List<Arguments> all = new ArrayList<>();
        for (String language : LANGUAGES) {
            for (Channel channel : List.of(Channel.EMAIL, Channel.LETTER)) {
                for (boolean optOut : List.of(true, false)) {
                    for (int items : List.of(1, 60)) {
                        all.add(Arguments.of(language, channel, optOut, items));
                    }
                }
            }
        }
        return all;
    }

    private static Notices notices(String language, Channel channel, boolean optOut, int items) {
        Notices notices = Notices.in(language, channel);
        notices.items = Notices.items(items);
        if (!optOut) {
            notices.optOut = Optional.empty();
            notices.shareEmail = false;
        }
        return notices;
    }

    @ParameterizedTest(name = "{0} {1} opt-out {2} items {3}")
    @MethodSource("every_notice")
    void passes_the_lint_and_says_everything(String language, Channel channel, boolean optOut, int items) {
        Notices notices = notices(language, channel, optOut, items);
        PostRoom room = Rooms.reading(Path.of("no-home"));
        assertThat(room.lint(notices.notice(), notices.terms(), Notices.DEADLINE)).isEmpty();
        Map<String, String> text = Rooms.compose(Path.of("no-home"), notices).text();
        text.forEach((file, rendered) -> {
            if (file.endsWith("subject.txt")) {
                return;
            }
            String seen = VisibleText.of(file, rendered);
            assertThat(seen).contains("Acme Home Services GmbH", "0100000222", "INV-0001", "Northgate Recoveries",
                    "Name, Anschrift", "030 000000", "IBAN DE00", "-14", "-1", "EUR");
            assertThat(seen.split("INV-").length - 1).isEqualTo(items);
            assertThat(seen.contains("uenal.testkundin@mail.example")).isEqualTo(optOut);
            assertThat(rendered).doesNotContain("{{", "}}", "\u27E6");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "en|1,234.50|March 18, 2026|April 5, 2026|January 11, 2026",
        "de|1.234,50|18. März 2026|5. April 2026|11. Januar 2026",
        "fr|1 234,50|18 mars 2026|5 avril 2026|11 janvier 2026",
        "es|1.234,50|18 de marzo de 2026|5 de abril de 2026|11 de enero de 2026",
        "nl|1.234,50|18 maart 2026|5 april 2026|11 januari 2026"})
    void writes_amounts_and_dates_as_the_language_does(String language, String amount, String deadline, String last,
                                                       String missed) {
        for (Channel channel : List.of(Channel.EMAIL, Channel.LETTER)) {
            Notices notices = Notices.in(language, channel);
            notices.country = language.equals("en") ? "US" : "DE";
            Rooms.compose(Path.of("no-home"), notices).text().forEach((file, rendered) -> {
                String seen = VisibleText.of(file, rendered).replace('\u00A0', ' ');
                if (!file.endsWith("subject.txt")) {
                    assertThat(seen).contains(amount + " EUR", deadline, last, missed);
                }
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"en", "de", "fr", "es", "nl"})
    void the_letters_font_has_every_sign_of_the_template(String language) {
        Notices notices = Notices.in(language, Channel.LETTER);
        notices.name = "Zoë Łukasz Ñandú-Ößbørg €";
        String letter = Rooms.compose(Path.of("no-home"), notices).text().get("letter.html");
        assertThat(PaperPress.missing(VisibleText.of("letter.html", letter))).isEmpty();
        assertThat(PaperPress.missing("漢 a")).containsExactly("U+6F22");
    }

    @ParameterizedTest
    @CsvSource({"en,Your postal address", "de,Ihre Anschrift", "fr,Votre adresse postale", "es,Su dirección postal",
        "nl,Uw postadres"})
    void says_in_the_language_what_would_be_shared(String language, String address) {
        Notices notices = Notices.in(language, Channel.LETTER);
        notices.shared = List.of("name", "address", "phone", "email", "meter number");
        String seen = VisibleText.of("x.html", Rooms.compose(Path.of("no-home"), notices).text().get("letter.html"));
        assertThat(seen).contains(address, "meter number").doesNotContainPattern("(?U)\\b(phone|email)\\s*\\n");
        assertThat(Rooms.reading(Path.of("no-home")).lint(notices.notice(), notices.terms(), Notices.DEADLINE))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en", "de", "fr", "es", "nl"})
    void the_subject_names_the_brand_and_nobody_else(String language) {
        String subject = Rooms.compose(Path.of("no-home"), Notices.in(language, Channel.EMAIL)).text()
                .get("email.subject.txt");
        assertThat(subject).contains("Acme Home").doesNotContain("Ünal", "0100000222", "1234", "EUR", "Northgate");
    }

    @ParameterizedTest
    @CsvSource({"EMAIL", "LETTER"})
    void what_a_name_holds_comes_out_as_text(Channel channel) {
        Notices notices = Notices.in("en", channel);
        notices.name = "D'Arcy <script>alert(1)</script> & {{agency}} “Sons”\u202Egnp\r\nBcc: x";
        Map<String, String> text = Rooms.compose(Path.of("no-home"), notices).text();
        text.forEach((file, rendered) -> {
            if (file.endsWith(".html")) {
                assertThat(rendered).doesNotContain("<script")
                        .contains("D&#39;Arcy &lt;script&gt;alert(1)&lt;/script&gt;");
            }
            if (!file.endsWith("subject.txt")) {
                assertThat(VisibleText.of(file, rendered))
                        .contains("D'Arcy <script>alert(1)</script> & {{agency}} “Sons”gnp Bcc: x");
            }
        });
        assertThat(Rooms.reading(Path.of("no-home")).lint(notices.notice(), notices.terms(), Notices.DEADLINE))
                .isEmpty();
    }
}
