package io.graceway.edge.source.spool;

import io.graceway.journey.delinquency.AccountLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Pages of whole accounts; lines of accounts without any open item, removal or reject are left out and counted. */
public final class AccountPages implements Iterator<List<AccountLines>> {

    /** As many accounts make a page. */
    public static final int PAGE = 1_000;
    /** A page ends early at so many lines, so that a few very large customers do not fill the memory. */
    private static final int MOST_LINES = 20_000;

    /** Accounts with all their lines, in byte order of their numbers. */
    interface Accounts {

        boolean hasNext();

        AccountLines next() throws IOException;
    }

    /** Some of the accounts, read back when their turn has come. */
    interface Opening {

        Accounts open() throws IOException;
    }

    private final Deque<Opening> parts;
    private Accounts current;
    private List<AccountLines> page = List.of();
    private long customers;
    private long ignored;

    AccountPages(List<Opening> parts) {
        this.parts = new ArrayDeque<>(parts);
    }

    @Override
    public boolean hasNext() {
        if (page.isEmpty()) {
            page = fill();
        }
        return !page.isEmpty();
    }

    @Override
    public List<AccountLines> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the last page is taken");
        }
        List<AccountLines> taken = page;
        page = List.of();
        return taken;
    }

    /** How many accounts were found so far. */
    public long customers() {
        return customers;
    }

    /** How many lines were left out so far because their account has no open item, removal or reject. */
    public long ignored() {
        return ignored;
    }

    private List<AccountLines> fill() {
        List<AccountLines> filled = new ArrayList<>();
        int lines = 0;
        try {
            while (filled.size() < PAGE && lines < MOST_LINES && advance()) {
                AccountLines account = current.next();
                if (account.rejects().isEmpty() && account.of("item").isEmpty()
                        && account.of("removal").isEmpty()) {
                    ignored += account.lines().size();
                } else {
                    filled.add(account);
                    lines += account.lines().size() + account.rejects().size();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        customers += filled.size();
        return filled;
    }

    private boolean advance() throws IOException {
        while (current == null || !current.hasNext()) {
            current = null;
            if (parts.isEmpty()) {
                return false;
            }
            current = parts.remove().open();
        }
        return true;
    }
}
