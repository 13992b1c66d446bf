package io.graceway.edge.store.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.graceway.edge.store.Databases;
import io.graceway.edge.store.EmbeddedStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a store does not open, in words and without a secret. */
class StoreDoorTest {

    @TempDir
    private Path folder;

    private static void refused(String code, String url, String user) {
        assertThatThrownBy(() -> new StoreDoor(url, user, "s3cret").open()).isInstanceOfSatisfying(StoreRefused.class,
                one -> assertThat(one.code()).isEqualTo(code)).hasMessageStartingWith(code + ": ")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void opens_where_everything_is_right() throws SQLException {
        try (Connection connection = new StoreDoor(EmbeddedStore.url("file:" + folder.resolve("fresh")), "sa", "")
                .open()) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void a_server_that_is_not_there() {
        refused("GW-STO-002", "jdbc:postgresql://127.0.0.1:1/graceway?password=s3cret", "graceway");
        refused("GW-STO-002", "jdbc:nothing://127.0.0.1/graceway;password=s3cret", "graceway");
    }

    @Test
    void a_server_that_does_not_know_us_or_has_no_such_database() throws SQLException {
        String url = Databases.POSTGRESQL.of(StoreDoorTest.class).unwrap(HikariDataSource.class).getJdbcUrl();
        refused("GW-STO-003", url.replace("user=postgres", "user=stranger"), "stranger");
        refused("GW-STO-003", url.replaceFirst("/[^/?]+\\?", "/nosuch?"), "postgres");
    }

    @Test
    void a_file_that_is_no_store_and_stays_as_it_is() throws Exception {
        byte[] bytes = "not a database ".repeat(2_000).getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("odd.mv.db"), bytes);
        refused("GW-STO-004", EmbeddedStore.url("file:" + folder.resolve("odd")), "sa");
        assertThat(file).hasBinaryContent(bytes);
    }

    @Test
    void says_where_it_is_and_nothing_more() {
        assertThat(new StoreDoor("jdbc:postgresql://db.example/graceway?password=s3cret&ssl=true", "u", "s3cret"))
                .hasToString("StoreDoor[postgresql://db.example/graceway]");
    }
}
