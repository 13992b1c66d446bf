package io.graceway.edge.source.spool;

import io.graceway.journey.account.AccountNumber;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Reject;
import io.graceway.journey.delinquency.AccountLines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The accounts of one page, kept as they are. */
final class PageAccounts {

    private record Entry(List<DocumentLine> lines, List<Reject> rejects) {
    }

    private final Map<String, Entry> accounts = new HashMap<>();

    void add(String account, DocumentLine line) {
        entry(account).lines.add(line);
    }

    void add(String account, Reject reject) {
        entry(account).rejects.add(reject);
    }

    private Entry entry(String account) {
        return accounts.computeIfAbsent(account, one -> new Entry(new ArrayList<>(), new ArrayList<>()));
    }

    AccountPages.Accounts inOrder() {
        Iterator<String> numbers = accounts.keySet().stream().sorted(PartAccounts.ORDER).toList().iterator();
        return new AccountPages.Accounts() {
            @Override
            public boolean hasNext() {
                return numbers.hasNext();
            }

            @Override
            public AccountLines next() {
                String number = numbers.next();
                Entry one = accounts.remove(number);
                return new AccountLines(new AccountNumber(number), one.lines, one.rejects);
            }
        };
    }
}
