package io.graceway.edge.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What changes most often writes no index of its row on PostgreSQL: by PostgreSQL's own count of such changes. */
class RoomTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "notice    | state = 'SERVED'",
        "notice    | state = 'USED'",
        "placement | unadopted = 1",
        "placement | balance = 9"})
    void aChangeStaysBesideTheRowThatItReplaces(String table, String change) {
        DataSource store = Databases.POSTGRESQL.of(RoomTest.class);
        JdbcTemplate jdbc = new JdbcTemplate(store);
        new TransactionTemplate(new JdbcTransactionManager(store)).executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.update("insert into notice (id, source, number, currency, brand, channel, state, written_on, "
                    + "deadline, last_chance_days, email_kept, balance, agency, zone, attempts) values ('N', 's', "
                    + "'1', 'EUR', 'b', 'EMAIL', 'TAKEN', date '2026-01-01', date '2026-01-02', 3, false, 10, 'a', "
                    + "'UTC', 1)");
            jdbc.update("insert into placement (placement, source, number, currency, agency, tier, state, "
                    + "placed_on, placed, balance, seen, unadopted, fee_basis_points, tone, tone_sha256, "
                    + "email_kept, zone) values ('P', 's', '1', 'EUR', 'a', 1, 'SENT', date '2026-01-01', 10, 10, "
                    + "10, 0, 0, 't', 't', false, 'UTC')");
            jdbc.update("update " + table + " set " + change);
            assertEquals(List.of(true), jdbc.queryForList("select n_tup_upd > 0 and n_tup_upd = n_tup_hot_upd from "
                    + "pg_stat_xact_user_tables where relname = ?", Boolean.class, table));
        });
    }
}
