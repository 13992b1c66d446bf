package io.graceway.journey.writeback;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.Money;
import io.graceway.journey.account.Reject;
import io.graceway.journey.delinquency.DelinquentAccount;
import io.graceway.journey.delinquency.OpenItem;
import io.graceway.journey.delinquency.RecognisedPage;
import io.graceway.journey.delinquency.RefusedAccount;
import io.graceway.journey.writeback.BeliefBook.Belief;
import io.graceway.journey.writeback.BeliefBook.Moved;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Compares what a source shows now with what it has to show by our own books; it changes nothing. */
public final class Reconciliation {

    private final List<Break> breaks = new ArrayList<>();
    private final Map<String, Money> shown = new TreeMap<>();
    private final Map<String, Money> expected = new TreeMap<>();
    private long accounts;

    /**
     * How it ended.
     *
     * @param shown    by the source, of all that is compared, by currency
     * @param expected the same by our books
     */
    public record Result(long accounts, List<Break> breaks, Map<String, Money> shown, Map<String, Money> expected) {
    }

    /** A page of what the source shows; an account without items is one that it shows no more. */
    public void compare(RecognisedPage page, Map<AccountKey, Belief> beliefs) {
        page.accounts().forEach(one -> compare(one, beliefs.get(one.key())));
        page.refused().forEach(one -> unreadable(one, beliefs));
    }

    public Result result() {
        return new Result(accounts, List.copyOf(breaks), Map.copyOf(shown), Map.copyOf(expected));
    }

    private void compare(DelinquentAccount account, Belief belief) {
        accounts++;
        if (belief == null) {
            Money all = open(account, item -> true);
            add(account.key(), Break.Kind.UNKNOWN_ACCOUNT, all, Money.zero(all.currency()), all, "",
                    "a pass has not read it yet");
            return;
        }
        Money now = open(account, belief::counts);
        List<Moved> waiting = new ArrayList<>(belief.postings().stream().filter(one -> !one.isPosted()).toList());
        belief.expected(now).ifPresent(due -> {
            shown.merge(due.currency(), now, Money::plus);
            expected.merge(due.currency(), due, Money::plus);
            if (!now.equals(due)) {
                classify(belief, now, due, account, waiting);
            }
        });
        Money due = belief.expected(now).orElse(now);
        waiting.forEach(one -> add(belief.key(), one.kind() == Posting.Kind.PAYMENT ? Break.Kind.PAYMENT_NOT_POSTED
                : Break.Kind.REVERSAL_NOT_POSTED, now, due, one.effect(), one.key(),
                one.state() == PostingBook.State.WORKLIST ? "it waits for people" : "it waits for the source"));
        agency(belief, now, due);
    }

    /** Each part with the posting that explains it; what no posting explains is for people. */
    private void classify(Belief belief, Money now, Money due, DelinquentAccount account, List<Moved> waiting) {
        Map<String, Money> items = new TreeMap<>();
        account.items().stream().filter(belief::counts)
                .forEach(item -> items.merge(item.id(), item.open(), Money::plus));
        for (Difference.Part part : new Difference(belief, now, now.minus(due), items, account.items().isEmpty())
                .parts()) {
            part.about().ifPresent(waiting::remove);
            add(belief.key(), part.kind(), now, due, part.by(), part.about().map(Moved::key).orElse(""),
                    why(part, belief));
        }
    }

    private static String why(Difference.Part part, Belief belief) {
        return switch (part.kind()) {
            case NOT_SHOWN -> "the source took it; an export may be older";
            case SHOWN_NOT_CLOSED -> part.about().orElseThrow().state() == PostingBook.State.WORKLIST
                    ? "close it with \"graceway worklist done\"" : "its answer is missing; the next round asks again";
            case POSTED_TWICE -> "look in the source for a second entry of this posting";
            default -> belief.placed().isPresent() ? "the next pass tells the agency" : "the next pass takes it up";
        };
    }

    /** What the agency was told to ask for is what the books come to, once everything that waits is posted. */
    private void agency(Belief belief, Money now, Money due) {
        belief.placed().ifPresent(placed -> {
            Money books = belief.postings().stream().filter(one -> !one.isPosted()).map(Moved::effect)
                    .reduce(due, Money::plus);
            if (belief.seen().isPresent() && !placed.left().equals(books)) {
                add(belief.key(), Break.Kind.AGENCY_ASKS_OTHER, now, due, placed.left().minus(books),
                        placed.placement(), placed.agency() + " asks for " + placed.left() + ", the books come to "
                        + books);
            }
        });
    }

    private void unreadable(RefusedAccount one, Map<AccountKey, Belief> beliefs) {
        accounts++;
        Money open = one.items().stream().map(OpenItem::open).reduce(Money.zero(one.key().currency()), Money::plus);
        Money due = Optional.ofNullable(beliefs.get(one.key())).flatMap(it -> it.expected(open))
                .orElse(Money.zero(one.key().currency()));
        add(one.key(), Break.Kind.NOT_READABLE, open, due, open.minus(due), "", one.rejects().stream()
                .map(Reject::code).distinct().collect(Collectors.joining(" ")));
    }

    private static Money open(DelinquentAccount account, Predicate<OpenItem> counts) {
        return account.items().stream().filter(counts).map(OpenItem::open)
                .reduce(Money.zero(account.key().currency()), Money::plus);
    }

    private void add(AccountKey key, Break.Kind kind, Money now, Money due, Money by, String about, String why) {
        breaks.add(new Break(key, kind, now, due, by, about, why));
    }
}
