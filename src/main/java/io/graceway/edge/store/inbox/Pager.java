package io.graceway.edge.store.inbox;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Reject;
import io.graceway.journey.delinquency.TableReader.LineSink;
import java.util.ArrayList;
import java.util.List;

/** Hands lines to the desk a page at a time. */
final class Pager implements LineSink {

    private final Taking.Desk desk;
    private final Taking taking;
    private final int pageSize;
    private final List<DocumentLine> page = new ArrayList<>();

    Pager(Taking.Desk desk, Taking taking, int pageSize) {
        this.desk = desk;
        this.taking = taking;
        this.pageSize = pageSize;
    }

    @Override
    public void line(DocumentLine line) {
        page.add(line);
        if (page.size() == pageSize) {
            flush();
        }
    }

    @Override
    public void reject(String account, Reject reject) {
        taking.answer().record();
        taking.answer().reject(reject, account.matches("[\\x21-\\x7e]{1,64}") ? account : "");
    }

    private void flush() {
        if (!page.isEmpty()) {
            desk.take(List.copyOf(page));
            taking.effects().flush();
            page.clear();
        }
    }

    void finish() {
        flush();
        desk.finish();
        taking.effects().flush();
    }
}
