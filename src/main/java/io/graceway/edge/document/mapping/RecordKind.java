package io.graceway.edge.document.mapping;

import io.graceway.edge.document.config.Part;
import java.util.Locale;

/**
 * Which record of a layout it is, and of ours.
 *
 * @param name    the layout's
 * @param of      ours; empty where it is the layout's own
 * @param end     at which end of the file a record of the layout's own has to stand
 * @param ignored it is known and means nothing
 * @param table   the file it has to itself; empty where all records share one
 * @param sheet   of that file, where it is a workbook; empty for its only one
 * @param marker  value that marks it, or the path of its element in XML
 * @param accountOf record whose {@code id} it has in place of its account; empty where it has its account
 * @param length  characters of a fixed line, or columns of one without header; 0 as many as its fields take
 */
record RecordKind(String name, String of, End end, boolean ignored, String table, String sheet,
                  String accountOf, String marker, int length) {

    /** An end of the file; ANY where nothing is asked. */
    enum End {
        ANY, FIRST, LAST
    }

    /**
     * @param ours   whether our document has such a record
     * @param marked whether something on the wire tells the kinds apart
     */
    static RecordKind of(String name, Part part, boolean ours, boolean marked) {
        return new RecordKind(name, ours ? part.at("of").text(name) : "",
                End.valueOf(part.at("own").text("any").toUpperCase(Locale.ROOT)), part.at("ignored").flag(false),
                part.at("table").text(""), part.at("sheet").text(""),
                part.at("account-of").text(""), marked ? part.at("marker").text(name) : "",
                part.at("length").number(0));
    }

    boolean isOurs() {
        return !of.isEmpty();
    }
}
