package io.graceway.edge.source;

import javax.sql.DataSource;

class PostgresSourceTest extends SqlSourceTest {

    private final DataSource database = Databases.postgres();

    @Override
    DataSource database() {
        return database;
    }
}
