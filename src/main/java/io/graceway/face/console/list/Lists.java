package io.graceway.face.console.list;

import io.graceway.face.console.ConsoleView;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Every table there is to look at, and its rows. */
public interface Lists {

    /** What the cells of a column are: how they are spelled and where they lead. */
    enum Kind {
        TEXT,
        /** A technical name that there is a word for, on pages. */
        WORD,
        /** An account's key. */
        ACCOUNT,
        /** A number that can be searched for. */
        NUMBER,
        /** The key of a posting that people have to make. */
        WORK,
        /** The number of a delivery. */
        DELIVERY,
        /** An agency's id. */
        AGENCY,
        /** A source's id. */
        SOURCE,
        /** An error code of ours. */
        CODE, MONEY, COUNT,
        /** A number with digits behind the point. */
        RATE, DAY, TIME;

        /** Of {@code name} or {@code name:KIND}, in its parts. */
        public static Kind of(String... parts) {
            return parts.length == 1 ? TEXT : valueOf(parts[1].toUpperCase(Locale.ROOT));
        }

        /** Where a cell of this kind leads; empty for nowhere. */
        String link(String text) {
            return text.isEmpty() ? "" : switch (this) {
                case DELIVERY -> ConsoleView.delivery(text);
                case NUMBER -> ConsoleView.link(text);
                case ACCOUNT -> ConsoleView.account(text);
                case WORK -> "/posting?key=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
                case AGENCY -> "/agencies/" + text;
                case SOURCE -> "/sources/" + text;
                default -> "";
            };
        }

        /** Numbers stand to the right, and what has no place to break stays on one line. */
        String style() {
            return switch (this) {
                case MONEY, COUNT, RATE -> "n";
                case DAY, TIME, CODE -> "w";
                default -> "t";
            };
        }
    }

    /** @param filter whether rows can be asked for by it: by a value, or by the first and last day */
    record Column(String name, Kind kind, boolean filter) {

        /** Columns, spelled short: {@code name} or {@code name:KIND}, with {@code ?} before one to ask by. */
        public static List<Column> all(String spelled) {
            return Arrays.stream(spelled.trim().split("\\s+")).map(one -> {
                String[] parts = one.replace("?", "").split(":");
                return new Column(parts[0], Kind.of(parts), one.startsWith("?"));
            }).toList();
        }
    }

    /** @param name as its address and the word for it are called */
    record Listing(String name, List<Column> columns) {

        public List<Column> filters() {
            return columns.stream().filter(Column::filter).toList();
        }
    }

    /**
     * @param rows cells in the order of the columns: {@code Money}, {@code Long}, {@code LocalDate}, {@code Instant} or
     *             text; empty text where there is nothing
     * @param next where the next page begins; empty on the last one
     */
    record Page(List<List<Object>> rows, Optional<String> next) {
    }

    List<Listing> all();

    /**
     * A page of rows.
     *
     * @param filters the column's name to what its value has to be; a day's {@code NAME.from} and {@code NAME.to}
     * @param after   what the page before gave as next; empty for the first
     * @throws IllegalArgumentException when {@code after} or a day is none
     */
    Page read(String listing, Map<String, String> filters, String after, int most);
}
