package io.graceway.edge.store.console;

import io.graceway.face.console.list.Lists.Column;
import io.graceway.face.console.list.Lists.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of the console: where its rows are, in which order, and what is shown of them.
 *
 * @param from  what follows {@code from} in SQL
 * @param order columns that name a row, and each row only once; an index has them in this order
 */
record Definition(String name, String from, List<Key> order, List<Column> columns) {

    /** @param down whether the greatest comes first */
    record Key(String column, Kind kind, boolean down) {

        static Key of(String spelled) {
            boolean down = spelled.startsWith("-");
            String[] parts = spelled.substring(down ? 1 : 0).split(":");
            return new Key(parts[0], Kind.of(parts), down);
        }
    }

    /**
     * A table, spelled short.
     *
     * @param order   {@code column} or {@code column:KIND}, with a minus before it where the greatest comes first
     * @param columns the same, with {@code ?} before a column that rows can be asked for by
     */
    static Definition of(String name, String from, String order, String columns) {
        return new Definition(name, from, Arrays.stream(order.split("\\s+")).map(Key::of).toList(),
                Column.all(columns));
    }

    /** A condition for the rows after one of them, with the key's values as parameters, as {@link #repeated} gives. */
    String after() {
        // The first key by itself leads the index to where it has to begin.
        Key first = order.get(0);
        return first.column + (first.down ? " <= ? and (" : " >= ? and (") + after(0) + ")";
    }

    private String after(int at) {
        Key key = order.get(at);
        String beyond = key.column + (key.down ? " < ?" : " > ?");
        return at + 1 == order.size() ? beyond
                : beyond + " or " + key.column + " = ? and (" + after(at + 1) + ")";
    }

    /** The values once for each mark in {@link #after}. */
    List<Object> repeated(List<Object> values) {
        Stream<Object> rest = java.util.stream.IntStream.range(0, values.size()).boxed().flatMap(at -> at + 1
                == values.size() ? Stream.of(values.get(at)) : Stream.of(values.get(at), values.get(at)));
        return Stream.concat(Stream.of(values.get(0)), rest).toList();
    }

    String orderBy() {
        return order.stream().map(key -> key.column + (key.down ? " desc" : "")).collect(Collectors.joining(", "));
    }
}
