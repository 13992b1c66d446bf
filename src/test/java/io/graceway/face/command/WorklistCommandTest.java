package io.graceway.face.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.EmbeddedStore;
import io.graceway.face.GivenHome;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What a source takes nothing of is done by people, once, and what shows it is proved by the log. */
class WorklistCommandTest {

    private static final String PAYMENT = "PAY-northgate-1";

    @TempDir
    private Path folder;
    private final Terminal terminal = new Terminal();
    private JdbcTemplate store;

    @BeforeEach
    void two_postings_for_a_source_that_nothing_is_posted_to() throws IOException {
        GivenHome.in(folder);
        Files.move(folder.resolve("routes"), folder.resolve("no-routes"));
        terminal.with("GRACEWAY_STATE", folder.resolve("state"));
        Path sources = Files.createDirectories(folder.resolve("partner-config/sources"));
        Files.writeString(sources.resolve("erp.yaml"), "brand: acme\ndebt: TRADE\ndialect: erp-csv\nfiles: {folder: "
                + folder + "}\n");
        assertThat(run("source list")).isZero();
        store = new JdbcTemplate(new DriverManagerDataSource(EmbeddedStore.url("file:"
                + folder.resolve("state/store/graceway")), "sa", ""));
        posting(PAYMENT, "00042", "PAYMENT", new BigDecimal("12.50"), "Paid to northgate under its number 1");
        posting("NEWS-1", "00042", "NOTE", null, "=HYPERLINK(\"x\"), says Pat");
        run("run --once --until rounds");
    }

    private int run(String command) {
        return terminal.run(command + " --home " + folder);
    }

    private void posting(String key, String account, String kind, BigDecimal amount, String text) {
        store.update("insert into posting (id, source, number, currency, kind, amount, on_day, code, reference, text, "
                + "state, evidence, at) values (?, 'erp', ?, 'USD', ?, ?, date '2026-05-04', '', 'P1', ?, 'PENDING', "
                + "'', ?)", key, account, kind, amount, text, OffsetDateTime.parse("2026-05-04T12:00:00Z"));
    }

    @Test
    void lists_what_the_source_does_not_take_in_order_with_the_reason() {
        assertThat(run("worklist")).isZero();
        assertThat(terminal.out()).startsWith(PAYMENT + "  erp/00042/USD  PAYMENT  12.50 USD  on 2026-05-04")
                .contains("GW-WRB-001: the source takes no NOTE, since ").contains("2 for people");
        assertThat(run("worklist --source erp --json")).isZero();
        assertThat(terminal.objects()).extracting(one -> one.get("key").asString()).containsExactly(PAYMENT, "NEWS-1");
        assertThat(terminal.objects().get(0).get("amount").asString()).isEqualTo("12.50");
        assertThat(run("worklist --source nobody")).isEqualTo(Exit.NOT_FOUND);
    }

    @Test
    void an_export_holds_no_formula_and_is_its_owners_alone() throws IOException {
        Path csv = folder.resolve("today.csv");
        assertThat(run("worklist --export " + csv)).isZero();
        assertThat(Files.readAllLines(csv)).hasSize(3).first().asString().startsWith("key,source,account,kind,amount");
        assertThat(Files.readAllLines(csv).get(1)).startsWith(PAYMENT + ",erp,00042,PAYMENT,12.50,USD,2026-05-04,,P1,");
        assertThat(Files.readAllLines(csv).get(2)).contains(",\"'=HYPERLINK(\"\"x\"\"), says Pat\",");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(csv))).isEqualTo("rw-------");
        Path excel = folder.resolve("today.xlsx");
        assertThat(run("worklist --export " + excel)).isZero();
        try (FileSystem book = FileSystems.newFileSystem(excel)) {
            String sheet = Files.readString(book.getPath("xl/worksheets/sheet1.xml"));
            assertThat(sheet).contains("<v>12.50</v>").doesNotContain("<f>");
            assertThat(Files.readString(book.getPath("xl/sharedStrings.xml"))).contains("00042", "=HYPERLINK(");
        }
        assertThat(run("worklist --export today.pdf")).isEqualTo(Exit.USAGE);
    }

    @Test
    void is_closed_once_with_who_and_the_digest_of_what_shows_it() throws IOException {
        Path proof = Files.writeString(folder.resolve("screen.txt"), "document 99");
        assertThat(run("worklist done " + PAYMENT + " --by cashier-3 --evidence " + proof)).isEqualTo(Exit.DONE);
        // printf 'document 99' | sha256sum
        assertThat(terminal.out()).contains("the file, SHA-256 a0504f1d3f13e36b0702f2d69872ea78d365f4b6f40df5ce3ca79");
        assertThat(logged()).contains("by hand, cashier-3: sha256 a0504f1d3f13e36b0702f2d69872ea78d365f4b6f40df5ce3c")
                .doesNotContain("screen.txt");
        assertThat(run("worklist --json")).isZero();
        assertThat(terminal.objects()).extracting(one -> one.get("key").asString()).containsExactly("NEWS-1");

        String before = logged();
        assertThat(run("worklist done " + PAYMENT + " --evidence again")).isEqualTo(Exit.PARTLY);
        assertThat(terminal.err()).startsWith("GW-WRB-005");
        assertThat(run("worklist done PAY-unknown --evidence x")).isEqualTo(Exit.NOT_FOUND);
        assertThat(terminal.err()).startsWith("GW-WRB-006");
        assertThat(logged()).isEqualTo(before);
        assertThat(run("worklist done NEWS-1 --evidence words-of-Pat")).isZero();
        assertThat(logged()).doesNotContain("words-of-Pat");
        assertThat(run("log verify")).isZero();
        assertThat(run("worklist done NEWS-1 --by Pat,Sample --evidence x")).isEqualTo(Exit.USAGE);
    }

    private String logged() {
        List<byte[]> leaves = store.queryForList("select leaf from routing_entry order by idx", byte[].class);
        StringBuilder all = new StringBuilder();
        leaves.forEach(one -> all.append(new String(one, StandardCharsets.UTF_8)).append('\n'));
        return all.toString();
    }
}
