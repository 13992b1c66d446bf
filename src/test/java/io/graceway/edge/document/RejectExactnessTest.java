package io.graceway.edge.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plant k faults in a valid file of n lines: exactly k rejects come back, each with its line, field and code. */
class RejectExactnessTest {

    /** What is planted: column, bad value, code that must come back. */
    private record Fault(int column, String value, String code) {
    }

    private static final String[] NAMES = {"payment_id", "placement", "kind", "reverses", "amount", "fee", "currency",
        "paid_on"};
    private static final List<Fault> FAULTS = List.of(new Fault(0, "", "GW-DOC-004"), new Fault(1, "", "GW-DOC-004"),
            new Fault(2, "payment", "GW-DOC-008"), new Fault(4, "1e3", "GW-DOC-006"),
            new Fault(4, "1,000.00", "GW-DOC-006"), new Fault(4, "-5.00", "GW-DOC-007"),
            new Fault(5, "5.", "GW-DOC-006"), new Fault(7, "2026-02-30", "GW-DOC-005"),
            new Fault(7, "20260401", "GW-DOC-005"), new Fault(0, "P\u0000", "GW-DOC-002"),
            new Fault(1, "\uFDD0", "GW-DOC-001"), new Fault(6, "x".repeat(4001), "GW-DOC-010"));

    @TempDir
    private Path folder;

    @Test
    void exactly_the_planted_faults_come_back_in_every_one_of_three_hundred_files() throws IOException {
        Dialects dialects = Dialects.shipped();
        long seed = Long.getLong("graceway.seed", new Random().nextLong());
        for (int file = 0; file < 300; file++) {
            Random random = new Random(seed + file);
            int size = 1 + random.nextInt(60);
            TreeMap<Integer, Fault> planted = new TreeMap<>();
            for (int k = random.nextInt(8); k > 0; k--) {
                planted.put(random.nextInt(size), FAULTS.get(random.nextInt(FAULTS.size())));
            }
            Home home = new Home(folder);
            byte[] wire = file(random, size, planted).getBytes(StandardCharsets.UTF_8);
            FileTotals totals = dialects.reader("flat-csv", "remittance").read(new ByteArrayInputStream(wire), home);
            List<String> expected = new ArrayList<>();
            planted.forEach((row, fault) -> expected.add((row + 2) + " " + NAMES[fault.column()] + " " + fault.code()));
            assertThat(home.faults()).as("seed " + seed + " file " + file).isEqualTo(expected);
            assertThat(home.lines).hasSize(size - planted.size());
            boolean unreadable = planted.values().stream().anyMatch(fault -> fault.column() >= 4
                    && fault.column() <= 6);
            assertThat(totals.agree()).as("seed " + seed + " file " + file + totals.disagreements())
                    .isEqualTo(!unreadable);
        }
    }

    private static String file(Random random, int size, TreeMap<Integer, Fault> planted) {
        StringBuilder wire = new StringBuilder("record," + String.join(",", NAMES) + ",records\n");
        long amounts = 0;
        long fees = 0;
        for (int row = 0; row < size; row++) {
            long amount = 1 + random.nextInt(1_000_000);
            long fee = amount / 5;
            amounts += amount;
            fees += fee;
            String[] cells = {"P-" + row, "PL-" + random.nextInt(99), "PAYMENT", "", money(amount),
                money(fee), "EUR", "2026-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10)};
            Fault fault = planted.get(row);
            if (fault != null) {
                cells[fault.column()] = fault.value().contains(",") ? "\"" + fault.value() + "\"" : fault.value();
            }
            wire.append("payment,").append(String.join(",", cells)).append(random.nextBoolean() ? ",\n" : ",\r\n");
        }
        return wire.append("trailer,,,,,").append(money(amounts)).append(',').append(money(fees)).append(",EUR,,")
                .append(size).append('\n').toString();
    }

    private static String money(long cents) {
        return cents / 100 + "." + (cents % 100 < 10 ? "0" : "") + cents % 100;
    }
}
