package io.graceway.journey.account;

import java.text.Normalizer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The customer who owes. Personal data: it never reaches a log, a metric, an error text or a file name.
 *
 * @param name     as the master record spells it
 * @param type     unknown counts as consumer
 * @param email    empty where none is known
 * @param phone    E.164; empty where none is known
 * @param address  for letters
 * @param zone     where the customer's days begin; empty when the master does not say, and then nothing passes
 * @param language ISO 639-1, for notices
 */
public record Debtor(String name, DebtorType type, String email, String phone, Address address, Optional<ZoneId> zone,
                     String language) {

    /**
     * A postal address; lines that are not known are empty.
     *
     * @param place country and region, which decide the law
     */
    public record Address(String street, String city, String postalCode, Place place) {

        /** Whether a letter can be sent there. */
        public boolean isComplete() {
            return !street.isBlank() && !city.isBlank() && place.isKnown();
        }

        @Override
        public String toString() {
            return "Address[" + place + "]";
        }
    }

    private static final int WORDS = 8;
    private static final int LONGEST = 48;
    /** Letters that are no other letter with a mark, and two letters that stand for one with a mark. */
    private static final Map<String, String> SPELLED = Map.of("\u00df", "ss", "\u00f8", "o", "\u0142", "l",
            "\u0111", "d", "\u0131", "i", "\u00e6", "a", "\u0153", "o", "ae", "a", "oe", "o", "ue", "u");

    /**
     * What a name is found by, however it is spelled: its words as they follow each other, begun at each of them, and
     * without space, case and accents. A name that begins with what is looked for in one of these ways is meant.
     */
    public static List<String> foundBy(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> one : SPELLED.entrySet()) {
            plain = plain.replace(one.getKey(), one.getValue());
        }
        List<String> words = Stream.of(plain.split("[^\\p{L}\\p{N}]+")).filter(one -> !one.isEmpty()).limit(WORDS)
                .toList();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String whole = String.join("", words.subList(i, words.size())) + String.join("", words.subList(0, i));
            found.add(whole.substring(0, whole.offsetByCodePoints(0, Math.min(LONGEST, whole.codePointCount(0,
                    whole.length())))));
        }
        return found.stream().distinct().toList();
    }

    public Place place() {
        return address.place();
    }

    /** Without anything that says who it is. */
    @Override
    public String toString() {
        return "Debtor[" + type + ", " + place() + "]";
    }
}
