package io.graceway.face.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.EmbeddedStore;
import io.graceway.face.GivenHome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** What a preview shows is what a pass takes, and nothing of it stays anywhere. */
class SourcePreviewTest {

    private static final String DEBTOR = "account,name,debtor_type,email,phone,street,city,region,postal_code,country,"
            + "time_zone,language\n";

    @TempDir
    private Path folder;
    private final Terminal terminal = new Terminal();

    @BeforeEach
    void a_source_with_every_kind_of_trouble() throws IOException {
        GivenHome.in(folder);
        Files.move(folder.resolve("routes"), folder.resolve("no-routes"));
        terminal.with("GRACEWAY_STATE", folder.resolve("state"));
        Path export = Files.createDirectories(folder.resolve("export"));
        source("dialect: erp-csv", "files: {folder: " + export + ", settle-seconds: 0}");
        Files.writeString(export.resolve("items.csv"), """
                account,item,currency,open_amount,due_date
                00042,7.0,USD,80.25,2026-02-03
                00042,8.0,USD,19.75,2026-03-01
                00042,9.0,EUR,5.00,2026-02-03
                00043,1,USD,abc,2026-02-03
                00044,1,USD,12.00,2026-02-03
                ,1,USD,12.00,2026-02-03
                00045,1,ZZZ,12.00,2026-02-03
                """);
        Files.writeString(export.resolve("customers.csv"), DEBTOR + """
                00042,Pat Sample,CONSUMER,,,2 Example Road,Reno,NV,89501,US,America/Los_Angeles,en
                00043,Kim Sample,CONSUMER,,,2 Example Road,Reno,NV,89501,US,America/Los_Angeles,en
                00045,Sam Sample,CONSUMER,,,2 Example Road,Reno,NV,89501,US,America/Los_Angeles,en
                00046,No Debt,CONSUMER,,,2 Example Road,Reno,NV,89501,US,America/Los_Angeles,en
                """);
        Files.writeString(export.resolve("contacts.csv"),
                "account,at,channel,direction,outcome,non_payment_reason\n00042,2026-02-10T09:30:00,PIGEON,OUT,L,\n");
        Files.writeString(export.resolve("cases.csv"), "account,case,type,opened_on,closed_on\n");
    }

    private void source(String... lines) throws IOException {
        Files.createDirectories(folder.resolve("partner-config/sources"));
        Files.writeString(folder.resolve("partner-config/sources/erp.yaml"), "brand: acme\ndebt: TRADE\n"
                + String.join("\n", lines) + "\n");
    }

    private int run(String command) {
        return terminal.run(command + " --home " + folder);
    }

    private Stream<JsonNode> objects(String what) {
        return terminal.objects().stream().filter(one -> one.get("what").asString().equals(what));
    }

    /** Account and currency with what it comes to: the codes for which it is refused, and what is open. */
    private Map<String, String> previewed() {
        Map<String, String> all = new TreeMap<>();
        objects("account").forEach(one -> {
            TreeSet<String> codes = new TreeSet<>();
            one.get("why").forEach(why -> codes.add(why.get("code").asString()));
            put(all, one, (one.get("taken").asBoolean() ? "taken" : codes) + " " + one.get("open").asString());
        });
        return all;
    }

    private static void put(Map<String, String> into, JsonNode one, String text) {
        into.put(one.get("account").asString() + " " + one.get("currency").asString(), text);
    }

    /** The same of a pass, on a day on which everything is due. */
    private Map<String, String> passed(int exit) {
        assertThat(run("run --once --as-of 2026-06-01 --until eligibility --json")).as(terminal.err()).isEqualTo(exit);
        Map<String, String> all = new TreeMap<>();
        terminal.objects().stream().filter(one -> !one.has("summary")).forEach(one -> {
            TreeSet<String> codes = new TreeSet<>();
            one.get("reasons").forEach(why -> codes.add(why.asString()));
            put(all, one, (one.get("verdict").asString().equals("rejected") ? codes : "taken") + " "
                    + one.get("balance").asString());
        });
        return all;
    }

    @Test
    void takes_and_refuses_of_files_what_a_pass_takes_and_refuses() {
        assertThat(run("source preview erp --json --limit 1000")).as(terminal.err()).isEqualTo(Exit.PARTLY);
        Map<String, String> previewed = previewed();
        // By hand: 80.25 + 19.75; a contact over a channel that there is not refuses both currencies of its customer.
        assertThat(previewed).containsOnlyKeys("00042 EUR", "00042 USD", "00043 XXX", "00044 USD", "00045 XXX");
        assertThat(previewed.get("00042 USD")).endsWith("] 100.00");
        JsonNode total = objects("total").findFirst().orElseThrow();
        assertThat(total.get("records").toString()).isEqualTo(
                "{\"contact\":1,\"debtor\":4,\"item\":7}");
        assertThat(total.get("ignored").asLong()).isEqualTo(1);
        assertThat(total.get("sha256").asString()).hasSize(64);
        assertThat(objects("reject").map(one -> one.get("table").asString() + " " + one.get("line") + " "
                + one.get("field").asString())).contains("item 5 open_amount", "item 7 account",
                "contact 2 channel");
        assertThat(passed(Exit.PARTLY)).isEqualTo(previewed);
    }

