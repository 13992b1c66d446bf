package io.graceway.edge.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Adds or changes many rows at once, in the running transaction; adds by COPY where the store is PostgreSQL, by batch
 * elsewhere.
 */
public final class Bulk {

    private static final int PIECE = 64 * 1024;

    private final JdbcTemplate jdbc;
    private final DataSource source;

    public Bulk(DataSource source) {
        this.source = source;
        this.jdbc = new JdbcTemplate(source);
    }

    /** @param columns comma separated; every row has a value for each, {@code null} included */
    public void insert(String table, String columns, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            if (connection.isWrapperFor(PGConnection.class)) {
                connection.unwrap(PGConnection.class).getCopyAPI()
                        .copyIn("copy " + table + " (" + columns + ") from stdin",
                        new ByteArrayInputStream(text(rows).getBytes(StandardCharsets.UTF_8)), PIECE);
                return;
            }
        } catch (SQLException e) {
            throw jdbc.getExceptionTranslator().translate("copy " + table, null, e);
        } catch (IOException e) {
            throw new DataAccessResourceFailureException("copy " + table, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
        String marks = "?" + ", ?".repeat(rows.get(0).length - 1);
        jdbc.batchUpdate("insert into " + table + " (" + columns + ") values (" + marks + ")", rows);
    }

    /**
     * Changes many rows of a table at once: in one statement, which both databases know.
     *
     * @param table  with its alias
     * @param where  which row of it belongs to a row {@code g}, and may only be one
     * @param set    what becomes of it, in terms of both
     * @param given  what {@code g} has, each a name and a type of one word or in brackets, comma separated
     * @param rows   a value for each, {@code null} included
     * @return how many rows were changed
     */
    public int update(String table, String where, String set, String given, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        String[] columns = given.split(", ");
        String names = Arrays.stream(columns).map(one -> one.substring(0, one.indexOf(' ')))
                .collect(Collectors.joining(", "));
        String arrays = Arrays.stream(columns).map(one -> "cast(? as" + one.substring(one.indexOf(' ')) + " array)")
                .collect(Collectors.joining(", "));
        return jdbc.update("merge into " + table + " using (select * from unnest(" + arrays + ") as u(" + names
                + ")) g on " + where + " when matched then update set " + set, statement -> {
                    for (int i = 0; i < columns.length; i++) {
                        int column = i;
                        statement.setArray(i + 1, statement.getConnection().createArrayOf("varchar",
                                rows.stream().map(row -> plain(row[column])).toArray()));
                    }
                });
    }

    /** Lets PostgreSQL see how large a table has become, which it would by itself a minute later; H2 counts anyway. */
    public void measure(String table) {
        jdbc.execute((ConnectionCallback<Void>) connection -> {
            if (connection.isWrapperFor(PGConnection.class)) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("analyze " + table);
                }
            }
            return null;
        });
    }

    private static String text(List<Object[]> rows) {
        StringBuilder text = new StringBuilder(rows.size() * 256);
        for (Object[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                append(text.append(i == 0 ? "" : "\t"), row[i]);
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String plain(Object value) {
        return value == null ? null : value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }

    private static void append(StringBuilder text, Object value) {
        if (value == null) {
            text.append("\\N");
            return;
        }
        String plain = plain(value);
        boolean special = plain.indexOf('\\') >= 0 || plain.indexOf('\t') >= 0 || plain.indexOf('\n') >= 0
                || plain.indexOf('\r') >= 0;
        text.append(special ? plain.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")
                .replace("\r", "\\r") : plain);
    }
}
