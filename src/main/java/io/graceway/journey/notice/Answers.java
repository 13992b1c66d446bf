package io.graceway.journey.notice;

import io.graceway.journey.account.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** What customers say to a placement notice: every answer is kept, and all but one pull the account back at once. */
public final class Answers {

    /**
     * A notice as its personal link opens it.
     *
     * @param language ISO 639-1, as the notice was written; empty when nobody knows
     * @param zone     where the customer's days begin
     */
    public record Opened(NoticeRecord notice, String brand, String language, ZoneId zone) {

        /** Whether the notice's last day is over where the customer lives. */
        public boolean isLate(Instant at) {
            return at.atZone(zone).toLocalDate().isAfter(notice.deadline());
        }
    }

    /** What became of an answer. */
    public enum Said {
        /** It is kept, or was kept before. */
        KEPT,
        /** So much was written under this notice that the text is not kept; the answer itself is. */
        TOO_MUCH,
        /** The link is not valid, or not any more. */
        NO_LINK
    }

    /** Where answers and what they change are kept. */
    public interface Book {

        /** The notice behind a personal link; empty when there is none or the link has expired. */
        Optional<Opened> find(String tokenSha256, LocalDate today);

        /**
         * In one transaction with the log: the answer's case is opened, the notice withdrawn, the source told. The same
         * answer twice has one effect; other words to the same answer reach the source as a note.
         *
         * @param words the customer's own, for the source system only
         * @return false when there are too many texts under this notice already and this one is not kept
         */
        boolean answered(NoticeRecord notice, Answer answer, String words, Instant at);
    }

    /** Longest text a customer can send, in characters. */
    public static final int LONGEST = 2000;

    private final Book book;
    private final Clock clock;

    public Answers(Book book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /** The notice that the link's secret part belongs to, while the link is valid. */
    public Optional<Opened> find(String token) {
        return book.find(Ids.hex(token), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** Takes an answer; what is longer than {@link #LONGEST} is cut. */
    public Said say(String token, Answer answer, String words) {
        String kept = cut(plain(words));
        Instant now = clock.instant();
        return find(token).map(one -> book.answered(one.notice(), answer, kept, now) ? Said.KEPT : Said.TOO_MUCH)
                .orElse(Said.NO_LINK);
    }

    /** A text without what no store and no source system could keep: one kind of line end, no control characters. */
    public static String plain(String words) {
        StringBuilder plain = new StringBuilder(words.length());
        words.replace("\r\n", "\n").replace('\r', '\n').codePoints()
                .filter(one -> one == '\n' || !Character.isISOControl(one)
                && Character.getType(one) != Character.SURROGATE)
                .forEach(plain::appendCodePoint);
        return plain.toString().strip();
    }

    /** A pair of surrogates is never cut in two. */
    private static String cut(String plain) {
        int end = Math.min(plain.length(), LONGEST);
        boolean cutsPair = end < plain.length() && Character.isLowSurrogate(plain.charAt(end));
        return plain.substring(0, cutsPair ? end - 1 : end);
    }
}
