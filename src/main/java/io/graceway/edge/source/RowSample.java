package io.graceway.edge.source;

import io.graceway.edge.source.folder.Sha256;
import io.graceway.edge.source.spool.AccountPages;
import io.graceway.edge.source.spool.Spool;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.delinquency.AccountLines;
import io.graceway.journey.delinquency.AccountSource;
import io.graceway.journey.delinquency.TableReader;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows that somebody wrote down, read as those of a database or a service are.
 *
 * @param tables table to its rows, each column to its text
 */
public record RowSample(Map<String, List<Map<String, String>>> tables, TableReader reader) implements AccountSource {

    @Override
    public Extract open() {
        Spool spool = Spool.inMemory();
        MessageDigest digest = Sha256.begin();
        tables.forEach((table, rows) -> {
            for (int i = 0; i < rows.size(); i++) {
                rows.get(i).forEach((name, text) -> Sha256.add(digest, table, name, text));
                reader.read(table, i + 1, rows.get(i), spool);
            }
        });
        return new Rows(spool, spool.pages(), Sha256.hex(digest));
    }

    @Override
    public List<CheckStep> check() {
        return List.of();
    }

    private record Rows(Spool spool, AccountPages pages, String digest) implements Extract {

        @Override
        public boolean hasNext() {
            return pages.hasNext();
        }

        @Override
        public List<AccountLines> next() {
            return pages.next();
        }

        @Override
        public Set<String> missingTables() {
            return Set.of();
        }

        @Override
        public List<Astray> unattributed() {
            return spool.unattributed();
        }

        @Override
        public long ignoredLines() {
            return pages.ignored();
        }

        @Override
        public long customers() {
            return pages.customers();
        }

        @Override
        public void close() {
            spool.close();
        }
    }
}
