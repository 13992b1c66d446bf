package io.graceway.edge.store;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Adds many rows to a table at once: by COPY where the store is PostgreSQL, by batch elsewhere, in the running
 * transaction.
 */
public final class Bulk {

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
                        .copyIn("copy " + table + " (" + columns + ") from stdin", new StringReader(text(rows)));
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

    private static void append(StringBuilder text, Object value) {
        if (value == null) {
            text.append("\\N");
            return;
        }
        String plain = value instanceof java.math.BigDecimal decimal ? decimal.toPlainString() : value.toString();
        for (int i = 0; i < plain.length(); i++) {
            switch (plain.charAt(i)) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(plain.charAt(i));
            }
        }
    }
}
