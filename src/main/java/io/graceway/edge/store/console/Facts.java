package io.graceway.edge.store.console;

import io.graceway.edge.store.Rows;
import io.graceway.face.console.ConsoleView.Fact;
import io.graceway.face.console.ConsoleView.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What a row says, in the order in which it is asked; what is not known is left out. */
final class Facts {

    private final ResultSet row;
    private final List<Fact> list = new ArrayList<>();

    Facts(ResultSet row) {
        this.row = row;
    }

    List<Fact> list() {
        return List.copyOf(list);
    }

    Facts texts(String... columns) throws SQLException {
        for (String column : columns) {
            put(column, row.getString(column), false);
        }
        return this;
    }

    /** Numbers that can be searched for in their turn. */
    Facts numbers(String... columns) throws SQLException {
        for (String column : columns) {
            number(column, row.getString(column));
        }
        return this;
    }

    Facts number(String name, String value) {
        put(name, value, true);
        return this;
    }

    Facts said(String name, String value, boolean number) {
        put(name, value, number);
        return this;
    }

    /** What was said under that name. */
    List<String> values(String name) {
        return list.stream().filter(one -> one.name().equals(name)).map(Fact::value).toList();
    }

    Facts days(String... columns) throws SQLException {
        for (String column : columns) {
            LocalDate day = row.getObject(column, LocalDate.class);
            put(column, day == null ? null : day.toString(), false);
        }
        return this;
    }

    Facts times(String... columns) throws SQLException {
        for (String column : columns) {
            put(column, text(SqlConsoleView.time(row, column)), false);
        }
        return this;
    }

    Facts money(String column, String name) throws SQLException {
        put(name, row.getBigDecimal(column) == null ? null : Rows.money(row, column).toString(), false);
        return this;
    }

    void step(Step step) {
        put("rung " + step.rung(), text(step.at()) + "  " + step.evidence(), false);
    }

    private static String text(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private void put(String name, String value, boolean number) {
        if (value != null && !value.isEmpty()) {
            list.add(new Fact(name.replace('_', ' '), value, number));
        }
    }
}
