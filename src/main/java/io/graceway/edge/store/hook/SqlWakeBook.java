package io.graceway.edge.store.hook;

import io.graceway.journey.delinquency.wake.Wakes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What sources said, in SQL. */
public final class SqlWakeBook implements Wakes.Book {

    /** Far longer than any sender tries again, and than any window in which its word is taken. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    public SqlWakeBook(DataSource source, TransactionTemplate transaction) {
        this.jdbc = new JdbcTemplate(source);
        this.transaction = transaction;
    }

    @Override
    public boolean heard(String source, Optional<String> event, Instant at) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (event.isPresent() && jdbc.update("insert into heard (source, event, at) values (?, ?, ?) on conflict "
                    + "do nothing", source, event.get(), SqlHookBook.utc(at)) == 0) {
                return false;
            }
            jdbc.update("insert into wake (source, reading) values (?, false) on conflict do nothing", source);
            jdbc.update("update wake set first_heard = coalesce(first_heard, cast(? as timestamp with time zone)), "
                    + "last_heard = ? where source = ?", SqlHookBook.utc(at), SqlHookBook.utc(at), source);
            return true;
        }));
    }

    @Override
    public List<String> due(Wakes.Terms terms, Instant now) {
        List<String> due = jdbc.queryForList("select source from wake where reading = false and first_heard is not null"
                + " and (last_heard <= ? or first_heard <= ?) and (taken is null or taken <= ?) or reading = true and "
                + "taken <= ? order by source", String.class, ago(now, terms.quiet()), ago(now, terms.patience()),
                ago(now, terms.pause()), ago(now, terms.lease()));
        if (!due.isEmpty()) {
            jdbc.update("delete from heard where at < ?", ago(now, KEPT));
        }
        return due.stream().filter(one -> jdbc.update("update wake set reading = true, taken = ?, first_heard = null "
                + "where source = ? and (reading = false or taken <= ?)", SqlHookBook.utc(now), one,
                ago(now, terms.lease())) > 0).toList();
    }

    private static Object ago(Instant now, Duration past) {
        return SqlHookBook.utc(now.minus(past));
    }

    @Override
    public void read(String source) {
        jdbc.update("update wake set reading = false where source = ?", source);
    }
}
