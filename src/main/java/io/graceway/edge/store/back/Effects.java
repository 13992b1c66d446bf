package io.graceway.edge.store.back;

import io.graceway.audit.RoutingEntry;
import io.graceway.edge.store.Bulk;
import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Ids;
import io.graceway.journey.delinquency.HouseCase;
import io.graceway.journey.placement.report.Holding;
import io.graceway.journey.writeback.Posting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a page does, collected and written in few statements; the caller holds the transaction and appends to the log
 * last.
 */
public final class Effects {

    /** A case to open for an account. */
    record Opened(HouseCase one, AccountKey account, String agency) {
    }

    private final JdbcTemplate jdbc;
    private final Bulk bulk;
    private final Instant at;
    private final String cause;
    private final Consumer<RoutingEntry> log;
    private final Map<String, Holding> changed = new LinkedHashMap<>();
    private final Map<String, Holding> moved = new LinkedHashMap<>();
    private final List<Posting> postings = new ArrayList<>();
    private final List<Opened> cases = new ArrayList<>();
    private final List<Object[]> messages = new ArrayList<>();
    private final List<Object[]> puzzles = new ArrayList<>();
    private long serial;

    /** @param log takes entries until they are appended, after everything else */
    public Effects(DataSource source, Instant at, Consumer<RoutingEntry> log) {
        this(source, at, "", log);
    }

    /** @param cause tells apart what several files do to the same placement at the same moment */
    public Effects(DataSource source, Instant at, String cause, Consumer<RoutingEntry> log) {
        this.jdbc = new JdbcTemplate(source);
        this.bulk = new Bulk(source);
        this.at = at;
        this.cause = cause;
        this.log = log;
    }

    public Instant at() {
        return at;
    }

    /** What is left of a placement, or its state, is different now. */
    public void change(Holding after) {
        changed.put(after.number(), after);
    }

    /** A placement ended or runs again: its account comes home or goes out again, and a recall of it is over. */
    public void move(Holding after) {
        change(after);
        moved.put(after.number(), after);
    }

    public void post(Posting posting) {
        postings.add(posting);
    }

    /** Opens a case in house that the placement's agency told of, unless one of its type is open for the account. */
    public void open(HouseCase one, Holding held) {
        cases.add(new Opened(one, held.placement().account(), held.placement().agency()));
    }

    /** A message for the placement's agency; it leaves with the next delivery. */
    public void tell(Holding held, String document, DocumentLine line) {
        String fields = MessageFields.encode(line);
        messages.add(new Object[] {Ids.of("M", held.number(), document, at, cause, fields, serial++),
            held.placement().agency(), document, held.number(), "", fields,
            at.atOffset(java.time.ZoneOffset.UTC)});
    }

    /** Something that people have to look at. */
    public void puzzle(Holding held, String code, String why) {
        puzzles.add(new Object[] {Ids.of("Q", held.number(), code, at, cause, serial++), held.placement().account()
                .source(),
            held.number(), 0L, "", code, why, at.atOffset(java.time.ZoneOffset.UTC)});
    }

    /** An entry about the placement's account. */
    public void log(String what, Holding held, String... facts) {
        String[] all = new String[facts.length + 4];
        System.arraycopy(facts, 0, all, 0, facts.length);
        all[facts.length] = "placement";
        all[facts.length + 1] = held.number();
        all[facts.length + 2] = "agency";
        all[facts.length + 3] = held.placement().agency();
        log.accept(RoutingEntry.of(at, what, held.placement().account().toString(), all));
    }

    public void log(RoutingEntry entry) {
        log.accept(entry);
    }

    /** Writes everything collected so far. */
    public void flush() {
        new Moves(bulk, at).write(changed.values(), moved.values());
        new NewRows(jdbc, bulk, at).write(cases, postings);
        bulk.insert("agency_message", "id, agency, document, placement, bundle, fields, at", messages);
        bulk.insert("quarantine", "id, origin, file, line, field, code, why, at", puzzles);
        changed.clear();
        moved.clear();
        postings.clear();
        cases.clear();
        messages.clear();
        puzzles.clear();
    }
}
