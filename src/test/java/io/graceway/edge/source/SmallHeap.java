package io.graceway.edge.source;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.delinquency.AccountLines;
import io.graceway.journey.delinquency.AccountSource.Extract;
import io.graceway.journey.delinquency.TableReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Run in a process of its own: reads a million item lines of a million invoices and writes down what came of them. */
final class SmallHeap {

    /** A line has the number of its invoice, and only the invoice its customer. */
    private static final TableReader READER = new PlainTables() {
        @Override
        public Map<String, String> joins() {
            return Map.of("item", "key");
        }
    };

    private SmallHeap() {
    }

    public static void main(String... folder) throws IOException {
        Path temp = Path.of(folder[0]);
        lay(temp.resolve("items.csv"), temp.resolve("heads.csv"));
        FileTerms terms = new FileTerms(temp.toString(), Map.of("item", "items.csv",
                "key", "heads.csv"), Set.of("item"), Optional.empty());
        long start = System.nanoTime();
        long items = 0;
        long accounts = 0;
        BigDecimal sum = BigDecimal.ZERO;
        try (Extract extract = new FileSource(terms, READER, temp.resolve("spool")).open()) {
            while (extract.hasNext()) {
                for (AccountLines account : extract.next()) {
                    accounts++;
                    for (DocumentLine line : account.of("item")) {
                        items++;
                        sum = sum.add(line.decimal("open").orElseThrow());
                    }
                }
            }
        }
        Files.writeString(temp.resolve("said"), items + " items of " + accounts + " accounts, " + sum + ", "
                + (System.nanoTime() - start) / 1_000_000 + " ms, -Xmx "
                + (Runtime.getRuntime().maxMemory() >> 20) + " MiB, "
                + (Files.size(temp.resolve("items.csv")) >> 20) + " MiB read");
    }

    private static void lay(Path lines, Path invoices) throws IOException {
        try (PrintWriter items = new PrintWriter(Files.newBufferedWriter(lines));
             PrintWriter heads = new PrintWriter(Files.newBufferedWriter(invoices))) {
            heads.println("account,id");
            items.println("account,id,due,open,currency,business,name,posted,terms,kind,reference,invoice");
            for (int i = 1; i <= 1_000_000; i++) {
                heads.println((100_000_000L + (i * 7919L) % 120_000) + ",R-" + i);
                items.println("R-" + i + "," + (1_930_000_000L + i) + ".0,2020-03-15," + i
                        + ".00,USD,U001,Made Up Trading " + i % 120_000 + ",2020-02-27,NAA8,RV,R-" + i
                        + "," + i + ".0");
            }
        }
    }
}
