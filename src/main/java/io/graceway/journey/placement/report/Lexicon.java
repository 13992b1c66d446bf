package io.graceway.journey.placement.report;

import io.graceway.journey.placement.report.ToneFinding.Result;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Looks for words that a brand forbids, whatever their case, accents and spacing; a hit is a suspicion. */
final class Lexicon {

    /** Longer notes are not searched: a hostile text could keep a pattern busy for ever. */
    private static final int LONGEST_NOTE = 20_000;

    /** Where a word ends must not depend on the Java that runs: since 19 it is told of ASCII letters only. */
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final java.util.Map<String, Pattern> COMPILED = new java.util.concurrent.ConcurrentHashMap<>();

    private Lexicon() {
    }

    /** Names the pattern by its place in the list: the note itself may be personal. */
    static ToneFinding check(Optional<String> note, List<String> forbidden) {
        String asked = forbidden.size() + " forbidden patterns";
        if (note.isEmpty() || note.get().length() > LONGEST_NOTE) {
            return new ToneFinding("C-LEX", Result.UNCHECKABLE, 1, asked, note.isEmpty() ? "note missing"
                    : "note too long");
        }
        String plain = SPACES.matcher(note.get()).replaceAll(" ");
        String bare = SPACES.matcher(MARKS.matcher(Normalizer.normalize(note.get(), Normalizer.Form.NFKD))
                .replaceAll("")).replaceAll(" ");
        for (int i = 0; i < forbidden.size(); i++) {
            Pattern pattern = COMPILED.computeIfAbsent(forbidden.get(i), text ->
                    Pattern.compile(text, FLAGS));
            if (pattern.matcher(plain).find() || pattern.matcher(bare).find()) {
                return new ToneFinding("C-LEX", Result.BREACH, 1, asked, "pattern " + (i + 1));
            }
        }
        return new ToneFinding("C-LEX", Result.PASS, 1, asked, "none found");
    }
}
