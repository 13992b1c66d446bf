package io.graceway.edge.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.delinquency.Channel;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeLintTest {

    @TempDir
    Path home;

    private List<String> broken(String file, String from, String to, Consumer<Notices> change) throws IOException {
        Rooms.copy(home, "mine", "en");
        Path broken = home.resolve("notices/mine/en/" + file);
        String text = Files.readString(broken);
        assertThat(text).contains(from);
        Files.writeString(broken, text.replace(from, to));
        Notices notices = Notices.in("en", file.startsWith("letter") ? Channel.LETTER : Channel.EMAIL);
        notices.template = "mine";
        change.accept(notices);
        return Rooms.reading(home).lint(notices.notice(), notices.terms(), Notices.DEADLINE);
    }

    private List<String> broken(String file, String from, String to) throws IOException {
        return broken(file, from, to, notices -> { });
    }

    @ParameterizedTest
    @ValueSource(strings = {"legalName", "account", "balance", "itemizedOn", "amount", "interest", "fees", "payments",
        "credits", "firstMissed", "agency", "deadline", "link", "contact", "howToPay"})
    void misses_a_value_that_must_be_shown(String key) throws IOException {
        for (String file : List.of("email.txt", "email.html", "letter.html")) {
            assertThat(broken(file, "{{" + key + "}}", "that"))
                    .contains("GW-NOT-013 " + file + ": {{" + key + "}} is not shown");
        }
    }

    @ParameterizedTest
    @CsvSource({"{{id}},items.id", "{{due}},items.due", "{{open}},items.open", "{{.}},shared", "{{date}},optOut.date",
        "{{email}},optOut.email"})
    void misses_a_value_of_a_list_or_of_the_opt_out(String placeholder, String key) throws IOException {
        for (String file : List.of("email.txt", "email.html", "letter.html")) {
            assertThat(broken(file, placeholder, "that"))
                    .contains("GW-NOT-013 " + file + ": {{" + key + "}} is not shown");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "freeHelp", "dispute", "handOver", "optOut.agencyMayWrite", "optOut.othersMayRead",
        "optOut.optOutHow"})
    void misses_a_sentence_that_must_be_said(String mark) throws IOException {
        String tag = mark.replace("optOut.", "");
        for (String file : List.of("email.txt", "email.html", "letter.html")) {
            String shipped = Rooms.shipped("en", file);
            String sentence = shipped.replaceFirst("(?s).*\\{\\{#" + tag + "}}(.*?)\\{\\{/" + tag + "}}.*", "$1");
            assertThat(broken(file, sentence, " "))
                    .contains("GW-NOT-013 " + file + ": nothing is said in {{#" + mark + "}}");
        }
    }

    static Stream<Arguments> spoiled() {
        return Stream.of(
                Arguments.of("email.txt", "{{contact}}", "{{conact}}", "GW-NOT-011 email.txt line"),
                Arguments.of("email.txt", "{{#plan}}", "{{#plann}}", "GW-NOT-011 email.txt"),
                Arguments.of("email.txt", "{{contact}}", "{{contact.class}}", "GW-NOT-011 email.txt"),
                Arguments.of("email.txt", "{{contact}}", "{{>other}}", "GW-NOT-012 email.txt"),
                Arguments.of("email.html", "{{name}}", "{{{name}}}", "GW-NOT-012 email.html"),
                Arguments.of("email.html", "{{name}}", "{{&name}}", "GW-NOT-012 email.html"),
                Arguments.of("email.html", "<body>", "<body>{{=<% %>=}}", "GW-NOT-012 email.html"),
                Arguments.of("letter.html", "@page {", ".x { content: '{{name}}'; } @page {",
                        "GW-NOT-012 letter.html line"),
                Arguments.of("letter.html", "<h1>", "<h1 style=\"color: {{name}}\">", "GW-NOT-012 letter.html"),
                Arguments.of("letter.html", "{{deadline}}", "<!-- {{deadline}} -->",
                        "GW-NOT-013 letter.html: {{deadline}}"),
                Arguments.of("email.html", "<body>", "<body><b>FINAL</b> Notice",
                        "GW-NOT-016 email.html: says \"final notice\""),
                Arguments.of("email.txt", "Kind regards", "PLEASE READ", "GW-NOT-017 email.txt: block capitals"),
                Arguments.of("email.html", "#1d4e5f", "#c00", "GW-NOT-018 email.html: red"),
                Arguments.of("email.html", "#1d4e5f", "rgb(200, 10, 10)", "GW-NOT-018 email.html: red"),
                Arguments.of("letter.html", "#1d4e5f", "red", "GW-NOT-018 letter.html line"),
                Arguments.of("email.html", "h2 {", "h2 { text-transform: uppercase;", "GW-NOT-017 email.html line"),
                Arguments.of("email.txt", "{{contact}}", "{{contact}} }}", "GW-NOT-019 email.txt"),
                Arguments.of("email.subject.txt", "account", "account {{account}}", "GW-NOT-020 email.subject.txt"),
                Arguments.of("email.subject.txt", "account", "{{balance}}", "GW-NOT-020 email.subject.txt"),
                Arguments.of("email.subject.txt", "account", "a\nb", "GW-NOT-024 email.subject.txt"),
                Arguments.of("email.html", "<body>", "<body><img src='https://x.example/p.gif'/>",
                        "GW-NOT-022 email.html"),
                Arguments.of("email.html", "<body>", "<body><form>", "GW-NOT-022 email.html"),
                Arguments.of("letter.html", "<style>", "<link href='a.css'/><style>", "GW-NOT-022 letter.html"),
                Arguments.of("letter.html", "@page {", "@import 'x'; @page {", "GW-NOT-022 letter.html"),
                Arguments.of("email.html", "<p class=\"small\">", "<p style=\"display: none\">",
                        "GW-NOT-023 email.html"));
    }

    @ParameterizedTest
    @MethodSource("spoiled")
    void refuses_a_spoiled_template(String file, String from, String to, String finding) throws IOException {
        assertThat(broken(file, from, to)).anyMatch(found -> found.startsWith(finding));
    }

    @Test
    void lets_an_embedded_picture_pass() throws IOException {
        assertThat(broken("letter.html", "<h1>", "<img src=\"data:image/png;base64,AA\"/><h1>")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-03-17,true", "2026-03-18,false", "2026-03-19,false"})
    void refuses_a_deadline_before_the_legal_minimum(String deadline, boolean refused) {
        Notices notices = Notices.in("nl", Channel.LETTER);
        notices.country = "NL";
        notices.deadline = java.time.LocalDate.parse(deadline);
        List<String> findings = Rooms.reading(home).lint(notices.notice(), notices.terms(), Notices.DEADLINE);
        assertThat(findings).hasSize(refused ? 1 : 0).allMatch(found -> found.startsWith("GW-NOT-015"));
    }

    static Stream<Arguments> bare() {
        return Stream.of(
                Arguments.of("GW-NOT-014", set(n -> n.agency = " ")),
                Arguments.of("GW-NOT-014", set(n -> n.shared = List.of())),
                Arguments.of("GW-NOT-014", set(n -> n.items = List.of())),
                Arguments.of("GW-NOT-014", set(n -> n.contact = "")),
                Arguments.of("GW-NOT-014", set(n -> n.howToPay = "")),
                Arguments.of("GW-NOT-014", set(n -> n.name = "\u202E")),
                Arguments.of("GW-NOT-016", set(n -> n.howToPay = "Pay now: IBAN")),
                Arguments.of("GW-NOT-016", set(n -> n.banned = List.of("in our PLACE"))),
                Arguments.of("GW-NOT-021", set(n -> n.optOut = Optional.empty())),
                Arguments.of("GW-NOT-021", set(n -> n.optOut = Optional.of(Notices.WRITTEN))),
                Arguments.of("GW-NOT-025", set(n -> n.link = URI.create("http://answers.example/n/1"))),
                Arguments.of("GW-NOT-025", set(n -> n.link = URI.create("javascript:alert(1)"))));
    }

    private static Consumer<Notices> set(Consumer<Notices> change) {
        return change;
    }

    @ParameterizedTest
    @MethodSource("bare")
    void refuses_data_that_leave_a_hole_or_say_the_wrong_thing(String code, Consumer<Notices> change) {
        Notices notices = Notices.in("en", Channel.EMAIL);
        change.accept(notices);
        assertThat(Rooms.reading(home).lint(notices.notice(), notices.terms(), Notices.DEADLINE))
                .isNotEmpty().allMatch(found -> found.startsWith(code));
    }

    @Test
    void a_name_that_sounds_like_a_threat_is_still_a_name() {
        Notices notices = Notices.in("en", Channel.EMAIL);
        notices.name = "FINAL NOTICE Bailiff";
        notices.agency = "Penalty & Court AGENCY LIMITED";
        assertThat(Rooms.reading(home).lint(notices.notice(), notices.terms(), Notices.DEADLINE)).isEmpty();
    }

    @Test
    void says_which_template_and_files_are_missing() {
        Notices notices = Notices.in("en", Channel.EMAIL);
        notices.template = "../plain";
        assertThat(Rooms.reading(home).lint(notices.notice(), notices.terms(), Notices.DEADLINE))
                .singleElement().asString().startsWith("GW-NOT-010");
    }

    @Test
    void a_finding_tells_nothing_of_the_customer() throws IOException {
        List<String> findings = broken("email.txt", "{{contact}}", "{{{name}}} FINAL NOTICE", n -> n.contact = "");
        assertThat(String.join(" ", findings)).doesNotContain("Ünal", "Testkundin", "0100000222", "617", Notices.LINK);
    }
}
