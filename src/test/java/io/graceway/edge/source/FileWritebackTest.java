package io.graceway.edge.source;

import static io.graceway.journey.writeback.SourceSystem.Outcome.Result.ALREADY;
import static io.graceway.journey.writeback.SourceSystem.Outcome.Result.LATER;
import static io.graceway.journey.writeback.SourceSystem.Outcome.Result.POSTED;
import static io.graceway.journey.writeback.SourceSystem.Outcome.Result.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.source.folder.FolderTerms;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.writeback.Posting;
import io.graceway.journey.writeback.SourceSystem.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWritebackTest {

    /** printf 'p-1\np-2' | sha256sum. */
    private static final String NAME = "postings-20260303T101500Z-" + "b09b47b0" + ".csv";
    private static final List<Posting> TWO = List.of(Postings.payment("p-1", "0001", "40.00"),
            Postings.payment("p-2", "0002", "1.00"));

    @TempDir
    Path temp;
    private Path folder;
    private SftpHost host;

    @BeforeEach
    void start() throws Exception {
        folder = Files.createDirectories(temp.resolve("root/in"));
        host = new SftpHost(temp.resolve("root"), temp);
    }

    @AfterEach
    void stop() throws IOException {
        host.close();
    }

    @Test
    void lays_a_file_down_whose_name_follows_from_its_keys() throws IOException {
        for (FileWriteback writeback : List.of(remote("2026-03-03T10:15:00Z"), local("2026-03-03T11:00:00Z"))) {
            List<Outcome> outcomes = writeback.post(TWO);
            assertThat(outcomes).extracting(Outcome::key).containsExactly("p-1", "p-2");
            assertThat(names()).containsExactly(NAME);
            assertThat(Files.readString(folder.resolve(NAME))).isEqualTo("p-1;0001;40.00 USD\np-2;0002;1.00 USD\n");
        }
    }

    @Test
    void the_same_postings_again_find_their_file_even_when_the_source_has_taken_it_away() throws IOException {
        assertThat(remote("2026-03-03T10:15:00Z").post(TWO)).extracting(Outcome::result).containsOnly(POSTED);
        assertThat(remote("2026-03-04T08:00:00Z").post(TWO)).extracting(Outcome::result).containsOnly(ALREADY);
        Files.move(folder.resolve(NAME), folder.resolve(NAME + ".done"));
        assertThat(remote("2026-03-04T08:00:00Z").post(TWO)).extracting(Outcome::result).containsOnly(ALREADY);
        Files.writeString(folder.resolve(NAME + ".done"), "");
        assertThat(remote("2026-03-04T08:00:00Z").post(TWO)).extracting(Outcome::result).containsOnly(ALREADY);
        assertThat(names()).containsExactly(NAME + ".done");
    }

    @Test
    void a_line_cut_during_the_rename_ends_in_one_file() throws IOException {
        boolean[] cut = {true};
        host.listen(new SftpEventListener() {
            @Override
            public void moved(ServerSession session, Path from, Path to, Collection<CopyOption> how,
                              Throwable thrown) {
                if (cut[0]) {
                    cut[0] = false;
                    session.close(true);
                }
            }
        });
        assertThat(remote("2026-03-03T10:15:00Z").post(TWO)).extracting(Outcome::result).containsExactly(LATER, LATER);
        assertThat(remote("2026-03-03T10:16:00Z").post(TWO)).extracting(Outcome::result).containsOnly(ALREADY);
        assertThat(names()).containsExactly(NAME);
    }

    @Test
    void a_half_written_file_of_an_earlier_attempt_is_written_anew() throws IOException {
        Files.writeString(folder.resolve(".part-postings-b09b47b0"), "p-1;00");
        assertThat(local("2026-03-03T10:15:00Z").post(TWO)).extracting(Outcome::result).containsOnly(POSTED);
        assertThat(names()).containsExactly(NAME);
    }

    @Test
    void another_content_under_the_same_keys_is_left_for_a_person() throws IOException {
        Files.writeString(folder.resolve(NAME), "something else");
        Outcome outcome = local("2026-03-03T10:15:00Z").post(TWO).get(0);
        assertThat(outcome.result()).isEqualTo(LATER);
        assertThat(outcome.evidence()).startsWith("GW-SRC-063");
        assertThat(Files.readString(folder.resolve(NAME))).isEqualTo("something else");
    }

    @Test
    void refuses_what_it_does_not_take_or_cannot_write_and_posts_the_rest() {
        List<Outcome> outcomes = local("2026-03-03T10:15:00Z").post(List.of(TWO.get(0),
                Postings.note("n-1", "0001", "x"), Postings.status("s-1", "0001", "PLACED"), TWO.get(1)));
        assertThat(outcomes).extracting(Outcome::result).containsExactly(POSTED, REFUSED, REFUSED, POSTED);
        assertThat(outcomes.get(1).evidence()).startsWith("GW-SRC-050");
        assertThat(outcomes.get(2).evidence()).startsWith("GW-SRC-061");
    }

    @Test
    void six_threads_lay_down_one_file() throws Exception {
        FileWriteback writeback = local("2026-03-03T10:15:00Z");
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Future<List<Outcome>>> asked = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            asked.add(threads.submit(() -> writeback.post(TWO)));
        }
        List<Outcome.Result> results = new ArrayList<>();
        for (Future<List<Outcome>> one : asked) {
            results.add(one.get().get(0).result());
        }
        threads.shutdown();
        assertThat(results).containsOnlyOnce(POSTED).containsOnly(POSTED, ALREADY);
        assertThat(names()).containsExactly(NAME);
    }

    @Test
    void check_writes_and_leaves_nothing() throws IOException {
        assertThat(remote("2026-03-03T10:15:00Z").checkWriting()).allMatch(CheckStep::passed)
                .extracting(CheckStep::step).endsWith("list", "write, rename and delete");
        assertThat(names()).isEmpty();
        assertThat(local("2026-03-03T10:15:00Z").checkWriting()).allMatch(CheckStep::passed);
        assertThat(names()).isEmpty();
    }

    private FileWriteback remote(String now) {
        return writeback(new FolderTerms(host.uri("/in"), Optional.of(host.terms())), now);
    }

    private FileWriteback local(String now) {
        return writeback(new FolderTerms(folder.toString(), Optional.empty()), now);
    }

    private FileWriteback writeback(FolderTerms place, String now) {
        return new FileWriteback(place, Set.of(Posting.Kind.PAYMENT, Posting.Kind.STATUS), (out, postings) -> {
            for (Posting one : postings) {
                out.write((one.key() + ";" + one.account().number() + ";" + one.amount().orElseThrow() + "\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
        }, Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }

    private List<String> names() throws IOException {
        try (var all = Files.list(folder)) {
            return all.map(one -> one.getFileName().toString()).sorted().toList();
        }
    }
}
