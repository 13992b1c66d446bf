package io.graceway.edge.store.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.edge.store.Databases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Several nodes at one PostgreSQL; time passes by what stands in the table, so nothing is waited for. */
class SharedTurnTest {

    private static final Duration LEASE = Duration.ofMinutes(10);

    @TempDir
    private Path folder;

    private final DataSource store = Databases.POSTGRESQL.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(store);
    private final List<SharedTurn> all = new ArrayList<>();
    private SharedTurn first;
    private SharedTurn second;

    @BeforeEach
    void two_machines() {
        jdbc.execute("create table done (by_whom varchar)");
        first = node("one");
        second = node("two");
    }

    @AfterEach
    void end() {
        all.forEach(SharedTurn::close);
    }

    private SharedTurn node(String machine) {
        SharedTurn turn = new SharedTurn(store, machine, folder, LEASE);
        all.add(turn);
        return turn;
    }

    private void nothingIsHeardOfIt() {
        assertThat(jdbc.update("update turn set until = clock_timestamp() - interval '1 second'")).isEqualTo(1);
    }

    private void work(SharedTurn turn, String who) {
        turn.transactions().executeWithoutResult(status -> jdbc.update("insert into done values (?)", who));
    }

    private List<String> done() {
        return jdbc.queryForList("select by_whom from done", String.class);
    }

    @Test
    void a_folder_that_cannot_be_written_is_told() {
        assertThatThrownBy(new SharedTurn(store, "one", folder.resolve("none"), LEASE)::isMine)
                .hasMessageStartingWith("GW-CFG-102: ");
    }

    @Test
    void one_node_has_the_turn_and_keeps_it() {
        assertThat(first.isMine()).isTrue();
        assertThat(second.isMine()).isFalse();
        assertThat(first.isMine()).isTrue();
        assertThatThrownBy(second::take).isInstanceOf(StoreRefused.class).hasMessageStartingWith("GW-STO-006: the node "
                + "one:" + folder + " does the passes and rounds of this store; it has the turn until ");
    }

    @Test
    void of_many_that_ask_at_once_one_gets_it() {
        List<SharedTurn> nodes = IntStream.range(0, 8).mapToObj(i -> node("m" + i)).toList();
        List<CompletableFuture<Boolean>> asked = nodes.stream().map(one -> CompletableFuture.supplyAsync(one::isMine))
                .toList();
        assertThat(asked.stream().filter(CompletableFuture::join)).hasSize(1);
    }

    @Test
    void whoever_ends_gives_it_back() {
        first.take();
        first.close();
        assertThat(second.isMine()).isTrue();
    }

    @Test
    void a_node_of_which_nothing_is_heard_loses_it_and_can_commit_nothing_more() {
        first.take();
        work(first, "first");
        nothingIsHeardOfIt();
        assertThat(second.isMine()).isTrue();
        work(second, "second");
        assertThatThrownBy(() -> work(first, "first, too late")).isInstanceOf(StoreRefused.class)
                .hasMessageStartingWith("GW-STO-007: ");
        assertThat(done()).containsExactly("first", "second");
        assertThat(first.isMine()).isFalse();
        // What people and agencies do is not the rounds' work and goes on anywhere.
        work(first, "a visitor");
        assertThat(done()).containsExactly("first", "second", "a visitor");
    }

    @Test
    void what_was_begun_in_time_commits_before_another_node_begins() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Void> working = CompletableFuture.runAsync(() -> {
            first.take();
            first.transactions().executeWithoutResult(status -> {
                begun.countDown();
                await(goOn);
                jdbc.update("insert into done values ('first')");
            });
        });
        await(begun);
        nothingIsHeardOfIt();
        CompletableFuture<List<String>> taking = CompletableFuture.supplyAsync(() -> {
            second.take();
            return done();
        });
        while (jdbc.queryForObject("select count(*) from pg_locks where not granted", Integer.class) == 0) {
            assertThat(taking.isDone()).as("it waits").isFalse();
            Thread.onSpinWait();
        }
        goOn.countDown();
        working.get(1, TimeUnit.MINUTES);
        assertThat(taking.get(1, TimeUnit.MINUTES)).containsExactly("first");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void keeping_it_does_not_wait_for_work_that_goes_on() {
        first.take();
        first.transactions().executeWithoutResult(status -> {
            int kept = CompletableFuture.supplyAsync(() -> jdbc.update("update turn set until = clock_timestamp() + "
                    + "interval '1 hour'")).orTimeout(1, TimeUnit.MINUTES).join();
            assertThat(kept).isEqualTo(1);
        });
    }

    @Test
    void a_node_that_died_and_is_started_again_need_not_wait() {
        jdbc.update("insert into turn values ('rounds', ?, 7, clock_timestamp() + interval '1 hour')", "one:" + folder);
        assertThat(second.isMine()).as("another machine").isFalse();
        assertThat(first.isMine()).as("the only process of that machine and folder").isTrue();
        assertThat(jdbc.queryForObject("select token from turn", Long.class)).isEqualTo(8);
        SharedTurn beside = node("one");
        assertThat(beside.isMine()).as("a second process of it").isFalse();
        assertThatThrownBy(beside::take).hasMessageStartingWith("GW-STO-006: another process of this home does ");
        first.close();
        assertThat(beside.isMine()).as("the operating system gave it the lock").isTrue();
    }

    @Test
    void a_living_node_keeps_it_by_itself() {
        SharedTurn third = new SharedTurn(store, "three", folder, Duration.ofMillis(30));
        all.add(third);
        third.take();
        jdbc.update("update turn set until = clock_timestamp() - interval '1 hour'");
        while (jdbc.queryForObject("select until < clock_timestamp() - interval '1 minute' from turn", Boolean.class)) {
            Thread.onSpinWait();
        }
        assertThat(third.isMine()).isTrue();
    }
}
