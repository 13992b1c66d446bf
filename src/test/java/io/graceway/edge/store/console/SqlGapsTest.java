package io.graceway.edge.store.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.Databases;
import io.graceway.face.TestClock;
import io.graceway.face.console.GivenStore;
import io.graceway.face.console.audit.Gaps.Gap;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

class SqlGapsTest {

    @ParameterizedTest
    @EnumSource(Databases.class)
    void counts_what_there_is_and_an_erasure_only_once_its_day_is_over(Databases databases) {
        DataSource store = databases.fresh();
        GivenStore.fill(store);
        String erasure = "insert into erasure (id, placement, agency, ordered_on, by_day, confirmed_on, code) values (";
        new JdbcTemplate(store).update(erasure + "'E1', 'PL-1', 'northgate', date '2026-02-01', date '2026-03-05', "
                + "null, '')");
        new JdbcTemplate(store).update(erasure + "'E2', 'PL-1', 'northgate', date '2026-02-01', date '2026-03-06', "
                + "null, '')");
        new JdbcTemplate(store).update(erasure + "'E3', 'PL-1', 'northgate', date '2026-02-01', date '2026-03-05', "
                + "date '2026-03-04', 'ERASED')");
        SqlGaps gaps = new SqlGaps(store, new TestClock("2026-03-06T15:00:00Z"));
        assertThat(gaps.gaps()).containsExactly(new Gap("no-clocks", "/list/clocks", 4),
                new Gap("stopped", "/list/deliveries?state=STOPPED", 1), new Gap("late-erasures", "/list/erasures", 1),
                new Gap("for-people", "/list/worklist", 1), new Gap("quarantine", "/list/quarantine", 60));
        assertThat(gaps.deeds()).isEmpty();
    }
}
