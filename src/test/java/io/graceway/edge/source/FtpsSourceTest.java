package io.graceway.edge.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.edge.source.folder.Drop;
import io.graceway.edge.source.folder.Folder;
import io.graceway.edge.source.folder.FolderTerms;
import io.graceway.edge.source.folder.FtpsTerms;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.delinquency.AccountSource.Extract;
import io.graceway.journey.delinquency.SourceRefused;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FtpsSourceTest {

    @TempDir
    private Path temp;
    private Path root;

    @BeforeEach
    void lay_down_a_set() throws Exception {
        root = Files.createDirectories(temp.resolve("root"));
        Files.createDirectories(root.resolve("out"));
        Files.writeString(root.resolve("out/items 100% ü.csv"), "account,id,open\n0001,I-1,5.00\n0002,I-2,6.00\n");
        Files.writeString(root.resolve("out/debtors.csv"), "account,name\n0001,One\n0002,Two\n");
    }

    private FtpsHost host(String name, boolean implicit) throws Exception {
        return new FtpsHost(root, temp, name, implicit);
    }

    private FileSource source(FtpsHost host, FtpsTerms terms) {
        return new FileSource(new FileTerms(host.uri("/out"), Map.of("item", "items 100% ü.csv", "debtor",
                "debtors.csv"), Set.of("item"), Optional.of(terms), Duration.ZERO, 1 << 20), new PlainTables(),
                temp.resolve("spool"));
    }

    private static void failsAt(String step, String code, List<CheckStep> steps) {
        assertThat(steps.get(steps.size() - 1)).satisfies(last -> {
            assertThat(last.passed()).isFalse();
            assertThat(last.step()).isEqualTo(step);
            assertThat(last.toString()).contains(code);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void takes_a_set_from_a_host_with_a_trusted_certificate(boolean implicit) throws Exception {
        try (FtpsHost host = host("localhost", implicit)) {
            try (Extract extract = source(host, host.terms()).open()) {
                assertThat(FileSourceTest.all(extract))
                        .extracting(account -> account.number() + " " + account.lines().size())
                        .containsExactly("0001 2", "0002 2");
            }
            assertThat(source(host, host.terms()).check()).allMatch(CheckStep::passed).extracting(CheckStep::step)
                    .containsExactly("resolve", "connect", "certificate", "login", "list", "tables",
                            "first lines of debtor", "first lines of item");
            // Nothing is said in the clear before TLS, and every file goes under TLS too.
            assertThat(host.said.get(0)).isEqualTo(implicit ? "USER ERP" : "AUTH TLS");
            assertThat(host.said).contains("PROT P").doesNotContain("PROT C");
            assertThat(host.said.indexOf("PROT P")).isLessThan(host.said.indexOf("RETR OUT/DEBTORS.CSV"));
        }
    }

    @Test
    void a_certificate_that_nobody_trusted_signed_or_for_another_name_is_told_no_password() throws Exception {
        try (FtpsHost host = host("localhost", false)) {
            failsAt("certificate", "GW-SRC-125", source(host, host.terms("s3cret", Optional.empty())).check());
            assertThat(host.said).doesNotContain("USER ERP").contains("AUTH TLS");
        }
        try (FtpsHost host = host("erp.example", false)) {
            failsAt("certificate", "GW-SRC-125", source(host, host.terms()).check());
            assertThatThrownBy(() -> source(host, host.terms()).open()).isInstanceOf(SourceRefused.class)
                    .hasMessageStartingWith("GW-SRC-125");
            assertThat(host.said).doesNotContain("USER ERP");
        }
    }

    @Test
    void a_refused_login_a_missing_folder_and_a_host_without_tls_are_told_apart() throws Exception {
        try (FtpsHost host = host("localhost", false)) {
            failsAt("login", "GW-SRC-025", source(host, new FtpsTerms("wrong", host.terms().trusted(), false)).check());
            failsAt("certificate", "GW-SRC-125", source(host, FtpsHost.other(host.terms())).check());
            FileTerms away = new FileTerms(host.uri("/away"), Map.of("item", "i.csv"), Set.of(), Optional.of(
                    host.terms()), Duration.ZERO, 1 << 20);
            failsAt("list", "GW-SRC-026", new FileSource(away, new PlainTables(), temp.resolve("spool")).check());
        }
    }

    @Test
    void lays_postings_down_and_finds_them_again() throws Exception {
        Files.createDirectories(root.resolve("in"));
        Clock clock = Clock.fixed(Instant.parse("2026-04-01T10:00:00Z"), ZoneOffset.UTC);
        byte[] content = "posting_key\npay:1\n".getBytes(StandardCharsets.UTF_8);
        try (FtpsHost host = host("localhost", false);
             Folder folder = Folder.open(new FolderTerms(host.uri("/in"), Optional.of(host.terms())))) {
            Drop.rehearse(folder);
            assertThat(new Drop(folder, clock).put("0123abcd", content).how()).isEqualTo(Drop.How.POSTED);
            assertThat(new Drop(folder, clock).put("0123abcd", content).how()).isEqualTo(Drop.How.ALREADY);
        }
        assertThat(Files.readAllBytes(root.resolve("in/postings-20260401T100000Z-0123abcd.csv"))).isEqualTo(content);
    }

    @Test
    void the_password_is_never_shown() {
        FtpsTerms terms = new FtpsTerms("hunter2", Optional.empty(), false);
        assertThat(terms.toString()).doesNotContain("hunter2");
        assertThatThrownBy(() -> new FolderTerms("ftps://erp:hunter2@h/x", Optional.of(terms)))
                .hasMessageContaining("take the password out").hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> new FolderTerms("ftps://erp@h/x", Optional.empty())).hasMessageContaining("FTPS");
        assertThatThrownBy(() -> new FolderTerms("ftp://erp@h/x", Optional.of(terms))).hasMessageContaining("not ftp:");
    }
}
