package io.graceway.face.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.EmbeddedStore;
import io.graceway.face.GivenHome;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A source at which nobody answers, with the shipped routes, beside one that works. */
class DownSourceTest {

    @TempDir
    private Path folder;
    private final Terminal terminal = new Terminal();
    private JdbcTemplate store;

    private void posting(String key, String source) {
        store.update("insert into posting (id, source, number, currency, kind, amount, on_day, code, reference, text, "
                + "state, evidence, at) values (?, ?, '1', 'USD', 'PAYMENT', ?, date '2026-05-04', '', 'P1', '', "
                + "'PENDING', '', ?)", key, source, new BigDecimal("12.50"), OffsetDateTime.parse("2026-05-04T12:00Z"));
    }

    @Test
    void keeps_no_other_source_from_its_postings() throws IOException {
        GivenHome.in(folder);
        Files.move(folder.resolve("routes"), folder.resolve("no-routes"));
        terminal.with("GRACEWAY_STATE", folder.resolve("state"));
        Path sources = Files.createDirectories(folder.resolve("partner-config/sources"));
        Path postings = Files.createDirectories(folder.resolve("postings"));
        try (ServerSocket nobody = new ServerSocket(0)) {
            Files.writeString(sources.resolve("a-down.yaml"), "brand: acme\ndebt: TRADE\ndialect: receivables-soap\n"
                    + "soap: {endpoint: 'http://127.0.0.1:" + nobody.getLocalPort() + "/', user: u, "
                    + "password: p, takes: [PAYMENT]}\n");
        }
        Files.writeString(sources.resolve("b-erp.yaml"), "brand: acme\ndebt: TRADE\ndialect: erp-csv\nfiles: "
                + "{folder: " + folder + ", postings: " + postings + "}\n");
        assertThat(terminal.run("source list --home " + folder)).isZero();
        store = new JdbcTemplate(new DriverManagerDataSource(EmbeddedStore.url("file:"
                + folder.resolve("state/store/graceway")), "sa", ""));
        posting("PAY-1", "a-down");
        posting("PAY-2", "b-erp");

        assertThat(terminal.run("run --once --until rounds --home " + folder)).isEqualTo(Exit.PARTLY);
        assertThat(terminal.err()).contains("GW-SRC-071");
        assertThat(store.queryForList("select id || ' ' || state from posting order by id", String.class))
                .containsExactly("PAY-1 PENDING", "PAY-2 POSTED");
        try (Stream<Path> files = Files.list(postings)) {
            assertThat(files.map(one -> one.getFileName().toString())).hasSize(1);
        }
    }
}
