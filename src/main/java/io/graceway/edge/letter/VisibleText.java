package io.graceway.edge.letter;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** What a reader sees of a text: markup taken out, entities resolved. */
final class VisibleText {

    private static final Pattern UNSEEN = Pattern.compile(
            "(?is)<!--.*?-->|<style\\b.*?</style\\s*>|<script\\b.*?</script\\s*>|<head\\b.*?</head\\s*>");
    private static final Pattern INLINE = Pattern.compile(
            "(?i)</?(?:b|i|u|s|em|strong|span|a|font|small|big|sub|sup|abbr|mark|wbr)\\b[^>]*>");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern TOKEN = Pattern.compile("\u27E6[^\u27E7]*\u27E7");

    private VisibleText() {
    }

    /** A word that is split by markup for looks stays one word; blocks part words. */
    static String of(String file, String text) {
        if (!file.endsWith(".html")) {
            return text;
        }
        String shown = UNSEEN.matcher(text).replaceAll(" ");
        shown = TAG.matcher(INLINE.matcher(shown).replaceAll("")).replaceAll(" ");
        return HtmlUtils.htmlUnescape(shown);
    }

    /** A probe without the values: the template's own words. */
    static String ownWords(String probe) {
        return TOKEN.matcher(probe).replaceAll(" \u00A4 ");
    }

    /** One spelling for comparison: no case, accents, invisible signs, dashes or odd spaces. */
    static String plain(String text) {
        String bare = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "")
                .replaceAll("[\\p{Cf}]", "").toLowerCase(Locale.ROOT);
        bare = bare.replace("ß", "ss").replace("œ", "oe").replace("æ", "ae").replace("ø", "o");
        return bare.replaceAll("[\u2018\u2019\u02BC`\u00B4\u2032]", "'").replaceAll("[-\\p{Pd}_/\u2212]", " ")
                .replaceAll("[\\s\\p{Z}]+", " ").strip();
    }

    /** Letters set apart for emphasis, joined: {@code l a s t} reads {@code last}. */
    static String joined(String plain) {
        Matcher runs = Pattern.compile("(?<!\\p{L})\\p{L}(?: \\p{L}){3,}(?!\\p{L})").matcher(plain);
        StringBuilder found = new StringBuilder();
        while (runs.find()) {
            found.append(runs.group().replace(" ", "")).append(' ');
        }
        return found.toString();
    }
}
