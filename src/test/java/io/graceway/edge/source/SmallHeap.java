package io.graceway.edge.source;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.delinquency.AccountLines;
import io.graceway.journey.delinquency.AccountSource.Extract;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Run in a process of its own: reads a million item lines and writes down what came of them. */
final class SmallHeap {

    private SmallHeap() {
    }

    public static void main(String... folder) throws IOException {
        Path temp = Path.of(folder[0]);
        lay(temp.resolve("items.csv"));
        FileTerms terms = new FileTerms(temp.toString(), Map.of("item", "items.csv"), Set.of("item"), Optional.empty());
        long start = System.nanoTime();
        long items = 0;
        long accounts = 0;
        BigDecimal sum = BigDecimal.ZERO;
        try (Extract extract = new FileSource(terms, new PlainTables(), temp.resolve("spool")).open()) {
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

    private static void lay(Path file) throws IOException {
        try (PrintWriter items = new PrintWriter(Files.newBufferedWriter(file))) {
            items.println("account,id,due,open,currency,business,name,posted,terms,kind,reference,invoice");
            for (int i = 1; i <= 1_000_000; i++) {
                items.println((100_000_000L + (i * 7919L) % 120_000) + "," + (1_930_000_000L + i) + ".0,2020-03-15," + i
                        + ".00,USD,U001,Made Up Trading " + i % 120_000 + ",2020-02-27,NAA8,RV,R-" + i
                        + "," + i + ".0");
            }
        }
    }
}
