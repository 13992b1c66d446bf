package io.graceway.face.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoteCommandTest {

    @TempDir
    Path folder;

    private final List<Object> told = new ArrayList<>();
    private Terminal terminal;

    private int run(String text, Optional<String> refused) throws IOException {
        terminal = new Terminal((Gateway.Running) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] {Gateway.Running.class, PlacementDesk.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("note")) {
                        return method.getName().equals("placements") ? proxy : null;
                    }
                    told.add(arguments[1]);
                    return refused;
                }));
        return terminal.run("note P1 " + Files.writeString(folder.resolve("note.txt"), text));
    }

    @Test
    void tells_what_the_file_says_and_shows_nothing_of_it() throws IOException {
        assertThat(run("moved abroad\n", Optional.empty())).isZero();
        assertThat(told).containsExactly("moved abroad");
        assertThat(terminal.out()).contains("P1  told").doesNotContain("abroad");
    }

    @Test
    void tells_a_refusal_by_its_code_and_does_not_send_what_is_too_long() throws IOException {
        assertThat(run("moved", Optional.of("GW-REM-106"))).isEqualTo(Exit.NOT_FOUND);
        assertThat(terminal.err()).contains("GW-REM-106: the agency's dialect has no note");
        assertThat(run("x".repeat(2001), Optional.empty())).isNotZero();
        assertThat(run(" \n", Optional.empty())).isNotZero();
        assertThat(told).containsExactly("moved");
        assertThat(terminal.run("note P1 nowhere.txt")).isNotZero();
        assertThat(terminal.err()).contains("nowhere.txt");
    }
}
