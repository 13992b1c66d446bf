package io.graceway.edge.source.call;

import io.graceway.edge.source.folder.Sha256;
import io.graceway.edge.source.soap.Account;
import io.graceway.edge.source.soap.ListReceivables;
import io.graceway.edge.source.soap.ListReceivablesResponse;
import io.graceway.edge.source.soap.Table;
import io.graceway.edge.source.spool.AccountPages;
import io.graceway.edge.source.spool.Spool;
import io.graceway.journey.delinquency.AccountLines;
import io.graceway.journey.delinquency.AccountSource;
import io.graceway.journey.delinquency.AccountSource.Astray;
import io.graceway.journey.delinquency.SourceRefused;
import io.graceway.journey.delinquency.TableReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;

/** What a SOAP service lists, page by page; the first page is asked for at once. */
public final class CallExtract implements AccountSource.Extract {

    private final Caller service;
    private final TableReader reader;
    private final int limit;
    private final MessageDigest digest = Sha256.begin();
    private final List<Astray> unattributed = new ArrayList<>();
    private final Deque<List<AccountLines>> ready = new ArrayDeque<>();
    private final Map<String, Long> rows = new HashMap<>();
    private final Set<String> missing = new TreeSet<>();
    private final Set<String> marks = new TreeSet<>(Set.of(""));
    private String after = "";
    private String last = "";
    private String digested;
    private long customers;
    private long ignored;

    public CallExtract(Caller service, TableReader reader, int limit) {
        this.service = service;
        this.reader = reader;
        this.limit = limit;
        advance();
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && digested == null) {
            advance();
        }
        return !ready.isEmpty();
    }

    @Override
    public List<AccountLines> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the last page is taken");
        }
        return ready.remove();
    }

    @Override
    public Set<String> missingTables() {
        return Set.copyOf(missing);
    }

    @Override
    public List<Astray> unattributed() {
        return List.copyOf(unattributed);
    }

    /** Over every value of every row, in the order the service gave them. */
    @Override
    public String digest() {
        return digested == null ? "" : digested;
    }

    @Override
    public long customers() {
        return digested == null ? -1 : customers;
    }

    @Override
    public long ignoredLines() {
        return ignored;
    }

    @Override
    public void close() {
        ready.clear();
        digested = "";
    }

    private void advance() {
        ListReceivablesResponse answer = ask(service, after, limit);
        Set<String> lacks = new TreeSet<>(answer.getLacks().stream().map(Table::value).toList());
        if (after.isEmpty()) {
            missing.addAll(lacks);
        } else if (!missing.equals(lacks)) {
            throw broken("says other tables are missing than on its first page");
        }
        take(answer.getAccount());
        if (answer.getNext() == null) {
            digested = Sha256.hex(digest);
        } else if (!marks.add(answer.getNext())) {
            throw broken("goes round in circles: it gives a page mark again");
        }
        after = answer.getNext();
    }

    private void take(List<Account> accounts) {
        if (accounts.size() > limit) {
            throw broken("gives more accounts than were asked for");
        }
        Spool page = Spool.ofPage();
        Columns columns = new Columns(reader, digest, page, rows);
        for (Account account : accounts) {
            if (Arrays.compareUnsigned(bytes(last), bytes(account.getNumber())) >= 0) {
                throw broken("does not give account numbers in ascending order, each once");
            }
            last = account.getNumber();
            columns.read(account);
        }
        AccountPages pages = page.pages();
        pages.forEachRemaining(ready::add);
        customers += pages.customers();
        ignored += pages.ignored();
        unattributed.addAll(page.unattributed());
    }

    static ListReceivablesResponse ask(Caller service, String after, int limit) {
        ListReceivables question = new ListReceivables();
        question.setAfter(after);
        question.setLimit(limit);
        try {
            return service.ask(port -> port.listReceivables(question));
        } catch (Troubled e) {
            throw e.trouble().refusal("listing receivables");
        }
    }

    private static SourceRefused broken(String how) {
        return new SourceRefused("GW-SRC-080", "the service " + how + "; have it mended, the contract says how", null);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
