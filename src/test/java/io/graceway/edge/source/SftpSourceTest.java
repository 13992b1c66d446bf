package io.graceway.edge.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.edge.source.folder.SftpTerms;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.delinquency.AccountSource.Extract;
import io.graceway.journey.delinquency.SourceRefused;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SftpSourceTest {

    @TempDir
    Path temp;
    private Path out;
    private SftpHost host;

    @BeforeEach
    void start() throws Exception {
        out = Files.createDirectories(temp.resolve("root/out"));
        Files.writeString(out.resolve("items 100% ü.csv"), "account,id,open\n0001,I-1,5.00\n0002,I-2,6.00\n");
        Files.writeString(out.resolve("debtors.csv"), "account,name\n0001,One\n0002,Two\n");
        host = new SftpHost(temp.resolve("root"), temp);
    }

    @AfterEach
    void stop() throws IOException {
        host.close();
    }

    @Test
    void takes_a_set_from_a_host_with_the_pinned_key() {
        try (Extract extract = source("/out", host.terms()).open()) {
            assertThat(FileSourceTest.all(extract))
                    .extracting(account -> account.number() + " " + account.lines().size())
                    .containsExactly("0001 2", "0002 2");
        }
    }

    @Test
    void refuses_a_set_of_which_a_file_already_copied_changes_while_the_next_one_is() {
        changes("debtors.csv", "items 100% ü.csv");
    }

    @Test
    void refuses_a_set_of_which_a_file_grows_under_the_copy() {
        changes("items 100% ü.csv", "items 100% ü.csv");
    }

    private void changes(String changed, String whileReading) {
        host.listen(new SftpEventListener() {
            @Override
            public void reading(ServerSession session, String handle, FileHandle file, long offset, byte[] data,
                                int dataOffset, int dataLen) throws IOException {
                if (file.getFile().getFileName().toString().equals(whileReading)) {
                    Files.writeString(out.resolve(changed), "0003,I-3,1.00\n", StandardOpenOption.APPEND);
                }
            }
        });
        assertThatThrownBy(() -> source("/out", host.terms()).open()).isInstanceOf(SourceRefused.class)
                .hasMessageStartingWith("GW-SRC-003");
        assertThat(temp.resolve("spool")).isEmptyDirectory();
    }

    @Test
    void check_climbs_every_step() {
        assertThat(source("/out", host.terms()).check()).allMatch(CheckStep::passed).extracting(CheckStep::step)
                .containsExactly("resolve", "connect", "host key", "login", "list", "tables", "first lines of debtor",
                        "first lines of item");
    }

    @Test
    void check_tells_a_changed_key_from_an_unknown_one_and_from_a_refused_login() {
        failsAt("host key", "GW-SRC-023", source("/out", host.terms("other_hosts", "identity")).check());
        failsAt("host key", "GW-SRC-024", source("/out", host.terms("no_hosts", "identity")).check());
        failsAt("login", "GW-SRC-025", source("/out", host.terms("known_hosts", "stranger")).check());
        failsAt("list", "GW-SRC-026", source("/elsewhere", host.terms()).check());
    }

    @Test
    void check_says_that_nobody_answers() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        failsAt("connect", "GW-SRC-021", at("sftp://erp@127.0.0.1:" + free + "/out", host.terms()).check());
    }

    @Test
    void a_silent_host_is_given_up_after_the_timeout() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            SftpTerms impatient = new SftpTerms(temp.resolve("known_hosts"), temp.resolve("identity"), "",
                    Duration.ofMillis(400));
            List<CheckStep> steps = at("sftp://erp@127.0.0.1:" + silent.getLocalPort() + "/out", impatient).check();
            CheckStep last = steps.get(steps.size() - 1);
            assertThat(last.passed()).isFalse();
            assertThat(last.millis()).isLessThan(10_000);
        }
    }

    @Test
    void a_password_in_the_address_is_refused_and_not_repeated() {
        assertThatThrownBy(() -> at("sftp://erp:hunter2@127.0.0.1/out", host.terms()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageNotContaining("hunter2").hasNoCause();
        assertThat(new SftpTerms(temp, temp, "hunter2").toString()).doesNotContain("hunter2");
    }

    private static void failsAt(String step, String code, List<CheckStep> steps) {
        CheckStep last = steps.get(steps.size() - 1);
        assertThat(last.step() + " " + last.code()).isEqualTo(step + " " + code);
        assertThat(last.passed()).isFalse();
    }

    private FileSource source(String path, SftpTerms sftp) {
        return at(host.uri(path), sftp);
    }

    private FileSource at(String uri, SftpTerms sftp) {
        FileTerms terms = new FileTerms(uri, Map.of("item", "items 100% ü.csv", "debtor", "debtors.csv"),
                Set.of("item", "debtor"), Optional.of(sftp));
        return new FileSource(terms, new PlainTables(), temp.resolve("spool"), settle -> { }, 1 << 20);
    }
}
