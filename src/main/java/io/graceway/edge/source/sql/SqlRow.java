package io.graceway.edge.source.sql;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** A row as exact text: numbers without an exponent, days and times as ISO 8601 writes them, nulls left out. */
final class SqlRow {

    private SqlRow() {
    }

    static Map<String, String> columns(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String text = text(row, i, columns);
            if (text != null) {
                texts.put(columns.getColumnLabel(i), text);
            }
        }
        return texts;
    }

    private static String text(ResultSet row, int column, ResultSetMetaData columns) throws SQLException {
        return switch (columns.getColumnType(column)) {
            case Types.NUMERIC, Types.DECIMAL -> plain(row.getBigDecimal(column));
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> floating(row.getString(column));
            case Types.DATE -> day(row.getObject(column, LocalDate.class));
            case Types.TIMESTAMP -> isZoned(columns.getColumnTypeName(column)) ? moment(row, column)
                    : time(row, column);
            case Types.TIMESTAMP_WITH_TIMEZONE -> moment(row, column);
            default -> row.getString(column);
        };
    }

    private static String plain(BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    /** Not a number and infinity stay as they are written; whoever reads an amount refuses them. */
    private static String floating(String number) {
        return number == null || !Character.isDigit(number.charAt(number.length() - 1)) ? number
                : new BigDecimal(number).toPlainString();
    }

    private static String day(LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static String time(ResultSet row, int column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    }

    private static String moment(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
    }

    /** PostgreSQL reports a timestamp with time zone as a plain timestamp. */
    private static boolean isZoned(String type) {
        return type.equalsIgnoreCase("timestamptz");
    }
}
