package io.graceway.face.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.document.config.CheckedYaml;
import io.graceway.face.GivenHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What finance IT sees who wires a source up. */
class SourceCommandTest {

    @TempDir
    private Path folder;
    private final Terminal terminal = new Terminal();

    @BeforeEach
    void home() {
        GivenHome.in(folder);
        terminal.with("GRACEWAY_STATE", folder.resolve("state")).with("NEW_ERP_PASSWORD", "s3cret");
        List.of("USER", "API_KEY", "API_SECRET", "KEY", "CLIENT", "SECRET", "DATABASE", "COMPANY", "BANK", "ACCOUNT",
                "CONSUMER_KEY", "CONSUMER_SECRET", "TOKEN", "TOKEN_SECRET", "RECEIVABLE").forEach(
                name -> terminal.with("NEW_ERP_" + name, "s3cret"));
        terminal.with("NEW_ERP_URL", "https://erp.example/api")
                .with("NEW_ERP_TOKEN_URL", "https://erp.example/token");
    }

    private int run(String command) {
        return terminal.run(command + " --home " + folder);
    }

    private Path source() {
        return folder.resolve("partner-config/sources/new-erp.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"files", "sql", "soap", "rest", "odata", "sap-fica"})
    void begins_a_set_whose_example_means_what_stands_beside_it(String kind) throws IOException {
        assertThat(run("source new " + kind + " new-erp")).as(terminal.err()).isEqualTo(Exit.DONE);
        assertThat(terminal.out()).startsWith("begun: " + source()).contains("mappings/new-erp/account.in.map.yaml",
                "graceway source preview new-erp --sample " + folder.resolve("mappings/new-erp"));
        assertThat(source()).content().contains("brand: acme ", (Set.of("odata", "sap-fica").contains(kind)
                ? "rest" : kind) + ":")
                .doesNotContain("{id}", "{ID}", "{brand}");
        assertThat(run("agency vetting")).as("the gateway starts with it: " + terminal.err()).isZero();

        assertThat(run("source preview new-erp --json --sample " + folder.resolve("mappings/new-erp")))
                .as(terminal.out() + terminal.err()).isEqualTo(Exit.DONE);
        means(folder.resolve("mappings/new-erp"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"killbill", "odoo", "erpnext", "stripe", "netsuite"})
    void begins_a_preset_with_one_file_because_its_dialect_is_shipped(String kind) throws IOException {
        assertThat(run("source new " + kind + " new-erp")).as(terminal.err()).isEqualTo(Exit.DONE);
        assertThat(terminal.out().lines()).containsExactly("begun: " + source(), "", "Next:",
                "  fill in                      " + source(),
                "  try an export of your own    graceway source preview new-erp --sample FILE",
                "  reach the system             graceway source check new-erp",
                "  see what a pass would take   graceway source preview new-erp");
        assertThat(run("source list")).as("the gateway starts with it: " + terminal.err()).isZero();
        assertThat(terminal.out()).startsWith("new-erp").contains(" rest ", kind, "PAYMENT");

        assertThat(run("source preview new-erp --json --sample mappings/" + kind + "/account.in.example.json"))
                .as(terminal.out() + terminal.err()).isEqualTo(Exit.DONE);
        means(Path.of("mappings", kind));
    }

    /** What was previewed is what the example beside the mapping says. */
    private void means(Path mappings) throws IOException {
        JsonNode expected = new CheckedYaml(any -> null).read(mappings.resolve("account.in.example.yaml")).root()
                .get("lines");
        List<Map<String, Object>> meant = new ArrayList<>();
        expected.forEach(one -> meant.add(line(one.get("record"), one.get("line"), one.get("fields"))));
        assertThat(terminal.objects().stream().filter(one -> one.get("what").asString().equals("record")
                && one.has("after") && !one.get("after").isEmpty()).map(one -> line(one.get("table"), one.get("line"),
                one.get("after")))).containsExactlyInAnyOrderElementsOf(meant);
        assertThat(terminal.objects()).extracting(one -> one.get("what").asString()).doesNotContain("reject");
    }

    @Test
    void a_dialect_that_is_shipped_is_tried_on_its_own_sample() {
        assertThat(run("source new dynamics365 new-erp")).as(terminal.err()).isEqualTo(Exit.DONE);
        assertThat(run("source preview new-erp --sample mappings/dynamics365")).as(terminal.err()).isEqualTo(Exit.DONE);
        assertThat(terminal.out()).contains("CIV-000700/CIVV-000700", "-20.0", "Sample Works", "America/New_York");
    }

    private static Map<String, Object> line(JsonNode record, JsonNode line, JsonNode fields) {
        Map<String, Object> all = new TreeMap<>();
        fields.properties().forEach(one -> all.put(one.getKey(), one.getValue().asString()));
        return Map.of("record", record.asString(), "line", line.asInt(), "fields", all);
    }

    @Test
    void never_touches_what_is_there_and_then_writes_nothing_at_all() throws IOException {
        assertThat(run("source new files new-erp")).isZero();
        Path mapping = folder.resolve("mappings/new-erp/account.in.map.yaml");
        Files.writeString(mapping, "mine");
        Files.delete(source());
        assertThat(run("source new files new-erp")).isEqualTo(Exit.REFUSED);
        assertThat(terminal.err()).contains("GW-CFG-114", mapping.toString());
        assertThat(source()).doesNotExist();
        assertThat(mapping).hasContent("mine");
    }

    @Test
    void says_which_kinds_there_are_and_how_an_id_is_spelled() {
        assertThat(run("source new pigeon new-erp")).isEqualTo(Exit.REFUSED);
        assertThat(terminal.err()).contains("GW-CFG-116", "files", "sql", "soap", "pigeon");
        assertThat(run("source new files New_ERP")).isEqualTo(Exit.USAGE);
        assertThat(run("source preview nobody")).isEqualTo(Exit.NOT_FOUND);
        assertThat(terminal.err()).contains("GW-CMD-003", "nobody");
        assertThat(run("source new files new-erp")).isZero();
        assertThat(run("source preview new-erp")).as("nothing lies at /export/new-erp").isEqualTo(Exit.UNREACHABLE);
        assertThat(terminal.err()).contains("GW-SRC-026");
    }

    /** Line numbers are counted in the starting sets; the text that is put in keeps to its line. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            files | brand: acme          | brand: nobody        |  3 | GW-CFG-105 | use one of [acme]
            files | dialect: new-erp     | dialect: nowhere     |  5 | GW-CFG-115 | mappings/nowhere/account.in.map.yaml
            files | dialect: new-erp     | dialect: billing-sql |  5 | GW-CFG-115 | takes rows and no files
            files | debt: TRADE          | debt: BARTER         |  4 | GW-CFG-006 | should be ["TRADE"
            files | settle-seconds: 2    | settle-second: 2     | 10 | GW-CFG-006 | no key 'settle-second'
            files | settle-seconds: 2    | settle-seconds: two  | 10 | GW-CFG-006 | should be "integer"
            files | [item, debtor]       | [item, invoice]      |  9 | GW-CFG-108 | needs the name of its file
            files | # tables: {item: open.csv} | tables: {item: ../a.csv, debtor: b} |  8 | GW-CFG-108 | without folder
            files | # tables: {item: open.csv} | tables: {item: a, debtor: b, document: c} |8|GW-CFG-115| no record
            files | files:               | file:                |  6 | GW-CFG-006 | no key 'file'
            sql   | brand: acme          | brand: nobody        |  3 | GW-CFG-105 | use one of [acme]
            sql   | item: >-             | invoice: >-          | 16 | GW-CFG-115 | no record invoice
            sql   | limit :limit         | limit 10             | 14 | GW-CFG-108 | [after, limit]
            sql   | and open_amount <> 0 | and x = :tenant      | 16 | GW-CFG-108 | :tenant is not known
            sql   | url: jdbc            | uri: jdbc            |  7 | GW-CFG-006 | needs the key 'url'
            sql   | page: 1000           | page: 0              | 10 | GW-CFG-006 | should keep to minimum 1
            sql   | accounts: >-         | account: >-          | 14 | GW-CFG-115 | no record account
            soap  | endpoint: https      | endpoint: http       |  7 | GW-CFG-108 | reached with https:
            soap  | endpoint: https://   | endpoint: ftp://     |  7 | GW-CFG-006 | should fit pattern
            soap  | dialect: new-erp     | dialect: aim-fixed   |  5 | GW-CFG-115 | has no mapping account.in
            soap  | # takes: [PAYMENT,   | takes: [CHEQUE,      | 11 | GW-CFG-006 | should be ["PAYMENT"
            rest  | base: https          | base: http           |  7 | GW-CFG-108 | https:
            rest  | contact: {           | contract: {          | 26 | GW-CFG-115 | no record contract
            rest  | by: offset           | by: chance           | 20 | GW-CFG-006 | should be ["offset"
            rest  | {offset: "{offset}", | {from: "{offset}", page: "{page}", | 13 | GW-CFG-108 | asks for [page]
            rest  | GET /customers/{customer}/cases | POST /cases   | 27 | GW-CFG-108 | may only read
            soap  | NEW_ERP_PASSWORD     | OTHER_PASSWORD       |  9 | GW-CFG-005 | OTHER_PASSWORD
            """)
    void a_mistake_is_told_with_its_line_what_was_expected_and_what_to_do(String kind, String right, String wrong,
            int line, String code, String words) throws IOException {
        assertThat(run("source new " + kind + " new-erp")).isZero();
        String text = Files.readString(source());
        assertThat(text).contains(right);
        Files.writeString(source(), text.replace(right, wrong));
        assertThat(run("agency vetting")).isEqualTo(Exit.REFUSED);
        assertThat(terminal.err()).contains(source() + ":" + line + ": " + code + " ", words)
                .doesNotContain("s3cret", "at io.graceway");
        String told = terminal.err();
        assertThat(run("source preview new-erp")).isEqualTo(Exit.REFUSED);
        assertThat(terminal.err()).as("whichever way it is started").isEqualTo(told);
    }

    @Test
    void a_check_walks_up_to_the_step_that_fails_and_is_remembered() throws IOException {
        assertThat(run("source new files new-erp")).isZero();
        assertThat(run("source list")).isZero();
        assertThat(terminal.out()).startsWith("new-erp ").contains("files", "acme", "takes nothing; never checked");
        assertThat(run("source check new-erp")).isEqualTo(Exit.UNREACHABLE);
        assertThat(terminal.out()).matches("(?s)FAIL source/new-erp +list +\\d+ ms  GW-SRC-026 folder, list: .*\n")
                .containsOnlyOnce("GW-SRC-026");
        assertThat(run("source list")).isZero();
        assertThat(terminal.out()).contains("failed at list with GW-SRC-026 at 20");

        Path export = Files.createDirectories(folder.resolve("export"));
        for (String table : List.of("items", "customers", "contacts", "cases")) {
            Files.copy(folder.resolve("mappings/new-erp/account.in.example." + table + ".csv"),
                    export.resolve(table + ".csv"));
        }
        Files.writeString(source(), Files.readString(source()).replace("/export/new-erp", export.toString()));
        assertThat(run("source check new-erp --json")).as(terminal.out()).isEqualTo(Exit.DONE);
        assertThat(terminal.objects()).extracting(one -> one.get("step").asString()).containsExactly("list", "tables",
                "first lines of case", "first lines of contact", "first lines of debtor", "first lines of item");
        assertThat(run("source list --json")).isZero();
        assertThat(terminal.objects().get(0).get("passed").asBoolean()).isTrue();
        assertThat(run("source check nobody")).isEqualTo(Exit.NOT_FOUND);
    }
}
