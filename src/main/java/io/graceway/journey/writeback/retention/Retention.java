package io.graceway.journey.writeback.retention;

import io.graceway.journey.account.AccountNumber;
import io.graceway.journey.account.Pass;
import io.graceway.journey.placement.change.Erasures;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Removes personal data that is past its time or that somebody asked to remove, and has agencies do the same. */
public final class Retention {

    private static final int SOON = 90;

    /** @param on the day on which it goes, if nothing keeps it */
    public record Due(Over account, LocalDate on) {

        public boolean isKept() {
            return !account.kept().isEmpty();
        }
    }

    private final Optional<RetentionRule> rule;
    private final RetentionBook book;
    private final Erasures erasures;
    private final ParcelArchive archive;

    /** @param rule empty where the house has none: then nothing goes by itself */
    public Retention(Optional<RetentionRule> rule, RetentionBook book, Erasures erasures,
            ParcelArchive archive) {
        this.rule = rule;
        this.book = book;
        this.erasures = erasures;
        this.archive = archive;
    }

    public boolean hasRule() {
        return rule.isPresent();
    }

    /** What goes now and in the next ninety days, and what would if nothing kept it. */
    public void plan(Pass pass, Consumer<Due> each) {
        rule.ifPresent(one -> dues(one, pass, today(pass).plusDays(SOON), page -> page.forEach(each)));
    }

    /** Removes what is due, parcels too; gives how many accounts it was. */
    public int round(Pass pass) {
        List<Over> removed = new ArrayList<>();
        rule.ifPresent(one -> dues(one, pass, today(pass), page -> removed.addAll(remove(page.stream()
                .filter(due -> !due.isKept()).map(Due::account).toList(), "retention", pass))));
        archive.tidy(pass);
        return removed.size();
    }

    /** Removes what is kept of accounts of that number now, because somebody asked; gives each with what kept it. */
    public List<Over> erase(AccountNumber number, Pass pass) {
        List<Over> found = book.of(number, today(pass));
        remove(found.stream().filter(one -> one.kept().isEmpty()).toList(), "request", pass);
        return found;
    }

    /** Keeps data of accounts of that number whatever the rule says. */
    public void hold(AccountNumber number, String because, Pass pass) {
        book.hold(number, because, pass);
    }

    /** Ends that; false where nothing was kept so. */
    public boolean release(AccountNumber number, Pass pass) {
        return book.release(number, pass);
    }

    private List<Over> remove(List<Over> accounts, String why, Pass pass) {
        return book.remove(accounts, one -> new RetentionBook.Why(why.equals("request") ? why
                : why + "/" + rule.orElseThrow().daysIn(one.places()) + "-days",
                erasures.orderWhereSpoken(one.source(), one.number(), pass)), pass);
    }

    private void dues(RetentionRule rule, Pass pass, LocalDate until, Consumer<List<Due>> page) {
        book.over(until.minusDays(rule.days()), today(pass), some -> page.accept(some.stream()
                .map(one -> new Due(one, one.last().plusDays(rule.daysIn(one.places()))))
                .filter(due -> !due.on().isAfter(until)).toList()));
    }

    /** A day more or less is nobody's right here, so the days are those of one calendar. */
    private static LocalDate today(Pass pass) {
        return pass.asOf().day(ZoneOffset.UTC);
    }
}
