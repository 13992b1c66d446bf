package io.graceway.edge.store.door;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which of several nodes at one PostgreSQL does passes and rounds: the database says so, by its own clock. Whoever has
 * the turn keeps it while it lives, and each transaction of its rounds holds on to the turn until it commits. A node
 * that was taken for dead can therefore commit nothing any more, whatever it still believes.
 */
public final class SharedTurn implements Turn {

    private static final Logger LOG = LoggerFactory.getLogger(SharedTurn.class);
    private static final String ROUNDS = "rounds";
    private static final long NONE = -1;

    private record Row(String node, long token, OffsetDateTime until, boolean over) {
    }

    private final JdbcTemplate jdbc;
    private final TransactionTemplate free;
    private final String node;
    private final LoneProcess process;
    private final Duration lease;
    /** The turn that the thread works under, if it works under one. */
    private final ThreadLocal<Long> under = new ThreadLocal<>();
    private volatile long token = NONE;
    private ScheduledExecutorService keeper;

    /**
     * @param node   name of this machine, as people know it
     * @param folder state folder: one process of a machine works in it
     * @param lease  how long nothing is heard of a node until another one may take its turn
     */
    public SharedTurn(DataSource source, String node, Path folder, Duration lease) {
        this.jdbc = new JdbcTemplate(source);
        this.free = new TransactionTemplate(new JdbcTransactionManager(source));
        this.node = node + ":" + folder;
        this.process = new LoneProcess(folder.resolve("turn-" + node.replaceAll("[^A-Za-z0-9.-]", "_") + ".lock"));
        this.lease = lease;
    }

    @Override
    public TransactionTemplate transactions() {
        return new TransactionTemplate(free.getTransactionManager()) {

            private static final long serialVersionUID = 1L;

            @Override
            public <T> T execute(TransactionCallback<T> work) {
                return super.execute(status -> {
                    hold();
                    return work.doInTransaction(status);
                });
            }
        };
    }

    @Override
    public synchronized boolean isMine() {
        under.remove();
        if (!process.isAlone()) {
            return false;
        }
        long mine = free.execute(status -> asked());
        if (mine != token && mine != NONE) {
            LOG.info("passes and rounds are done here, by {}", node);
        } else if (mine != token) {
            LOG.warn("passes and rounds are done by another node now, and not by {}", node);
        }
        token = mine;
        if (mine == NONE) {
            return false;
        }
        if (keeper == null) {
            keeper = keeping(lease.toMillis() / 3);
        }
        under.set(mine);
        return true;
    }

    @Override
    public void take() {
        if (isMine()) {
            return;
        }
        List<Row> other = row("");
        String who = other.isEmpty() || other.get(0).node.equals(node) ? "another process of this home"
                : "the node " + other.get(0).node;
        String until = other.isEmpty() ? "" : "; it has the turn until " + other.get(0).until.withOffsetSameInstant(
                ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS) + ", and longer while it lives";
        throw new StoreRefused("GW-STO-006", who + " does the passes and rounds of this store" + until
                + ": let it do this one, or end it first", null);
    }

    private ScheduledExecutorService keeping(long third) {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "keeps-the-turn");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleAtFixedRate(this::keep, third, third, TimeUnit.MILLISECONDS);
        return clock;
    }

    private long asked() {
        List<Row> now = row("");
        if (now.isEmpty()) {
            boolean first = jdbc.update("insert into turn (name, node, token, until) values (?, ?, 1, " + later() + ") "
                    + "on conflict (name) do nothing", ROUNDS, node, lease.toMillis()) == 1;
            return first ? 1 : NONE;
        }
        Row row = now.get(0);
        if (row.node.equals(node) && row.token == token) {
            return token;
        }
        // One process of this machine works in the folder: whoever had its name before is dead.
        if (!row.node.equals(node) && !row.over) {
            return NONE;
        }
        // Whatever that one still has open either commits before this is granted, or not at all.
        Row locked = row(" for update").get(0);
        if (locked.token != row.token || !locked.node.equals(node) && !locked.over) {
            return NONE;
        }
        jdbc.update("update turn set node = ?, token = token + 1, until = " + later() + " where name = ?", node,
                lease.toMillis(), ROUNDS);
        return locked.token + 1;
    }

    private List<Row> row(String lock) {
        return jdbc.query("select node, token, until, until < clock_timestamp() as over from turn where name = ?"
                + lock, (row, i) -> new Row(row.getString("node"), row.getLong("token"), row.getObject("until",
                OffsetDateTime.class), row.getBoolean("over")), ROUNDS);
    }

    private static String later() {
        return "clock_timestamp() + ? * interval '1 millisecond'";
    }

    private void hold() {
        Long mine = under.get();
        // It goes well with keeping the turn, and with nobody else's taking it.
        if (mine != null && jdbc.queryForList("select 1 from turn where name = ? and token = ? for key share",
                Integer.class, ROUNDS, mine).isEmpty()) {
            throw new StoreRefused("GW-STO-007", "nothing was heard of this node for " + lease.toSeconds()
                    + " seconds, and another one has taken over passes and rounds; what was begun here is "
                    + "finished there", null);
        }
    }

    private void keep() {
        try {
            jdbc.update("update turn set until = " + later() + " where name = ? and token = ?", lease.toMillis(),
                    ROUNDS, token);
        } catch (DataAccessException e) {
            // The next time may come early enough, and if not the database gives the turn to another node.
            LOG.warn("the turn could not be kept: {}", e.getClass().getSimpleName());
        }
    }

    /** Gives the turn back, so that the next node need not wait. */
    @Override
    public synchronized void close() {
        if (keeper != null) {
            keeper.shutdownNow();
        }
        if (token != NONE) {
            jdbc.update("update turn set until = clock_timestamp() where name = ? and token = ?", ROUNDS, token);
            token = NONE;
        }
        process.close();
    }
}
