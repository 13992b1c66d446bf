package io.graceway.edge.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.delinquency.AccountLines;
import io.graceway.journey.delinquency.AccountSource.Extract;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartitionsTest {

    @TempDir
    Path temp;

    /** As large as a real export seen: 9,700 items, 664 customers. */
    @Test
    void gives_the_same_accounts_from_one_part_and_from_seven() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Path folder = Files.createDirectory(temp.resolve("in"));
        try (PrintWriter items = new PrintWriter(Files.newBufferedWriter(folder.resolve("items.csv")));
             PrintWriter contacts = new PrintWriter(Files.newBufferedWriter(folder.resolve("contacts.csv")))) {
            items.println("account,id,due,open,currency");
            contacts.println("account,outcome");
            for (int i = 0; i < 9_700; i++) {
                items.printf("%010d,%d.0,2020-03-%02d,%s,USD%n", 100_000_000 + random.nextInt(664), 1_930_000_000L + i,
                        1 + random.nextInt(28), random.nextInt(100) == 0 ? "damaged" : i + ".37");
            }
            for (int i = 0; i < 2_600; i++) {
                contacts.printf("%010d,NO_ANSWER%n", 100_000_000 + random.nextInt(700));
            }
        }
        long bytes = Files.size(folder.resolve("items.csv")) + Files.size(folder.resolve("contacts.csv"));
        List<AccountLines> one = read(folder, bytes + 1);
        List<AccountLines> seven = read(folder, bytes / 7 + 1);
        assertThat(described(seven)).as("seed " + seed).isEqualTo(described(one));
        assertThat(one).isSortedAccordingTo(Comparator.comparing(account -> account.number().value()));
        assertThat(seven).extracting(AccountLines::number).doesNotHaveDuplicates()
                .isNotEqualTo(one.stream().map(AccountLines::number).toList());
        assertThat(one.stream().mapToInt(account -> account.of("item").size() + account.rejects().size()).sum())
                .as("every line of the file is somewhere").isEqualTo(9_700);
    }

    @Test
    void a_million_item_lines_pass_through_a_heap_of_128_megabytes() throws Exception {
        Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-Xmx128m",
                "-XX:+ExitOnOutOfMemoryError", "-cp", System.getProperty("java.class.path"),
                SmallHeap.class.getName(), temp.toString()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).as(said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(Files.readString(temp.resolve("said")))
                .startsWith("1000000 items of 120000 accounts, 500000500000.00");
        assertThat(temp.resolve("spool")).isEmptyDirectory();
    }

    private List<AccountLines> read(Path folder, long partBytes) {
        FileTerms terms = new FileTerms(folder.toString(), Map.of("item", "items.csv", "contact", "contacts.csv"),
                Set.of("item"), Optional.empty());
        FileSource source = new FileSource(terms, new PlainTables(), temp.resolve("spool"), settle -> { }, partBytes);
        try (Extract extract = source.open()) {
            List<AccountLines> all = new ArrayList<>();
            extract.forEachRemaining(page -> {
                assertThat(page).hasSizeBetween(1, 1_000);
                all.addAll(page);
            });
            return all;
        }
    }

    private static List<String> described(List<AccountLines> accounts) {
        return accounts.stream().sorted(Comparator.comparing(account -> account.number().value()))
                .map(account -> account.number() + " " + account.rejects() + account.lines().stream()
                        .map(line -> line.number() + line.record() + line.fields()).toList()).toList();
    }
}