    @Test
    void takes_of_a_database_what_a_pass_takes() throws SQLException, IOException {
        String url = "jdbc:h2:mem:preview;DB_CLOSE_DELAY=-1";
        Path mapping = Files.createDirectories(folder.resolve("mappings/mine"));
        Files.writeString(mapping.resolve("account.in.map.yaml"), "extends: receivables-soap\n");
        try (Connection database = DriverManager.getConnection(url, "sa", "")) {
            for (String sql : List.of("create table item (\"account\" varchar, \"id\" varchar, \"currency\" varchar, "
                    + "\"open\" varchar, \"due\" varchar)", "create table debtor (\"account\" varchar, \"name\" "
                    + "varchar, \"type\" varchar, \"country\" varchar)",
                    "insert into item values ('1', 'A', 'USD', '10.10', '2026-02-03'), ('2', 'B', 'USD', 'much', "
                    + "'2026-02-03'), ('1', 'C', 'USD', '0.90', '2026-02-04')",
                    "insert into debtor values ('1', 'Pat', 'CONSUMER', 'US'), ('2', 'Kim', 'CONSUMER', 'US')")) {
                database.createStatement().execute(sql);
            }
            source("dialect: mine", "sql:", "  url: " + url, "  user: sa", "  queries:",
                    "    accounts: 'select \"account\" from item where \"account\" > :after group by \"account\" order "
                    + "by \"account\" limit :limit'",
                    "    item: 'select * from item where \"account\" > :after and \"account\" <= :upto'",
                    "    debtor: 'select * from debtor where \"account\" > :after and \"account\" <= :upto'");
            assertThat(run("source preview erp --json")).as(terminal.err()).isEqualTo(Exit.PARTLY);
            Map<String, String> previewed = previewed();
            assertThat(previewed).containsEntry("1 USD", "taken 11.00").hasSize(2);
            assertThat(objects("record").map(one -> one.get("before").asString())).contains(
                    "account=1, id=A, currency=USD, open=10.10, due=2026-02-03");
            assertThat(passed(Exit.DONE)).isEqualTo(previewed);
            database.createStatement().execute("shutdown");
        }
    }

    @Test
    void nothing_of_it_is_stored_or_logged() throws IOException {
        assertThat(run("source preview erp")).isEqualTo(Exit.PARTLY);
        assertThat(terminal.out()).contains("Pat Sample");
        assertThat(List.of("store", "log")).noneMatch(one -> Files.exists(folder.resolve("state/" + one)));
        assertThat(run("run --once --as-of 2026-06-01 --until eligibility")).isEqualTo(Exit.PARTLY);
        JdbcTemplate store = new JdbcTemplate(new DriverManagerDataSource(EmbeddedStore.url("file:"
                + folder.resolve("state/store/graceway")), "sa", ""));
        String tables = "select (select count(*) from account) + (select count(*) from routing_entry) "
                + "+ (select count(*) from quarantine)";
        String before = store.queryForObject(tables, String.class);
        assertThat(run("source preview erp --limit 1000")).isEqualTo(Exit.PARTLY);
        assertThat(store.queryForObject(tables, String.class)).isEqualTo(before);
        try (Stream<Path> left = Files.walk(folder.resolve("state"))) {
            assertThat(left.filter(Files::isRegularFile).filter(one -> !one.toString().contains("/store/")))
                    .isNotEmpty().allSatisfy(one -> assertThat(Files.readString(one, StandardCharsets.ISO_8859_1))
                    .doesNotContain("Pat Sample", "Example Road"));
        }
        try (Stream<Path> spool = Files.walk(folder.resolve("state/spool"))) {
            assertThat(spool.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void shows_a_line_beside_its_meaning_and_counts_what_it_does_not_show() {
        assertThat(run("source preview erp --limit 1")).isEqualTo(Exit.PARTLY);
        assertThat(terminal.out().lines()).contains("contact 2  < 00042,2026-02-10T09:30:00,PIGEON,OUT,L,",
                "total 4 records debtor", "total 7 records item");
        assertThat(terminal.out().lines().filter(line -> line.contains("  > "))).as("of each table").hasSize(2);
    }

    @Test
    void takes_a_sample_in_place_of_the_source_and_says_when_it_is_none() throws IOException {
        Path sample = Files.createDirectories(folder.resolve("sample"));
        Files.writeString(sample.resolve("items.csv"), "account,item,currency,open_amount,due_date\n"
                + "9,1,USD,1.00,2026-02-03\n");
        Files.writeString(sample.resolve("customers.csv"), DEBTOR
                + "9,Pat,CONSUMER,,,2 Example Road,Reno,NV,89501,US,America/Los_Angeles,en\n");
        assertThat(run("source preview erp --json --sample " + sample.resolve("items.csv"))).isEqualTo(Exit.PARTLY);
        assertThat(objects("total").findFirst().orElseThrow().get("missing").toString())
                .isEqualTo("[\"case\",\"contact\"]");
        assertThat(previewed()).containsExactly(Map.entry("9 USD", "[GW-SRC-101] 1.00"));
        Files.move(sample.resolve("items.csv"), sample.resolve("strange.csv"));
        assertThat(run("source preview erp --sample " + sample.resolve("strange.csv"))).isEqualTo(Exit.NOT_FOUND);
        assertThat(terminal.err()).contains("GW-CMD-004", "strange.csv");
        assertThat(run("source preview erp --sample " + sample.resolve("none.csv"))).isEqualTo(Exit.USAGE);
    }
}
