package io.graceway.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same calendars with agencies that come to the house's API: what the books show does not depend on the way. */
class ApiScenarioTest {

    /** A scenario that says by which way its files travel. */
    private static final Pattern OWN_WAY = Pattern.compile("(?m)^[^#]*(sftp\\s+breaks|speaks|comes by https)");

    static List<String> scenarios() throws IOException {
        List<String> names = new ArrayList<>();
        for (String name : ScenarioTest.scenarios()) {
            if (!OWN_WAY.matcher(Files.readString(ScenarioTest.FOLDER.resolve(name))).find()) {
                names.add(name);
            }
        }
        return names;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void holds(String name, @TempDir Path folder) throws Exception {
        Interpreter.play(Scenario.read(ScenarioTest.FOLDER.resolve(name)).agreed("agency meadow comes by https")
                .agreed("agency northgate comes by https"), folder);
    }
}
