package io.graceway.face.console.room;

import io.graceway.face.command.SourceSheet;
import io.graceway.face.console.list.Sheet;
import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.Money;
import io.graceway.journey.account.Reject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The first records of a source, before and after mapping; kept for one page and nowhere else. */
final class Peek implements SourceSheet {

    /** So many of each table, and so many rejects. */
    static final int MOST = 20;

    private final List<List<Object>> records = new ArrayList<>();
    private final List<List<Object>> rejects = new ArrayList<>();
    private final Map<String, Integer> shown = new HashMap<>();
    private Totals totals;

    @Override
    public void record(String table, long line, String before, Map<String, String> after) {
        if (shown.merge(table, 1, Integer::sum) <= MOST) {
            records.add(List.of(table, line, before, after.toString()));
        }
    }

    @Override
    public void refused(String table, long line, String before, String field, String code, String why) {
        if (rejects.size() < MOST) {
            rejects.add(List.of(table, line, before, field, code, why));
        }
    }

    @Override
    public void account(AccountKey key, Money open, List<Reject> why) {
        // Their sums are in the totals.
    }

    @Override
    public void total(Totals all) {
        this.totals = all;
    }

    List<Sheet> sheets() {
        List<List<Object>> sums = new ArrayList<>();
        totals.taken().values().forEach(money -> sums.add(List.of("TAKEN", totals.accounts(), money)));
        totals.refused().values().forEach(money -> sums.add(List.of("REFUSED", totals.refusedAccounts(), money)));
        return List.of(Sheet.of("preview", "table line:count before after", records),
                Sheet.of("preview-rejects", "table line:count before field code:code why", rejects),
                Sheet.of("preview-sums", "result:word accounts_all:count amount:money", sums));
    }
}
