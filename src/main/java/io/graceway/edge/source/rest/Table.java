package io.graceway.edge.source.rest;

import io.graceway.edge.source.rest.Template.Values;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rows that are listed by a call, or by several, page by page.
 *
 * @param list       gives a page
 * @param paging     how the next page is asked for; absent where one answer holds all
 * @param account    column that says whose a row is; where it is absent the call is made for each account
 * @param key        column whose value no two rows share; absent for the account's number in the list of accounts
 * @param table      of the list of accounts: its rows are at the same time rows of this table
 * @param attributes further values of a row that the system keeps apart, as pairs of name and value
 * @param together   how the calls for many accounts go in one; absent for one by one
 * @param days       further columns that are days, by their names
 */
public record Table(Call list, Paging paging, String account, String key, String table, Attributes attributes,
                    Changeset together, Map<String, Day> days) {

    private static final int ROWS = 100;

    /**
     * How one gets from a page to the next.
     *
     * @param by   {@code offset}, {@code cursor}, {@code last}, {@code page}, {@code link} or {@code link-header}
     * @param size rows a page; absent for a hundred
     * @param at   place of the cursor or link in the answer; by {@code last} the column that is the next cursor
     * @param more by {@code last}: place that says whether there is more; absent to go on until a page is empty
     * @param pages by {@code page}: place in the first page of how many there are
     * @param next  by {@code page}: gives each of the others, with {@code {cursor}} of the first and {@code {page}}
     * @param count place of how many rows the whole list has; fewer or more are not taken for all of it
     */
    public record Paging(String by, Integer size, String at, String more, String pages, Call next, String count) {


        static final String OFFSET = "offset";
        static final String CURSOR = "cursor";
        static final String LAST = "last";
        static final String PAGE = "page";
        static final String LINK_HEADER = "link-header";

        boolean isBy(String way) {
            return way.equals(by);
        }

        int limit() {
            return size == null ? ROWS : size;
        }

        /** Refuses pages that nobody could ask for. */
        void check(String what, Set<String> known) {
            if (isBy(PAGE) && (at == null || pages == null || next == null)) {
                throw new IllegalArgumentException(what + " is paged by page: it needs at, pages and next");
            }
            if (isBy(PAGE)) {
                Set<String> more = new HashSet<>(known);
                more.addAll(Set.of("cursor", "limit", "page"));
                next.mustRead(what + " next", more);
            }
        }
    }

    /**
     * A day made of another: a due day of an invoice's day and its terms, or the day of a moment.
     *
     * @param at     column that begins with a day, as in {@code 2026-03-01T10:00:00Z}, or is {@code /Date(ms)/}
     * @param plus   days that are added; absent for none
     * @param unless column whose value is taken as it is where the row has one
     * @param time   the time of that day is kept, as the service writes it
     * @param zone   where the column has seconds since 1970: the zone whose day is meant
     */
    public record Day(String at, Integer plus, String unless, Boolean time, String zone) {

        /** Of OData V2. With minutes of an offset the milliseconds are those of the clock on the spot. */
        private static final Pattern TICKS = Pattern.compile("/Date\\((-?[0-9]{1,14})(?:[+-][0-9]{1,4})?\\)/");
        private static final int DAY = 10;
        private static final int MOMENT = 19;

        /** @return null where the row has no such day */
        String of(Map<String, String> row) {
            String given = unless == null ? "" : row.getOrDefault(unless, "");
            if (!given.isEmpty()) {
                return given;
            }
            int more = plus == null ? 0 : plus;
            try {
                String text = written(row.getOrDefault(at, ""));
                return Boolean.TRUE.equals(time) ? LocalDateTime.parse(begin(text, MOMENT)).plusDays(more).toString()
                        : LocalDate.parse(begin(text, DAY)).plusDays(more).toString();
            } catch (DateTimeException | NumberFormatException e) {
                return null;
            }
        }

        private static String begin(String text, int length) {
            return text.substring(0, Math.min(length, text.length()));
        }

        private String written(String text) {
            Matcher ticks = TICKS.matcher(text);
            return zone != null ? written(Long.parseLong(text), ZoneId.of(zone))
                    : ticks.matches() ? written(Math.floorDiv(Long.parseLong(ticks.group(1)), 1000L), ZoneOffset.UTC)
                    : text;
        }

        private static String written(long seconds, ZoneId where) {
            return LocalDateTime.ofInstant(Instant.ofEpochSecond(seconds), where)
                    .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
        }
    }

    /** A list of names and values that belongs to a row; each becomes a column {@code attributes.<name>}. */
    public record Attributes(Call list, String name, String value) {
    }

    void check(String what, Set<String> known) {
        list.mustRead(what, known);
        if (paging != null) {
            paging.check(what, known);
            checkPages(what, list.names());
        }
        if (together != null && (account != null || !list.call().startsWith("GET "))) {
            throw new IllegalArgumentException(what + " is read together: that is for a GET which is made for each"
                    + " account, so take out together, or account");
        }
        if (attributes != null) {
            // What a row has for columns only the service knows.
            attributes.list().mustRead("attributes of " + what, attributes.list().names());
        }
        days.forEach((name, day) -> {
            if (day.zone() != null && !ZoneId.getAvailableZoneIds().contains(day.zone())) {
                throw new IllegalArgumentException(what + " has no day " + name + ": there is no such time zone; use a"
                        + " name such as Europe/Berlin");
            }
        });
    }

    private void checkPages(String what, Set<String> names) {
        if (paging.isBy(Paging.OFFSET) && (!names.contains("offset") || !names.contains("limit") || key == null)) {
            throw new IllegalArgumentException(what + " is paged by offset: its call needs {offset} and {limit}, and"
                    + " key has to say in which column no two rows have the same");
        }
        if ((paging.isBy(Paging.CURSOR) || paging.isBy(Paging.LAST)) && !names.contains("cursor")) {
            throw new IllegalArgumentException(what + " is paged by " + paging.by() + ": its call needs {cursor}");
        }
        if (paging.at() == null && !paging.isBy(Paging.OFFSET) && !paging.isBy(Paging.LINK_HEADER)) {
            throw new IllegalArgumentException(what + " needs the place at which the " + paging.by()
                    + " stands in an answer");
        }
    }

    public Table {
        days = days == null ? Map.of() : days;
    }

    static Table of(Call list, Paging paging) {
        return new Table(list, paging, null, null, null, null, null, null);
    }

    /** What the call for the first page knows. */
    Values first(Values values) {
        return paging == null ? values : Values.of(Map.of("offset", "0", "limit", Integer.toString(paging.limit()),
                "cursor", ""), values);
    }

    /** The same for a list of accounts: no two rows may be of one account. */
    Table ofAccounts() {
        return new Table(list, paging, account, key == null ? account : key, table, attributes, together, days);
    }
}
