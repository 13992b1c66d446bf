package io.graceway.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.audit.LogFolder;
import io.graceway.audit.LogPublisher;
import io.graceway.audit.LoggedStore;
import io.graceway.audit.SigningKey;
import io.graceway.audit.verify.Verification.Finding;
import io.graceway.audit.verify.Verification.Verdict;
import io.graceway.edge.store.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Databases.class)
class TableCheckTest {

    private static final int PUBLISHED = 300;
    private static final int MORE = 20;

    @Parameter
    Databases databases;

    @TempDir
    Path temp;

    private LoggedStore store;
    private SigningKey key;

    @BeforeEach
    void publish() {
        store = new LoggedStore(databases).append(PUBLISHED);
        key = SigningKey.at(temp.resolve("log.skey"), "gateway.example/routing-log", new SecureRandom());
        new LogPublisher(store.table, new LogFolder(temp.resolve("log")), key).publish();
        store.append(MORE);
    }

    @Test
    void an_honest_database_is_proved_with_what_is_not_published_yet() {
        Verification found = verify();
        assertThat(found.findings()).isEmpty();
        assertThat(found.verdict()).isEqualTo(Verdict.PROVED);
        assertThat(found.size()).isEqualTo(PUBLISHED);
        assertThat(found.unpublished()).isEqualTo(MORE);
        assertThat(found.lastEntry()).isEqualTo(Optional.of(LoggedStore.timeOf(PUBLISHED - 1)));
    }

    @Test
    void finds_every_changed_row() {
        for (int i = 0; i < PUBLISHED + MORE; i += 7) {
            byte[] leaf = store.table.rows(i, 1).get(0).leaf();
            byte[] changed = leaf.clone();
            changed[leaf.length / 2] ^= 1;
            update("update routing_entry set leaf = ? where idx = ?", changed, i);
            // Nothing signed says yet which of the unpublished rows is wrong.
            assertFound(i < PUBLISHED ? "GW-LOG-051" : "GW-LOG-053", i < PUBLISHED ? i : Finding.UNKNOWN);
            update("update routing_entry set leaf = ? where idx = ?", leaf, i);
        }
        assertThat(verify().verdict()).isEqualTo(Verdict.PROVED);
    }

    @Test
    void finds_every_missing_row() {
        for (int i = 0; i < PUBLISHED + MORE; i += 11) {
            var row = store.table.rows(i, 1).get(0);
            update("delete from routing_entry where idx = ?", i);
            assertFound("GW-LOG-050", i);
            update("insert into routing_entry (idx, subject, leaf) values (?, ?, ?)", i, row.subject(), row.leaf());
        }
        assertThat(verify().verdict()).isEqualTo(Verdict.PROVED);
    }

    @Test
    void finds_rows_that_changed_places() {
        update("update routing_entry set idx = -1 where idx = 100");
        update("update routing_entry set idx = 100 where idx = 101");
        update("update routing_entry set idx = 101 where idx = -1");
        assertFound("GW-LOG-051", 100);
    }

    @Test
    void finds_a_row_filed_under_another_subject() {
        update("update routing_entry set subject = 'erp/other/USD' where idx = 310");
        assertFound("GW-LOG-052", 310);
    }

    @Test
    void finds_rows_that_no_head_counts() {
        byte[] leaf = LoggedStore.entry(1).leaf();
        update("insert into routing_entry (idx, subject, leaf) values (?, ?, ?)", 320, "x", leaf);
        assertFound("GW-LOG-054", 320);
        update("update routing_entry set idx = -1 where idx = 320");
        assertThat(verify().findings()).extracting(Finding::code).containsExactly("GW-LOG-054");
    }

    @Test
    void finds_a_published_entry_rewritten_with_a_fitting_head() {
        store.rewrite(20, LoggedStore.entry(21));
        assertFound("GW-LOG-051", 20);
        assertThat(verify().findings()).extracting(Finding::code).containsExactly("GW-LOG-051", "GW-LOG-037");
    }

    @Test
    void finds_a_database_that_was_rolled_back() {
        store.rollBackTo(280);
        assertFound("GW-LOG-055", 280);
    }

    @Test
    void finds_a_wrong_or_missing_head() {
        byte[] edge = store.table.head().edge();
        edge[0] ^= 1;
        update("update routing_head set edge = ?", (Object) edge);
        assertFound("GW-LOG-053", Finding.UNKNOWN);
        update("delete from routing_head");
        assertFound("GW-LOG-053", Finding.UNKNOWN);
    }

    @Test
    void finds_damaged_files_beside_an_honest_database() throws IOException {
        Files.delete(temp.resolve("log/tile/entries/000"));
        assertFound("GW-LOG-033", 0);
        Files.delete(temp.resolve("log/checkpoint"));
        assertThat(verify().findings()).extracting(Finding::code).contains("GW-LOG-030");
        assertThat(verify().verdict()).isEqualTo(Verdict.BROKEN);
    }

    @Test
    void is_not_alarmed_by_writers_and_publishers_at_work() throws Exception {
        LogPublisher publisher = new LogPublisher(store.table, new LogFolder(temp.resolve("log")), key);
        Thread writer = new Thread(() -> {
            for (int i = 0; i < 40; i++) {
                store.append(30);
                publisher.publish();
            }
        });
        writer.start();
        while (writer.isAlive()) {
            Verification found = verify();
            assertThat(found.verdict()).as("%s", found.findings()).isNotEqualTo(Verdict.BROKEN);
        }
        assertThat(verify().verdict()).isEqualTo(Verdict.PROVED);
        assertThat(verify().size()).isEqualTo(PUBLISHED + MORE + 40 * 30);
    }

    private void update(String sql, Object... values) {
        assertThat(store.jdbc.update(sql, values)).isEqualTo(1);
    }

    private void assertFound(String code, long index) {
        Verification found = verify();
        assertThat(found.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(found.findings()).as("index %d", index).isNotEmpty();
        assertThat(found.findings().get(0).code()).isEqualTo(code);
        assertThat(found.findings().get(0).index()).isEqualTo(index);
    }

    private Verification verify() {
        return new LogVerifier(temp.resolve("log"), key.verifier()).verify(store.table);
    }
}
