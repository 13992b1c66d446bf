package io.graceway.edge.document.preview;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Reject;
import io.graceway.journey.delinquency.TableReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** Has the tables of a source read by another reader, changes nothing of it, and shows every record to a person. */
public final class WatchedTables implements TableReader {

    private final TableReader reader;
    private final Charset charset;
    private final Watch watch;

    /** Who looks at it. */
    public interface Watch {

        /** @param before the line as it came, or the columns of a row */
        void line(String before, DocumentLine after);

        void reject(String table, String before, Reject why);
    }

    /** @param charset of files */
    public WatchedTables(TableReader reader, Charset charset, Watch watch) {
        this.reader = reader;
        this.charset = charset;
        this.watch = watch;
    }

    @Override
    public boolean needsWholeFiles() {
        return reader.needsWholeFiles();
    }

    @Override
    public Map<String, String> joins() {
        return reader.joins();
    }

    @Override
    public void read(String table, Path file, LineSink sink) throws IOException {
        try (Before before = new Before(file, charset)) {
            reader.read(table, file, new Shown(table, sink) {
                private String values;

                @Override
                String before(long number) {
                    return values == null ? before.line(number) : values;
                }

                @Override
                public void taken(String raw) {
                    values = raw;
                }
            });
        }
    }

    @Override
    public void read(String table, long number, Map<String, String> columns, LineSink sink) {
        reader.read(table, number, columns, new Shown(table, sink) {
            @Override
            String before(long any) {
                return columns.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining(", "));
            }
        });
    }

    /** Tells the person, then whoever reads. */
    private abstract class Shown implements LineSink {

        private final String table;
        private final LineSink sink;

        Shown(String table, LineSink sink) {
            this.table = table;
            this.sink = sink;
        }

        abstract String before(long number);

        @Override
        public void table(String name) {
            sink.table(name);
        }

        @Override
        public void line(DocumentLine line) {
            watch.line(before(line.number()), line);
            sink.line(line);
        }

        @Override
        public void reject(String account, Reject reject) {
            watch.reject(table, before(reject.line()), reject);
            sink.reject(account, reject);
        }
    }
}
