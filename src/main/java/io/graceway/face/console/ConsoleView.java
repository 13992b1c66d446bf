package io.graceway.face.console;

import io.graceway.journey.account.Money;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the console reads; nothing of it says who a customer is. */
public interface ConsoleView {

    /** States in which a placement is with its agency and nobody takes it back yet. */
    Set<String> OPEN = Set.of("DECIDED", "SENT", "ACKNOWLEDGED");

    /** So many accounts are at a stage, and what is open on them. */
    record AccountSum(String stage, long accounts, Money balance) {
    }

    /**
     * Where the money of one currency is: received = applied + suspense + rejected + fees.
     *
     * @param placed   handed over to agencies, over all time
     * @param left     still open with agencies
     * @param received paid to agencies, as they report it, less what they took back
     * @param direct   paid to the house while the account was placed
     */
    record MoneySum(Money placed, Money left, Money received, Money applied, Money suspense, Money rejected, Money fees,
                    Money direct) {

        public String currency() {
            return placed.currency();
        }
    }

    /** One rung that a delivery climbed. */
    record Step(String rung, Instant at, String evidence) {
    }

    /** @param steps the rungs with stored evidence, in the order in which they were climbed */
    record Delivered(String id, String agency, String document, String file, long records, String rung, String state,
                     int attempts, String trouble, Instant preparedAt, List<Step> steps) {

        public String link() {
            return ConsoleView.delivery(id);
        }
    }

    /** Something nobody could finish. */
    record Quarantined(String code, String origin, String file, long line, String field, String why, Instant at) {
    }

    /** @param amount empty text when the posting moves no money */
    record Work(String key, String account, String kind, String amount, LocalDate on, String code, String reference,
                String why, Instant since) {

        public String accountLink() {
            return ConsoleView.account(account);
        }
    }

    /** A recall that is not final yet. */
    record Recalled(String placement, String account, String agency, String state, String reason, LocalDate objectBy,
                    LocalDate finalOn) {

        public String link() {
            return ConsoleView.link(placement);
        }

        public String accountLink() {
            return ConsoleView.account(account);
        }
    }

    /** Paid to the house while an agency had the account; the agency has not shown yet that it knows. */
    record Unconfirmed(String id, String placement, String account, String agency, Money amount, LocalDate seenOn) {

        public String link() {
            return ConsoleView.link(id);
        }

        public String accountLink() {
            return ConsoleView.account(account);
        }
    }

    /**
     * The whole first page.
     *
     * @param doubtful deliveries of which nobody can tell whether they arrived, or that cannot go on; the oldest first
     */
    record Overview(List<AccountSum> accounts, List<MoneySum> money, List<Delivered> deliveries,
                    List<Quarantined> quarantine, List<Work> worklist, List<Recalled> recalls,
                    List<Delivered> doubtful, List<Unconfirmed> unconfirmed) {
    }

    /** @param number whether the value is a number that can be searched for in its turn */
    record Fact(String name, String value, boolean number) {

        public String link() {
            return name.equals("account") ? ConsoleView.account(value) : ConsoleView.link(value);
        }
    }

    /** One entry of the routing log. */
    record Entry(String index, Instant at, String what, List<Fact> facts) {
    }

    /**
     * What was found.
     *
     * @param entries the latest of the routing log about it, latest first
     * @param more    whether the log has older ones
     */
    record Found(String kind, String id, List<Fact> facts, List<Entry> entries, boolean more) {

        /** Where everything about it stands; empty for what is no account. */
        public String account() {
            return kind.equals("Account") ? ConsoleView.account(id) : "";
        }

        /** Where a delivery's ladder and what can be done about it stand; empty for what is none. */
        public String ladder() {
            return kind.equals("Delivery") ? ConsoleView.delivery(id) : "";
        }

        /** Where it is held back; empty where it left already. */
        public String holdBack() {
            boolean decided = facts.stream().anyMatch(one -> one.name().equals("state")
                    && one.value().equals("DECIDED"));
            return kind.equals("Placement") && decided ? "/hold?kind=PLACEMENT&subject=" + URLEncoder.encode(id,
                    StandardCharsets.UTF_8) : "";
        }

        /** Where it is taken back from its agency; empty where that makes no sense. */
        public String takeBack() {
            boolean open = facts.stream().anyMatch(one -> one.name().equals("state") && OPEN.contains(one.value()));
            return kind.equals("Placement") && open ? "/take-back?placement=" + URLEncoder.encode(id,
                    StandardCharsets.UTF_8) : "";
        }
    }

    /**
     * One delivery with everything that is known of it.
     *
     * @param parent   the delivery whose files it sends again; empty for what is sent first
     * @param children deliveries that sent its files again, in their order
     */
    record Ladder(Found found, String state, String rung, List<Step> steps, String parent, List<String> children) {
    }

    /** Where a delivery stands with its ladder. */
    static String delivery(String id) {
        return "/delivery?id=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    /** Where a number is looked up. */
    static String link(String number) {
        return "/search?q=" + URLEncoder.encode(number, StandardCharsets.UTF_8);
    }

    /** Where everything about an account stands. */
    static String account(String key) {
        return "/account?key=" + URLEncoder.encode(key, StandardCharsets.UTF_8);
    }

    /** @param most rows of each list, the latest */
    Overview overview(int most);

    /** Everything with that account number, placement number, notice id, delivery id, file name or SHA-256. */
    List<Found> search(String text);

    /**
     * Accounts of a customer with a word of that name, which may be only begun; nothing of the name comes back.
     *
     * @param most of them, in the order of the names
     */
    List<Found> named(String name, int most);

    Optional<Ladder> ladder(String delivery);

    /** Whether the store answers. */
    boolean isReachable();
}
