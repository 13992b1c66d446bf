package io.graceway.journey.notice;

import io.graceway.journey.account.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** What customers say to a placement notice: every answer is kept, and all but one pull the account back at once. */
public final class Answers {

    /** Where answers and what they change are kept. */
    public interface Book {

        /** The notice behind a personal link; empty when there is none or the link has expired. */
        Optional<NoticeRecord> find(String tokenSha256, LocalDate today);

        /**
         * In one transaction with the log: the answer's case is opened, the notice withdrawn, the source told. The same
         * answer twice has one effect.
         *
         * @param words the customer's own, for the source system only
         */
        void answered(NoticeRecord notice, Answer answer, String words, Instant at);
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
    public Optional<NoticeRecord> find(String token) {
        return book.find(Ids.hex(token), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** Takes an answer; empty when the link is not valid any more. */
    public Optional<NoticeRecord> say(String token, Answer answer, String words) {
        Optional<NoticeRecord> notice = find(token);
        String shortened = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
        Instant now = clock.instant();
        notice.ifPresent(one -> book.answered(one, answer, shortened, now));
        return notice;
    }
}
