package io.graceway.edge.store.console;

import io.graceway.edge.store.Rows;
import io.graceway.edge.store.console.Definition.Key;
import io.graceway.face.console.list.Lists;
import io.graceway.face.console.list.Wanted;
import io.graceway.journey.eligibility.AccountBook.Stage;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the console's tables; every page begins where the one before ended, at whatever depth. */
public final class SqlLists implements Lists {

    private static final String BETWEEN = "\n";
    private static final String IS_BALANCE = "balance = ?";
    private static final String ANY_CURRENCY = Currency.getAvailableCurrencies().stream().map(one -> "'"
            + one.getCurrencyCode() + "'").sorted().collect(Collectors.joining(", ", "currency in (", ")"));
    private static final String ANY_STAGE = "stage in (" + Arrays.stream(Stage.values()).map(one -> "'" + one + "'")
            .collect(Collectors.joining(", ")) + ")";

    private final JdbcTemplate jdbc;

    public SqlLists(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    @Override
    public List<Listing> all() {
        return Definitions.ALL.stream().map(one -> new Listing(one.name(), one.columns())).toList();
    }

    /** @param cells as the page has them; @param key where the next page begins if this row is the last */
    private record Line(List<Object> cells, String key) {
    }

    @Override
    public Page read(String listing, Map<String, String> filters, String after, int most) {
        Definition list = Definitions.of(listing);
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        list.columns().stream().filter(Column::filter).forEach(column -> filter(column, filters, conditions, values));
        if (list.name().equals("accounts") && conditions.contains(IS_BALANCE)) {
            // The index that has balances begins with the stage.
            conditions.add(ANY_STAGE);
        }
        if (!after.isEmpty()) {
            conditions.add(list.after());
            values.addAll(list.repeated(key(list, after)));
        }
        String where = conditions.isEmpty() ? "" : (list.from().contains(" where ") ? " and " : " where ")
                + String.join(" and ", conditions);
        values.add(most + 1);
        List<Line> lines = jdbc.query("select * from " + list.from() + where + " order by " + list.orderBy()
                + " limit ?", (row, i) -> new Line(cells(list, row), key(list, row)), values.toArray());
        List<Line> page = lines.subList(0, Math.min(most, lines.size()));
        return new Page(page.stream().map(Line::cells).toList(), lines.size() > most
                ? Optional.of(page.get(most - 1).key) : Optional.empty());
    }

    private static void filter(Column column, Map<String, String> filters, List<String> conditions,
                               List<Object> values) {
        String name = column.name();
        if (column.kind() == Kind.DAY || column.kind() == Kind.TIME) {
            day(filters, name + ".from").ifPresent(day -> {
                conditions.add(name + " >= ?");
                values.add(from(column, day));
            });
            day(filters, name + ".to").ifPresent(day -> {
                conditions.add(name + " < ?");
                values.add(from(column, day.plusDays(1)));
            });
        } else if (column.kind() == Kind.MONEY) {
            Optional.ofNullable(filters.get(name)).filter(text -> !text.isEmpty()).map(text -> Wanted.of(text)
                    .orElseThrow(() -> new IllegalArgumentException(name + " is no amount"))).ifPresent(wanted -> {
                conditions.add(wanted.currency().isEmpty() ? ANY_CURRENCY
                        : "currency in ('" + wanted.currency() + "')");
                conditions.add(name + " = ?");
                values.add(wanted.amount());
            });
        } else if (!filters.getOrDefault(name, "").isEmpty()) {
            conditions.add(name + " = ?");
            values.add(filters.get(name));
        }
    }

    private static Object from(Column column, LocalDate day) {
        return column.kind() == Kind.DAY ? day : day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    private static Optional<LocalDate> day(Map<String, String> filters, String name) {
        try {
            return Optional.ofNullable(filters.get(name)).filter(day -> !day.isEmpty()).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(name + " is no day", e);
        }
    }

    private static String key(Definition list, ResultSet row) throws SQLException {
        List<String> parts = new ArrayList<>();
        for (Key key : list.order()) {
            parts.add(key.kind() == Kind.TIME ? row.getObject(key.column(), OffsetDateTime.class).toInstant().toString()
                    : row.getString(key.column()));
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(String.join(BETWEEN, parts)
                .getBytes(StandardCharsets.UTF_8));
    }

    private static List<Object> key(Definition list, String after) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8).split(BETWEEN,
                    -1);
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < list.order().size(); i++) {
                values.add(value(list.order().get(i).kind(), parts[i]));
            }
            return values;
        } catch (IllegalArgumentException | DateTimeParseException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("no page begins there", e);
        }
    }

    private static Object value(Kind kind, String text) {
        return switch (kind) {
            case TIME -> Instant.parse(text).atOffset(ZoneOffset.UTC);
            case DAY -> LocalDate.parse(text);
            case COUNT -> Long.valueOf(text);
            default -> text;
        };
    }

    static List<Object> cells(Definition list, ResultSet row) throws SQLException {
        List<Object> cells = new ArrayList<>();
        for (Column column : list.columns()) {
            Object cell = column.kind() == Kind.ACCOUNT ? Rows.key(row).toString() : cell(column, row);
            cells.add(cell == null ? "" : cell);
        }
        return cells;
    }

    static Object cell(Column column, ResultSet row) throws SQLException {
        String name = column.name();
        return switch (column.kind()) {
            case MONEY -> row.getBigDecimal(name) == null ? null : Rows.money(row, name);
            case COUNT -> row.getLong(name);
            case RATE -> row.getBigDecimal(name);
            case DAY -> row.getObject(name, LocalDate.class);
            case TIME -> row.getObject(name) == null ? null : SqlConsoleView.time(row, name);
            default -> row.getString(name);
        };
    }
}
