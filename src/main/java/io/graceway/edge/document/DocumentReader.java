package io.graceway.edge.document;

import io.graceway.edge.document.mapping.Mapping;
import io.graceway.edge.document.mapping.OwnCode;
import io.graceway.edge.document.mapping.RecordMap;
import io.graceway.edge.document.reading.WireReader;
import io.graceway.edge.document.reading.WireReader.Row;
import io.graceway.edge.document.value.Misfit;
import io.graceway.edge.document.wire.BrokenFile;
import io.graceway.journey.delinquency.TableReader.LineSink;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one kind of document in one dialect. */
public final class DocumentReader {

    private final Mapping mapping;

    DocumentReader(Mapping mapping) {
        this.mapping = mapping;
    }

    /** Which of our documents it is. */
    public String document() {
        return mapping.document();
    }

    /**
     * Reads a whole file, streaming; every bad line stops only itself. Lines are given before the totals at the end of
     * the file are known: whoever takes them keeps them back until {@link FileTotals#agree()}.
     *
     * @param sink for rejects it is told the account or placement where that can be read
     * @return also for a file that breaks off: then the totals disagree and say where
     * @throws IOException only when the stream itself fails
     */
    public FileTotals read(InputStream in, LineSink sink) throws IOException {
        TotalsCount count = new TotalsCount(mapping.totals());
        List<List<RecordMap>> groups = mapping.groups(mapping.recordsOf(""));
        RowTaker taker = new RowTaker(groups, mapping.reference(), count, sink);
        try (WireReader wire = WireReader.of(mapping.format(), mapping.layoutOfGroups(groups), in)) {
            for (Row row = wire.next(); row != null; row = wire.next()) {
                taker.take(row);
            }
            taker.faults().forEach(count::wrong);
        } catch (BrokenFile e) {
            count.broken(e.reject());
        }
        return count.finish();
    }

    /** The code in that line that nobody knows; empty where it has none, or where it cannot be read so far. */
    public Optional<OwnCode.Unknown> unknown(InputStream in, long line, OwnCode.Lists lists) throws IOException {
        List<List<RecordMap>> groups = mapping.groups(mapping.recordsOf(""));
        try (WireReader wire = WireReader.of(mapping.format(), mapping.layoutOfGroups(groups), in)) {
            for (Row row = wire.next(); row != null; row = wire.next()) {
                if (row.line() == line && row.kind() >= 0 && row.fault() == null) {
                    Map<RecordMap, Row> chosen = new LinkedHashMap<>();
                    RowTaker.choose(groups, row, chosen);
                    return chosen.entrySet().stream().flatMap(one -> OwnCode.unknown(one.getKey(),
                            one.getValue(), lists).stream()).findFirst();
                }
            }
        } catch (BrokenFile | Misfit e) {
            // Whatever is wrong with it, it is no code.
            return Optional.empty();
        }
        return Optional.empty();
    }
}
