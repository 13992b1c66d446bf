package io.graceway.edge.document.reading;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import io.graceway.journey.account.Reject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The cells of one delimited record; only those that are asked for become text. */
final class CsvCells extends AbstractBaseCsvCallbackHandler<CsvCells> {

    private final int mostColumns;
    private final int longest;
    private String[] values = new String[64];
    private boolean[] wanted;
    private List<String> names = List.of();
    private boolean suspect;
    private int count;
    private int tooLong;
    private int refused;

    CsvCells(int mostColumns, int longest) {
        this.mostColumns = mostColumns;
        this.longest = longest;
    }

    /** How rejects call the columns. */
    void names(List<String> header) {
        names = header;
    }

    private String name(int column) {
        return column < names.size() ? names.get(column) : "column " + (column + 1);
    }

    void want(int[] columns) {
        boolean[] want = new boolean[mostColumns];
        for (int column : columns) {
            if (column >= 0 && column < mostColumns) {
                want[column] = true;
            }
        }
        wanted = want;
    }

    /** From now on look into every cell, also those that nobody asked for. */
    void suspect(boolean all) {
        suspect = all;
    }

    @Override
    protected void handleBegin(long line) {
        count = 0;
        tooLong = -1;
        refused = -1;
    }

    @Override
    protected void handleField(int index, char[] buffer, int from, int length, boolean quoted) {
        count++;
        if (index >= mostColumns) {
            return;
        }
        if (length > longest) {
            tooLong = tooLong < 0 ? index : tooLong;
        }
        if (index >= values.length) {
            values = Arrays.copyOf(values, values.length * 2);
        }
        boolean want = wanted == null || wanted[index];
        values[index] = want && length > 0 && length <= longest ? new String(buffer, from, length) : null;
        if (suspect && !want) {
            for (int i = from; i < from + length; i++) {
                refused = StrictReader.isRefused(buffer[i]) && refused < 0 ? index : refused;
            }
        }
    }

    @Override
    protected CsvCells buildRecord() {
        return this;
    }

    long line() {
        return getStartingLineNumber();
    }

    String value(int column) {
        return column < count ? values[column] : null;
    }

    List<String> all() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < Math.min(count, mostColumns); i++) {
            all.add(values[i] == null ? "" : values[i]);
        }
        return all;
    }

    /** What is wrong with the record as a whole, or null. */
    Reject fault(int expected, boolean exactly) {
        if (count > mostColumns || (exactly ? count != expected : count < expected)) {
            return new Reject(line(), "", "GW-DOC-003", "the record has " + count + " columns instead of " + expected
                    + "; check quotes and delimiters");
        }
        if (tooLong >= 0) {
            return new Reject(line(), name(tooLong), "GW-DOC-010", "the field is longer than " + longest
                    + " characters");
        }
        return refused < 0 ? null : new Reject(line(), name(refused), "GW-DOC-002",
                "the field holds control characters or bytes that are not of the declared charset");
    }
}
