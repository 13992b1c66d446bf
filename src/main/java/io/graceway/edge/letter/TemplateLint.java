package io.graceway.edge.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What no template may hold, whatever the data: raw values, things fetched from elsewhere, hidden text, shouting. */
final class TemplateLint {

    private static final Map<String, Pattern> NEVER = Map.of(
            "GW-NOT-012 values are put in unescaped or the delimiters are changed",
            Pattern.compile("\\{\\{\\s*[{&=>]"),
            "GW-NOT-012 a value is put into a style sheet or a script",
            Pattern.compile("(?is)<(style|script)\\b(?:(?!</\\1).)*\\{\\{"
                    + "|\\bstyle\\s*=\\s*(\"[^\"]*\\{\\{|'[^']*\\{\\{)"));

    private static final Map<String, Pattern> NEVER_IN_HTML = Map.of(
            "GW-NOT-022 something is fetched, embedded or run",
            Pattern.compile("(?i)<(?:script|iframe|object|embed|link|form|input|base|video|audio|svg|math)\\b"
                    + "|\\bsrc(?:set)?\\s*=\\s*[\"']?(?!data:image/)\\w|\\bbackground\\s*=|@import|\\son\\w+\\s*="
                    + "|url\\(\\s*[\"']?(?!data:image/)|http-equiv|javascript:"),
            "GW-NOT-018 red is used",
            Pattern.compile("(?i)(?:color|background|border)[\\w-]*\\s*[:=][^;\"'}]*\\b"
                    + "(?:red|darkred|crimson|firebrick|indianred|orangered|tomato|maroon)\\b"),
            "GW-NOT-017 letters are turned into capitals",
            Pattern.compile("(?i)text-transform\\s*:\\s*uppercase|font-variant[\\w-]*\\s*:\\s*[^;]*small-caps"),
            "GW-NOT-023 text is hidden",
            Pattern.compile("(?i)display\\s*:\\s*none|visibility\\s*:\\s*(?:hidden|collapse)"
                    + "|opacity\\s*:\\s*0(?![.\\d]*[1-9])"
                    + "|font-size\\s*:\\s*0(?![.\\d]*[1-9])|\\shidden[\\s>=]|text-indent\\s*:\\s*-"));

    private static final Pattern HEX = Pattern.compile("(?i)#([0-9a-f]{6}|[0-9a-f]{3})\\b");
    private static final Pattern RGB = Pattern.compile("(?i)rgba?\\(\\s*(\\d+)[\\s,]+(\\d+)[\\s,]+(\\d+)");
    private static final Pattern CAPITALS = Pattern.compile(
            "(?<![\\p{L}\\p{N}])\\p{Lu}{2,}(?:[\\s,:;!.'\u2019-]+\\p{Lu}{2,})+(?![\\p{L}\\p{N}])"
                    + "|(?<![\\p{L}\\p{N}])\\p{Lu}{8,}(?![\\p{L}\\p{N}])");

    private TemplateLint() {
    }

    static List<String> check(String file, String template) {
        List<String> findings = new ArrayList<>();
        NEVER.forEach((finding, pattern) -> add(findings, finding, pattern, file, template));
        if (file.endsWith(".html")) {
            NEVER_IN_HTML.forEach((finding, pattern) -> add(findings, finding, pattern, file, template));
            if (showsRed(template)) {
                findings.add("GW-NOT-018 " + file + ": red is used");
            }
        }
        findings.sort(null);
        return findings;
    }

    private static void add(List<String> findings, String finding, Pattern pattern, String file, String template) {
        Matcher found = pattern.matcher(template);
        if (found.find()) {
            long line = template.substring(0, found.start()).lines().count();
            findings.add(finding.substring(0, 10) + " " + file + " line " + Math.max(1, line) + ":"
                    + finding.substring(10));
        }
    }

    /** Words that shout; short codes such as IBAN or a currency beside each other do not count. */
    static Optional<String> capitals(String words) {
        Matcher found = CAPITALS.matcher(words);
        while (found.find()) {
            if (found.group().chars().filter(Character::isLetter).count() >= 6) {
                return Optional.of(found.group());
            }
        }
        return Optional.empty();
    }

    private static boolean showsRed(String html) {
        Matcher hex = HEX.matcher(html);
        while (hex.find()) {
            String digits = hex.group(1);
            String six = digits.length() == 6 ? digits : digits.replaceAll("(.)", "$1$1");
            int rgb = Integer.parseInt(six, 16);
            if (isRed(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF)) {
                return true;
            }
        }
        Matcher rgb = RGB.matcher(html);
        while (rgb.find()) {
            if (isRed(Integer.parseInt(rgb.group(1)), Integer.parseInt(rgb.group(2)), Integer.parseInt(rgb.group(3)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRed(int red, int green, int blue) {
        return red >= 140 && green <= red / 2 - 10 && blue <= red / 2 - 10;
    }
}
