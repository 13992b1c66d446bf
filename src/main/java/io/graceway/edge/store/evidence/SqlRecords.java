package io.graceway.edge.store.evidence;

import io.graceway.face.evidence.Records;
import io.graceway.face.evidence.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads what belongs to an evidence pack, row by row and in one transaction. */
public final class SqlRecords implements Records {

    private static final String HERS = "placement p on p.placement = x.placement where p.number = ?";
    private static final List<String> SUBJECTS = List.of(
            "select source || '/' || number || '/' || currency from account where number = ?",
            "select id from notice where number = ?", "select placement from placement where number = ?",
            "select delivery from placement where number = ?",
            "select x.delivery from agency_message x join " + HERS,
            "select x.agency || '/' || x.payment from agency_payment x join " + HERS,
            "select x.agency || '/' || x.payout from agency_payment x join " + HERS,
            "select x.agency || '/' || x.settled from agency_payment x join " + HERS);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    public SqlRecords(DataSource source, TransactionTemplate transaction) {
        this.jdbc = new JdbcTemplate(source);
        this.jdbc.setFetchSize(500);
        this.transaction = transaction;
    }

    @Override
    public Ids ids(Scope scope) {
        if (scope.account().isEmpty()) {
            Set<String> placements = all("select placement from placement where agency = ?", scope.agency());
            placements.add(scope.agency());
            return new Ids(Set.of(scope.agency()), placements);
        }
        Set<String> subjects = new HashSet<>();
        SUBJECTS.forEach(sql -> subjects.addAll(all(sql, scope.account())));
        Set<String> facts = all("select id from notice where number = ?", scope.account());
        facts.addAll(all("select placement from placement where number = ?", scope.account()));
        return new Ids(subjects, facts);
    }

    private Set<String> all(String sql, String of) {
        Set<String> all = new HashSet<>(jdbc.queryForList(sql, String.class, of));
        all.remove(null);
        return all;
    }

    @Override
    public void read(Scope scope, boolean personal, Sink sink) {
        transaction.executeWithoutResult(status -> {
            for (EvidenceTable table : EvidenceTable.ALL) {
                if (table.isPartOf(scope) && (personal || !table.personal())) {
                    read(table, scope, sink);
                }
            }
        });
    }

    private void read(EvidenceTable table, Scope scope, Sink sink) {
        try {
            sink.table(table.name(), table.columns(), table.personal());
        } catch (IOException e) {
            throw unwritten(e);
        }
        jdbc.query(table.sql(scope), (RowCallbackHandler) row -> {
            try {
                sink.row(cells(row, table.columns().size()));
            } catch (IOException e) {
                throw unwritten(e);
            }
        }, table.arguments(scope));
    }

    private static UncheckedIOException unwritten(IOException e) {
        return new UncheckedIOException("the evidence pack cannot be written", e);
    }

    private static List<String> cells(ResultSet row, int columns) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            int type = row.getMetaData().getColumnType(i);
            // PostgreSQL's driver calls both kinds of time by the same name.
            Object cell = type == Types.TIMESTAMP || type == Types.TIMESTAMP_WITH_TIMEZONE
                    ? row.getObject(i, OffsetDateTime.class) : row.getObject(i);
            cells.add(cell == null ? null : cell instanceof OffsetDateTime time ? time.toInstant().toString()
                    : cell instanceof BigDecimal number ? number.toPlainString() : cell.toString());
        }
        return cells;
    }
}
