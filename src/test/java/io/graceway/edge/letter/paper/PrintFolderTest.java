package io.graceway.edge.letter.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.letter.paper.PrintFolder.Job;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintFolderTest {

    private static final PaperPress.Paper PAPER = new PaperPress.Paper(new byte[] {1, 2, 3}, 1);

    @TempDir
    Path folder;

    private Job handOver(PaperPress.Paper paper) throws Exception {
        return new PrintFolder(folder).handOver("N-1", paper);
    }

    private List<String> jobs() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void hands_over_the_pdf_and_then_the_job() throws Exception {
        assertThat(handOver(PAPER)).isEqualTo(Job.HANDED_OVER);
        assertThat(jobs()).containsExactly("N-1.json", "N-1.pdf");
        // sha256sum of the bytes 01 02 03
        assertThat(folder.resolve("N-1.json")).hasContent("{\"notice\":\"N-1\",\"sha256\":\""
                + "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81\",\"pages\":1,\"bytes\":3}\n");
        try (Stream<Path> staged = Files.list(folder.resolve(".staged"))) {
            assertThat(staged).isEmpty();
        }
    }

    @Test
    void hands_over_once_and_never_again_after_the_printer_took_it() throws Exception {
        handOver(PAPER);
        assertThat(handOver(PAPER)).isEqualTo(Job.ALREADY);
        Files.delete(folder.resolve("N-1.pdf"));
        Files.delete(folder.resolve("N-1.json"));
        assertThat(handOver(PAPER)).isEqualTo(Job.ALREADY);
        assertThat(jobs()).isEmpty();
    }

    @Test
    void keeps_the_first_content_of_an_id() throws Exception {
        handOver(PAPER);
        assertThat(handOver(new PaperPress.Paper(new byte[] {9}, 1))).isEqualTo(Job.OTHER_CONTENT);
        assertThat(Files.readAllBytes(folder.resolve("N-1.pdf"))).containsExactly(1, 2, 3);
    }

    @Test
    void completes_a_job_after_a_crash_before_the_pdf_was_renamed() throws Exception {
        handOver(PAPER);
        Files.move(folder.resolve("N-1.pdf"), folder.resolve(".staged/N-1.pdf"));
        Files.delete(folder.resolve("N-1.json"));
        assertThat(handOver(PAPER)).isEqualTo(Job.HANDED_OVER);
        assertThat(jobs()).containsExactly("N-1.json", "N-1.pdf");
    }

    @Test
    void completes_a_job_after_a_crash_between_the_pdf_and_the_job() throws Exception {
        handOver(PAPER);
        Files.delete(folder.resolve("N-1.json"));
        assertThat(handOver(PAPER)).isEqualTo(Job.HANDED_OVER);
        assertThat(jobs()).containsExactly("N-1.json", "N-1.pdf");
    }

    @Test
    void starts_over_after_a_crash_before_anything_was_recorded() throws Exception {
        Files.createDirectories(folder.resolve(".staged"));
        Files.write(folder.resolve(".staged/N-1.pdf"), new byte[] {7, 7, 7, 7, 7});
        assertThat(handOver(PAPER)).isEqualTo(Job.HANDED_OVER);
        assertThat(Files.readAllBytes(folder.resolve("N-1.pdf"))).containsExactly(1, 2, 3);
    }

    @Test
    void several_at_once_hand_over_one() throws Exception {
        PrintFolder shared = new PrintFolder(folder);
        Callable<Job> job = () -> shared.handOver("N-1", PAPER);
        ExecutorService hands = Executors.newFixedThreadPool(4);
        try {
            int handedOver = 0;
            for (Future<Job> done : hands.invokeAll(List.of(job, job, job, job, job, job, job, job))) {
                handedOver += done.get() == Job.HANDED_OVER ? 1 : 0;
            }
            assertThat(handedOver).isEqualTo(1);
        } finally {
            hands.shutdownNow();
        }
    }
}
