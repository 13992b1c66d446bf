package io.graceway.face.console.account;

import io.graceway.face.console.ConsoleView;
import io.graceway.face.console.ConsoleView.Fact;
import io.graceway.face.console.ConsoleView.Step;
import io.graceway.face.console.list.Lists.Listing;
import io.graceway.journey.account.AccountKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the store holds of one account; only a message says what a customer or an agency wrote. */
public interface AccountView {

    /** Rows of one table that are about the account, with the columns that the table has elsewhere. */
    record About(Listing listing, List<List<Object>> rows) {
    }

    /**
     * @param account    its own row
     * @param placements on which terms each agency has or had it
     * @param ladders    by delivery, the rungs that stand with evidence
     * @param happened   of every table what is about it; of each at most as many rows as a page can bear
     */
    record Known(About account, About placements, Map<String, List<Step>> ladders, List<About> happened) {
    }

    /**
     * @param fields as they were mapped, under our own names
     * @param digest over the record as it came; empty for one of ours
     */
    record Message(String account, List<Fact> fields, String digest) {

        public String link() {
            return ConsoleView.account(account);
        }
    }

    /** Empty when there is no such account. */
    Optional<Known> known(AccountKey account);

    /**
     * What was said in a message.
     *
     * @param table  {@code activities}, {@code news} or {@code messages}
     * @param agency who sent it, or whom it was sent to
     * @param kind   of the news; empty for the others
     */
    Optional<Message> message(String table, String agency, String kind, String number);
}
