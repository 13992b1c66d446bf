package io.graceway.face.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.audit.LogFolder;
import io.graceway.audit.LogPublisher;
import io.graceway.audit.LoggedStore;
import io.graceway.audit.RoutingEntry;
import io.graceway.audit.SigningKey;
import io.graceway.edge.store.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an auditor does with a copy of the log: no gateway, no store. */
class LogCommandTest {

    @TempDir
    private Path folder;
    private Path log;
    private String copy;
    private final Terminal terminal = new Terminal();

    @BeforeEach
    void publish() {
        log = folder.resolve("log");
        SigningKey key = SigningKey.at(folder.resolve("log.skey"), "gateway.example/log", new SecureRandom());
        LoggedStore store = new LoggedStore(Databases.H2).append(List.of(
                entry("2026-01-31T23:59:59Z", "notice.served", "erp/0100/USD", "N1"),
                entry("2026-02-01T00:00:00Z", "notice.served", "erp/0101/USD", "N2"),
                entry("2026-02-28T23:59:59Z", "notice.bounced", "N1", "N9"),
                entry("2026-03-01T00:00:00Z", "placement.placed", "erp/0100/EUR", "N3")));
        new LogPublisher(store.table, new LogFolder(log), key).publish();
        copy = " --dir " + log + " --key " + log.resolve("log.vkey");
    }

    private static RoutingEntry entry(String at, String what, String subject, String notice) {
        return RoutingEntry.of(Instant.parse(at), what, subject, "notice", notice);
    }

    @Test
    void proves_an_entry_by_its_number_in_a_file_of_its_own() throws IOException {
        assertThat(terminal.run("log prove 2 -o " + folder + copy)).as(terminal.err()).isZero();
        Path proof = folder.resolve("entry-2.tlog-proof");
        assertThat(terminal.out()).isEqualTo(proof + "  2026-02-28T23:59:59.000000Z  notice.bounced  N1\n");
        String verify = "log verify --proof " + proof + " --key " + log.resolve("log.vkey");
        assertThat(terminal.run(verify)).isZero();
        assertThat(terminal.out()).isEqualTo("entry 2 of the routing log gateway.example/log: {\"at\":"
                + "\"2026-02-28T23:59:59.000000Z\",\"facts\":{\"notice\":\"N9\"},\"subject\":\"N1\","
                + "\"what\":\"notice.bounced\"}\n");
        Files.writeString(proof, Files.readString(proof).replace("index 2", "index 1"));
        assertThat(terminal.run(verify)).isEqualTo(Exit.INTEGRITY);
        assertThat(terminal.out()).contains("does NOT hold");
    }

    @Test
    void proves_everything_about_an_id() throws IOException {
        assertThat(terminal.run("log prove 0100 -o " + folder.resolve("account") + copy)).isZero();
        assertThat(names(folder.resolve("account"))).containsExactly("entry-0.tlog-proof", "entry-3.tlog-proof");
        assertThat(terminal.run("log prove N1 -o " + folder.resolve("notice") + copy)).isZero();
        assertThat(names(folder.resolve("notice"))).containsExactly("entry-0.tlog-proof", "entry-2.tlog-proof");
        assertThat(terminal.run("log prove 010 -o " + folder.resolve("none") + copy)).isEqualTo(Exit.NOT_FOUND);
        assertThat(terminal.err()).contains("GW-CMD-010");
        assertThat(terminal.run("log prove :2 -o " + folder.resolve("none") + copy)).isEqualTo(Exit.NOT_FOUND);
    }

    @Test
    void hands_entries_of_days_and_ids_out_as_they_stand_in_the_log() {
        assertThat(terminal.run("log export --from 2026-02-01 --to 2026-02-28" + copy)).isZero();
        assertThat(terminal.objects()).extracting(one -> one.get("index").asInt()).containsExactly(1, 2);
        assertThat(terminal.out()).contains("{\"index\":2,\"entry\":{\"at\":\"2026-02-28T23:59:59.000000Z\","
                + "\"facts\":{\"notice\":\"N9\"},\"subject\":\"N1\",\"what\":\"notice.bounced\"}}");
        assertThat(terminal.run("log export --about erp" + copy)).isZero();
        assertThat(terminal.objects()).extracting(one -> one.get("index").asInt()).containsExactly(0, 1, 3);
    }

    @Test
    void hands_the_whole_log_out_as_files_that_verify() throws IOException {
        Path files = folder.resolve("files");
        assertThat(terminal.run("log export --files " + files + copy)).isZero();
        assertThat(names(files)).containsExactly("checkpoint", "log.vkey", "tile");
        assertThat(terminal.run("log verify --dir " + files + " --key " + log.resolve("log.vkey"))).isZero();
        Files.write(files.resolve("tile/entries/000.p/4"), new byte[0]);
        assertThat(terminal.run("log export --dir " + files + " --key " + log.resolve("log.vkey")))
                .isEqualTo(Exit.INTEGRITY);
        assertThat(terminal.err()).contains("GW-LOG-046", "GW-LOG-033");
    }

    @Test
    void a_witness_looks_at_a_copy_and_whoever_verifies_asks_for_its_word() throws IOException {
        Path cosigned = folder.resolve("cosigned");
        String look = "log witness --name auditor.example/w1 --log " + log.resolve("log.vkey") + " --memory "
                + folder.resolve("w1") + " --dir " + log + " -o " + cosigned;
        assertThat(terminal.run(look)).as(terminal.err()).isZero();
        String vkey = terminal.out().lines().findFirst().orElseThrow().replace("witness ", "");
        assertThat(vkey).startsWith("auditor.example/w1+");
        assertThat(terminal.out()).contains("cosigned 4 entries of gateway.example/log");
        assertThat(terminal.run("log verify --witness " + vkey + copy)).isEqualTo(Exit.INTEGRITY);
        assertThat(terminal.out()).contains("GW-LOG-047");
        Files.createDirectories(log.resolve("witness"));
        Files.copy(cosigned, log.resolve("witness/" + vkey.split("\\+")[1]));
        assertThat(terminal.run("log verify --witness " + vkey + copy)).isZero();
        assertThat(terminal.out()).contains("the first 4 entries were cosigned by auditor.example/w1 at ");
        assertThat(terminal.run("log prove 1 -o " + folder + copy)).isZero();
        assertThat(terminal.run("log verify --proof " + folder.resolve("entry-1.tlog-proof") + " --key "
                + log.resolve("log.vkey") + " --witness " + vkey)).isZero();
        assertThat(terminal.out()).contains("cosigned by auditor.example/w1 at ");
        Files.writeString(log.resolve("checkpoint"), "gateway.example/log\n");
        assertThat(terminal.run(look)).isEqualTo(Exit.INTEGRITY);
        assertThat(terminal.run(look.replace("--dir " + log, "--listen nowhere"))).isEqualTo(Exit.USAGE);
    }

    @Test
    void asks_for_the_key() {
        assertThat(terminal.run("log prove 1 --dir " + log)).isEqualTo(Exit.USAGE);
        assertThat(terminal.run("log verify --proof " + log)).isEqualTo(Exit.USAGE);
        assertThat(terminal.err()).contains("needs --key");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
