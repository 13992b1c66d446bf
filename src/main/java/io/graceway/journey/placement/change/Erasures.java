package io.graceway.journey.placement.change;

import io.graceway.journey.account.AccountNumber;
import io.graceway.journey.account.Ids;
import io.graceway.journey.account.Pass;
import io.graceway.journey.placement.report.Holding;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Has every agency that ever had an account erase what it holds of it, and keeps track of who did. */
public final class Erasures {

    private static final int DAYS = 30;

    /** Where orders are kept. */
    public interface Book {

        /** Every placement of accounts of that number that its agency has heard of. */
        List<Holding> sent(AccountNumber number);

        List<ErasureOrder> orders(AccountNumber number);

        /** Writes new orders down in one transaction with their messages and log entries. */
        void order(List<ErasureOrder> orders, List<Holding> held, Pass pass);
    }

    /**
     * What an order came to.
     *
     * @param orders  all of the account, new and old
     * @param refused stable code from the error catalogue; empty when it was ordered
     */
    public record Result(List<ErasureOrder> orders, Optional<String> refused) {
    }

    private final Book book;
    private final Predicate<String> speaks;

    /** @param speaks whether an agency's dialect has words for it */
    public Erasures(Book book, Predicate<String> speaks) {
        this.book = book;
        this.speaks = speaks;
    }

    /** Orders it wherever it was not ordered yet. */
    public Result order(AccountNumber number, Pass pass) {
        List<Holding> sent = book.sent(number);
        if (sent.stream().anyMatch(one -> one.state().isOpen())) {
            return new Result(book.orders(number), Optional.of("GW-REM-140"));
        }
        if (sent.stream().anyMatch(one -> !speaks.test(one.placement().agency()))) {
            return new Result(book.orders(number), Optional.of("GW-REM-141"));
        }
        write(number, sent, pass);
        return new Result(book.orders(number), sent.isEmpty() ? Optional.of("GW-REM-142") : Optional.empty());
    }

    /**
     * Orders it wherever an agency that had the account of that source can be told and was not.
     *
     * @return agencies that have to hear of it by another way
     */
    public List<String> orderWhereSpoken(String source, AccountNumber number, Pass pass) {
        List<Holding> sent = book.sent(number).stream().filter(one -> !one.state().isOpen()
                && one.placement().account().source().equals(source)).toList();
        write(number, sent.stream().filter(one -> speaks.test(one.placement().agency())).toList(), pass);
        return sent.stream().map(one -> one.placement().agency()).distinct().filter(speaks.negate()).sorted().toList();
    }

    private void write(AccountNumber number, List<Holding> sent, Pass pass) {
        Set<String> ordered = book.orders(number).stream().map(ErasureOrder::placement).collect(Collectors.toSet());
        List<Holding> fresh = sent.stream().filter(one -> !ordered.contains(one.number())).toList();
        book.order(fresh.stream().map(one -> {
            LocalDate day = pass.asOf().day(one.zone());
            return new ErasureOrder(Ids.of("E", one.number()), one.number(), one.placement().agency(), day,
                    day.plusDays(DAYS), Optional.empty(), "");
        }).toList(), fresh, pass);
    }
}
