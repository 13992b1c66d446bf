package io.graceway.edge.source;

import javax.sql.DataSource;

class H2SourceTest extends SqlSourceTest {

    private final DataSource database = Databases.h2();

    @Override
    DataSource database() {
        return database;
    }
}
