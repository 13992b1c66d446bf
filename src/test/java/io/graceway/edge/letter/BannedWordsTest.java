package io.graceway.edge.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BannedWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"FINAL NOTICE", "Final\u00A0Notice", "final\n   notice", "fïnàl notice",
        "F I N A L  N O T I C E", "f\u00ADinal no\u200Btice", "Final-Notice", "\uFF26inal notice"})
    void finds_a_phrase_however_it_is_spelled(String text) {
        assertThat(BannedWords.shipped("en").in("This is your " + text + ".")).contains("final notice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi<b>nal</b> notice", "final&nbsp;notice", "<p>final</p><p>notice</p>", "fin&#97;l notice",
        "final<!-- kind --> notice"})
    void finds_a_phrase_behind_markup(String html) {
        assertThat(BannedWords.shipped("en").in(VisibleText.of("email.html", html))).contains("final notice");
    }

    @ParameterizedTest
    @CsvSource({"en,you will lose the right to dispute this debt", "en,The agency is less patient than we are",
        "en,they use aggressive methods", "en,additional costs will be added", "en,We will take you to court",
        "de,Dies ist die letzte Mahnung", "de,eine ZWANGSVOLLSTRECKUNG droht", "de,weitere Kosten entstehen",
        "de,Eintrag bei der Schufa", "de,Sie verlieren: so verlieren Sie Ihr Recht",
        "fr,Mise en demeure", "fr,un huissier viendra", "fr,des frais supplementaires", "fr,vous perdrez vos droits",
        "es,ULTIMO AVISO", "es,acciones legales", "es,gastos de cobro", "es,fichero ASNEF",
        "nl,laatste aanmaning", "nl,de deurwaarder komt", "nl,buitengerechtelijke kosten",
        "nl,dan verliest u uw rechten", "nl,final notice"})
    void knows_threats_and_costs_in_each_language(String language, String text) {
        assertThat(BannedWords.shipped(language).in(text)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en,Asking for help costs you nothing", "en,1 Court Street", "en,we will not pursue this",
        "de,Das kostet Sie nichts", "de,Am Sofortweg", "fr,Cela ne vous coûte rien", "es,No le cuesta nada",
        "nl,Kosten sindsdien", "en,issue"})
    void leaves_plain_words_alone(String language, String text) {
        assertThat(BannedWords.shipped(language).in(text)).isEmpty();
    }

    @Test
    void takes_the_brands_own_words_whole_or_with_a_star() {
        BannedWords mine = new BannedWords(List.of("Schuldner", "inkass*", " ", "*"));
        assertThat(mine.in("der Schuldner")).containsExactly("Schuldner");
        assertThat(mine.in("die Schuldnerin")).isEmpty();
        assertThat(mine.in("unser INKASSOPARTNER")).containsExactly("inkass*");
    }
}
