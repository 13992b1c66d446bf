package io.graceway.edge.store.agencyapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.Databases;
import io.graceway.face.agencyapi.RequestBook.Standing;
import io.graceway.face.agencyapi.door.TokenBook.Holder;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Requests and tokens in both stores, with two nodes at once. */
class SqlRequestBookTest {

    private static final Instant NOW = Instant.parse("2026-03-06T15:00:00Z");

    private DataSource store;

    private SqlRequestBook node(Databases databases) {
        store = databases.of(SqlRequestBookTest.class);
        new JdbcTemplate(store).update("delete from agency_request");
        return new SqlRequestBook(store);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_request_is_whosoever_came_first_until_it_is_done_failed_or_over(Databases databases) {
        SqlRequestBook one = node(databases);
        SqlRequestBook other = new SqlRequestBook(store);
        assertThat(one.claim("meadow", "k", "d", NOW).standing()).isEqualTo(Standing.YOURS);
        assertThat(other.claim("meadow", "k", "d", NOW).standing()).isEqualTo(Standing.UNDERWAY);
        assertThat(other.claim("meadow", "k", "e", NOW).standing()).isEqualTo(Standing.ANOTHER);
        assertThat(other.claim("harbour", "k", "e", NOW).standing()).isEqualTo(Standing.YOURS);
        Instant lease = NOW.plus(SqlRequestBook.LEASE);
        assertThat(other.claim("meadow", "k", "d", lease).standing()).isEqualTo(Standing.UNDERWAY);
        assertThat(other.claim("meadow", "k", "d", lease.plusSeconds(1)).standing()).isEqualTo(Standing.YOURS);
        assertThat(one.claim("meadow", "k", "d", lease.plusSeconds(2)).standing()).isEqualTo(Standing.UNDERWAY);
        other.failed("meadow", "k");
        assertThat(one.claim("meadow", "k", "d", lease).standing()).isEqualTo(Standing.YOURS);
        one.done("meadow", "k", 200, "{\"said\":\"ä\"}");
        assertThat(other.claim("meadow", "k", "d", lease)).satisfies(claim -> {
            assertThat(claim.standing()).isEqualTo(Standing.DONE);
            assertThat(claim.status()).isEqualTo(200);
            assertThat(claim.answer()).isEqualTo("{\"said\":\"ä\"}");
        });
        other.failed("meadow", "k");
        other.done("meadow", "k", 500, "another");
        assertThat(one.claim("meadow", "k", "d", lease).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_key_is_forgotten_after_thirty_days(Databases databases) {
        SqlRequestBook book = node(databases);
        book.claim("meadow", "k", "d", NOW);
        book.done("meadow", "k", 200, "x");
        assertThat(book.claim("meadow", "k", "e", NOW.plus(SqlRequestBook.KEPT)).standing())
                .isEqualTo(Standing.ANOTHER);
        assertThat(book.claim("meadow", "k", "e", NOW.plus(SqlRequestBook.KEPT).plusSeconds(1)).standing())
                .isEqualTo(Standing.YOURS);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void of_two_nodes_with_many_threads_one_gets_it_also_when_it_is_taken_over(Databases databases) throws Exception {
        SqlRequestBook one = node(databases);
        SqlRequestBook other = new SqlRequestBook(store);
        for (Instant at : List.of(NOW, NOW.plus(SqlRequestBook.LEASE).plusSeconds(1))) {
            ExecutorService threads = Executors.newFixedThreadPool(8);
            try {
                Callable<Standing> here = () -> one.claim("meadow", "many", "d", at).standing();
                Callable<Standing> there = () -> other.claim("meadow", "many", "d", at).standing();
                List<Callable<Standing>> all = Stream.concat(Collections.nCopies(20, here).stream(),
                        Collections.nCopies(20, there).stream()).toList();
                int yours = 0;
                for (Future<Standing> each : threads.invokeAll(all)) {
                    yours += each.get() == Standing.YOURS ? 1 : 0;
                }
                assertThat(yours).isEqualTo(1);
            } finally {
                threads.shutdown();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_token_is_somebody_s_until_it_is_over(Databases databases) {
        SqlTokenBook book = new SqlTokenBook(databases.of(SqlRequestBookTest.class));
        book.forget(NOW.plusSeconds(9999));
        book.issue("hash", new Holder("meadow", "secret"), NOW);
        assertThat(book.holder("hash", NOW.minusSeconds(1))).contains(new Holder("meadow", "secret"));
        assertThat(book.holder("hash", NOW)).isEmpty();
        assertThat(book.holder("other", NOW.minusSeconds(1))).isEmpty();
        book.forget(NOW);
        assertThat(book.holder("hash", NOW.minusSeconds(1))).isPresent();
        book.forget(NOW.plusSeconds(1));
        assertThat(book.holder("hash", NOW.minusSeconds(1))).isEmpty();
    }
}
