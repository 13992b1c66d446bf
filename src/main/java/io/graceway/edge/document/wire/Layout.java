package io.graceway.edge.document.wire;

import java.util.List;

/**
 * Where everything stands in one file: its kinds of record and the places of their values.
 *
 * @param marker address of the value that tells the kinds apart; empty where there is one kind or XML paths tell them
 */
public record Layout(String marker, List<Kind> kinds) {

    /**
     * One kind of record.
     *
     * @param name   our name for it
     * @param marker value that marks it, or the path of its element in XML
     * @param slots  its values, in the order in which rows give them
     * @param length characters of a fixed line, or columns of one without header; 0 as many as its values take
     */
    public record Kind(String name, String marker, List<Slot> slots, int length) {

        /** How many columns its values take where no header names them. */
        public int columns() {
            return slots.stream().mapToInt(slot -> Integer.parseInt(slot.address())).max().orElse(0);
        }
    }

    /**
     * Where one value stands.
     *
     * @param address  column name or number, {@code from-to} counted from 1, JSON pointer, or path below the element
     * @param right    fixed width: stands at the right of its place
     * @param fill     fixed width: what fills the rest of its place
     * @param mayLack  whether the whole column may be missing from a header
     * @param json     how it is written in JSON
     */
    public record Slot(String address, boolean right, char fill, boolean mayLack, JsonKind json) {

        public Slot(String address) {
            this(address, false, ' ', false, JsonKind.STRING);
        }
    }

    /** What a value is in JSON. */
    public enum JsonKind {
        STRING, NUMBER, BOOLEAN
    }

    /** Positions in a fixed line, counted from 1, both ends included. */
    public record Span(int from, int to) {

        /** Reads {@code 5-13} or {@code 23}; nothing else. */
        public static Span of(String address) {
            int dash = address.indexOf('-');
            Span span = new Span(Integer.parseInt(dash < 0 ? address : address.substring(0, dash)),
                    Integer.parseInt(address.substring(dash + 1)));
            if (span.from < 1 || span.to < span.from || span.to > 1_000_000) {
                throw new IllegalArgumentException("positions are counted from 1 and run upwards");
            }
            return span;
        }

        public int width() {
            return to - from + 1;
        }
    }
}
