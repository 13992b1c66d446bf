package io.graceway.edge.source.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolFolderTest {

    @TempDir
    Path temp;

    @Test
    void only_we_may_look_into_it() throws IOException {
        try (SpoolFolder folder = SpoolFolder.create(temp.resolve("erp"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("erp"))))
                    .isEqualTo("rwx------");
        }
        assertThat(temp.resolve("erp")).isEmptyDirectory();
    }

    @Test
    void sweeps_what_a_dead_process_left_and_nothing_that_is_in_use() throws IOException {
        Files.createDirectories(temp.resolve("extract-dead"));
        Files.writeString(temp.resolve("extract-dead/part-0"), "0");
        Files.createFile(temp.resolve("extract-dead.lock"));
        try (SpoolFolder alive = SpoolFolder.create(temp)) {
            SpoolFolder.sweep(temp);
            assertThat(temp.resolve("extract-dead")).doesNotExist();
            assertThat(temp.resolve("extract-dead.lock")).doesNotExist();
            assertThat(alive.path()).isDirectory();
        }
        assertThat(temp).isEmptyDirectory();
    }
}
