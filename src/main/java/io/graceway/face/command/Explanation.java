package io.graceway.face.command;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.Money;
import io.graceway.journey.eligibility.Finding;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Why an account is where it is.
 *
 * @param stage     where it stands
 * @param findings  of every rule on that day
 * @param citations where the rules of its brand are written, by id and version; the gateway's own are in none
 * @param next      what happens next by itself and when; empty when only an event moves it
 * @param scheduled every date that stands, the earliest first
 * @param history   the routing log's entries about it, in order
 */
public record Explanation(AccountKey account, String stage, String day, Money balance, List<Finding> findings,
                          Map<String, String> citations, List<Next> next, List<Scheduled> scheduled,
                          List<Logged> history) {

    /** What moves an account, or why nothing does. */
    public enum Moves {
        MENDED("nothing by itself: {0} has to be mended in the source"),
        NO_BRAND("nothing by itself: there is no file for its brand {0}"),
        HOLDS_END("every hold that ends by itself is over on {0}"),
        OPEN_HOLD("nothing by itself: an open hold ends only when its cause does"),
        RESTS("no new notice before {0}: one was withdrawn, or an agency gave the account back"),
        NEXT_PASS("the next pass may send a placement notice"), UNPLACED("nothing by itself: {0}"),
        DELIVERED("notice {0} counts as delivered on {1}; placeable from {2} unless the customer answers or pays"),
        NOTICED("notice {0} is {1} by {2}"), PLACED("placement {0} with {1}, {2}, {3} left"),
        HELD_BACK("it is held back by {0} since {1}, {2}: it leaves after somebody releases it"),
        SUSPENDED("nothing new goes to {0} since {1}, by {2}, {3}: it leaves after the agency resumes"),
        AGENCY_LEAVES("{0} leaves since {1}, by {2}, {3}: the account comes back to the house"),
        AGENCY_HELD_BACK("everything for {0} is held back by {1} since {2}, {3}: it leaves after somebody releases it"),
        RECALLED("recall {0}, final on {1}");

        private final String words;

        Moves(String words) {
            this.words = words;
        }
    }

    /** @param about what stands for {@code {0}}, {@code {1}} and so on in its words */
    public record Next(Moves moves, List<String> about) {

        public static Next of(Moves moves, Object... about) {
            return new Next(moves, java.util.Arrays.stream(about).map(String::valueOf).toList());
        }

        /** In the words of a language. @param word how it calls a state or a channel; anything else stays */
        public String in(String words, UnaryOperator<String> word) {
            String said = words;
            for (int i = 0; i < about.size(); i++) {
                said = said.replace("{" + i + "}", word.apply(about.get(i)));
            }
            return said;
        }

        @Override
        public String toString() {
            return in(moves.words, UnaryOperator.identity());
        }
    }

    /** What a date means. */
    public enum What {
        WINDOW_ENDS("the in-house window ends"), HOLD_ENDS("a hold ends"), REST_ENDS("a new notice may leave"),
        PLACEABLE("placeable, unless the customer answers or pays"), LINK_ENDS("the customer's link ends"),
        NEXT_TRY("the delivery is tried again"), OBJECTION_ENDS("the agency may object no more"),
        RECALL_FINAL("the recall is final"), ARRANGEMENT_ENDS("the arrangement's last payment is due"),
        ERASURE_DUE("the agency has to have erased its data");

        private final String words;

        What(String words) {
            this.words = words;
        }
    }

    /**
     * A date to come, if nothing comes in between.
     *
     * @param about a rule, a reason or the number of what it is about
     * @param at    local time in the zone
     */
    public record Scheduled(What what, String about, LocalDateTime at, String zone) {

        @Override
        public String toString() {
            return at.toLocalDate() + " " + at.toLocalTime() + " " + zone + ": " + what.words + " (" + about + ")";
        }
    }

    /** @param entry as JSON */
    public record Logged(long index, String entry) {
    }

    /** Explains accounts. */
    @FunctionalInterface
    public interface Explainer {

        /**
         * One explanation for each account of that number, whatever its source and currency; none when it is unknown.
         */
        List<Explanation> explain(String number, AsOf asOf);
    }
}
