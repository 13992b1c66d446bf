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

/** Rows as exact text: numbers without an exponent, days and times as ISO 8601 writes them, nulls left out. */
final class SqlRow {

    private final ResultSet row;
    private final String[] labels;
    private final int[] types;

    /** What its columns are is asked once: some drivers look it up each time. */
    SqlRow(ResultSet row) throws SQLException {
        this.row = row;
        ResultSetMetaData columns = row.getMetaData();
        this.labels = new String[columns.getColumnCount()];
        this.types = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = columns.getColumnLabel(i + 1);
            types[i] = isZoned(columns.getColumnTypeName(i + 1)) ? Types.TIMESTAMP_WITH_TIMEZONE
                    : columns.getColumnType(i + 1);
        }
    }

    /** The row on which the result stands. */
    Map<String, String> columns() throws SQLException {
        Map<String, String> texts = new LinkedHashMap<>(labels.length * 2);
        for (int i = 0; i < labels.length; i++) {
            String text = text(i + 1, types[i]);
            if (text != null) {
                texts.put(labels[i], text);
            }
        }
        return texts;
    }

    private String text(int column, int type) throws SQLException {
        return switch (type) {
            case Types.NUMERIC, Types.DECIMAL -> plain(row.getBigDecimal(column));
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> floating(row.getString(column));
            case Types.DATE -> day(row.getObject(column, LocalDate.class));
            case Types.TIMESTAMP -> time(row, column);
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
