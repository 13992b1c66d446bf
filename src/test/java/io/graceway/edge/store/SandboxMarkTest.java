package io.graceway.edge.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.edge.store.door.SandboxMark;
import java.sql.Connection;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A store is of a sandbox or of real work from its first table on. */
class SandboxMarkTest {

    private static Flyway migrations(javax.sql.DataSource source, String... more) {
        return Flyway.configure().dataSource(source).locations(more).load();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_real_store_never_becomes_a_sandbox(Databases databases) throws Exception {
        javax.sql.DataSource real = databases.fresh();
        try (Connection store = real.getConnection()) {
            assertThatCode(() -> SandboxMark.checkReal(store)).doesNotThrowAnyException();
            assertThatThrownBy(() -> SandboxMark.checkSandbox(store)).hasMessageContaining("GW-BOX-002");
        }
        // Nor would its tables let the mark in.
        assertThatThrownBy(() -> migrations(real, "classpath:db/migration", "classpath:db/sandbox").migrate())
                .isInstanceOf(FlywayException.class);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_sandbox_never_becomes_a_real_store(Databases databases) throws Exception {
        javax.sql.DataSource sandbox = databases.unmigrated();
        try (Connection store = sandbox.getConnection()) {
            assertThatCode(() -> SandboxMark.checkReal(store)).doesNotThrowAnyException();
            assertThatCode(() -> SandboxMark.checkSandbox(store)).doesNotThrowAnyException();
            migrations(sandbox, "classpath:db/sandbox").migrate();
            assertThatThrownBy(() -> SandboxMark.checkReal(store)).hasMessageContaining("GW-BOX-001");
            assertThatCode(() -> SandboxMark.checkSandbox(store)).doesNotThrowAnyException();
        }
        assertThatThrownBy(() -> migrations(sandbox, "classpath:db/migration").migrate())
                .isInstanceOf(FlywayException.class);
    }
}
