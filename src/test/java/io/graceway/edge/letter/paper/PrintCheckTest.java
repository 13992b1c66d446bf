package io.graceway.edge.letter.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.CheckStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether letters could be handed over, without handing one over. */
class PrintCheckTest {

    @TempDir
    private Path folder;

    private static void ends(List<CheckStep> steps, String step, String code) {
        CheckStep last = steps.get(steps.size() - 1);
        assertThat(last.step() + " " + last.code()).isEqualTo(step + " " + code);
        assertThat(last.hint()).isNotBlank();
        assertThat(steps.subList(0, steps.size() - 1)).allMatch(CheckStep::passed);
    }

    @Test
    void a_folder_that_takes_letters_is_as_empty_as_before() throws IOException {
        List<CheckStep> steps = new PrintFolder(folder).check();
        assertThat(steps).allMatch(CheckStep::passed).extracting(CheckStep::step)
                .containsExactly("exists", "write", "free space");
        assertThat(steps.get(2).hint()).matches("\\d+ MB free");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_folder_that_is_not_there_is_not_made() throws IOException {
        Path missing = folder.resolve("missing");
        ends(new PrintFolder(missing).check(), "exists", "GW-NOT-032");
        assertThat(missing).doesNotExist();
        ends(new PrintFolder(Files.createFile(folder.resolve("file"))).check(), "exists", "GW-NOT-032");
    }

    @Test
    void a_folder_that_cannot_be_written() {
        // The kernel's own folder: nobody writes there, whoever runs this.
        ends(new PrintCheck(Path.of("/proc/self")).steps(), "write", "GW-NOT-032");
    }

    @Test
    void a_disk_that_is_nearly_full() {
        ends(new PrintCheck(folder, Long.MAX_VALUE).steps(), "free space", "GW-NOT-034");
    }
}
