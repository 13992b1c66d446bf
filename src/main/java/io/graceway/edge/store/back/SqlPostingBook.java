package io.graceway.edge.store.back;

import io.graceway.audit.RoutingEntry;
import io.graceway.audit.RoutingLog;
import io.graceway.edge.store.Bulk;
import io.graceway.edge.store.Rows;
import io.graceway.journey.account.Ids;
import io.graceway.journey.account.Money;
import io.graceway.journey.writeback.Posting;
import io.graceway.journey.writeback.Posting.Kind;
import io.graceway.journey.writeback.PostingBook;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Postings in SQL, in the order in which they came about. */
public final class SqlPostingBook implements PostingBook {

    /** Evidence is another system's word: longer ones are cut, so that a stack of errors does not fill the log. */
    private static final int LONGEST_EVIDENCE = 500;

    private final JdbcTemplate jdbc;
    private final Bulk bulk;
    private final TransactionTemplate transaction;
    private final RoutingLog log;

    public SqlPostingBook(DataSource source, TransactionTemplate transaction, RoutingLog log) {
        this.jdbc = new JdbcTemplate(source);
        this.bulk = new Bulk(source);
        this.transaction = transaction;
        this.log = log;
    }

    @Override
    public List<Waiting> pending(String source, long after, int limit) {
        return jdbc.query(
                "select * from posting where state = 'PENDING' and source = ? and seq > ? order by seq limit ?",
                (row, i) -> new Waiting(row.getLong("seq"), read(row)), source, after, limit);
    }

    @Override
    public List<List<Posting>> begun(String source) {
        Map<String, List<Posting>> groups = new LinkedHashMap<>();
        jdbc.query("select * from posting where state = 'PENDING' and source = ? and batch is not null "
                + "order by seq", row -> {
            groups.computeIfAbsent(row.getString("batch"), batch -> new ArrayList<>()).add(read(row));
        }, source);
        return List.copyOf(groups.values());
    }

    @Override
    public void begin(List<Posting> together) {
        String batch = Ids.of("B", together.stream().map(Posting::key).toArray());
        transaction.executeWithoutResult(status -> bulk.update("posting p", "p.id = g.id", "batch = g.batch",
                "id varchar, batch varchar", together.stream().map(one -> new Object[] {one.key(), batch}).toList()));
    }

    /** A more general kind has no amount: its words have what was proposed. */
    @Override
    public void recast(List<Posting> some) {
        if (!some.isEmpty()) {
            transaction.executeWithoutResult(status -> bulk.update("posting p", "p.id = g.id",
                    "kind = g.kind, amount = null", "id varchar, kind varchar", some.stream().map(one -> new Object[] {
                        one.key(), one.kind().name()}).toList()));
        }
    }

    @Override
    public Map<String, State> states(Collection<String> keys) {
        Map<String, State> states = new HashMap<>();
        Rows.in(jdbc, "select id, state from posting where id", keys,
                (row, i) -> states.put(row.getString("id"), State.valueOf(row.getString("state"))));
        return states;
    }

    @Override
    public void record(List<Fate> fates, Instant at) {
        if (!fates.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                List<Fate> open = settle(fates, State.PENDING, at);
                adopt(open);
                log.append(open.stream().map(one -> entry(one, at)).toList());
            });
        }
    }

    /**
     * Those that were still open and are settled now. Whoever writes first decides: two nodes can have given the
     * source the same posting, and it took it once.
     */
    private List<Fate> settle(List<Fate> fates, State from, Instant at) {
        Set<String> open = new HashSet<>();
        Rows.locked(jdbc, "select id, state from posting where", "id", fates.stream().map(one -> one.posting().key())
                .toList(), (row, i) -> row.getString("state").equals(from.name()) && open.add(row.getString("id")));
        List<Fate> settled = fates.stream().filter(one -> open.remove(one.posting().key())).toList();
        bulk.update("posting p", "p.id = g.id", "state = g.state, evidence = g.evidence, at = g.at",
                "id varchar, state varchar, evidence varchar, at timestamp with time zone", settled.stream().map(one ->
                new Object[] {one.posting().key(), one.state().name(), cut(one.evidence()),
                    at.atOffset(ZoneOffset.UTC)}).toList());
        return settled;
    }

    /**
     * The source will show the money: the placement remembers that it was us. Always in the same order of placements.
     */
    private void adopt(List<Fate> fates) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Fate fate : fates) {
            Posting one = fate.posting();
            if (fate.state() == State.POSTED && one.kind().movesMoney()) {
                BigDecimal amount = one.amount().orElseThrow().amount();
                sums.merge(one.reference(), one.kind() == Kind.PAYMENT ? amount : amount.negate(), BigDecimal::add);
            }
        }
        Rows.locked(jdbc, "select placement from placement where", "placement", sums.keySet(), (row, i) -> i);
        bulk.update("placement p", "p.placement = g.placement", "unadopted = p.unadopted + g.amount",
                "placement varchar, amount numeric(19,4)", sums.entrySet().stream().map(one ->
                new Object[] {one.getKey(), one.getValue()}).toList());
    }

    private static RoutingEntry entry(Fate one, Instant at) {
        Posting posting = one.posting();
        return RoutingEntry.of(at, one.state() == State.POSTED ? "writeback.posted" : "writeback.delegated",
                posting.account().toString(), "posting", posting.key(), "kind", posting.kind().name(), "code",
                posting.code(), "amount", posting.amount().map(Money::toString).orElse(""), "reference",
                posting.reference(), "evidence", cut(one.evidence()));
    }

    @Override
    public List<Work> worklist(int limit) {
        return jdbc.query("select * from posting where state = 'WORKLIST' order by seq limit ?", SqlPostingBook::work,
                limit);
    }

    @Override
    public Optional<Work> work(String key) {
        return jdbc.query("select * from posting where id = ? and state = 'WORKLIST'", SqlPostingBook::work, key)
                .stream().findFirst();
    }

    private static Work work(ResultSet row, int ignored) throws SQLException {
        return new Work(read(row), row.getString("evidence"), row.getObject("at", java.time.OffsetDateTime.class)
                .toInstant());
    }

    @Override
    public boolean doneByHand(String key, Proof proof, String who, Instant at) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            List<Posting> found = new ArrayList<>(jdbc.query(
                    "select * from posting where id = ? and state = 'WORKLIST'",
                    (row, i) -> read(row), key));
            if (found.isEmpty()) {
                return false;
            }
            String logged = "by hand, " + who + ": sha256 " + proof.sha256();
            Fate fate = new Fate(found.get(0), State.POSTED, (logged + " " + proof.text()).strip());
            boolean done = !settle(List.of(fate), State.WORKLIST, at).isEmpty();
            if (done) {
                adopt(List.of(fate));
                // The words may speak of a person: the log has their digest.
                log.append(List.of(entry(new Fate(fate.posting(), State.POSTED, logged), at)));
            }
            return done;
        }));
    }

    private static String cut(String evidence) {
        return evidence.length() <= LONGEST_EVIDENCE ? evidence : evidence.substring(0, LONGEST_EVIDENCE);
    }

    private static Posting read(ResultSet row) throws SQLException {
        Kind kind = Kind.valueOf(row.getString("kind"));
        return new Posting(row.getString("id"), Rows.key(row), kind,
                row.getBigDecimal("amount") == null ? Optional.empty() : Optional.of(Rows.money(row, "amount")),
                Rows.date(row, "on_day").orElseThrow(), row.getString("code"), row.getString("reference"),
                row.getString("text"));
    }
}
