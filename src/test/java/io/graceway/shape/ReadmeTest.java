package io.graceway.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.graceway.face.command.GracewayCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README and the examples name exists: commands and places. What the demo prints is tested elsewhere. */
class ReadmeTest {

    private static final Pattern COMMAND = Pattern.compile("\\./graceway ([^#\n]+)");
    private static final Pattern PLACE = Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE);

    private static final String JAVA = "src/main/java/io/graceway/";

    static Stream<String> commands() throws IOException {
        String text = Files.readString(Path.of("README.md"))
                + Files.readString(Path.of("src/examples/highradius/README.md"));
        List<String> commands = COMMAND.matcher(text.replace("\\\n", " ").replace("`", "\n")).results()
                .map(found -> found.group(1).strip().replaceAll(" +", " ").replace("DATE", "2020-05-31"))
                .filter(one -> !one.equals("test")).toList();
        assertThat(commands).hasSizeGreaterThan(8);
        return commands.stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void names_commands_that_exist(String command) {
        assertThatCode(() -> GracewayCommand.line(null).parseArgs(command.split(" ")))
                .doesNotThrowAnyException();
    }

    @Test
    void names_places_that_exist() throws IOException {
        Matcher place = PLACE.matcher(Files.readString(Path.of("README.md")));
        int places = 0;
        while (place.find()) {
            String name = place.group(1).replace(JAVA.replace("java/io/graceway/", "java/..."), JAVA)
                    .replaceFirst("^src/main/java/\\.\\.\\./", JAVA).replaceFirst("^\\.\\.\\./", JAVA);
            assertThat(Path.of(name)).exists();
            places++;
        }
        assertThat(places).isGreaterThan(8);
    }
}
