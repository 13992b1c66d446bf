package io.graceway.edge.document.wire;

import io.graceway.edge.document.edifact.Agreed;
import java.nio.charset.Charset;
import java.util.List;

/**
 * How the bytes of a document are to be taken.
 *
 * @param charset declared, never guessed
 * @param edifact what is agreed about interchanges; null for any other form
 * @param lineEnd what ends a written line; both are read
 */
public record WireFormat(Form form, Charset charset, Csv csv, Fixed fixed, Json json, Xml xml, Xlsx xlsx,
                         Agreed edifact, String lineEnd, Limits limits) {

    /** The forms one engine knows; rows are columns that somebody else took apart. */
    public enum Form {
        CSV, FIXED, JSON, XML, XLSX, EDIFACT, ROWS
    }

    /** @param header whether the first line names the columns; without it columns are numbers counted from 1 */
    public record Csv(char delimiter, char quote, boolean header) {
    }

    /**
     * @param length    characters that every line has; 0 where lines end with their last field
     * @param shortToo  whether a shorter line counts as filled up with blanks
     */
    public record Fixed(int length, boolean shortToo) {
    }

    /**
     * @param lines one object a line instead of one array
     * @param list  names that lead to the array, where it is not the whole
     */
    public record Json(boolean lines, List<String> list) {
    }

    /**
     * @param root      name of the root element
     * @param namespace of every element; empty where there is none
     */
    public record Xml(String root, String namespace) {
    }

    /** @param headerRow the row that names the columns; 0 the first that is not blank */
    public record Xlsx(int headerRow) {
    }

    /**
     * What a file may ask of us at most.
     *
     * @param lineLength  characters of one record
     * @param fieldLength characters of one field
     * @param columns     of one record
     * @param rows        records of one file
     * @param bytes       of one file
     */
    public record Limits(int lineLength, int fieldLength, int columns, long rows, long bytes) {

        public static final Limits USUAL = new Limits(65_536, 4_000, 512, 10_000_000, 2L << 30);
    }
}
