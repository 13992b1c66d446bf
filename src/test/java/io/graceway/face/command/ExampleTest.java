package io.graceway.face.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The example in {@code src/examples/highradius}, on made-up data in its layout; expected values by hand. */
class ExampleTest {

    @TempDir
    private Path folder;
    private final Terminal terminal = new Terminal();

    @BeforeEach
    void data() throws IOException {
        GivenExport export = new GivenExport()
                .item("0100000001", "2020-04-01", "USD", "1000.00").item("0100000001", "2020-05-10", "USD", "50.25")
                .item("0100000002", "2020-03-01", "USD", "300.00").item("0100000003", "2020-03-01", "USD", "400.00")
                .item("0100000004", "2020-03-01", "USD", "500.00").item("0100000005", "2020-03-01", "USD", "600.00")
                .item("0100000006", "2020-03-01", "USD", "24.99").item("0100000007", "2020-03-01", "CAD", "25.00")
                .item("0100000008", "2020-06-30", "USD", "80.00").item("0100000009", "2020-03-01", "USD", "90.00")
                .item("0100000009", "2020-03-01", "CAD", "91.00").item("0100000010", "2020-03-01", "USD", "100.00")
                .contact("0100000002", "2020-03-10T10:00:00", "EMAIL")
                .contact("0100000002", "2020-03-10T11:00:00", "PHONE")
                .contact("0100000002", "2020-03-24T10:00:00", "EMAIL")
                .contact("0100000002", "2020-05-07T10:00:00", "EMAIL")
                .contact("0100000010", "2020-03-10T10:00:00", "EMAIL")
                .contact("0100000010", "2020-03-17T10:00:00", "EMAIL")
                .contact("0100000010", "2020-03-24T10:00:00", "EMAIL")
                .dispute("0100000003", "2020-04-20", "2020-05-20").debtor("0100000004", "");
        for (int i : new int[] {1, 2, 3, 6, 7, 8, 9, 10}) {
            export.debtor("01%08d".formatted(i), "America/Denver");
        }
        for (int i : new int[] {1, 3, 4, 5, 6, 7, 8, 9}) {
            export.tried("01%08d".formatted(i));
        }
        terminal.with("GRACEWAY_DATA", export.in(folder.resolve("data")))
                .with("GRACEWAY_STATE", folder.resolve("state"));
    }

    /** Account and currency, with the verdict and the reasons. */
    private Map<String, String> judged(String day, String summary) {
        assertThat(terminal.run("run --home src/examples/highradius --once --as-of " + day
                + " --until eligibility --json")).as(terminal.err()).isZero();
        Map<String, String> verdicts = new TreeMap<>();
        for (JsonNode one : terminal.objects()) {
            if (one.has("summary")) {
                assertThat(one.toString()).contains(summary);
            } else {
                verdicts.put(one.get("account").asString() + " " + one.get("currency").asString(),
                        one.get("verdict").asString() + " " + one.get("balance").asString() + " " + one.get("reasons"));
            }
        }
        return verdicts;
    }

    @Test
    void judges_every_customer_by_the_policy_of_this_portfolio() {
        assertThat(judged("2020-04-30", "\"cleared\":3,\"held\":7,\"rejected\":1")).containsExactlyInAnyOrderEntriesOf(
                Map.ofEntries(Map.entry("0100000001 USD", "held 1000.00 [\"IN_HOUSE_WINDOW\"]"),
                Map.entry("0100000002 USD", "held 300.00 [\"TOO_FEW_ATTEMPTS\"]"),
                Map.entry("0100000003 USD", "held 400.00 [\"OPEN_DISPUTE\"]"),
                Map.entry("0100000004 USD", "held 500.00 [\"UNKNOWN_TIME_ZONE\"]"),
                Map.entry("0100000005 USD", "rejected 600.00 [\"GW-SRC-102\"]"),
                Map.entry("0100000006 USD", "held 24.99 [\"BALANCE_TOO_SMALL\"]"),
                Map.entry("0100000007 CAD", "cleared 25.00 []"),
                Map.entry("0100000008 USD", "held 0.00 [\"NOT_DELINQUENT\",\"BALANCE_TOO_SMALL\"]"),
                Map.entry("0100000009 CAD", "cleared 91.00 []"),
                Map.entry("0100000009 USD", "cleared 90.00 []"),
                Map.entry("0100000010 USD", "held 100.00 [\"TOO_FEW_CHANNELS\"]")));
    }

    @Test
    void is_right_on_every_day_whatever_day_was_asked_before() {
        assertThat(judged("2020-05-20", "\"cleared_balance\":{\"CAD\":\"116.00\",\"USD\":\"1840.25\"}"))
                .containsEntry("0100000001 USD", "cleared 1050.25 []")
                .containsEntry("0100000002 USD", "cleared 300.00 []")
                .containsEntry("0100000003 USD", "cleared 400.00 []");
        assertThat(judged("2020-05-01", "\"cleared_balance\":{\"CAD\":\"116.00\",\"USD\":\"1090.00\"}"))
                .containsEntry("0100000001 USD", "cleared 1000.00 []")
                .containsEntry("0100000002 USD", "held 300.00 [\"TOO_FEW_ATTEMPTS\"]")
                .containsEntry("0100000003 USD", "held 400.00 [\"OPEN_DISPUTE\"]");
        assertThat(judged("2020-05-19", "\"cleared\":5"))
                .containsEntry("0100000003 USD", "held 400.00 [\"OPEN_DISPUTE\"]");
    }

