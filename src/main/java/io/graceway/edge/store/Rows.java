package io.graceway.edge.store;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.AccountNumber;
import io.graceway.journey.account.Money;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** How the journey's values are spelled in the store's columns. */
public final class Rows {

    private Rows() {
    }

    /** Leaves those values out; empty when there is none. {@link #and} gives the arguments. */
    public static String except(String column, Collection<String> values) {
        return values.isEmpty() ? "" : " and " + column + " not in (?" + ",?".repeat(values.size() - 1) + ")";
    }

    public static Object[] and(Object first, Collection<String> more) {
        return Stream.concat(Stream.of(first), more.stream()).toArray();
    }

    public static AccountKey key(ResultSet row) throws SQLException {
        return new AccountKey(row.getString("source"), new AccountNumber(row.getString("number")),
                row.getString("currency"));
    }

    public static Money money(ResultSet row, String column) throws SQLException {
        return new Money(row.getBigDecimal(column), row.getString("currency"));
    }

    public static Optional<LocalDate> date(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    /** Rows whose column, with which the statement ends, is one of many values. */
    public static <T> List<T> in(JdbcTemplate jdbc, String select, Collection<String> values, RowMapper<T> mapper,
                                 Object... first) {
        return in(jdbc, select, "", values, mapper, first);
    }

    /**
     * The same, locked until the transaction ends, always in the order of that column so that nobody waits crosswise.
     */
    public static <T> List<T> locked(JdbcTemplate jdbc, String select, String column, Collection<String> values,
                                     RowMapper<T> mapper, Object... first) {
        return in(jdbc, select + " " + column, " order by " + column + " for update", values, mapper, first);
    }

    /** One row for each of the values that has any; the select ends before the list. */
    public static <T> List<T> grouped(JdbcTemplate jdbc, String select, String by, Collection<String> values,
                                      RowMapper<T> mapper, Object... first) {
        return in(jdbc, select, " group by " + by, values, mapper, first);
    }

    private static <T> List<T> in(JdbcTemplate jdbc, String select, String tail, Collection<String> values,
                                  RowMapper<T> mapper, Object... first) {
        return values.isEmpty() ? List.of() : jdbc.query(select + " = any(cast(? as varchar array))" + tail,
                statement -> {
                    for (int i = 0; i < first.length; i++) {
                        statement.setObject(i + 1, first[i]);
                    }
                    statement.setArray(first.length + 1, array(statement, values));
                }, mapper);
    }

    /** The values as one parameter, each once. */
    public static Array array(PreparedStatement statement, Collection<String> values) throws SQLException {
        return statement.getConnection().createArrayOf("varchar", values.stream().distinct().toArray());
    }
}
