package io.graceway.edge.source.rest;

import io.graceway.edge.source.call.Trouble;
import io.graceway.edge.source.call.Troubled;
import io.graceway.edge.source.spool.FirstLines;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Reject;
import io.graceway.journey.delinquency.TableReader;
import io.graceway.journey.writeback.Posting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tries a system without changing anything in it: it only reads. */
final class RestTrial {

    private static final TableReader.LineSink NOWHERE = new TableReader.LineSink() {
        @Override
        public void line(DocumentLine line) {
            // What was read is not kept.
        }

        @Override
        public void reject(String account, Reject reject) {
            // It is told when its own table is tried.
        }
    };

    private final RestTerms terms;
    private final Web web;
    private final TableReader reader;
    private List<Map<String, String>> accounts = List.of();

    RestTrial(RestTerms terms, Web web, TableReader reader) {
        this.terms = terms;
        this.web = web;
        this.reader = reader;
    }

    /** Asks for the first page of accounts, which nobody is given who is not known. */
    void list() {
        accounts = new RestReading(terms, web, reader, NOWHERE).accounts(true);
        if (terms.accounts().table() != null) {
            new FirstLines().<RuntimeException>of(terms.accounts().table(), sink ->
                    new RestReading(terms, web, reader, sink).accounts(true));
        }
    }

    /** Reads the rows of the first account, or the first page. */
    void table(String name) {
        if (!accounts.isEmpty()) {
            new FirstLines().<RuntimeException>of(name, sink -> new RestReading(terms, web, reader, sink)
                    .table(name, accounts.get(0), true));
        }
    }

    /** Fetches what every change has to carry. */
    void rehearse() {
        told("token for changes", web::rehearse);
    }

    /** Looks for a posting of the first account that cannot be there. */
    void write(Posting.Kind kind) {
        Writing writing = terms.postings().get(kind);
        if (accounts.isEmpty()) {
            return;
        }
        told("posting " + kind, () -> Posted.ask(web, terms, writing, known(writing), "USD"));
    }

    /** Sends the same look in a batch, as the changes would go: a batch that only reads changes nothing. */
    void batch(Posting.Kind kind) {
        Writing writing = terms.postings().get(kind);
        if (!accounts.isEmpty() && writing.posted() != null && writing.posted().method().equals("GET")) {
            told("changeset of " + kind, () -> answered(writing.batch(), writing.posted(), known(writing)));
        }
    }

    /** Reads the rows of the first account in a batch. */
    void together(String name) {
        Table table = terms.tables().get(name);
        if (!accounts.isEmpty()) {
            told("batch of " + name, () -> answered(table.together(), table.list(), accounts.get(0)));
        }
    }

    private void answered(Changeset batch, Call read, Map<String, String> known) {
        Map<String, String> first = new HashMap<>(Map.of("cursor", "", "limit", "1", "offset", "0"));
        first.putAll(known);
        if (batch.ahead(web, terms, read, List.of(first::get)).isEmpty()) {
            throw new Troubled(new Trouble(Trouble.What.REFUSED, "GW-SRC-160", "the service answers no read in a"
                    + " batch, so nothing can be posted in one; look at 'as' and 'path' of batch"));
        }
    }

    /** What the calls of a posting know, of one that cannot be there. */
    private Map<String, String> known(Writing writing) {
        Map<String, String> known = new HashMap<>();
        Writing.GIVEN.forEach(name -> known.put(name, "graceway-check"));
        known.put("account", accounts.get(0).get("account"));
        known.put("currency", "USD");
        known.put("amount", "0");
        known.put("on", "2999-12-31");
        for (Call one : writing.find()) {
            Answer answer = web.read(one, known::get);
            List<Map<String, String>> rows = answer == null ? null : RowsIn.of(answer.tree(), one.at());
            known.putAll(RowsIn.kept(rows == null || rows.isEmpty() ? Map.of() : rows.get(0), one));
        }
        return known;
    }

    private static void told(String step, Runnable trying) {
        try {
            trying.run();
        } catch (Troubled e) {
            throw e.trouble().refusal(step);
        }
    }
}
