package io.graceway.edge.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.graceway.edge.document.config.CheckedYaml;
import io.graceway.edge.document.config.ConfigRefused;
import io.graceway.journey.account.Reject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever arrives, every reader answers with lines, coded rejects or a coded refusal, and soon. */
class HostileInputTest {

    private static final Path SEEDS = Path.of("src/test/resources/io/graceway/edge/document/HostileInputTestInputs");
    private static final String FIELDS = """
            {payment-id: %s, placement: %s, kind: %s, amount: {at: %s, type: decimal},
                fee: {at: %s, type: minor, currency: currency}, currency: %s, paid-on: {at: %s, type: date}}
            """;

    @TempDir
    private static Path folder;
    private static Dialects dialects;

    @BeforeAll
    static void maps() {
        String limits = "limits: {line-length: 2000, field-length: 200, rows: 200, columns: 20, bytes: 100000}\n";
        dialects = new Home(folder)
                .with("csv/remittance.in", "extends: flat-csv\n" + limits)
                .with("json/remittance.in", "extends: flat-json\n" + limits)
                .with("lines/remittance.in", "extends: json\njson: {form: lines}\n")
                .with("fixed/remittance.in", "format: fixed\n" + limits + "records:\n  payment:\n    fields: "
                        + FIELDS.formatted("1-4", "5-8", "9-15", "16-20", "21-24", "25-27", "28-37"))
                .with("kinds/remittance.in", """
                        document: report
                        format: csv
                        csv: {delimiter: "|", header: false}
                        marker: "1"
                        """ + limits + """
                        records:
                          begin: {own: first, marker: H, fields: {on: {at: "2", type: date, pattern: [yyyyMMdd,
                            iso-moment]}}}
                          payment: {marker: P, when: "wire['4'].matches('^[0-9]+$')", fields: {payment-id: {at: ["2",
                            "3"]}, placement: "2", kind: {constant: PAYMENT}, amount: {at: "4", type: minor,
                            currency: currency}, fee: {type: decimal, constant: "0"}, currency: {constant: USD},
                            paid-on: {at: "5", type: date, pattern: [yyyyMMdd, dd.MM.yyyy], absent: ["19000101"]}}}
                          closure: {marker: P, when: "wire['6'] == 'X'", fields: {placement: "2", code: {at: "6",
                            codes: {X: RETURNED}}, closed-on: {at: "5", type: date}}}
                          nothing: {of: closure, marker: P, when: "wire['6'] == '-'", ignored: true}
                          end: {own: last, marker: T, fields: {records: {at: "2", type: integer}}}
                        totals: {of: [payment, closure, nothing], sums: {}, records: records, declared-by: end}
                        """)
                .with("nested/remittance.in", "extends: flat-json\njson: {list: /a/b}\n" + limits)
                .with("short/remittance.in", "extends: fixed\nfixed: {short-lines: fill}\n")
                .with("edifact/remittance.in", "format: edifact\nedifact: {message: DEBREC, release: 21A}\n" + limits
                        + "records:\n  payment:\n    marker: GIR/EVE\n    fields: " + FIELDS.formatted("GIR/EVE.4.1",
                        "GIR.2.1", "GIR/EVE.2.4", "'GIR/EVE/GEI/ARD[1.4=A]/MOA[305].1.2'",
                        "'GIR/EVE/GEI/ARD[1.4=F]/MOA[265].1.2'", "'GIR/EVE/GEI/ARD[1.4=A]/MOA[305].1.3'",
                        "GIR/EVE/DTM.1.2"))
                .with("xml/remittance.in", "format: xml\nxml: {root: R}\n" + limits + "records:\n  payment:\n"
                        + "    marker: /R/L/P\n    fields: " + FIELDS.formatted("'@id'", "C/N", "K", "A", "A/@fee",
                        "A/@ccy", "D")).dialects();
    }

    @FuzzTest
    void csv(byte[] data) throws IOException {
        read("csv", data);
        read("kinds", data);
    }

    @FuzzTest
    void json(byte[] data) throws IOException {
        read("json", data);
        read("lines", data);
        read("nested", data);
    }

    @FuzzTest
    void fixed(byte[] data) throws IOException {
        read("fixed", data);
        read("short", data);
    }

    @FuzzTest
    void xml(byte[] data) throws IOException {
        read("xml", data);
    }

    @FuzzTest
    void edifact(byte[] data) throws IOException {
        read("edifact", data);
    }

    @FuzzTest
    void yaml(byte[] data) {
        try {
            new CheckedYaml(name -> name.length() > 3 ? null : "1").read("x.yaml", data)
                    .check("/mappings/mapping.schema.json");
        } catch (ConfigRefused e) {
            assertThat(e.problems()).isNotEmpty().allMatch(problem -> problem.code().matches("GW-CFG-0\\d\\d")
                    && problem.line() >= 0 && !problem.text().isBlank());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json", "fixed", "xml", "edifact", "yaml"})
    void two_thousand_damaged_files_of_each_kind_are_answered_too(String kind) throws IOException {
        List<byte[]> seeds;
        try (Stream<Path> files = Files.list(SEEDS.resolve(kind))) {
            seeds = files.sorted().map(HostileInputTest::bytes).toList();
        }
        long seed = Long.getLong("graceway.seed", new Random().nextLong());
        for (int i = 0; i < 2_000; i++) {
            Random random = new Random(seed + i);
            byte[] data = damaged(seeds.get(random.nextInt(seeds.size())), random);
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> any(kind, data),
                    "seed " + seed + " file " + i);
        }
    }

    private void any(String kind, byte[] data) throws IOException {
        switch (kind) {
            case "csv" -> csv(data);
            case "json" -> json(data);
            case "fixed" -> fixed(data);
            case "xml" -> xml(data);
            case "edifact" -> edifact(data);
            default -> yaml(data);
        }
    }

    private static void read(String dialect, byte[] data) throws IOException {
        Home home = new Home(folder);
        FileTotals totals = dialects.reader(dialect, "remittance").read(new ByteArrayInputStream(data), home);
        assertThat(home.rejects).allMatch(HostileInputTest::isCoded);
        assertThat(totals.disagreements()).allMatch(HostileInputTest::isCoded);
        assertThat(totals.taken()).isEqualTo(home.lines.size());
        assertThat(totals.rejected()).isEqualTo(home.rejects.size());
        assertThat(home.lines).allMatch(line -> line.fields().values().stream().noneMatch(value ->
                value.toString().indexOf('\0') >= 0));
    }

    private static boolean isCoded(Reject reject) {
        return reject.code().matches("GW-DOC-[01]\\d\\d") && reject.line() >= 0 && !reject.why().isBlank();
    }

    private static byte[] damaged(byte[] good, Random random) {
        byte[] bad = good.clone();
        for (int n = random.nextInt(6); n > 0 && bad.length > 0; n--) {
            int at = random.nextInt(bad.length);
            switch (random.nextInt(4)) {
                case 0 -> bad[at] = (byte) random.nextInt(256);
                case 1 -> bad = Arrays.copyOf(bad, at);
                case 2 -> System.arraycopy(bad, 0, bad, at, Math.min(at, bad.length - at));
                default -> bad[at] = (byte) "\"',\n<>&[]{}:\0\t#!*%~|".charAt(random.nextInt(20));
            }
        }
        return bad;
    }

    private static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
