package io.graceway.edge.source;

import javax.sql.DataSource;

class PostgresWritebackTest extends SqlWritebackTest {

    private final DataSource database = Databases.postgres();

    @Override
    DataSource database() {
        return database;
    }
}
