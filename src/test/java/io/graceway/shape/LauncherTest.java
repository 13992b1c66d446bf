package io.graceway.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher says what is wrong with the Java it is given before it builds anything. */
class LauncherTest {

    @TempDir
    Path home;

    @Test
    void a_java_that_is_not_there_is_named() throws Exception {
        assertThat(launched()).isEqualTo("2 graceway: there is no Java at " + home
                + "/bin/java; install a JDK, 17 or newer, or set JAVA_HOME to one\n");
    }

    @Test
    void a_java_that_is_too_old_is_refused() throws Exception {
        for (String old : new String[] {"1.8.0_402", "11.0.22", "16.0.2"}) {
            assertThat(with(old)).startsWith("2 graceway: " + home + "/bin/java is of a Java that is too old;");
        }
    }

    @Test
    void the_java_that_java_home_names_is_taken() throws Exception {
        for (String now : new String[] {"17", "17.0.15", "21.0.1", "25.0.3"}) {
            assertThat(with(now)).isEqualTo("0 taken\n");
        }
    }

    private String with(String version) throws IOException, InterruptedException {
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        Path java = home.resolve("bin/java");
        Files.writeString(java, "#!/bin/sh\necho taken\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return launched();
    }

    /** Started in a folder where it is built already, so that nothing but Java is missing. */
    private String launched() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(home.resolve("folder"));
        for (String needed : new String[] {"target/app/graceway.jar", "target/.built", "pom.xml",
                "src/main/x", "routes/x", "mappings/x", "partner-config/schema/x"}) {
            Files.createDirectories(folder.resolve(needed).getParent());
            Files.writeString(folder.resolve(needed), "");
        }
        Path launcher = folder.resolve("graceway");
        Files.writeString(launcher, Files.readString(Path.of("graceway")));
        Files.writeString(folder.resolve("target/.built"), "later");
        ProcessBuilder asked = new ProcessBuilder("sh", launcher.toString(), "--help").redirectErrorStream(true);
        asked.environment().put("JAVA_HOME", home.toString());
        Process process = asked.start();
        String said = new String(process.getInputStream().readAllBytes());
        return process.waitFor() + " " + said;
    }
}
