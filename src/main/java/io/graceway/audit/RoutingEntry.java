package io.graceway.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One thing that happened, as the routing log keeps it: numbers, codes, amounts and digests, no personal data.
 *
 * @param at      when, in whole microseconds; years 0000 to 9999
 * @param what    a stage and a past participle, such as {@code eligibility.held}
 * @param subject what it happened to: an account key, a file, a delivery id; at most 200 characters
 * @param facts   what was known, by name; names are ASCII letters, digits, dots, hyphens and underscores
 */
public record RoutingEntry(Instant at, String what, String subject, SortedMap<String, String> facts) {

    /** The longest entry in bytes: its length is written in two bytes. */
    public static final int LONGEST = 65_535;

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_SUBJECT = 200;

    public RoutingEntry {
        at = at.truncatedTo(ChronoUnit.MICROS);
        if (at.getEpochSecond() < -62_167_219_200L || at.getEpochSecond() >= 253_402_300_800L) {
            throw new LogRefused("GW-LOG-001", "the time of an entry lies outside the years 0000 to 9999");
        }
        if (!isName(what) || what.indexOf('.') < 1 || what.endsWith(".")) {
            throw new LogRefused("GW-LOG-001", "an entry says what happened as stage.participle, such as "
                    + "eligibility.held");
        }
        if (subject == null || subject.isBlank() || subject.length() > LONGEST_SUBJECT
                || subject.chars().anyMatch(Character::isISOControl)) {
            throw new LogRefused("GW-LOG-001", "an entry has a subject of at most " + LONGEST_SUBJECT
                    + " characters without control characters");
        }
        facts = sorted(facts);
    }

    /** An entry whose facts are given as name, value, name, value. */
    public static RoutingEntry of(Instant at, String what, String subject, String... facts) {
        SortedMap<String, String> named = new TreeMap<>();
        for (int i = 0; i < facts.length; i += 2) {
            if (named.put(facts[i], facts[i + 1]) != null) {
                throw new LogRefused("GW-LOG-001", "the fact " + facts[i] + " is given twice");
            }
        }
        return new RoutingEntry(at, what, subject, named);
    }

    private static SortedMap<String, String> sorted(Map<String, String> facts) {
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            if (!isName(fact.getKey()) || fact.getValue() == null) {
                throw new LogRefused("GW-LOG-001", "a fact has a name of ASCII letters, digits, dots, hyphens and "
                        + "underscores, and a value");
            }
        }
        return Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    private static boolean isName(String name) {
        if (name == null || name.isEmpty() || name.length() > LONGEST_NAME) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!letter && c != '.' && c != '-' && c != '_') {
                return false;
            }
        }
        return true;
    }

    /** Whether an entry's bytes name that subject. */
    public static boolean isAbout(byte[] leaf, String subject) {
        StringBuilder field = new StringBuilder(",\"subject\":");
        CanonicalJson.quote(field, subject);
        String text = new String(leaf, StandardCharsets.UTF_8);
        // Quotes inside a value are escaped, so the last of these is the field itself.
        int what = text.lastIndexOf(",\"what\":\"");
        return what >= 0 && text.substring(0, what).endsWith(field.toString());
    }

    /** The entry as the tree hashes it: canonical JSON (RFC 8785) in UTF-8. */
    public byte[] leaf() {
        StringBuilder out = new StringBuilder(256).append("{\"at\":\"");
        CanonicalJson.time(out, at);
        out.append("\",\"facts\":{");
        String comma = "";
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            out.append(comma).append('"').append(fact.getKey()).append("\":");
            CanonicalJson.quote(out, fact.getValue());
            comma = ",";
        }
        out.append("},\"subject\":");
        CanonicalJson.quote(out, subject);
        byte[] leaf = out.append(",\"what\":\"").append(what).append("\"}").toString()
                .getBytes(StandardCharsets.UTF_8);
        if (leaf.length > LONGEST) {
            throw new LogRefused("GW-LOG-002", "an entry " + what + " has " + leaf.length + " bytes, more than "
                    + LONGEST + ": log a digest of the long value");
        }
        return leaf;
    }
}
