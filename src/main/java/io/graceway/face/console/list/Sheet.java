package io.graceway.face.console.list;

import io.graceway.face.console.list.Lists.Column;
import java.util.List;

/**
 * A table that is made whole: few rows, and no pages.
 *
 * @param name  as its texts are called
 * @param rows  cells in the order of the columns, as {@link Lists.Page} has them, or {@code BigDecimal} for a rate
 * @param about what of, behind the words for it
 * @param bars  column whose numbers are shown as bars too; empty for none
 * @param count column that says of how many a row is: rows of few are greyed; empty for none
 */
public record Sheet(String name, List<Column> columns, List<List<Object>> rows, String about, String bars,
                    String count) {

    /** Without bars. */
    public Sheet(String name, List<Column> columns, List<List<Object>> rows) {
        this(name, columns, rows, "", "", "");
    }

    /** @param columns as {@link Column#all} takes them */
    public static Sheet of(String name, String columns, List<List<Object>> rows) {
        return new Sheet(name, Column.all(columns), rows);
    }

    public Sheet about(String what) {
        return new Sheet(name, columns, rows, what, bars, count);
    }

    /** The same with the numbers of that column as bars. */
    public Sheet bars(String column) {
        return new Sheet(name, columns, rows, about, column, count);
    }

    /** The same with rows greyed that are of few, as that column says. */
    public Sheet count(String column) {
        return new Sheet(name, columns, rows, about, bars, column);
    }

    int at(String column) {
        return columns.stream().map(Column::name).toList().indexOf(column);
    }
}