    @Test
    void refuses_every_account_without_the_customer_master() throws IOException {
        Files.delete(folder.resolve("data/customers.csv"));
        assertThat(judged("2020-05-20", "\"cleared\":0,\"held\":0,\"rejected\":11").values())
                .hasSize(11).allMatch(one -> one.startsWith("rejected"));
    }

    /** The damaged line may be the one open item of whoever is not shown: a debt does not end by a slip in a file. */
    @Test
    void a_line_without_a_customer_lets_nobody_vanish_and_the_pass_says_so() throws IOException {
        judged("2020-04-30", "\"accounts\":11");
        Path items = folder.resolve("data/open_invoices.csv");
        String whole = Files.readString(items);
        Files.writeString(items, whole.replaceFirst("(?m)^U001,0100000002,", "U001,,"));
        assertThat(pass()).isEqualTo(Exit.PARTLY);
        assertThat(terminal.out()).contains("0100000003").doesNotContain("0100000002");
        assertThat(terminal.err()).contains("GW-SRC-150: 1 line does not say whose it is: item line 4 (GW-",
                "nobody counts as gone");
        Files.writeString(items, whole.replaceFirst("(?m)^U001,0100000002,.*\n", ""));
        assertThat(pass()).isEqualTo(Exit.DONE);
        assertThat(terminal.out()).as("a set without it, and without such a line, says that it has nothing open")
                .contains("0100000002");
    }

    private int pass() {
        return terminal.run("run --home src/examples/highradius --once --as-of 2020-05-01 --until eligibility --json");
    }

    @Test
    void explains_proves_and_verifies_what_it_did() throws IOException {
        judged("2020-04-30", "\"accounts\":11");
        assertThat(terminal.run("explain 0100000001 --home src/examples/highradius --as-of 2020-04-30")).isZero();
        assertThat(terminal.out()).contains("0100000001", "until 2020-05-01", "on 2020-05-01 00:00 ",
                ": the in-house window ends (");
        assertThat(terminal.run("explain 0100000001 --home src/examples/highradius --as-of 2020-04-30 --json"))
                .isZero();
        assertThat(terminal.objects().get(0).get("findings").toString()).contains("2020-05-01");
        assertThat(terminal.objects().get(0).get("scheduled").toString()).contains("window-ends", "2020-05-01T00:00");
        assertThat(terminal.run("explain 100000001 --home src/examples/highradius")).isEqualTo(Exit.NOT_FOUND);
        assertThat(terminal.err()).contains("GW-CMD-001");

        assertThat(terminal.run("log verify --home src/examples/highradius --json")).isZero();
        long entries = terminal.objects().get(0).get("entries").asLong();
        assertThat(entries).isPositive();
        Path log = folder.resolve("state/log");
        String offline = "log verify --dir " + log + " --key " + log.resolve("log.vkey");
        assertThat(terminal.run(offline)).isZero();
        assertThat(terminal.out()).contains("routing log verifies: " + entries + " entries");

        assertThat(terminal.run("log prove 0100000001 --home src/examples/highradius -o " + folder.resolve("proofs")))
                .isZero();
        assertThat(terminal.out()).contains("eligibility.held", "0100000001");

        Path bundle = log.resolve("tile/entries/000.p/" + entries);
        Files.write(bundle, new String(Files.readAllBytes(bundle), StandardCharsets.ISO_8859_1)
                .replaceFirst("0100000001", "0100000002").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(terminal.run(offline)).isEqualTo(Exit.INTEGRITY);
        assertThat(terminal.out()).contains("GW-LOG-", "routing log does NOT verify");
    }

    @Test
    void ends_with_a_code_that_says_what_was_wrong() throws IOException {
        assertThat(terminal.run("run --home src/examples/highradius --as-of 2020-05-31")).isEqualTo(Exit.USAGE);
        assertThat(terminal.run("run --once --until tomorrow")).isEqualTo(Exit.USAGE);
        assertThat(terminal.run("log verify --dir " + folder)).isEqualTo(Exit.USAGE);
        assertThat(terminal.run("run --home " + folder + " --once")).isEqualTo(Exit.REFUSED);
        assertThat(terminal.err()).contains("GW-CFG-").doesNotContain("\tat ");
        Files.delete(folder.resolve("data/open_invoices.csv"));
        assertThat(terminal.run("run --home src/examples/highradius --once --until eligibility"))
                .isEqualTo(Exit.PARTLY);
        assertThat(terminal.err()).contains("open_invoices.csv").doesNotContain("\tat ");
    }
}
