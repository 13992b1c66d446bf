package io.graceway.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the log of a running gateway does not hold. */
class LogFileTest {

    @TempDir
    private Path folder;

    @Test
    void quotes_no_message_of_a_source_system_and_none_that_made_a_page_fail() throws JoranException {
        LoggerContext logs = new LoggerContext();
        try {
            logs.putProperty("folder", folder.toString());
            JoranConfigurator file = new JoranConfigurator();
            file.setContext(logs);
            file.doConfigure(Path.of("src/main/resources/logback-spring.xml").toFile());
            assertThat(logs.getLogger("org.apache.cxf.phase.PhaseInterceptorChain").getEffectiveLevel())
                    .isEqualTo(Level.OFF);
            assertThat(logs.getLogger("org.apache.wss4j.dom.engine.WSSecurityEngine").getEffectiveLevel())
                    .isEqualTo(Level.OFF);
            assertThat(logs.getLogger("org.apache.catalina.core.ContainerBase.[Tomcat].[localhost].[/]")
                    .getEffectiveLevel()).isEqualTo(Level.OFF);
            assertThat(logs.getLogger("io.graceway.wiring.Quarantine").isInfoEnabled()).isTrue();
        } finally {
            logs.stop();
        }
    }
}
