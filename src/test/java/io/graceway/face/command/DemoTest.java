package io.graceway.face.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The season that a newcomer sees first, and the README's transcript of it. */
class DemoTest {

    private static final String ANY = "...";

    @TempDir
    private Path folder;

    @Test
    void prints_what_the_readme_shows() throws IOException {
        Terminal terminal = new Terminal();
        int code = terminal.run("demo --folder " + folder + " --home .");
        List<String> said = terminal.out().replace(folder.toString(), "FOLDER").lines().map(String::stripTrailing)
                .toList();
        Files.write(Path.of("target/demo.txt"), said);
        assertThat(code).as(terminal.err()).isZero();
        int at = 0;
        List<String> shown = transcript();
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).equals(ANY)) {
                int next = said.subList(at, said.size()).indexOf(shown.get(i + 1));
                assertThat(next).as("%s, in target/demo.txt after line %d", shown.get(i + 1), at).isNotNegative();
                at += next;
            } else {
                assertThat(said.get(at++)).as("line %d of target/demo.txt", at).isEqualTo(shown.get(i));
            }
        }
        assertThat(at).as("the README leaves out the end").isEqualTo(said.size());
    }

    private static List<String> transcript() throws IOException {
        List<String> readme = Files.readAllLines(Path.of("README.md"));
        int begin = readme.indexOf("```transcript") + 1;
        return readme.subList(begin, begin + readme.subList(begin, readme.size()).indexOf("```"));
    }
}
