package io.graceway.edge.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of any size go through in constant memory. */
class MemoryTest {

    @TempDir
    private Path folder;

    @Test
    void two_hundred_mebibytes_are_sealed_and_opened_in_a_heap_of_forty_eight() {
        Tool.Said said = Tool.run(folder, List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m", "-XX:MaxDirectMemorySize=8m", "-cp", System.getProperty("java.class.path"),
                TradeInLittleMemory.class.getName(), folder.toString(), "200"));
        assertThat(said.exit()).as(said.text()).isZero();
        assertThat(folder.resolve("opened")).hasSize(200L << 20);
        assertThat(folder.resolve("sealed").toFile().length()).isBetween(60L << 20, 150L << 20);
    }
}
